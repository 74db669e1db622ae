/** Socket.IO carries binary beside the JSON; it is one value, whatever its length. */
export function isBinary(value: unknown): value is ArrayBufferView | ArrayBuffer {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}
