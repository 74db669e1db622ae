import type { Check } from "./check.js";
import { quote, type Run, report, reportType } from "./walk.js";

/** True or false. */
export const boolean: Check = (value, walk, says) =>
  typeof value === "boolean" ? value : reportType(walk, says, "boolean", value);

/** `null`, `undefined`. */
export function only(value: null | undefined): Check {
  return (input, walk, says) => (input === value ? value : reportType(walk, says, `${value}`, input));
}

/** Nothing passes. */
export const never: Check = (value, walk, says) => reportType(walk, says, "never", value);

/** A literal, an enum: the values that pass. */
export function oneOf(...values: readonly unknown[]): Check {
  return (value, walk, says) => {
    // As a Set has it: NaN is itself.
    if (!values.includes(value)) {
      const texts = values.map(quote).join("|");
      const what = values.length === 1 ? "input: expected" : "option: expected one of";
      report(walk, says, "invalid_value", `Invalid ${what} ${texts}`);
    }
    return value;
  };
}

/** Converts before it checks; what cannot be converted stays what it is, and fails the type check. */
export function coerced(convert: (value: unknown) => unknown, node: Check): Check {
  return (input, walk, says) => {
    let value = input;
    try {
      value = convert(input);
    } catch {
      // An object that is not to be converted.
    }
    return node(value, walk, says);
  };
}

/** Here the author's own code has a say as well, which runs on the server only and may take less. */
export function custom(node: Check): Check {
  const run: Run = (value, walk, says) => {
    walk.isUnsure = true;
    return node(value, walk, says);
  };
  return Object.assign(run, node);
}
