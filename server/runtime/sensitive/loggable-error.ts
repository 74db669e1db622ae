import { isWireError, WireError } from "../../../contracts/wire/index.js";

/** An error as the log gets it: pino writes all fields of an error, and the data of one of ours is a payload. */
export function loggableError(error: unknown): unknown {
  if (!isWireError(error) || error.data === undefined || error.code === "internal") return error;
  const { code, message, issues, retryAfterMs, mayHaveRun, cause, stack } = error;
  const bare = new WireError(code, message, {
    mayHaveRun,
    ...(issues && { issues }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(cause !== undefined && { cause }),
  });
  return Object.defineProperty(bare, "stack", { value: stack });
}
