import type { Server } from "socket.io";

/** Arguments of a packet that are looked at; two more than any packet of ours has would do. */
const maxArguments = 16;

/**
 * Cuts packets off behind their sixteenth argument. Socket.IO spreads the arguments of an acknowledgement over a function's
 * parameters, and some hundred thousand of them, which fit into a packet, overflow the call stack where nobody
 * catches it: the process ends.
 *
 * To be called before anybody connects: each connection makes a decoder of its own.
 */
export function boundArguments(io: Server): void {
  const Original = io._parser.Decoder;
  class BoundedDecoder extends Original {
    constructor(...parameters: ConstructorParameters<typeof Original>) {
      super(...parameters);
      // First in line, before the listener that Socket.IO adds to each new decoder.
      this.on("decoded", ({ data }) => {
        if (Array.isArray(data) && data.length > maxArguments) data.length = maxArguments;
      });
    }
  }
  Object.assign(io, { _parser: { ...io._parser, Decoder: BoundedDecoder } });
}
