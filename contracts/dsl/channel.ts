import type { CallDeclaration } from "./call.js";
import type { EventDeclaration } from "./event.js";
import type { RoomDeclaration } from "./room.js";
import type { ErrorSchemas, Schema } from "./schema.js";
import type { StreamDeclaration } from "./stream.js";

/** A call or an event: what either direction of a channel holds. */
export type MemberDeclaration<Role extends string = string> =
  | CallDeclaration<Schema | undefined, Schema | undefined, ErrorSchemas, Schema | undefined, Role>
  | EventDeclaration<Schema | undefined, Schema | undefined, Role>;

/** Members of one direction, by name. */
export type Members<Role extends string = string> = Readonly<Record<string, MemberDeclaration<Role>>>;

/** Members that clients use: they may open streams as well. */
export type ClientMembers<Role extends string = string> = Readonly<
  Record<
    string,
    | MemberDeclaration<Role>
    | StreamDeclaration<
        Schema | undefined,
        Schema | undefined,
        Schema | undefined,
        Schema | undefined,
        ErrorSchemas,
        Role
      >
  >
>;

/** Families of rooms, by name. */
export type RoomFamilies<Role extends string = string> = Readonly<
  Record<string, RoomDeclaration<Schema, ErrorSchemas, Schema | undefined, Role>>
>;

/** What {@link channel} takes. */
export interface ChannelOptions<
  Auth extends Schema | undefined,
  Errors extends ErrorSchemas,
  Rooms extends RoomFamilies,
  ClientToServer extends ClientMembers,
  ServerToClient extends Members,
  Params extends Schema | undefined,
  Role extends string = string,
> {
  /**
   * An object schema with one field for each `:name` of the path: text, a number or a boolean each. Every combination of
   * values is a namespace of its own, with clients and rooms of its own.
   */
  readonly params?: Params;
  /** An object schema: what a client has to present when it connects. Without it nothing is asked. */
  readonly auth?: Auth;
  /**
   * Roles that clients may have: what calls, events, streams and rooms may `require`. The server's `roles` handler says which
   * ones a client has.
   */
  readonly roles?: readonly Role[];
  /** Errors with which the server's `connect` handler may refuse a client. */
  readonly errors?: Errors;
  /** Families of server-side rooms. */
  readonly rooms?: Rooms;
  /** What a client may call and emit, and the streams that it may open. */
  readonly clientToServer?: ClientToServer;
  /** What the server may call and emit. */
  readonly serverToClient?: ServerToClient;
}

/** A channel, as declared with {@link channel}. */
export interface ChannelDeclaration<
  Auth extends Schema | undefined = Schema | undefined,
  Errors extends ErrorSchemas = ErrorSchemas,
  Rooms extends RoomFamilies = RoomFamilies,
  ClientToServer extends ClientMembers = Members,
  ServerToClient extends Members = Members,
  Params extends Schema | undefined = Schema | undefined,
  Role extends string = string,
> {
  readonly $wirepact: "channel";
  readonly path: string;
  readonly params: Params;
  readonly auth: Auth;
  readonly roles: readonly Role[] | undefined;
  readonly errors: Errors;
  readonly rooms: Rooms;
  readonly clientToServer: ClientToServer;
  readonly serverToClient: ServerToClient;
}

/**
 * Declares a channel: one Socket.IO namespace with everything that may be said on it. Export it from any
 * file of the contracts folder; the name of the export gives the generated code its names.
 *
 * @param path - The namespace, with its leading slash: `"/chat"`, or `"/"` for the default namespace. A part that begins
 *   with a colon is a parameter, `"/org/:orgId"`, which `params` declares.
 *
 * @example
 * ```ts
 * import { z } from "zod";
 * import { call, channel, event, room } from "wirepact/contract";
 *
 * export const lobby = channel("/lobby", {
 *   auth: z.object({ name: z.string() }),
 *   rooms: { table: room(z.object({ number: z.int() })) },
 *   clientToServer: { sit: call({ input: z.object({ table: z.int() }), output: z.boolean() }) },
 *   serverToClient: { seated: event(z.object({ name: z.string() })) },
 * });
 * ```
 */
export function channel<
  const Auth extends Schema | undefined = undefined,
  // biome-ignore lint/complexity/noBannedTypes: `{}` is the record that has no names
  const Errors extends ErrorSchemas = {},
  // biome-ignore lint/complexity/noBannedTypes: as above
  const Rooms extends RoomFamilies<NoInfer<Role>> = {},
  // biome-ignore lint/complexity/noBannedTypes: as above
  const ClientToServer extends ClientMembers<NoInfer<Role>> = {},
  // biome-ignore lint/complexity/noBannedTypes: as above
  const ServerToClient extends Members<never> = {},
  const Params extends Schema | undefined = undefined,
  const Role extends string = never,
>(
  path: string,
  options: ChannelOptions<Auth, Errors, Rooms, ClientToServer, ServerToClient, Params, Role> = {},
): ChannelDeclaration<Auth, Errors, Rooms, ClientToServer, ServerToClient, Params, Role> {
  return {
    ...options,
    $wirepact: "channel",
    path,
    // The defaults of the type parameters are exactly what stands here for an absent option.
    params: options.params as Params,
    auth: options.auth as Auth,
    roles: options.roles,
    errors: (options.errors ?? {}) as Errors,
    rooms: (options.rooms ?? {}) as Rooms,
    clientToServer: (options.clientToServer ?? {}) as ClientToServer,
    serverToClient: (options.serverToClient ?? {}) as ServerToClient,
  };
}
