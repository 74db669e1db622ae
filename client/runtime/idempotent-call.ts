import { Deadline, onceEvent, repeatForMs, WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { CallShape, Member } from "./client-definition.js";
import type { Departure } from "./departure.js";
import { outgoingCall } from "./outgoing-call.js";

/**
 * A member of `call` that outlives its connection: it is sent again on each new one until it is answered or its deadline
 * has passed, under a number by which the server knows that it is the same.
 */
export function idempotentCall(shape: CallShape): Member {
  return (name, connection) => {
    const departures = new WeakMap<Departure, RepeatedCall>();
    return outgoingCall(shape)(name, {
      ...connection,
      depart(call) {
        const repeated = new RepeatedCall(call, connection);
        try {
          repeated.depart();
        } catch (error) {
          repeated.settle();
          throw error;
        }
        departures.set(call, repeated);
      },
      withdraw(call, code) {
        const repeated = departures.get(call);
        if (!repeated) return;
        repeated.settle();
        connection.withdraw(repeated, code);
      },
    });
  };
}

/** What the server knows a client object by, over all of its connections. */
interface Caller {
  /** Random, and nobody else's to know: whoever has it can ask for the answers. */
  readonly key: string;
  next: number;
  /** Numbers of calls that are not settled yet, the oldest first. */
  readonly open: Set<number>;
}

const callers = /* @__PURE__ */ new WeakMap<ChannelConnection, Caller>();

function callerOf(connection: ChannelConnection): Caller {
  const known = callers.get(connection);
  if (known) return known;
  // Not `randomUUID`: pages without https do not have it.
  const parts = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36));
  const made: Caller = { key: parts.map((part) => part.padStart(7, "0")).join(""), next: 0, open: new Set() };
  callers.set(connection, made);
  return made;
}

/** A call, wrapped into what makes it one of a kind. */
class RepeatedCall implements Departure {
  readonly name = onceEvent;
  readonly value: unknown;
  readonly text: string;
  readonly memory: number;
  readonly isMarked: boolean;
  readonly #call: Departure;
  readonly #connection: ChannelConnection;
  readonly #caller: Caller;
  readonly #number: number;
  /** Whether a connection has ended behind which it may have run. */
  #wasLost = false;
  /** Takes back that it is to be sent later. */
  #stopWaiting: (() => void) | undefined;

  constructor(call: Departure, connection: ChannelConnection) {
    const caller = callerOf(connection);
    this.#call = call;
    this.#connection = connection;
    this.#caller = caller;
    this.#number = caller.next++;
    caller.open.add(this.#number);
    // The oldest that is open: there is one, which was just added.
    const [settledBelow] = caller.open;
    const head = [caller.key, this.#number, settledBelow, call.name];
    const { value, text } = call;
    this.value = text === undefined ? head : [...head, value];
    this.text = `${JSON.stringify(head).slice(0, -1)}${text === undefined ? "" : `,${text}`}]`;
    this.memory = call.memory;
    this.isMarked = call.isMarked ?? false;
  }

  /** The call itself is asked whether it has left. */
  get id(): number | undefined {
    return this.#call.id;
  }

  set id(id: number | undefined) {
    // Taken back on this connection, it may have run on that one.
    if (id !== undefined || !this.#wasLost) this.#call.id = id;
  }

  /**
   * Sends it, at once or when there is hope again. Throws where it cannot leave within its deadline.
   */
  depart(): void {
    try {
      this.#connection.depart(this);
    } catch (error) {
      if (!this.#departLater(error)) throw error;
    }
  }

  receive(ok: unknown, value: unknown, error: unknown): void {
    // What came too early, or too often, has not run.
    if (ok === false && this.#departLater(error)) return;
    this.settle();
    this.#call.receive?.(ok, value, error);
  }

  end(error: WireError, by: "client" | "server"): void {
    if (by === "server" && error.code === "disconnected" && this.#departAgain()) return;
    this.#wasLost ||= this.id !== undefined;
    this.#fail(error, by);
  }

  /** The server may forget the answer. */
  settle(): void {
    this.#stopWaiting?.();
    this.#caller.open.delete(this.#number);
  }

  /** Waits for as long as a refusal says, if that is within the deadline; false where it says nothing, or too much. */
  #departLater(refusal: unknown): boolean {
    // Object() makes any value safe to look into.
    const { code, retryAfterMs } = Object(refusal) as Partial<WireError>;
    if ((code !== "rate_limited" && code !== "overloaded") || typeof retryAfterMs !== "number") return false;
    const call = this.#call as Departure & Partial<Deadline>;
    const isTooLong = () => Boolean(call.dueMs && call.dueMs - performance.now() <= retryAfterMs);
    // The refusal speaks of this time alone: what may have run before ends with its deadline.
    if (isTooLong()) return this.#wasLost;
    const fail = (error: WireError) => this.#fail(error, "server");
    const timer = setTimeout(() => {
      this.#stopWaiting?.();
      try {
        this.depart();
      } catch (error) {
        // `depart` throws WireErrors only.
        fail(error as WireError);
      }
    }, retryAfterMs);
    const { onEnd } = this.#connection;
    onEnd.add(fail);
    this.#stopWaiting = () => {
      clearTimeout(timer);
      onEnd.delete(fail);
      this.#stopWaiting = undefined;
    };
    // The deadline of a call that was refused here and now begins when this returns.
    if (!call.dueMs) {
      queueMicrotask(() => {
        if (this.#stopWaiting && isTooLong()) fail(refusal as WireError);
      });
    }
    return true;
  }

  #fail(error: WireError, by: "client" | "server"): void {
    const { code, message, cause } = error;
    const isUnsure = this.#wasLost && !error.mayHaveRun;
    this.settle();
    this.#call.end?.(isUnsure ? new WireError(code, message, { cause, mayHaveRun: true }) : error, by);
  }

  /** False where there is no next connection to wait for, or too much waits for it. */
  #departAgain(): boolean {
    const call = this.#call;
    this.#wasLost ||= this.id !== undefined;
    try {
      this.depart();
    } catch {
      // The loss of the connection says more than that.
      return false;
    }
    // No longer than the server remembers what it answered.
    if (call instanceof Deadline && this.id !== undefined && call.dueMs - performance.now() > repeatForMs) {
      call.clear();
      call.begin(repeatForMs);
    }
    return true;
  }
}
