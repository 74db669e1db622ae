import { Deadline, defaultTimeoutMs, WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { CallShape, Member } from "./client-definition.js";
import type { CallOptions } from "./client-types.js";
import type { Departure } from "./departure.js";
import { type Prepared, preparePayload } from "./prepare-payload.js";
import { type Pending, readReply } from "./read-failure.js";
import type { Missed } from "./wait-for.js";

/** A call, without its types. */
export type Run = (...args: unknown[]) => Promise<unknown>;

/** A member of `call`: a function with its `safe` form. */
export function outgoingCall(shape: CallShape): Member {
  return (name, connection) => {
    const callee: Callee = { name, connection, shape };
    // A call without an input has its options first.
    return withSafe((...args) => runCall(callee, args[0], args[shape.input ? 1 : 0]));
  };
}

/** The same with a list of arguments. Behind them there is no place for options, which `with` takes instead. */
export function outgoingCallWithArguments(shape: CallShape): Member {
  return (name, connection) => {
    const callee: Callee = { name, connection, shape, isList: true };
    const bind = (options?: unknown) => withSafe((...args) => runCall(callee, args, options));
    return Object.assign(bind(), { with: bind });
  };
}

/** What is called, and whether with a list of arguments. */
interface Callee {
  readonly name: string;
  readonly connection: ChannelConnection;
  readonly shape: CallShape;
  readonly isList?: true;
}

/** A call with its `safe` form. */
export function withSafe(run: Run): Run & { readonly safe: Run } {
  return Object.assign(run, {
    safe: (...args: unknown[]) =>
      run(...args).then(
        (value) => ({ ok: true, value }),
        (error: unknown) => ({ ok: false, error }),
      ),
  });
}

function runCall(
  { name, connection, shape, isList }: Callee,
  input: unknown,
  options: unknown,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { timeoutMs, signal } = (options ?? {}) as CallOptions;
    if (signal?.aborted) throw notAnswered(name, "aborted", false);
    const prepared = preparePayload(shape.input, input, name);
    // An optional input that is left out leaves no place for a mark: `null` there would be a payload.
    const isMarked = Boolean(signal && !isList && (!shape.input || prepared.text));
    const call = new OutgoingCall(name, connection, { shape, resolve, reject }, prepared, isMarked);
    call.isList = isList;
    connection.depart(call);
    call.begin(timeoutMs ?? shape.timeoutMs ?? defaultTimeoutMs);
    call.signal = signal;
    signal?.addEventListener("abort", call);
  });
}

/** A call under way. One object with all that it needs: there may be a hundred thousand in a second. */
class OutgoingCall extends Deadline implements Departure {
  declare readonly name: string;
  declare readonly connection: ChannelConnection;
  declare readonly memory: number;
  declare isList: boolean | undefined;
  declare readonly isMarked: boolean;
  declare value: unknown;
  declare text: string | undefined;
  /** Until it is settled. */
  declare pending: Pending | undefined;
  id: number | undefined = undefined;
  /** The caller's; this listens to it. */
  signal: AbortSignal | undefined = undefined;

  constructor(
    name: string,
    connection: ChannelConnection,
    pending: Pending,
    { value, text, memory }: Prepared,
    isMarked: boolean,
  ) {
    super();
    this.name = name;
    this.connection = connection;
    this.value = value;
    this.text = text;
    this.memory = memory;
    this.pending = pending;
    this.isMarked = isMarked;
  }

  handleEvent(): void {
    this.giveUp("aborted");
  }

  receive(ok: unknown, value: unknown, error: unknown, values?: readonly unknown[]): void {
    const pending = this.finish();
    if (pending) (pending.shape.reply?.read ?? readReply)(ok, value, error, pending, values);
  }

  end(error: WireError): void {
    this.finish()?.reject(error);
  }

  override onDue(): void {
    this.giveUp("timeout");
  }

  giveUp(code: Missed): void {
    const pending = this.finish();
    this.connection.withdraw(this, code);
    pending?.reject(notAnswered(this.name, code, this.id !== undefined));
  }

  /**
   * Lets go of the payload and of who waits for the reply. A Map or Set that grows or is cleared leaves its old table behind,
   * which keeps alive what was in it, and the tables after it, until V8 next looks through old memory.
   */
  finish(): Pending | undefined {
    const { pending } = this;
    this.clear();
    this.signal?.removeEventListener("abort", this);
    this.pending = undefined;
    this.value = undefined;
    this.text = undefined;
    return pending;
  }
}

function notAnswered(name: string, code: Missed, mayHaveRun: boolean): WireError {
  return new WireError(code, `\`${name}\` was not ${mayHaveRun ? "answered" : "sent"}.`, { mayHaveRun });
}
