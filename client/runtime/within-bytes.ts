import { type PayloadCheck, WireError } from "../../contracts/wire/index.js";
import { preparePayload } from "./prepare-payload.js";

/** A check of a payload that has a limit in the contract: one that is larger does not leave. */
export function withinBytes(maxBytes: number, check: PayloadCheck): PayloadCheck {
  return {
    ...check,
    write(payload) {
      const verdict = check.write(payload);
      if (!verdict.ok) return verdict;
      // Nothing is left to be refused: this encodes.
      const { text = "", memory } = preparePayload({ ...check, write: () => verdict }, payload, "");
      if (new TextEncoder().encode(text).length + Math.max(memory, 0) > maxBytes) {
        throw new WireError("too_large", `The payload has more than ${maxBytes} bytes.`);
      }
      return verdict;
    },
  };
}
