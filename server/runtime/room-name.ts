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
 * Whether `id` can be a client's: Socket.IO gives each client a room of its own, named by its id, and a room of ours
 * passed off as an id would reach everybody in it.
 */
export function isClientId(id: string): boolean {
  return !id.includes(":[");
}
