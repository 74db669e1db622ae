import type { AnyMiddleware, UsedMiddleware } from "./middleware-of.js";
import type { ChannelImplementation } from "./server-types.js";

/** What stands behind a generated `implementChat`, without its types. */
interface Implement {
  (handlers: object): ChannelImplementation<string>;
  with(middleware: AnyMiddleware, ...members: readonly string[]): Implement;
}

/**
 * Makes the function that takes a channel's handlers. Called by generated code, which gives it its type: a call signature
 * and `with`, which gives a new function and leaves this one as it is.
 */
export function implementChannel<Typed>(channel: string): Typed {
  const implementWith = (used: readonly UsedMiddleware[]): Implement =>
    Object.assign((handlers: object) => ({ channel, handlers, middleware: used }), {
      with: (middleware: AnyMiddleware, ...members: readonly string[]) =>
        implementWith([...used, { middleware, members }]),
    });
  // Names of members and types of handlers are known to the generated interface alone.
  return implementWith([]) as Typed;
}
