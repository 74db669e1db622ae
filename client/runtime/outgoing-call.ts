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
    const { args: list } = shape;
    const bind = (given?: CallOptions) => {
      const run = (...args: unknown[]): Promise<unknown> =>
        new Promise((resolve, reject) => {
          // A call without an input has its options first; behind a list of arguments there is no place for them.
          const options = list ? given : (args[shape.input ? 1 : 0] as CallOptions | undefined);
          const { timeoutMs, signal } = options ?? {};
          if (signal?.aborted) throw notAnswered(name, "aborted", false);
          const prepared = list
            ? list.prepare(shape.input, args, name)
            : preparePayload(shape.input, args[0], name);
          // An optional input that is left out leaves no place for a mark: `null` there would be a payload.
          const isMarked = Boolean(signal && !list && (!shape.input || prepared.text));
          const call = new OutgoingCall(name, connection, { shape, resolve, reject }, prepared, isMarked);
          connection.depart(call);
          call.begin(timeoutMs ?? shape.timeoutMs ?? defaultTimeoutMs);
          if (signal) call.listenTo(signal);
        });
      return Object.assign(run, {
        safe: (...args: unknown[]) =>
          run(...args).then(
            (value) => ({ ok: true, value }),
            (error: unknown) => ({ ok: false, error }),
          ),
      });
    };
    return list ? list.withOptions(bind) : bind();
  };
}

/** A call under way. One object with all that it needs: there may be a hundred thousand in a second. */
class OutgoingCall extends Deadline implements Departure, Pending {
  declare readonly name: string;
  declare readonly shape: CallShape;
  declare readonly connection: ChannelConnection;
  declare readonly value: unknown;
  declare readonly text: string | undefined;
  declare readonly memory: number;
  declare readonly isList: boolean | undefined;
  declare readonly isMarked: boolean;
  declare readonly resolve: Pending["resolve"];
  declare readonly reject: Pending["reject"];
  id: number | undefined = undefined;
  /** Takes the listener off the caller's signal. */
  stop: (() => void) | undefined = undefined;

  constructor(
    name: string,
    connection: ChannelConnection,
    { shape, resolve, reject }: Pending,
    { value, text, memory, isList }: Prepared,
    isMarked: boolean,
  ) {
    super();
    this.name = name;
    this.shape = shape;
    this.connection = connection;
    this.value = value;
    this.text = text;
    this.memory = memory;
    this.isList = isList;
    this.resolve = resolve;
    this.reject = reject;
    this.isMarked = isMarked;
  }

  listenTo(signal: AbortSignal): void {
    const abort = () => this.giveUp("aborted");
    signal.addEventListener("abort", abort);
    this.stop = () => signal.removeEventListener("abort", abort);
  }

  receive(ok: unknown, value: unknown, error: unknown, values?: readonly unknown[]): void {
    const { reply } = this.shape;
    this.clear();
    if (reply) reply.read(values ?? [], this);
    else readReply(ok, value, error, this);
  }

  end(error: WireError): void {
    this.clear();
    this.reject(error);
  }

  onDue(): void {
    this.giveUp("timeout");
  }

  giveUp(code: Missed): void {
    this.clear();
    this.connection.withdraw(this);
    this.reject(notAnswered(this.name, code, this.id !== undefined));
  }

  override clear(): void {
    super.clear();
    this.stop?.();
  }
}

function notAnswered(name: string, code: Missed, mayHaveRun: boolean): WireError {
  return new WireError(code, `\`${name}\` was not answered.`, { mayHaveRun });
}
