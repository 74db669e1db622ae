import type { Check } from "./check.js";
import { boolean, oneOf } from "./value.js";
import { reportType } from "./walk.js";

/**
 * A boolean, which travels as the first text that stands for it.
 *
 * @param isCaseSensitive - Else the texts are in lower case.
 */
export function stringBool(
  truthy: readonly string[],
  falsy: readonly string[],
  isCaseSensitive = false,
): Check {
  const texts = oneOf(...truthy, ...falsy);
  return (value, walk, says) => {
    if (walk.isWriting) {
      boolean(value, walk, says);
      return value === true ? truthy[0] : falsy[0];
    }
    if (typeof value !== "string") return reportType(walk, says, "string", value);
    const text = isCaseSensitive ? value : value.toLowerCase();
    texts(text, walk, says);
    return truthy.includes(text);
  };
}
