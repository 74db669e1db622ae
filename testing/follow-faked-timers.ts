import { createRequire } from "node:module";

/** Engine.IO's server takes its timers from this module, which most test runners leave as it is when they fake the globals. */
const timers: Record<string, unknown> = createRequire(import.meta.url)("node:timers");

const followers = new Set<object>();
const names = ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] as const;
const own = names.map((name) => ({ name, real: timers[name], follow: follow(name) }));

/**
 * Lets the timers of `node:timers` be those of the globals, faked or not, so that a faked clock moves the server's
 * heartbeats as well.
 *
 * @returns What ends it; the module is as it was once the last one has been ended.
 */
export function followFakedTimers(): () => void {
  const follower = {};
  followers.add(follower);
  for (const { name, follow } of own) timers[name] = follow;
  return () => {
    if (!followers.delete(follower) || followers.size > 0) return;
    for (const { name, real, follow } of own) if (timers[name] === follow) timers[name] = real;
  };
}

/** Looked up at each call: a test may fake its timers at any time. */
function follow(name: (typeof names)[number]): (...values: readonly unknown[]) => unknown {
  return (...values) => Reflect.apply(globalThis[name], globalThis, values);
}
