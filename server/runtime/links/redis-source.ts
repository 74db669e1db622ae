import type { FastifyBaseLogger } from "fastify";
import { StartupError } from "../startup-error.js";
import { requirePeer } from "./require-peer.js";

/** Where Redis is, for everything that processes share. */
export interface RedisOptions {
  /** `redis://user:password@host:port/database`, or `rediss://` with TLS. Default `redis://127.0.0.1:6379`. */
  readonly url?: string | undefined;
  /**
   * Instead of `url`: a client of the package `redis` whose options are taken, for what a URL does not say. It is not used
   * itself, and need not be connected.
   */
  readonly client?: RedisTemplate | undefined;
  /**
   * Names the app and the version of its contracts, as `shop:2`: what another app, or another version, says is not heard.
   * Default: made of the contracts, so that each change of them is a group of its own.
   */
  readonly group?: string | undefined;
  /** Milliseconds that the start waits for Redis, then it fails with `WP_NO_REDIS`. Default 5,000. */
  readonly connectTimeoutMs?: number | undefined;
}

/** What is used of a client whose options are taken. */
export interface RedisTemplate {
  duplicate(overrides?: never): unknown;
}

/** What is used of a client of node-redis. */
export interface RedisLike {
  readonly isOpen: boolean;
  readonly isReady: boolean;
  on(event: string, listener: (value: unknown) => void): unknown;
  connect(): Promise<unknown>;
  destroy(): void;
  disconnect(): Promise<void>;
  duplicate(overrides?: object): RedisLike;
  sendCommand(args: readonly string[]): Promise<unknown>;
  xRead(streams: readonly StreamPosition[], options: object): Promise<unknown>;
}

interface StreamPosition {
  readonly key: string;
  readonly id: string;
}

/** Milliseconds before a stream that could not be read is read again. */
const pauseMs = 100;
const defaultConnectTimeoutMs = 5_000;
const defaultUrl = "redis://127.0.0.1:6379";

/**
 * Connections to one Redis, made for the adapters of Socket.IO: these let promises go unawaited, any of which would end
 * the process when Redis goes away. While it is away commands fail at once; the log says so once, and once that it is back.
 */
export class RedisSource {
  /** Sends commands; what is sent while Redis is away fails. */
  readonly client: RedisLike;
  readonly #log: FastifyBaseLogger;
  readonly #options: RedisOptions;
  readonly #duplicates: RedisLike[] = [];
  #isAway = false;
  #isClosed = false;
  #wasReady = false;
  #lastError: unknown;
  /** What was begun on the connections that wait. */
  readonly #begun: Promise<unknown>[] = [];
  readonly #ready: Promise<void>;
  #becomeReady = () => {};

