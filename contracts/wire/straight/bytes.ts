/** A class whose instances are views of memory. */
interface View<Made> {
  new (memory: ArrayBuffer): Made;
}

/**
 * What came in as an attachment, as an instance of `View` with memory of its own: what Socket.IO hands over may be part
 * of a larger piece, and lie where the view cannot. Nothing for any other value, or one that leaves a rest.
 */
export function decodeBytes<Made>(value: unknown, View: View<Made>): Made | undefined {
  const memory = copyMemory(value);
  if (memory === undefined) return undefined;
  try {
    return new View(memory);
  } catch {
    // Its length is no multiple of the view's elements.
    return undefined;
  }
}

/** The bytes that a view of memory shows, not copied: what carries packets between servers knows no other views. */
export function bytesOf(view: ArrayBufferView): Uint8Array {
  if (view instanceof Uint8Array) return view;
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** A copy of the memory of an attachment; nothing for any other value. */
export function copyMemory(value: unknown): ArrayBuffer | undefined {
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (!ArrayBuffer.isView(value)) return undefined;
  const copy = new Uint8Array(value.byteLength);
  copy.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  return copy.buffer;
}
