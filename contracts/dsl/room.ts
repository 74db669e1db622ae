import type { Schema } from "./schema.js";

/** A family of rooms, as declared with {@link room}. */
export interface RoomDeclaration<Key extends Schema = Schema> {
  readonly $wirepact: "room";
  readonly key: Key;
}

/**
 * Declares a family of rooms: server-side groups of clients, one room for each key.
 *
 * @param key - The schema of the key: text, a number, a boolean, or a flat object of these. Two keys name
 *   one room exactly when they are equal.
 */
export function room<const Key extends Schema>(key: Key): RoomDeclaration<Key> {
  return { $wirepact: "room", key };
}
