import type { Server } from "socket.io";
import type { BinaryPacket, WantsBinary } from "./limits/declared-binary.js";

/** Arguments of a packet that are looked at: more than a contract declares, and far from what a call stack takes. */
const maxArguments = 1_000;

/** What packets are bound by, besides the number of arguments. */
export interface PacketBounds {
  /** The namespaces whose arguments are counted; default all. */
  readonly paths?: ReadonlySet<string>;
  /** Default: all that Socket.IO takes. */
  readonly wantsBinary?: WantsBinary | undefined;
}

/**
 * Cuts packets off behind their thousandth argument. Socket.IO spreads the arguments of an acknowledgement over a function's
 * parameters, and some hundred thousand of them, which fit into a packet, overflow the call stack where nobody
 * catches it: the process ends.
 *
 * Of a packet whose binary values nobody wants, these are let go as they come in: it is taken with Socket.IO's placeholders in
 * their places, which validation sees as any other object.
 *
 * To be called before anybody connects: each connection makes a decoder of its own.
 */
export function boundPackets(io: Server, { paths, wantsBinary }: PacketBounds = {}): void {
  const Original = io._parser.Decoder;
  const { decodeString } = Original.prototype as unknown as TextDecoder;
  // Socket.IO's own decoder makes every packet here. Another one is listened to, which costs each connection a function.
  const cut = cutIn(paths);
  const BoundedDecoder =
    typeof decodeString === "function" ? ownDecoder(Original, cut, wantsBinary) : otherDecoder(Original, cut);
  Object.assign(io, { _parser: { ...io._parser, Decoder: BoundedDecoder } });
}

type Decoder = Server["_parser"]["Decoder"];

/** What Socket.IO's decoder has, private in its types. */
interface TextDecoder {
  decodeString(text: string): Packet;
  add(frame: unknown): void;
  /** Binary values that are on their way and not wanted. */
  unwanted?: number;
}

interface Packet extends BinaryPacket {
  type: number;
  attachments?: number | undefined;
}

/** How far Socket.IO's numbers of packets with binary values are from those without. */
const toPlain = 3;

function ownDecoder(Original: Decoder, cut: Cut, wantsBinary: WantsBinary | undefined): Decoder {
  class BoundedDecoder extends Original {}
  const { decodeString, add } = Original.prototype as unknown as TextDecoder;
  const bounded: Pick<TextDecoder, "decodeString" | "add"> = {
    decodeString(this: TextDecoder, text) {
      const packet = decodeString.call(this, text);
      cut(packet);
      const { attachments } = packet;
      if (attachments !== undefined && wantsBinary?.(packet) === false) {
        packet.type -= toPlain;
        packet.attachments = undefined;
        this.unwanted = attachments;
      }
      return packet;
    },
    add(this: TextDecoder, frame) {
      if (this.unwanted) {
        // As Socket.IO does it, which closes the connection then.
        if (typeof frame === "string") throw new Error("got plaintext data when reconstructing a packet");
        this.unwanted--;
      } else add.call(this, frame);
    },
  };
  for (const name of ["decodeString", "add"] as const) {
    Object.defineProperty(BoundedDecoder.prototype, name, { value: bounded[name] });
  }
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
