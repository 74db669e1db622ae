import { type Deadline, setDeadline, WireError } from "../../contracts/wire/index.js";
import type { OnceOptions, Stop } from "./client-types.js";

/** Why a wait ended without its result. */
export type Missed = "timeout" | "aborted";

/**
 * A promise that also ends at a deadline or with a signal, and that undoes what `start` began however it ends.
 *
 * @param start - Begins the wait and returns what ends it; it may settle at once, and may throw.
 * @param fail - Makes the error of a wait that ended without its result.
 */
export function waitFor<Value>(
  options: OnceOptions | undefined,
  start: (resolve: (value: Value) => void, reject: (error: WireError) => void) => Stop,
  fail: (code: Missed) => WireError = missed,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const { timeoutMs, signal } = options ?? {};
    if (signal?.aborted) throw fail("aborted");
    let isOver = false;
    let stop: Stop | undefined;
    let deadline: Deadline | undefined;
    const end = () => {
      isOver = true;
      deadline?.clear();
      signal?.removeEventListener("abort", abort);
      stop?.();
    };
    const giveUp = (code: Missed) => {
      end();
      reject(fail(code));
    };
    const abort = () => giveUp("aborted");
    stop = start(
      (value) => {
        end();
        resolve(value);
      },
      (error) => {
        end();
        reject(error);
      },
    );
    if (isOver) return stop();
    if (timeoutMs !== undefined) deadline = setDeadline(timeoutMs, () => giveUp("timeout"));
    signal?.addEventListener("abort", abort);
  });
}

/** The error of a wait that nothing was sent for. */
function missed(code: Missed): WireError {
  return new WireError(code, "The wait ended.");
}
