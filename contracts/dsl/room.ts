import type { ErrorSchemas, Schema } from "./schema.js";

/** Options of {@link room}. */
export interface RoomOptions<Errors extends ErrorSchemas> {
  /**
   * Who takes a client into a room. `"server"`, the default: the server's code alone. `"client"`: the client as well,
   * by `chat.rooms.conversation(key).join()`, if the server's `mayJoin` handler of the family lets it.
   */
  readonly join?: "server" | "client";
  /** Errors that `mayJoin` may refuse a client with: their names, and the schema of each one's data. */
  readonly errors?: Errors;
}

/** A family of rooms, as declared with {@link room}. */
export interface RoomDeclaration<Key extends Schema = Schema, Errors extends ErrorSchemas = ErrorSchemas> {
  readonly $wirepact: "room";
  readonly key: Key;
  readonly join: "server" | "client";
  readonly errors: Errors;
}

/**
 * Declares a family of rooms: server-side groups of clients, one room for each key.
 *
 * @param key - The schema of the key: text, a number, a boolean, or a flat object of these. Two keys name
 *   one room exactly when they are equal.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { room } from "wirepact/contract";
 *
 * export const conversation = room(z.string().max(64), {
 *   join: "client",
 *   errors: { Full: z.object({ seats: z.int() }) },
 * });
 * ```
 */
export function room<
  const Key extends Schema,
  // biome-ignore lint/complexity/noBannedTypes: `{}` is the record that has no error names
  const Errors extends ErrorSchemas = {},
>(key: Key, options: RoomOptions<Errors> = {}): RoomDeclaration<Key, Errors> {
  return {
    ...options,
    $wirepact: "room",
    key,
    join: options.join ?? "server",
    // The default of the type parameter is exactly what stands here for an absent option.
    errors: (options.errors ?? {}) as Errors,
  };
}
