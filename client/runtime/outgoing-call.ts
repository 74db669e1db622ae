import { Deadline, defaultTimeoutMs, WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { CallShape, Member } from "./client-definition.js";
import type { CallOptions } from "./client-types.js";
import type { Departure } from "./departure.js";
import { type Prepared, preparePayload } from "./prepare-payload.js";
import { type Pending, readReply } from "./read-failure.js";
import type { Missed } from "./wait-for.js";

/** A member of `call`: a function with its `safe` form. */
export function outgoingCall(shape: CallShape): Member {
  return (name, connection) => {
    const run = (...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        // A call without an input has its options first.
        const { timeoutMs, signal } = (args[shape.input ? 1 : 0] ?? {}) as CallOptions;
        if (signal?.aborted) throw notAnswered(name, "aborted", false);
        const prepared = preparePayload(shape.input, args[0], name);
        const call = new OutgoingCall({ name, shape, connection, prepared, signal, resolve, reject });
        connection.depart(call);
        call.begin(timeoutMs ?? shape.timeoutMs ?? defaultTimeoutMs);
      });
    return Object.assign(run, {
      safe: (...args: unknown[]) =>
        run(...args).then(
          (value) => ({ ok: true, value }),
          (error: unknown) => ({ ok: false, error }),
        ),
    });
  };
}

/** What a call is made of. */
interface Parts extends Pending {
  readonly name: string;
  readonly connection: ChannelConnection;
  readonly prepared: Prepared;
  readonly signal: AbortSignal | undefined;
}

/** A call under way. One object with all that it needs: there may be a hundred thousand in a second. */
class OutgoingCall extends Deadline implements Departure {
  readonly name: string;
  readonly value: unknown;
  readonly text: string | undefined;
  readonly memory: number;
  readonly isMarked: boolean;
  id: number | undefined = undefined;
  readonly #parts: Parts;
  readonly #abort: (() => void) | undefined;

  constructor(parts: Parts) {
    super();
    const { name, prepared, shape, signal } = parts;
    this.name = name;
    this.value = prepared.value;
    this.text = prepared.text;
    this.memory = prepared.memory;
    // An optional input that is left out leaves no place for a mark: `null` there would be a payload.
    this.isMarked = signal !== undefined && (!shape.input || prepared.text !== undefined);
    this.#parts = parts;
    if (!signal) return;
    this.#abort = () => this.#giveUp("aborted");
    signal.addEventListener("abort", this.#abort);
  }

  receive(ok: unknown, value: unknown, error: unknown): void {
    this.#stop();
    readReply(ok, value, error, this.#parts);
  }

  end(error: WireError): void {
    this.#stop();
    this.#parts.reject(error);
  }

  onDue(): void {
    this.#giveUp("timeout");
  }

  #giveUp(code: Missed): void {
    const { connection, reject, name } = this.#parts;
    this.#stop();
    connection.withdraw(this);
    reject(notAnswered(name, code, this.id !== undefined));
  }

  #stop(): void {
    this.clear();
    if (this.#abort) this.#parts.signal?.removeEventListener("abort", this.#abort);
  }
}

function notAnswered(name: string, code: Missed, mayHaveRun: boolean): WireError {
  return new WireError(code, `\`${name}\` was not answered.`, { mayHaveRun });
}
