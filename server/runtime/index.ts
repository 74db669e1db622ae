export type * from "./server-types.js";
