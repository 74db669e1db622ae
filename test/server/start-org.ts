// A server with one channel whose path has parameters, written as the generator emits it.
import Fastify from "fastify";
import { io as connectIo, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import {
  type ChannelDefinition,
  type ConnectionContext,
  fromContract,
  type GroupCallWithoutInput,
  type Namespace,
  type RoomMembership,
  type SocketServerOptions,
  socketsPlugin,
  type TargetBase,
} from "wirepact/server";
import { z } from "zod";
import { happens, type LogLine } from "./start-arena.js";

/** Parameters of the channel's path, `/org/:orgId/floor/:floor`. */
export interface OrgParams {
  readonly orgId: string;
  readonly floor: number;
}

interface OrgTarget extends TargetBase<OrgTarget> {
  readonly emit: { readonly rang: (text: string) => void };
  readonly call: { readonly ask: GroupCallWithoutInput<string> };
  readonly to: { readonly desk: (key: string) => OrgTarget };
}

export interface OrgContext extends ConnectionContext<undefined, unknown> {
  readonly params: OrgParams;
  readonly others: OrgTarget;
  readonly rooms: { readonly desk: (key: string) => RoomMembership<unknown, string> };
}

export interface OrgSockets {
  readonly all: OrgTarget;
  readonly to: { readonly desk: (key: string) => OrgTarget };
  client(id: string): { readonly emit: { readonly rang: (text: string) => void }; disconnect(): void };
  readonly namespace: Namespace;
}

export interface OrgHandlers {
  connect?(request: { readonly params: OrgParams }): unknown;
  disconnect?(reason: string, context: OrgContext): unknown;
  sit(desk: string, context: OrgContext): unknown;
  where(context: OrgContext): unknown;
}

const orgId = z
  .string()
  .max(64)
  .refine((id) => {
    if (id === "defect") throw new Error("the author's own check");
    return true;
  });

/** The channel as the generator would write it. */
export const orgDefinition: ChannelDefinition = {
  name: "org",
  path: "/org/:orgId/floor/:floor",
  params: {
    check: fromContract(z.object({ orgId, floor: z.int() })),
    kinds: { orgId: "text", floor: "number" },
  },
  fingerprint: "0123456789abcdef",
  auth: undefined,
  errors: {},
  rooms: { desk: { key: fromContract(z.string()) } },
  clientToServer: {
    sit: { kind: "call", input: fromContract(z.string()), output: undefined, errors: {} },
    where: {
      kind: "call",
      input: undefined,
      output: fromContract(z.object({ orgId: z.string(), floor: z.int() })),
      errors: {},
    },
  },
  serverToClient: {
    rang: { kind: "event", payload: fromContract(z.string()) },
    ask: { kind: "call", input: undefined, output: fromContract(z.string()), errors: {}, timeoutMs: 200 },
  },
};

export async function startOrg(handlers: Partial<OrgHandlers> = {}, options: SocketServerOptions = {}) {
  const log: LogLine[] = [];
  const app = Fastify({ logger: { stream: { write: (line: string) => log.push(JSON.parse(line)) } } });
  const plugin = socketsPlugin([orgDefinition]);
  const whole: OrgHandlers = {
    sit: (desk, { rooms }) => rooms.desk(desk).join(),
    where: ({ params }) => params,
    ...handlers,
  };
  await app.register(plugin, { channels: { org: { channel: "org", handlers: whole } }, ...options });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());

  const open = (name: string, transport: "polling" | "websocket" = "websocket"): Socket => {
    // Socket.IO's client parses the address, so that names with dots would not leave as they are.
    const socket = connectIo(url, {
      forceNew: true,
      transports: [transport],
      reconnection: false,
      autoConnect: false,
    }).io.socket(name);
    onTestFinished(() => {
      socket.close();
    });
    return socket.connect();
  };
  // The decoration is typed by generated code only, which the tests write by hand.
  const { sockets } = app as unknown as {
    readonly sockets: { readonly org: (params: OrgParams) => OrgSockets };
  };
  const engine = sockets.org({ orgId: "engine", floor: 0 }).namespace.server;
  return {
    app,
    log,
    org: sockets.org,
    open,
    async join(name: string, transport?: "polling" | "websocket"): Promise<Socket> {
      const socket = open(name, transport);
      await happens(socket, "connect");
      return socket;
    },
    /** Namespaces of the channel that there are now. */
    namespaces: () =>
      [...engine._nsps.keys()].filter((name) => name.startsWith("/org/") && name !== "/org/engine/floor/0"),
  };
}
