import type { Middleware } from "./middleware.js";

/** A middleware, whatever it asks for and adds. */
export type AnyMiddleware = Middleware<never, unknown>;

/** A middleware where it is named: for some members of a channel, or, with none named, for all. */
export interface UsedMiddleware {
  readonly middleware: AnyMiddleware;
  readonly members: readonly string[];
}

/** What runs around one member. One that is named twice runs once, where it is named first. */
export function middlewareOf(member: string, used: readonly UsedMiddleware[]): readonly AnyMiddleware[] {
  const chosen = used.filter(({ members }) => members.length === 0 || members.includes(member));
  return [...new Set(chosen.map(({ middleware }) => middleware))];
}
