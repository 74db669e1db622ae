/** Most binary values within one packet: Socket.IO's decoder ends the connection over more (`maxAttachments`). */
export const maxAttachments = 10;

/** What Socket.IO sends beside the JSON. */
export function isAttachment(value: unknown): value is ArrayBufferView | ArrayBuffer {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}

/** How many binary values a payload holds, at any depth. */
export function countAttachments(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (isAttachment(value)) return 1;
  let count = 0;
  for (const item of Object.values(value)) count += countAttachments(item);
  return count;
}
