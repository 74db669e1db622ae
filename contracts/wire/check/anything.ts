import type { Check } from "./check.js";

/** Anything: it is kept as it is. Whether JSON carries it is seen when it leaves. */
export const anything: Check = (value) => value;
