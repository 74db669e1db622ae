import type { Answer } from "./departure.js";
import type { Prepared } from "./prepare-payload.js";
import { type Pending, readReply } from "./read-failure.js";

/** What a call does whose acknowledgement carries no more than the value: there is no place for an error. */
export interface PlainReply {
  /** Settles a call with what its acknowledgement carries, as {@link readReply} does it for a reply object. */
  readonly read: (
    ok: unknown,
    value: unknown,
    error: unknown,
    pending: Pending,
    values?: readonly unknown[],
  ) => void;
  /** The output as the acknowledgement of a call carries it. */
  readonly write: (output: Prepared) => Answer;
}

/** The value alone. */
export const plainValue: PlainReply = {
  read: (_ok, _value, _error, pending, [value] = []) => readReply(true, value, undefined, pending),
  write: (output) => ({ ...output, isList: true, value: output.value === undefined ? [] : [output.value] }),
};

/** The values of a tuple, each on its own. */
export const plainValues: PlainReply = {
  read: (_ok, _value, _error, pending, values) => readReply(true, values, undefined, pending),
  write: (output) => ({ ...output, isList: true }),
};
