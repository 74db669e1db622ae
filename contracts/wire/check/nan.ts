import type { Check } from "./check.js";
import { reportType } from "./walk.js";

const text = "NaN";

/** NaN, which travels as the text "NaN". */
export const nan: Check = (value, walk, says) => {
  if (!Number.isNaN(walk.isWriting || value !== text ? value : Number.NaN)) {
    return reportType(walk, says, text, value);
  }
  return walk.isWriting ? text : Number.NaN;
};
