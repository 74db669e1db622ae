export { holdsOwnCode } from "./own-code.js";
export { type PreludeName, prelude } from "./prelude.js";
export {
  printStraight,
  type StraightCode,
  type StraightPayload,
  type StraightRequest,
} from "./print-straight.js";
export type { StraightDirection } from "./printer.js";
