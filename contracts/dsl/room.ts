import type { Requires } from "./requires.js";
import type { ErrorSchemas, Schema } from "./schema.js";

/** Options of {@link room}. */
export interface RoomOptions<
  Errors extends ErrorSchemas,
  Presence extends Schema | undefined,
  Role extends string = string,
> {
  /**
   * Who takes a client into a room. `"server"`, the default: the server's code alone. `"client"`: the client as well,
   * by `chat.rooms.conversation(key).join()`, if the server's `mayJoin` handler of the family lets it.
   */
  readonly join?: "server" | "client";
  /** Errors that `mayJoin` may refuse a client with: their names, and the schema of each one's data. */
  readonly errors?: Errors;
  /**
   * The schema of what a client tells of itself to everybody in the room, by `setPresence`. Both sides then know who is
   * there, and with what data.
   */
  readonly presence?: Presence;
  /**
   * The role that a client has to have, or any one of several: others ask to join in vain, and who loses it is taken out.
   * Whom the server's own code takes in is that code's to decide.
   */
  readonly requires?: Requires<Role>;
}

/** A family of rooms, as declared with {@link room}. */
export interface RoomDeclaration<
  Key extends Schema = Schema,
  Errors extends ErrorSchemas = ErrorSchemas,
  Presence extends Schema | undefined = Schema | undefined,
  Role extends string = string,
> {
  readonly $wirepact: "room";
  readonly key: Key;
  readonly join: "server" | "client";
  readonly errors: Errors;
  readonly presence: Presence;
  readonly requires: Requires<Role> | undefined;
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
 *   presence: z.object({ name: z.string().max(40), isTyping: z.boolean() }),
 * });
 * ```
 */
export function room<
  const Key extends Schema,
  // biome-ignore lint/complexity/noBannedTypes: `{}` is the record that has no error names
  const Errors extends ErrorSchemas = {},
  const Presence extends Schema | undefined = undefined,
  const Role extends string = never,
>(key: Key, options: RoomOptions<Errors, Presence, Role> = {}): RoomDeclaration<Key, Errors, Presence, Role> {
  return {
    ...options,
    $wirepact: "room",
    key,
    join: options.join ?? "server",
    // The defaults of the type parameters are exactly what stands here for an absent option.
    errors: (options.errors ?? {}) as Errors,
    presence: options.presence as Presence,
    requires: options.requires,
  };
}
