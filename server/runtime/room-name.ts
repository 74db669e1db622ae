import { type RoomDefinition, WireError } from "../../contracts/wire/index.js";

/**
 * The Socket.IO room of a key: `conversation:["lobby"]`. Equal keys give equal names and no others do: the family ends
 * at the first colon, and JSON keeps text apart from numbers and quotes what would end a value.
 *
 * Throws a {@link WireError} with code `bad_input` for a key that its schema refuses.
 */
export function roomName(family: string, definition: RoomDefinition, key: unknown): string {
  const checked = definition.key.read(key);
  if (!checked.ok) {
    throw new WireError("bad_input", `The key of room \`${family}\` breaks the contract.`, {
      issues: checked.issues,
    });
  }
  return `${family}:${JSON.stringify(keyValues(definition, checked.value))}`;
}

function keyValues(definition: RoomDefinition, key: unknown): unknown[] {
  if (definition.fields === undefined) return [key];
  // A key with fields is an object: its schema has just said so.
  const fields = key as Readonly<Record<string, unknown>>;
  return definition.fields.map((field) => fields[field]);
}

/**
 * The family and the key that a Socket.IO room stands for; undefined for a room that is none of the contract's: a client's
 * private one, or one that was joined past the contract.
 */
export function readRoomName<Family extends { readonly definition: RoomDefinition }>(
  families: ReadonlyMap<string, Family>,
  room: string,
): { readonly family: Family; readonly key: unknown } | undefined {
  const end = room.indexOf(":[");
  const name = room.slice(0, Math.max(0, end));
  const family = families.get(name);
  if (family === undefined) return undefined;
  try {
    const values: unknown[] = JSON.parse(room.slice(end + 1));
    const { fields } = family.definition;
    const key = fields ? Object.fromEntries(fields.map((field, index) => [field, values[index]])) : values[0];
    // No other text names the same room, so that whatever was joined by hand is told from it.
    return roomName(name, family.definition, key) === room ? { family, key } : undefined;
  } catch {
    // Neither JSON nor a key of the family's.
    return undefined;
  }
}

/**
 * Whether `id` can be a client's: Socket.IO gives each client a room of its own, named by its id, and a room of ours
 * passed off as an id would reach everybody in it.
 */
export function isClientId(id: string): boolean {
  return !id.includes(":[");
}
