export type { Heard, HeardEvent, PayloadOf, WaitOptions } from "./heard-events.js";
export { PairError, type PairErrorCode } from "./pair-error.js";
export {
  type Connect,
  type Delivery,
  type PairedApp,
  type SocketPair,
  type SocketPairOptions,
  socketPair,
} from "./socket-pair.js";
