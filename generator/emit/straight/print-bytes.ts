import type { SchemaModel } from "../../model/index.js";
import { type Frame, local, type Path, refuse, use } from "./printer.js";

/** Prints memory, which Socket.IO carries beside the JSON: it leaves as its bytes, and comes in as a copy. */
export function printBytes(
  { array }: SchemaModel & { readonly kind: "bytes" },
  source: string,
  frame: Frame,
  path: Path,
): string {
  if (frame.direction === "write") {
    refuse(frame, `!(${source} instanceof ${array})`);
    return array === "ArrayBuffer" || array === "Uint8Array" ? source : `${use(frame, "bytesOf")}(${source})`;
  }
  const bytes = local(frame, path, "Bytes");
  const decoded =
    array === "ArrayBuffer"
      ? `${use(frame, "copyMemory")}(${source})`
      : `${use(frame, "decodeBytes")}(${source}, ${array})`;
  frame.lines.write(`const ${bytes} = ${decoded};`);
  refuse(frame, `${bytes} === undefined`);
  return bytes;
}
