import { isWireError } from "../../contracts/wire/index.js";
import type { UnboundedMember } from "./channel.js";
import { isRefusal } from "./failure-payload.js";
import type { HandlerContext } from "./handler-context.js";
import { memberRun } from "./member-run.js";
import type { MemberRun, MiddlewareHooks } from "./middleware.js";
import type { AnyMiddleware } from "./middleware-of.js";
import { isThenable } from "./run.js";

/** One run of a handler with its middleware. */
interface Passage {
  readonly values: readonly unknown[];
  readonly context: HandlerContext;
  readonly run: MemberRun;
}

/** Runs a handler, or what stands around it. */
type Pass = (passage: Passage) => unknown;

/**
 * A member whose handler runs within middleware, the first outermost; the member itself where there is none. Only promises
 * are awaited: around a synchronous handler synchronous middleware stays so.
 */
export function surroundHandler(
  channel: string,
  member: UnboundedMember,
  chain: readonly AnyMiddleware[],
): UnboundedMember {
  if (chain.length === 0) return member;
  const { definition } = member;
  const pass = chain.reduceRight<Pass>(
    (inner, middleware) => passThrough(member, middleware, inner),
    ({ values }) => member.handle(...values),
  );
  const handle = (...values: unknown[]) => {
    // The last argument of every handler; the payload is the first one, where there is one: a stream's items are none.
    const context = values.at(-1) as HandlerContext;
    const input = inputOf(definition, values);
    return pass({ values, context, run: memberRun(channel, member, input) });
  };
  return { ...member, handle };
}

/** What a middleware sees as the input: a stream's items are none, and several arguments are a list. */
function inputOf(definition: UnboundedMember["definition"], values: readonly unknown[]): unknown {
  if (definition.kind === "stream") return definition.input === undefined ? undefined : values[0];
  if (definition.argumentCount !== undefined) return values.slice(0, -1);
  return values.length > 1 ? values[0] : undefined;
}

function passThrough(member: UnboundedMember, { name, hooks }: AnyMiddleware, inner: Pass): Pass {
  return (passage) => {
    const { context, run } = passage;
    const runHook = (hook: keyof MiddlewareHooks, value: unknown, proceed: Proceed) =>
      settle(
        () => hooks[hook]?.(context, run, value),
        proceed,
        (error) => {
          if (error === value || mayAnswer(context, member, error)) throw error;
          throw new Error(`Middleware \`${name}\` failed in \`${hook}\` of \`${member.place}\`.`, {
            cause: error,
          });
        },
      );
    return runHook("before", undefined, (added, wasAwaited) => {
      // The call may have ended meanwhile: the handler does not run for nobody.
      if (wasAwaited) context.signal.throwIfAborted();
      addToContext(context, name, added);
      return settle(
        () => inner(passage),
        (output) => runHook("after", output, () => output),
        (error) =>
          runHook("error", error, () => {
            throw error;
          }),
      );
    });
  };
}

/** Whether an error is an answer, or the reason why nobody waits for one any more. */
function mayAnswer(context: HandlerContext, { definition }: UnboundedMember, error: unknown): boolean {
  if (!isWireError(error)) return false;
  const isDeclared = definition.kind !== "event" && Object.hasOwn(definition.errors, error.code);
  return isDeclared || isRefusal(error) || (context.signal.aborted && error === context.signal.reason);
}

function addToContext(context: HandlerContext, middleware: string, added: unknown): void {
  if (typeof added !== "object" || added === null) return;
  for (const [key, value] of Object.entries(added)) {
    if (key in context) {
      throw new Error(`Middleware \`${middleware}\` adds \`${key}\`, which the context has already.`);
    }
    Object.defineProperty(context, key, { value, enumerable: true });
  }
}

type Proceed = (value: unknown, wasAwaited: boolean) => unknown;

/** Calls `start` and goes on with what it gives, or with what it throws; at once, unless it is a promise. */
function settle(start: () => unknown, onValue: Proceed, onError: (error: unknown) => unknown): unknown {
  let value: unknown;
  try {
    value = start();
  } catch (error) {
    return onError(error);
  }
  if (!isThenable(value)) return onValue(value, false);
  return Promise.resolve(value).then((result) => onValue(result, true), onError);
}
