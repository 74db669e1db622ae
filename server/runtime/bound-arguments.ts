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
  const { decodeString } = Original.prototype as unknown as TextDecoder;
  // Socket.IO's own decoder makes every packet here. Another one is listened to, which costs each connection a function.
  const BoundedDecoder = typeof decodeString === "function" ? ownDecoder(Original) : otherDecoder(Original);
  Object.assign(io, { _parser: { ...io._parser, Decoder: BoundedDecoder } });
}

type Decoder = Server["_parser"]["Decoder"];

/** What Socket.IO's decoder has, private in its types. */
interface TextDecoder {
  decodeString(text: string): { data?: unknown };
}

function ownDecoder(Original: Decoder): Decoder {
  class BoundedDecoder extends Original {}
  const { decodeString } = Original.prototype as unknown as TextDecoder;
  const bounded: TextDecoder["decodeString"] = function (this: TextDecoder, text) {
    const packet = decodeString.call(this, text);
    cut(packet);
    return packet;
  };
  Object.defineProperty(BoundedDecoder.prototype, "decodeString", { value: bounded });
  return BoundedDecoder;
}

function otherDecoder(Original: Decoder): Decoder {
  return class BoundedDecoder extends Original {
    constructor(...parameters: ConstructorParameters<Decoder>) {
      super(...parameters);
      // First in line, before the listener that Socket.IO adds to each new decoder.
      this.on("decoded", cut);
    }
  };
}

function cut({ data }: { readonly data?: unknown }): void {
  if (Array.isArray(data) && data.length > maxArguments) data.length = maxArguments;
}
