import type { ConnectOptions, ErrorReport } from "./client-types.js";

/** Tells the application of what goes wrong where nobody awaits an answer. */
export type Report = (kind: ErrorReport["kind"], error: unknown, member?: string) => void;

/** Reports to the application's own hook, else to the console. */
export function reporter(channel: string, onError: ConnectOptions["onError"]): Report {
  return (kind, error, member) => {
    const report = { kind, channel, member, error };
    try {
      if (onError) onError(report);
      else console.warn("wirepact:", report);
    } catch (failure) {
      // The hook itself failed: whatever called us must not.
      console.warn(failure);
    }
  };
}
