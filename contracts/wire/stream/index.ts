export { type Ending, ItemReader } from "./item-reader.js";
export { type ItemSource, ItemWriter, isCredit } from "./item-writer.js";
export {
  creditEvent,
  firstWindow,
  itemEvent,
  itemsEndEvent,
  leaveEvent,
  type StreamOpening,
} from "./stream-protocol.js";
