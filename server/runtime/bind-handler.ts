import type { Member } from "./channel.js";
import type { Handlers } from "./check-implementations.js";
import { declaredErrors } from "./declared-errors.js";

/** A handler with its place in messages; `owner` is the channel, or what within it holds the handlers. */
export function bindHandler(
  owner: string,
  name: string,
  handlers: Handlers,
  errors: Parameters<typeof declaredErrors>[1],
): Member {
  const place = `${owner}.${name}`;
  return {
    name,
    place,
    errors: declaredErrors(place, errors),
    // Called as a method, so that `this` in a handler is what the handlers were given as.
    handle: (...values) => handlers[name]?.(...values),
  };
}
