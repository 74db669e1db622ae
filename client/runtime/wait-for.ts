import { type Deadline, setDeadline, WireError } from "../../contracts/wire/index.js";
import type { OnceOptions, Stop } from "./client-types.js";

/** Why a wait ended without its result. */
export type Missed = "timeout" | "aborted";

/**
 * A promise that also ends at a deadline or with a signal, and that undoes what `start` began however it ends.
 *
 * @param start - Begins the wait and returns what ends it; it may settle at once, and may throw.
 */
export function waitFor<Value>(
  options: OnceOptions | undefined,
  start: (resolve: (value: Value) => void, reject: (error: WireError) => void) => Stop,
): Promise<Value> {
  const { timeoutMs, signal } = options ?? {};
  let stop: Stop | undefined;
  let deadline: Deadline | undefined;
  let abort = () => {};
  return new Promise<Value>((resolve, reject) => {
    const giveUp = (code: Missed) => reject(new WireError(code, "The wait ended."));
    if (signal?.aborted) return giveUp("aborted");
    stop = start(resolve, reject);
    if (timeoutMs !== undefined) deadline = setDeadline(timeoutMs, () => giveUp("timeout"));
    abort = () => giveUp("aborted");
    signal?.addEventListener("abort", abort);
  }).finally(() => {
    deadline?.clear();
    signal?.removeEventListener("abort", abort);
    stop?.();
  });
}
