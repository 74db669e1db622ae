import type { Check } from "./check.js";
import { oneOf } from "./value.js";

/** Literals of which some are bigints; these travel as decimal text. */
export function literals(...values: readonly unknown[]): Check {
  const check = oneOf(...values);
  return (value, walk, says) => {
    const isWire = !walk.isWriting && typeof value === "string" && !values.includes(value);
    const given = isWire
      ? (values.find((each) => typeof each === "bigint" && `${each}` === value) ?? value)
      : value;
    check(given, walk, says);
    return walk.isWriting && typeof given === "bigint" ? `${given}` : given;
  };
}
