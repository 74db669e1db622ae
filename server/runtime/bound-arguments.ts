import type { Server } from "socket.io";

/** Arguments of a packet that are looked at: more than a contract declares, and far from what a call stack takes. */
const maxArguments = 1_000;

/**
 * Cuts packets off behind their thousandth argument. Socket.IO spreads the arguments of an acknowledgement over a function's
 * parameters, and some hundred thousand of them, which fit into a packet, overflow the call stack where nobody
 * catches it: the process ends.
 *
 * To be called before anybody connects: each connection makes a decoder of its own.
 *
 * @param paths - The namespaces that it is done for; default all.
 */
export function boundArguments(io: Server, paths?: ReadonlySet<string>): void {
  const Original = io._parser.Decoder;
  const { decodeString } = Original.prototype as unknown as TextDecoder;
  // Socket.IO's own decoder makes every packet here. Another one is listened to, which costs each connection a function.
  const cut = cutIn(paths);
  const BoundedDecoder =
    typeof decodeString === "function" ? ownDecoder(Original, cut) : otherDecoder(Original, cut);
  Object.assign(io, { _parser: { ...io._parser, Decoder: BoundedDecoder } });
}

type Decoder = Server["_parser"]["Decoder"];

/** What Socket.IO's decoder has, private in its types. */
interface TextDecoder {
  decodeString(text: string): { data?: unknown; nsp?: string };
}

function ownDecoder(Original: Decoder, cut: Cut): Decoder {
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

function otherDecoder(Original: Decoder, cut: Cut): Decoder {
  return class BoundedDecoder extends Original {
    constructor(...parameters: ConstructorParameters<Decoder>) {
      super(...parameters);
      // First in line, before the listener that Socket.IO adds to each new decoder.
      this.on("decoded", cut);
    }
  };
}

/** Shortens what a packet carries. */
type Cut = (packet: { readonly data?: unknown; readonly nsp?: string }) => void;

function cutIn(paths: ReadonlySet<string> | undefined): Cut {
  return ({ data, nsp = "/" }) => {
    if (Array.isArray(data) && data.length > maxArguments && (paths?.has(nsp) ?? true)) {
      data.length = maxArguments;
    }
  };
}
