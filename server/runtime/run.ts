import type { WireError } from "../../contracts/wire/index.js";
import type { Member } from "./channel.js";
import type { Connection } from "./connection.js";
import { HandlerContext } from "./handler-context.js";
import type { Identity } from "./identity.js";
import type { Passage } from "./observe/passage.js";

/** One run of a handler, from the packet that caused it to its end. */
export class Run {
  readonly connection: Connection;
  readonly member: Member;
  readonly context: HandlerContext;
  /** Who the client was when this began; what it becomes meanwhile changes nothing here. */
  readonly identity: Identity;
  /** How observers see it, where there are any, from the handler's beginning on. */
  observed: Passage | undefined;
  /** Where the trace goes on that the client says it is in. */
  traceparent: string | undefined;
  #controller: AbortController | undefined;
  #abortReason: WireError | undefined;
  #isFinished = false;

  constructor(connection: Connection, member: Member) {
    this.connection = connection;
    this.member = member;
    this.identity = connection.identity;
    this.context = new HandlerContext(this);
  }

  /** Made when first asked for: most handlers never look at it. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      const reason = this.#abortReason ?? this.ended;
      if (reason !== undefined) this.#controller.abort(reason);
      else if (!this.#isFinished) this.connection.runs.add(this);
    }
    return this.#controller.signal;
  }

  /** Why nobody is left to work for. */
  protected get ended(): WireError | undefined {
    return this.connection.ended;
  }

  /** Whether `error` is no more than that the handler stopped when it was told to. */
  isOwnAbort(error: unknown): boolean {
    return error !== undefined && error === (this.#abortReason ?? this.ended);
  }

  /** Aborts {@link signal}; the first reason counts. */
  abort(reason: WireError): void {
    if (this.#abortReason !== undefined) return;
    this.#abortReason = reason;
    this.finish();
    this.#controller?.abort(reason);
  }

  /** The handler is done: its signal stays as it is. */
  finish(): void {
    this.#isFinished = true;
    if (this.#controller !== undefined) this.connection.runs.delete(this);
  }
}

/**
 * Calls a handler, which may return, throw, or promise either. Exactly one of `onValue` and `onError` is called; they
 * must not throw.
 *
 * @returns Whether the handler is still at it.
 */
export function invoke(
  handler: () => unknown,
  onValue: (value: unknown) => void,
  onError: (error: unknown) => void,
): boolean {
  let result: unknown;
  try {
    result = handler();
    if (isThenable(result)) {
      Promise.resolve(result).then(onValue, onError);
      return true;
    }
  } catch (error) {
    onError(error);
    return false;
  }
  onValue(result);
  return false;
}

/** Whether a handler has promised what it gives. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
