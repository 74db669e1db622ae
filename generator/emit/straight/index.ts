export { holdsOwnCode, needsZod } from "./own-code.js";
export type { PreludeName } from "./prelude.js";
export {
  type Line,
  printStraight,
  printStraightFiles,
  type StraightCode,
  type StraightFile,
  type StraightFilesCode,
  type StraightFilesRequest,
  type StraightPayload,
  type StraightRequest,
  type StraightSection,
  type StraightText,
} from "./print-straight.js";
export type { StraightDirection } from "./printer.js";
export { slotOf } from "./slots.js";
