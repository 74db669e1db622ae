import {
  type CallMark,
  cancelEvent,
  defaultTimeoutMs,
  type ErrorPayload,
  isWireError,
  setDeadline,
  shortenIssues,
  WireError,
} from "../../contracts/wire/index.js";
import { answerCalls } from "./answer-calls.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { CallShape, DeclaredErrors, Member } from "./client-definition.js";
import type { Stop } from "./client-types.js";
import type { Acknowledge, Answer } from "./departure.js";
import { brokenBy, failure, preparePayload, readPayload } from "./prepare-payload.js";

/** System codes that a handler may answer with of its own accord. */
const handlerCodes: ReadonlySet<string> = new Set(["unauthorized", "not_found", "overloaded", "too_large"]);

type Handler = (...args: unknown[]) => unknown;

/** Withdraws a running call of the server, by its cancel id. */
type Withdrawals = Map<unknown, () => void>;

/** Running calls by connection: a channel's calls share their cancel ids. */
const withdrawals = /* @__PURE__ */ new WeakMap<ChannelConnection, Withdrawals>();

function withdrawalsOf(connection: ChannelConnection): Withdrawals {
  const known = withdrawals.get(connection);
  if (known) return known;
  const made: Withdrawals = new Map();
  withdrawals.set(connection, made);
  connection.receivers[cancelEvent] = ([id]) => made.get(id)?.();
  return made;
}

/** A member of `handle`: answers a call of the server. */
export function incomingCall(shape: CallShape): Member {
  return (name, connection) => bindCall(name, shape, connection);
}

function bindCall(
  name: string,
  { input, output, errors = {}, timeoutMs = defaultTimeoutMs, args: list, reply }: CallShape,
  connection: ChannelConnection,
): (handler: Handler) => Stop {
  answerCalls(connection);
  const withdraw = withdrawalsOf(connection);
  const constructors = errorConstructors(errors);
  let current: { readonly run: Handler } | undefined;

  /** Runs the handler to its reply; never rejects. */
  const run = async (handler: Handler, value: unknown, signal: AbortSignal): Promise<Answer> => {
    let result: unknown;
    try {
      const context = { signal, error: constructors };
      result = await (list
        ? list.spread(handler, value, context)
        : input
          ? handler(value, context)
          : handler(context));
    } catch (error) {
      return failure(failureOf(error));
    }
    try {
      const prepared = preparePayload(output, result, name);
      return reply ? reply.write(prepared) : prepared;
    } catch (error) {
      connection.report("handler", error, name);
      const issues = isWireError(error) ? error.issues : undefined;
      return failure({
        code: "bad_output",
        message: brokenBy(name),
        ...(issues && { issues: shortenIssues(issues) }),
      });
    }
  };

  const failureOf = (error: unknown): ErrorPayload => {
    if (isWireError(error)) {
      const { code, message, retryAfterMs } = error;
      if (handlerCodes.has(code))
        return { code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) };
      if (Object.hasOwn(errors, code)) {
        try {
          return { code, message, data: preparePayload(errors[code], error.data, code).value };
        } catch (broken) {
          connection.report("handler", broken, name);
          return internal;
        }
      }
    }
    connection.report("handler", error, name);
    return internal;
  };

  connection.receivers[name] = (args) => {
    const acknowledge = args.at(-1);
    if (!isAcknowledge(acknowledge)) {
      const error = new WireError("bad_input", `\`${name}\` is a call and came without an acknowledgement.`);
      connection.report("bad_event", error, name);
      return;
    }
    const respond = (answer: Answer) => {
      // A plain acknowledgement has no place for an error.
      if (!reply || !answer.isError) acknowledge(answer);
    };
    const refuse = (error: ErrorPayload) => {
      respond(failure(error));
      if (reply) connection.report("bad_event", new WireError(error.code, error.message), name);
    };
    const mark = args.length === 3 && !list ? args[1] : undefined;
    const isMarked = isCallMark(mark);
    const cancelId = isMarked ? mark.cancelId : acknowledge.id;
    if ((!list && (args.length > 3 || (args.length === 3 && !isMarked))) || withdraw.has(cancelId)) {
      refuse({ code: "bad_input", message: "Expected one payload and a mark that no open call has." });
      return;
    }
    const given = args.slice(0, -1);
    const verdict = list ? list.read(input, given) : readPayload(input, given.slice(0, 1));
    if (!verdict.ok) {
      refuse({ code: "bad_input", message: brokenBy(name), issues: shortenIssues(verdict.issues) });
      return;
    }
    if (current === undefined) {
      refuse({ code: "not_found", message: `The client does not handle \`${name}\`.` });
      return;
    }

    const controller = new AbortController();
    const close = () => {
      deadline.clear();
      connection.running.delete(abandon);
      withdraw.delete(cancelId);
    };
    let isOpen = true;
    const answer = (made: Answer) => {
      if (!isOpen) return;
      isOpen = false;
      close();
      respond(connection.fits({ ...made, name: "" }) ? made : failure(tooLarge));
    };
    const giveUp = (code: "timeout" | "aborted", message: string) => {
      answer(failure({ code, message }));
      controller.abort(new WireError(code, message));
    };
    /** The connection is gone: an answer now would meet another call's number on the next one. */
    const abandon = () => {
      isOpen = false;
      close();
      controller.abort(new WireError("disconnected", "The connection ended."));
    };
    const deadline = setDeadline(timeoutMs, () => giveUp("timeout", `\`${name}\` was not answered in time.`));
    connection.running.add(abandon);
    withdraw.set(cancelId, () => giveUp("aborted", "The server gave up."));
    void run(current.run, verdict.value, controller.signal).then(answer);
  };

  return (handler) => {
    if (current) throw new Error(`\`${name}\` has a handler already: stop that one first.`);
    const entry = { run: handler };
    current = entry;
    return () => {
      if (current === entry) current = undefined;
    };
  };
}

/** A throw that the contract does not declare; its text stays here. */
const internal: ErrorPayload = { code: "internal", message: "The client's handler failed." };
const tooLarge: ErrorPayload = { code: "too_large", message: "The reply is larger than the server takes." };

/** Makers of the declared errors, as `context.error`. */
function errorConstructors(errors: DeclaredErrors): object {
  // No prototype: an error may have any name.
  const constructors: Record<string, unknown> = Object.create(null);
  for (const [code, data] of Object.entries(errors)) {
    const make = (value: unknown, message = `The call failed with \`${code}\`.`) =>
      new WireError(code, message, { data: value });
    constructors[code] = data === undefined ? (message?: string) => make(undefined, message) : make;
  }
  return constructors;
}

function isAcknowledge(value: unknown): value is Acknowledge {
  return typeof value === "function";
}

function isCallMark(value: unknown): value is CallMark {
  // Object() makes any value safe to look into.
  const { cancelId } = Object(value);
  return Number.isSafeInteger(cancelId) && cancelId >= 0;
}
