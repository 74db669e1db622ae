/** Longest text, in bytes, that fits a frame whose length is said in two bytes. */
const longest = 0xffff;

/**
 * A packet of Engine.IO's as one WebSocket frame, header and text in one piece of memory. Left to `ws`, each has its own and
 * the system is asked to gather them, which takes Node longer than copying the text does.
 *
 * @returns Nothing for a packet so long that others write it as well.
 */
export function textFrame(packet: string): Buffer | undefined {
  // Engine.IO's mark of a message stands before it.
  const length = Buffer.byteLength(packet) + 1;
  if (length > longest) return undefined;
  const header = length < 126 ? 2 : 4;
  const frame = Buffer.allocUnsafe(header + length);
  // The last frame of a message, of text.
  frame[0] = 0x81;
  if (length < 126) {
    frame[1] = length;
  } else {
    frame[1] = 126;
    frame[2] = length >> 8;
    frame[3] = length & 0xff;
  }
  frame[header] = messageMark;
  frame.write(packet, header + 1);
  return frame;
}

/** Engine.IO's packet type of a message: `4`. */
const messageMark = 0x34;
