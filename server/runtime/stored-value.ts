import { deserialize, serialize } from "node:v8";
import { holdsMemory } from "./holds-memory.js";

/** Stands before what JSON does not carry. */
const bytesMark = "v8:";

/** What may travel, as text that a store keeps; empty for nothing. Throws for what cannot be encoded. */
export function toStored(value: unknown): string {
  if (value === undefined) return "";
  return holdsMemory(value) ? bytesMark + serialize(value).toString("base64") : JSON.stringify(value);
}

/** Whether the text is not JSON: the value holds bytes. */
export function isStoredMemory(text: string): boolean {
  return text.startsWith(bytesMark);
}

/** What {@link toStored} was given. */
export function fromStored(text: string): unknown {
  if (text === "") return undefined;
  return isStoredMemory(text)
    ? deserialize(Buffer.from(text.slice(bytesMark.length), "base64"))
    : JSON.parse(text);
}
