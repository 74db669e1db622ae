import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { call, channel, event } from "wirepact/contract";
import {
  type ChannelDefinition,
  fromContract,
  isWireError,
  socketsPlugin,
  type WireError,
} from "wirepact/server";
import { z } from "zod";
import { openRaw } from "./raw-client.js";
import { wireTable } from "./wire-table.js";

const lobby = z.object({ conversation: z.string() });
const contract = channel("/chat", {
  auth: z.object({ name: z.string().min(1) }),
  errors: { NameTaken: z.object({ name: z.string() }) },
  clientToServer: {
    postMessage: call({
      input: lobby.extend({ text: z.string() }),
      output: z.object({ id: z.string(), text: z.string() }),
      errors: { NotAMember: lobby },
    }),
  },
  serverToClient: {
    personTyping: event(lobby.extend({ name: z.string() })),
    confirmPresence: call({ input: z.object({ question: z.string() }), output: z.boolean() }),
  },
});
const { postMessage } = contract.clientToServer;
const { confirmPresence, personTyping } = contract.serverToClient;
const text = fromContract(z.string());

const definition: ChannelDefinition = {
  name: "chat",
  path: "/chat",
  fingerprint: "0123456789abcdef",
  auth: fromContract(contract.auth),
  errors: { NameTaken: fromContract(contract.errors.NameTaken) },
  rooms: {},
  clientToServer: {
    postMessage: {
      kind: "call",
      input: fromContract(postMessage.input),
      output: fromContract(postMessage.output),
      errors: { NotAMember: fromContract(postMessage.errors.NotAMember) },
    },
    leave: { kind: "call", input: fromContract(lobby), output: undefined, errors: {} },
    wait: { kind: "call", input: fromContract(lobby), output: undefined, errors: {} },
    askMe: { kind: "call", input: undefined, output: text, errors: {} },
    typing: { kind: "event", payload: fromContract(lobby) },
    nudge: { kind: "event", payload: undefined },
    goAway: { kind: "event", payload: undefined },
  },
  serverToClient: {
    personTyping: { kind: "event", payload: fromContract(personTyping.payload) },
    nudged: { kind: "event", payload: undefined },
    confirmPresence: {
      kind: "call",
      input: fromContract(confirmPresence.input),
      output: fromContract(confirmPresence.output),
      errors: {},
      timeoutMs: 100,
    },
  },
};

interface Context {
  readonly auth: { readonly name: string };
  readonly error: { NotAMember(data: { conversation: string }): WireError };
  readonly emit: {
    personTyping(payload: { conversation: string; name: string }): void;
    nudged(): void;
  };
  readonly call: { confirmPresence(input: { question: string }): Promise<boolean> };
  disconnect(reason?: string): void;
}

const handlers = {
  connect({
    auth,
    refuse,
  }: {
    auth: { name: string };
    refuse: Record<string, (value: unknown) => WireError>;
  }) {
    if (auth.name === "Grace") throw refuse.NameTaken?.({ name: auth.name });
    if (auth.name === "Mallory") throw refuse.unauthorized?.("not you");
  },
  postMessage({ conversation, text }: { conversation: string; text: string }, context: Context) {
    if (conversation === "broken") throw new TypeError("undefined is not a function");
    if (conversation !== "lobby") throw context.error.NotAMember({ conversation });
    return { id: "m1", text };
  },
  leave() {},
  wait: () => new Promise(() => undefined),
  async askMe({ call }: Context) {
    try {
      return String(await call.confirmPresence({ question: "there?" }));
    } catch (error) {
      return isWireError(error) ? error.code : "no wire error";
    }
  },
  typing: ({ conversation }: { conversation: string }, { auth, emit }: Context) =>
    emit.personTyping({ conversation, name: auth.name }),
  nudge: ({ emit }: Context) => emit.nudged(),
  goAway: (context: Context) => context.disconnect("enough"),
};

test.each(wireTable)("$claim", async ({ exchange }) => {
  const app = Fastify();
  await app.register(socketsPlugin([definition]), { channels: { chat: { channel: "chat", handlers } } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  const client = await openRaw(url);
  for (const [who, frame] of exchange) {
    if (who === "client") client.send(frame.startsWith("<") ? Buffer.from(frame.slice(1, -1), "hex") : frame);
    else expect(await client.next()).toMatch(pattern(frame));
  }
  // Whatever else the server had to say would have come before the answer to this.
  client.send("40/nowhere,");
  expect(await client.next()).toBe(
    '44/nowhere,{"message":"Invalid namespace","data":{"code":"not_found","message":"There is no channel of that name."}}',
  );
});

function pattern(frame: string): RegExp {
  const parts = frame.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "s");
}
