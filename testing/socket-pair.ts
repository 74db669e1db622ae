import type { EventEmitter } from "node:events";
import { Server as TlsServer } from "node:tls";
import type { ChannelClient, ConnectOptions } from "../client/runtime/index.js";
import { Clock, fakedClockHint, type Traffic } from "./clock.js";
import { followFakedTimers } from "./follow-faked-timers.js";
import { defaultWaitMs, type Heard, type HeardEvent, hearEvents, type WaitOptions } from "./heard-events.js";
import { type Accept, Line } from "./line.js";
import { PairError } from "./pair-error.js";

/** What a pair needs of a Fastify app. */
export interface PairedApp {
  readonly server: EventEmitter;
  ready(): PromiseLike<unknown>;
  close(): PromiseLike<unknown>;
}

/** Options of {@link socketPair}. */
export interface SocketPairOptions {
  /** The app, with the generated plugin registered; it does not listen. */
  readonly app: PairedApp;
  /**
   * Moves the clock of a test that fakes its timers, such as `vi.advanceTimersByTimeAsync`; each wait of the pair then
   * moves it until it has what it waits for. Default: real time passes.
   */
  readonly advanceTimers?: ((ms: number) => unknown) | undefined;
}

/** A generated `connect…` function. */
export type Connect<Client, Options extends readonly unknown[]> = (
  url: string,
  ...options: Options
) => Client;

/** Something that the server sent, as a client heard it. */
export interface Delivery {
  /** The client. */
  readonly to: object;
  /** The event. */
  readonly name: string;
  readonly payload: unknown;
}

/** A server and its clients in one process, joined by connections in memory. */
export interface SocketPair {
  /** Everything that the server sent to clients of this pair, in the order in which they heard it. */
  readonly deliveries: readonly Delivery[];
  /**
   * Connects a client: `pair.connect(connectChat, { auth: { name: "Ada" } })`. It takes what the generated function
   * takes behind the address; each client has a connection of its own. Unless the options say otherwise it speaks
   * WebSocket and comes back within a few milliseconds.
   */
  connect<Client extends ChannelClient<unknown>, Options extends readonly [options?: ConnectOptions]>(
    connect: Connect<Client, Options>,
    ...options: Options
  ): Client;
  /** What a client heard since it was connected, event by event. */
  heard<Listeners extends object>(client: { readonly on: Listeners }): Heard<Listeners>;
  /** Cuts a client off: both sides are told, and it cannot come back before {@link reconnect}. */
  drop(client: object): Promise<void>;
  /**
   * Lets nothing through any more, in either direction and without notice: a connection that is half open. Both sides
   * find out by their heartbeats (`pingInterval` and `pingTimeout` of the server).
   */
  silence(client: object): void;
  /** Makes everything that travels to and from a client take this long, in milliseconds of the test's clock. */
  delay(client: object, delayMs: number): void;
  /** Ends what {@link drop} or {@link silence} did, and waits until the client is connected again. */
  reconnect(client: object, options?: WaitOptions): Promise<void>;
  /**
   * Settles once nothing is on its way between the server and its clients. What a handler does meanwhile with a
   * database or a timer is not waited for: see {@link until}.
   */
  settle(): Promise<void>;
  /** Waits until `condition` holds; rejects with a {@link PairError} `WP_NOT_TRUE` after the deadline. */
  until(condition: () => boolean, options?: WaitOptions): Promise<void>;
  /** Closes the clients and the app. */
  close(): Promise<void>;
}

/**
 * Joins a Fastify app with generated clients in one process, for tests: nothing listens, no port is taken. What runs is
 * what runs in production, from the client's calls to the app's hooks: HTTP, WebSocket and Socket.IO over streams in
 * memory.
 *
 * @example
 * const pair = await socketPair({ app });
 * const chat = pair.connect(connectChat, { auth: { name: "Ada" } });
 * await chat.call.join("lobby");
 * await pair.close();
 */