  /** @param wanted - What has to be installed for it. */
  constructor(options: RedisOptions, log: FastifyBaseLogger, wanted: readonly string[]) {
    this.#options = options;
    this.#log = log;
    this.#ready = new Promise((resolve) => {
      this.#becomeReady = resolve;
    });
    // node-redis's own forms, which are not in the package's dependencies.
    const given = options.client as RedisLike | undefined;
    const first = given?.duplicate(failsAtOnce) ?? createClient(options, wanted);
    this.client = this.#contain(first, () => this.#wasReady);
    first.on("error", (error) => this.#goAway(error));
    first.on("ready", () => this.#comeBack());
  }

  /** Rejects with a {@link StartupError} when Redis cannot be reached in time. */
  async connect(): Promise<void> {
    const { connectTimeoutMs = defaultConnectTimeoutMs } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(this.#lastError ?? new Error("It does not answer.")), connectTimeoutMs);
    });
    try {
      await Promise.race([this.client.connect(), late]);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message || String(Reflect.get(cause, "code")) : cause;
      throw new StartupError(
        "WP_NO_REDIS",
        `Redis cannot be reached at ${this.#place} (${reason}). Start it (\`redis-server\`, or \`docker run -p 6379:6379 redis:7\`), or mend \`url\`.`,
        { cause },
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** Settles when what adapters subscribed to so far is subscribed. */
  async settle(): Promise<void> {
    // A connection first, what it subscribes to next.
    for (let done = 0; done < this.#begun.length; ) {
      const begun = this.#begun.slice(done);
      done = this.#begun.length;
      await Promise.allSettled(begun);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#begun.length = 0;
  }

  /** Ends every connection at once. */
  close(): void {
    this.#isClosed = true;
    for (const client of [this.client, ...this.#duplicates]) if (client.isOpen) client.destroy();
  }

  /** Without the password. */
  get #place(): string {
    const { client, url = defaultUrl } = this.#options;
    if (client !== undefined) return "the place that `client` names";
    return URL.canParse(url)
      ? `\`${new URL(url).protocol}//${new URL(url).host}${new URL(url).pathname}\``
      : "`url`";
  }

  #goAway(error: unknown): void {
    this.#lastError = error;
    if (this.#isAway || this.#isClosed || !this.#wasReady) return;
    this.#isAway = true;
    this.#log.error(
      { err: error },
      "Redis is away: clients of other processes are not reached until it is back",
    );
  }

  #comeBack(): void {
    this.#wasReady = true;
    this.#becomeReady();
    if (!this.#isAway) return;
    this.#isAway = false;
    this.#log.warn("Redis is back: clients of other processes are reached again");
  }

  /** Takes the danger out of promises that adapters drop. Until `mayRun`, commands wait for Redis. */
  #contain(client: RedisLike, mayRun: () => boolean): RedisLike {
    // Its methods, by name.
    const own = client as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const name of contained) {
      const run = own[name]?.bind(client);
      if (run === undefined) continue;
      own[name] = (...args) => {
        const outcome = mayRun() ? run(...args) : this.#ready.then(() => run(...args));
        // Told by the client's own errors.
        outcome.catch(() => {});
        if (begins.has(name)) this.#begun.push(outcome);
        return outcome;
      };
    }
    const duplicate = client.duplicate.bind(client);
    client.duplicate = (overrides) => this.#subscriber(duplicate({ ...waits, ...overrides }));
    client.disconnect = async () => {
      if (client.isOpen) client.destroy();
    };
    return client;
  }

  /** A connection of an adapter's own, for what waits: its commands wait too while Redis is away. */
  #subscriber(client: RedisLike): RedisLike {
    this.#duplicates.push(client);
    client.on("error", () => {
      // The first connection tells of it.
    });
    const connect = client.connect.bind(client);
    // It fails only where the app has ended meanwhile; then nobody is to go on.
    client.connect = () => {
      const connected = connect().catch(() => new Promise(() => {}));
      this.#begun.push(connected);
      return connected;
    };
    readWithoutHoles(client, (reading) => this.#begun.push(reading));
    return this.#contain(client, () => true);
  }
}

/** Commands whose promises adapters drop, and those that may be sent ahead of the first connection. */
const contained = [
  "publish",
  "sPublish",
  "subscribe",
  "sSubscribe",
  "pSubscribe",
  "unsubscribe",
  "pUnsubscribe",
  "set",
  "xAdd",
  "sendCommand",
];
/** Commands from which on others are heard. */
const begins: ReadonlySet<string> = new Set(["subscribe", "sSubscribe", "pSubscribe"]);
const failsAtOnce = { disableOfflineQueue: true };
const waits = { disableOfflineQueue: false };

function createClient({ url = defaultUrl }: RedisOptions, wanted: readonly string[]): RedisLike {
  const redis = requirePeer("redis", wanted) as { createClient(options: object): RedisLike };
  return redis.createClient({ url, ...failsAtOnce });
}

/**
 * Reads a stream from where it ends now, once and for all: the adapter asks for its end anew until the first message, and
 * loses what is added between two questions. A failure is paused for, because the adapter asks again at once.
 */
function readWithoutHoles(client: RedisLike, onBegin: (reading: Promise<unknown>) => void): void {
  const read = client.xRead.bind(client);
  const ends = new Map<string, Promise<string>>();
  const endOf = (key: string) => {
    const end = lastId(client, key);
    ends.set(key, end);
    end.catch(() => ends.delete(key));
    onBegin(end);
    return end;
  };
  const from = async ({ key, id }: StreamPosition): Promise<StreamPosition> => {
    return { key, id: id === "$" ? await (ends.get(key) ?? endOf(key)) : id };
  };
  client.xRead = async (streams, options) => {
    try {
      return await read(await Promise.all(streams.map(from)), options);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      throw error;
    }
  };
}

async function lastId(client: RedisLike, key: string): Promise<string> {
  // Redis's own form: a list of entries, each with its id first.
  const [entry] = (await client.sendCommand(["XREVRANGE", key, "+", "-", "COUNT", "1"])) as [[string]] | [];
  return entry?.[0] ?? "0-0";
}
