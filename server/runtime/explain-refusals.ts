import type { Server } from "socket.io";
import type { ErrorPayload } from "../../contracts/wire/index.js";

/** The packet that refuses a namespace; Socket.IO protocol 5. */
const connectError = 4;

/**
 * Gives the packet by which Socket.IO refuses a namespace that it does not have, `{"message":"Invalid namespace"}` and no
 * more, the data that every other refusal has. There is no place but the encoder where that can be done.
 */
export function explainRefusals(io: Server, explain: (namespace: string) => ErrorPayload): void {
  const { encoder } = io;
  const encode = encoder.encode.bind(encoder);
  encoder.encode = (packet) => {
    // The parser's enumeration is no export of Socket.IO's.
    if ((packet.type as number) !== connectError || !isBare(packet.data)) return encode(packet);
    return encode({ ...packet, data: { ...packet.data, data: explain(packet.nsp) } });
  };
}

function isBare(data: unknown): data is { readonly message: string } {
  return (
    typeof data === "object" &&
    data !== null &&
    "message" in data &&
    data.message === "Invalid namespace" &&
    !("data" in data && data.data !== undefined)
  );
}
