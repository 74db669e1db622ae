import path from "node:path";
import type { HandlerEdit } from "../handlers/handler-edit.js";
import type { Paint } from "./paint.js";

/** One handler file: what came into it, or, for a check, what is missing. */
export function formatHandlerEdit(
  edit: HandlerEdit,
  root: string,
  paint: Paint,
  tense: "done" | "missing" = "done",
): string {
  const file = paint.path(path.relative(root, edit.file).replaceAll(path.sep, "/"));
  const names = edit.handlers.map((name) => `\`${name}\``).join(", ");
  if (tense === "missing") {
    return edit.kind === "create"
      ? `${file}  is missing: the handlers of \`${edit.channel}\``
      : `${file}  lacks handlers of \`${edit.channel}\`: ${names}`;
  }
  return edit.kind === "create"
    ? `${paint.good("made")} ${file} for your handlers of \`${edit.channel}\``
    : `${paint.good("added")} ${names} to ${file}`;
}