export async function socketPair({ app, advanceTimers }: SocketPairOptions): Promise<SocketPair> {
  await app.ready();
  const stopFollowing = advanceTimers === undefined ? () => {} : followFakedTimers();
  const traffic: Traffic = { sent: 0, inTransit: 0, delayed: 0 };
  const clock = new Clock(traffic, advanceTimers);
  const accept = acceptOf(app.server);
  const seats = new Map<object, Seat>();
  const deliveries: Delivery[] = [];

  const seatOf = (client: object): Seat => {
    const seat = seats.get(client);
    if (seat === undefined) {
      throw new PairError("WP_NOT_OF_PAIR", "The client is none of this pair. Connect it by `pair.connect`.");
    }
    return seat;
  };
  const demand = async (
    what: string,
    condition: () => boolean,
    { timeoutMs = defaultWaitMs }: WaitOptions = {},
  ) => {
    if (await clock.waitUntil(condition, timeoutMs)) return;
    throw new PairError("WP_NOT_TRUE", `Not true within ${timeoutMs} ms: ${what}. ${fakedClockHint}`);
  };

  return {
    deliveries,
    connect(connect, ...rest) {
      const line = new Line(traffic, accept);
      const [options] = rest;
      const extraHeaders = { origin: address, ...options?.extraHeaders };
      const whole = { ...swiftOptions, ...options, extraHeaders, agent: line.agent, autoConnect: false };
      // The same options with those of a client in a test: the function takes them as it takes the caller's.
      const client = connect(address, ...([whole] as unknown as typeof rest));
      const { on = {} } = client as { readonly on?: object };
      const heard = hearEvents(on, clock, (name, payload) => deliveries.push({ to: client, name, payload }));
      seats.set(client, { client, line, heard });
      if (options?.autoConnect !== false) client.connect();
      return client;
    },
    // Made of the members of the very `on` that gives the type.
    heard: (client) => seatOf(client).heard as unknown as Heard<typeof client.on>,
    async drop(client) {
      const { line, client: known } = seatOf(client);
      line.cut();
      await demand("the client lost its connection", () => known.state.value.status !== "connected");
      await clock.settle();
    },
    silence(client) {
      seatOf(client).line.isSilent = true;
    },
    delay(client, delayMs) {
      seatOf(client).line.delayMs = delayMs;
    },
    async reconnect(client, options) {
      const { line, client: known } = seatOf(client);
      // A client that fell silent has to lose its connection first, which may last no longer than a look at it.
      let hasLost = !line.isSilent;
      const stop = known.state.subscribe(({ status }) => {
        hasLost ||= status !== "connected";
      });
      const isBack = () => known.state.value.status === "connected";
      hasLost ||= !isBack();
      line.mend();
      try {
        await demand("the client is connected again", () => hasLost && isBack(), options);
      } finally {
        stop();
      }
      await clock.settle();
    },
    settle: () => clock.settle(),
    until: (condition, options) => demand(`\`${condition}\``, condition, options),
    async close() {
      try {
        for (const { client } of seats.values()) client.close();
        await clock.settle();
      } finally {
        for (const { line } of seats.values()) line.cut();
        await app.close();
        stopFollowing();
      }
    },
  };
}

interface Seat {
  readonly client: ChannelClient<unknown>;
  readonly line: Line;
  readonly heard: Readonly<Record<string, HeardEvent<unknown>>>;
}

/** Where clients believe the server to be; they say that their page is from there too. */
const address = "http://pair.test";

/** What suits a test: one transport from the start, hence no upgrade in its midst, and short pauses. */
const swiftOptions = {
  transports: ["websocket"],
  reconnectionDelayMs: 10,
  reconnectionDelayMaxMs: 10,
} satisfies ConnectOptions;

/** Node's servers take any stream as a connection: https://nodejs.org/api/http.html#event-connection */
function acceptOf(server: EventEmitter): Accept {
  const isEncrypted = server instanceof TlsServer;
  const event = isEncrypted ? "secureConnection" : "connection";
  return Object.assign((end: unknown) => void server.emit(event, end), { isEncrypted });
}
