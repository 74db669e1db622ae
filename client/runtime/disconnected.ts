import { WireError, type WireErrorOptions } from "../../contracts/wire/index.js";

/** What ends with a connection, or cannot begin without one; `cause` is the refusal, where there is one. */
export function disconnected(options: WireErrorOptions): WireError {
  return new WireError("disconnected", "The channel is not connected.", options);
}
