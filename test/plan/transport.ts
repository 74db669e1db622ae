import { Decoder, Encoder, type Packet, PacketType } from "socket.io-parser";

/** What becomes of a payload on its way through Socket.IO's own parser, attachments included. */
export function transport(payload: unknown): unknown {
  const packets = new Encoder().encode({ type: PacketType.EVENT, nsp: "/", data: ["name", payload] });
  const decoder = new Decoder({ maxAttachments: 1_000 });
  let received: unknown;
  decoder.on("decoded", ({ data }: Packet) => {
    received = data[1];
  });
  for (const packet of packets) decoder.add(packet);
  // What is undefined at the end of the arguments never left.
  return payload === undefined ? undefined : received;
}
