import { Ajv2020 } from "ajv/dist/2020.js";
import { z } from "zod";
import { chat } from "../../contracts/chat.js";
import { whiteboard } from "../../contracts/whiteboard.js";
import type { Json, JsonSchema } from "./json-arbitrary.js";

/** Something that one side of an example contract sends, with a verdict on its payload that is not ours. */
export interface ExampleMember {
  readonly channel: "chat" | "whiteboard";
  /** As it stands in a frame: `postMessage`, `$join:board`. */
  readonly name: string;
  readonly kind: "call" | "event" | "opening" | "item";
  readonly schema: JsonSchema;
  /** What ajv says of JSON Schema. */
  isValid(value: unknown): boolean;
}

const ajv = new Ajv2020({ strict: true, strictNumbers: true, validateFormats: false, strictTypes: false });

/** What clients send of both example contracts. */
export const toServer: readonly ExampleMember[] = [chat, whiteboard].flatMap((channel) => {
  const name = channel === chat ? "chat" : "whiteboard";
  const rooms = Object.entries(channel.rooms).flatMap(([family, room]) =>
    room.join === "client" ? [member(name, `$join:${family}`, "call", room.key)] : [],
  );
  const members = Object.entries(channel.clientToServer).flatMap(([key, each]) => {
    if (each.$wirepact === "call") return [member(name, key, "call", each.input)];
    if (each.$wirepact === "event") return [member(name, key, "event", each.payload)];
    const item = each.clientItem ? [member(name, key, "item", each.clientItem)] : [];
    return [member(name, key, "opening", each.input), ...item];
  });
  return [...rooms, ...members];
});

/** What the server sends. */
export const toClient: readonly ExampleMember[] = [chat, whiteboard].flatMap((channel) => {
  const name = channel === chat ? "chat" : "whiteboard";
  return Object.entries(channel.serverToClient).map(([key, each]) =>
    each.$wirepact === "call"
      ? member(name, key, "call", each.input)
      : member(name, key, "event", each.payload),
  );
});

function member(
  channel: ExampleMember["channel"],
  name: string,
  kind: ExampleMember["kind"],
  zod: unknown,
): ExampleMember {
  // The contracts' own types are of many kinds; each is a zod schema.
  const schema = z.toJSONSchema(zod as z.ZodType, { io: "input" });
  const validate = ajv.compile(schema);
  // What `z.toJSONSchema` gives is a schema object; ours names the part of it that is read here.
  return { channel, name, kind, schema: schema as JsonSchema, isValid: (value) => validate(value) };
}

/** JSON Schema cannot say that a text is trimmed before it is measured. */
export function isSayable(value: Json): boolean {
  if (typeof value === "string") return value === value.trim();
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isSayable);
}
