import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ChatClient, connectChat } from "../../client/generated/chat.js";
import { connectWhiteboard, type WhiteboardClient } from "../../client/generated/whiteboard.js";
import { isSayable, toClient } from "./example-members.js";
import { brokenFrame, forgedAnswer, readableFrame } from "./hostile-frames.js";
import { type HostileServer, startHostileServer } from "./hostile-server.js";
import { nearValue } from "./json-arbitrary.js";

const runs = 1_000;
const options = { transports: ["websocket" as const], reconnectionDelayMs: 5, reconnectionDelayMaxMs: 10 };
const message = {
  id: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  conversation: "lobby",
  author: "Ada",
  text: "hi",
  sentAt: "2026-01-01T00:00:00Z",
};

describe("clients of the example contracts under a hostile server", () => {
  let server: HostileServer;
  let chat: ChatClient;
  let board: WhiteboardClient;
  /** What listeners and handlers were given, by the member's name. */
  let heard: Map<string, unknown[]>;

  beforeEach(async () => {
    server = await startHostileServer();
    heard = new Map(toClient.map(({ name }) => [name, []]));
    chat = connectChat(server.url, { ...options, auth: { name: "Ada" }, onError: () => undefined });
    board = connectWhiteboard(server.url, { ...options, auth: { name: "Ada" }, onError: () => undefined });
    const note = (name: string) => (payload: unknown) => {
      heard.get(name)?.push(payload);
    };
    for (const name of ["messagePosted", "personJoined", "personLeft", "personTyping"] as const) {
      chat.on[name](note(name));
    }
    for (const name of ["inkDrawn", "boardCleared", "cursorMoved"] as const) board.on[name](note(name));
    chat.handle.confirmPresence((input) => {
      note("confirmPresence")(input);
      return true;
    });
    await isConnected();
  });
  afterEach(async () => {
    chat.close();
    board.close();
    await server.close();
  });

  /** A server may end a channel or refuse a client: who wants to go on connects again. */
  async function revive(): Promise<void> {
    for (const client of [chat, board]) {
      const { status } = client.state.value;
      if (status === "closed" || status === "refused") client.connect();
    }
    await isConnected();
  }

  const isConnected = () =>
    expect
      .poll(() => [chat.state.value.status, board.state.value.status], { timeout: 10_000 })
      .toEqual(["connected", "connected"]);

  test.each(toClient.map((member) => [member.name, member] as const))(
    "hear %s with what JSON Schema takes, and with nothing else",
    async (name, member) => {
      const values = fc.sample(nearValue(member.schema), runs).filter(isSayable);
      const id = (index: number) => (member.kind === "call" ? index : "");
      for (const [index, value] of values.entries()) {
        server.send(`42/${member.channel},${id(index)}["${name}",${JSON.stringify(value)}]`);
      }
      const valid = values.filter((value) => member.isValid(value));
      await expect
        .poll(() => heard.get(name)?.length, { timeout: 10_000 })
        .toBeGreaterThanOrEqual(valid.length);
      expect(heard.get(name)?.length).toBe(valid.length);
      expect(valid.length).toBeGreaterThan(runs * 0.15);
      expect(values.length - valid.length).toBeGreaterThan(runs * 0.15);
      if (member.kind !== "call") return;
      const answers = () => server.received.filter((frame) => frame.includes('"ok":')).length;
      await expect.poll(answers).toBeGreaterThan(0);
    },
    30_000,
  );

  test("stay usable under whatever frames, hear nothing that is wrong, and settle every call", async () => {
    const calls: Promise<unknown>[] = [];
    let seed = 1;
    for (let round = 0; round < 60; round++) {
      const sample = <Value>(arbitrary: fc.Arbitrary<Value>, numRuns: number) =>
        fc.sample(arbitrary, { numRuns, seed: seed++ });
      calls.push(chat.call.join.safe({ conversation: "lobby" }, { timeoutMs: 300 }));
      calls.push(board.call.clear.safe({ board: "plan" }, { timeoutMs: 300 }));
      for (const { frame } of sample(readableFrame, 80)) server.send(frame.replace("ID", "1"));
      for (const frame of sample(forgedAnswer, 80)) server.send(frame.replace(/,\d+\[/, `,${round % 40}[`));
      const { connections } = server;
      for (const frame of sample(brokenFrame, 3)) server.send(frame);
      // What stands behind the broken ones is heard, or the client has lost or left the connection over them.
      server.send(`42/chat,["personLeft",{"conversation":"round-${round}","name":"Ada"}]`);
      const hasHeard = () => JSON.stringify(heard.get("personLeft")).includes(`round-${round}"`);
      const isDone = () =>
        hasHeard() || server.connections > connections || chat.state.value.status !== "connected";
      await expect.poll(isDone, { timeout: 10_000 }).toBe(true);
      await revive();
    }
    expect(server.connections).toBeGreaterThan(10);
    const outcomes = await Promise.all(calls);
    expect(outcomes.length).toBe(120);
    for (const { name, isValid } of toClient) {
      for (const payload of heard.get(name) ?? []) expect(isValid(payload), name).toBe(true);
    }
    await revive();
    const posted = chat.on.messagePosted.once();
    server.send(`42/chat,["messagePosted",${JSON.stringify(message)}]`);
    expect(await posted).toEqual(message);
  }, 60_000);
});
