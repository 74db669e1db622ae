import type { Answer } from "./departure.js";
import type { Prepared } from "./prepare-payload.js";
import { type Pending, readReply } from "./read-failure.js";

/** What a call does whose acknowledgement carries no more than the value: there is no place for an error. */
export interface PlainReply {
  /** Settles a call with what its acknowledgement carries. */
  read(values: readonly unknown[], pending: Pending): void;
  /** The output as the acknowledgement of a call carries it. */
  write(output: Prepared): Answer;
}

/** The value alone. */
export const plainValue: PlainReply = {
  read: ([value], pending) => readReply(true, value, undefined, pending),
  write: (output) => ({ ...output, isList: true, value: output.value === undefined ? [] : [output.value] }),
};

/** The values of a tuple, each on its own. */
export const plainValues: PlainReply = {
  read: (values, pending) => readReply(true, values, undefined, pending),
  write: (output) => ({ ...output, isList: true }),
};
