// A channel with limits of its own beside members that have none, as the generator would state both of its sides.
import Fastify, { type FastifyInstance } from "fastify";
import { io, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import {
  anything,
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type Download,
  download,
  type Emit,
  idempotentCall,
  limited,
  outgoingCall,
  outgoingEvent,
  payloadCheck,
  type SystemFailure,
  volatileEvent,
  withinBytes,
} from "wirepact/client";
import {
  type ChannelDefinition,
  fromContract,
  type RateExcess,
  type SocketServerOptions,
  socketsPlugin,
} from "wirepact/server";
import { z } from "zod";

const any = fromContract(z.unknown());
const text = fromContract(z.string());
const call = { kind: "call", input: any, output: any, errors: {} } as const;

/** What the tests use of a handler's context. */
export interface ShopContext {
  readonly id: string;
  readonly call: { confirm(): Promise<unknown> };
  readonly socket: { readonly rooms: ReadonlySet<string> };
}

export const shopDefinition: ChannelDefinition = {
  name: "shop",
  path: "/shop",
  fingerprint: "f1",
  auth: fromContract(z.object({ user: z.string().optional() })),
  errors: {},
  rooms: { aisle: { key: text, join: "client", errors: {} } },
  clientToServer: {
    echo: call,
    slow: call,
    order: { ...call, limits: { perSecond: 5, burst: 5 } },
    alone: { ...call, limits: { maxInFlight: 2 } },
    note: { ...call, limits: { maxBytes: 100 } },
    pay: { ...call, isIdempotent: true, limits: { perSecond: 20, burst: 5, maxInFlight: 3 } },
    buy: { ...call, isIdempotent: true },
    seen: { kind: "event", payload: any },
    hover: { kind: "event", payload: any, limits: { perSecond: 1, burst: 3 } },
    browse: {
      kind: "stream",
      input: any,
      serverItem: any,
      clientItem: undefined,
      result: undefined,
      errors: {},
      limits: { maxInFlight: 1 },
    },
    pour: {
      kind: "stream",
      input: undefined,
      serverItem: undefined,
      clientItem: any,
      result: any,
      errors: {},
    },
  },
  serverToClient: { confirm: { kind: "call", input: undefined, output: any, errors: {} } },
};

/** Takes whatever JSON carries, as the generated client does. */
const anyJson = payloadCheck(() => anything);

const clientDefinition: ClientDefinition = {
  name: "shop",
  path: "/shop",
  fingerprint: "f1",
  call: {
    echo: outgoingCall({ input: anyJson, output: anyJson }),
    slow: outgoingCall({ input: anyJson, output: anyJson }),
    order: limited({ perSecond: 5, burst: 5 }, outgoingCall({ input: anyJson, output: anyJson })),
    alone: limited({ maxInFlight: 2 }, outgoingCall({ input: anyJson, output: anyJson })),
    note: outgoingCall({ input: withinBytes(100, anyJson), output: anyJson }),
    pay: limited(
      { perSecond: 20, burst: 5, maxInFlight: 3 },
      idempotentCall({ input: anyJson, output: anyJson }),
    ),
    buy: idempotentCall({ input: anyJson, output: anyJson }),
  },
  emit: {
    seen: outgoingEvent(anyJson),
    hover: limited({ perSecond: 1, burst: 3 }, volatileEvent(anyJson)),
  },
  stream: { browse: limited({ maxInFlight: 1 }, download({ input: anyJson, serverItem: anyJson })) },
};

type AnyCall = Call<unknown, unknown, SystemFailure>;

export interface ShopClient extends ChannelClient<SystemFailure> {
  readonly call: Readonly<Record<"echo" | "slow" | "order" | "alone" | "note" | "pay" | "buy", AnyCall>>;
  readonly emit: Readonly<Record<"seen" | "hover", Emit<unknown>>>;
  readonly stream: { readonly browse: Download<unknown, unknown, void, SystemFailure> };
}

/** One line of the server's log. */
export interface LogLine {
  readonly msg: string;
  readonly [key: string]: unknown;
}

export interface Shop {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly log: readonly LogLine[];
  /** What `onRateLimited` was told. */
  readonly excesses: readonly RateExcess[];
  /** Payloads of events, in order. */
  readonly seen: readonly unknown[];
  /** Payloads of `pay` and `buy` that were run. */
  readonly paid: readonly unknown[];
  /** Contexts of clients that are in, by their ids. */
  readonly contexts: ReadonlyMap<string, ShopContext>;
  /** How many of `slow` and `alone` are at it. */
  readonly waiting: () => number;
  /** Lets them end. */
  readonly release: () => void;
  /** A plain Socket.IO client, connected. */
  readonly join: (auth?: object) => Promise<Socket>;
  /** A generated client. */
  readonly enter: (options?: ConnectOptions & { readonly auth?: unknown }) => ShopClient;
}

/** A server with the shop on a free port of 127.0.0.1; ends with the test. */
export async function startShop(
  options: SocketServerOptions = {},
  definitions: readonly ChannelDefinition[] = [shopDefinition],
): Promise<Shop> {
  const log: LogLine[] = [];
  const excesses: RateExcess[] = [];
  const seen: unknown[] = [];
  const paid: unknown[] = [];
  const contexts = new Map<string, ShopContext>();
  let held: (() => void)[] = [];
  const hold = (input: unknown) => new Promise((resolve) => held.push(() => resolve(input)));
  const handlers = {
    connect: ({ auth }: { auth: { user?: string } }) => auth.user,
    connected: (context: ShopContext) => void contexts.set(context.id, context),
    rooms: { aisle: { mayJoin: () => true } },
    echo: (input: unknown) => input,
    order: (input: unknown) => input,
    note: (input: unknown) => input,
    slow: hold,
    alone: hold,
    pay: async (input: unknown) => paid.push(input),
    buy: (input: unknown) => paid.push(input),
    seen: (input: unknown) => void seen.push(input),
    hover: (input: unknown) => void seen.push(input),
    async *browse(input: unknown, { signal }: { signal: AbortSignal }) {
      yield input;
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
    },
    async pour(items: AsyncIterable<unknown>) {
      let count = 0;
      for await (const _ of items) count++;
      return count;
    },
  };
  const app = Fastify({
    logger: { level: "info", stream: { write: (line: string) => log.push(JSON.parse(line)) } },
  });
  const channels = definitions.map(({ name }) => [name, { channel: name, handlers }] as const);
  await app.register(socketsPlugin(definitions), {
    channels: Object.fromEntries(channels),
    onRateLimited: (excess: RateExcess) => void excesses.push(excess),
    ...options,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  onTestFinished(() => {
    for (const end of held) end();
  });
  return {
    app,
    url,
    log,
    excesses,
    seen,
    paid,
    contexts,
    waiting: () => held.length,
    release() {
      const ending = held;
      held = [];
      for (const end of ending) end();
    },
    async join(auth = {}) {
      const socket = io(`${url}/shop`, {
        forceNew: true,
        transports: ["websocket"],
        reconnection: false,
        auth,
      });
      onTestFinished(() => void socket.close());
      await new Promise<void>((resolve, reject) => {
        socket.on("connect", resolve);
        socket.on("connect_error", reject);
      });
      return socket;
    },
    enter(connectOptions = {}) {
      const client = connectChannel<ShopClient>(clientDefinition, url, {
        reconnectionDelayMs: 10,
        ...connectOptions,
      });
      onTestFinished(() => client.close());
      return client;
    },
  };
}
