import type { EventEmitter } from "node:events";
import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import type { ErrorPayload } from "../../../contracts/wire/index.js";
import { addressOf } from "./address-of.js";

/** Milliseconds within which one line of the log is enough. */
const quietMs = 10_000;
/** Milliseconds after which a client may try again. */
const retryAfterMs = 10_000;

/** Counts the connections of each address. */
export class AddressLimit {
  readonly #max: number;
  readonly #log: FastifyBaseLogger;
  readonly #counts = new Map<string, number>();
  readonly #addresses = new WeakMap<object, string>();
  #refused = 0;
  #saidAtMs = -quietMs;

  constructor(max: number, log: FastifyBaseLogger) {
    this.#max = max;
    this.#log = log;
  }

  /** Why a request may open no connection; undefined for one that belongs to a connection that is there. */
  refuse(request: FastifyRequest): ErrorPayload | undefined {
    if (this.#counts.size === 0 || hasSession(request)) return undefined;
    const address = addressOf(request);
    if (address === undefined || (this.#counts.get(address) ?? 0) < this.#max) return undefined;
    this.#report(address);
    const message = "There are too many connections from your address.";
    return { code: "overloaded", message, retryAfterMs };
  }

  /** Counts a connection of Engine.IO's in, and out when it ends. */
  enter(transport: EventEmitter, request: FastifyRequest | undefined): void {
    const address = request && addressOf(request);
    if (address === undefined) return;
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
    this.#addresses.set(transport, address);
    transport.once("close", this.#leave);
  }

  /** One for all connections, which Node calls on theirs. */
  readonly #leave = leaveOf((transport) => {
    const address = this.#addresses.get(transport);
    if (address === undefined) return;
    this.#addresses.delete(transport);
    const count = (this.#counts.get(address) ?? 1) - 1;
    if (count === 0) this.#counts.delete(address);
    else this.#counts.set(address, count);
  });

  #report(address: string): void {
    this.#refused++;
    const nowMs = performance.now();
    if (nowMs - this.#saidAtMs < quietMs) return;
    this.#saidAtMs = nowMs;
    this.#log.warn(
      { address, count: this.#refused },
      `connections are refused: one address has ${this.#max}. If it is a proxy of yours, say so with Fastify's \`trustProxy\`; \`limits.connections.perAddress\` is the number`,
    );
    this.#refused = 0;
  }
}

function leaveOf(leave: (transport: object) => void): (this: object) => void {
  return function () {
    leave(this);
  };
}

/** Engine.IO takes the last of several ids, and an empty one for none. */
function hasSession({ raw }: FastifyRequest): boolean {
  const { url = "" } = raw;
  const [id = "", ...others] = new URLSearchParams(url.slice(url.indexOf("?") + 1)).getAll("sid");
  return id !== "" && others.length === 0;
}
