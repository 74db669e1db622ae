import type { PayloadCheck, RoomDefinition } from "../../contracts/wire/index.js";
import type { UnboundedMember } from "./channel.js";
import type { Connection } from "./connection.js";
import { HandlerContext } from "./handler-context.js";
import type { RoomRun } from "./middleware.js";
import type { Family } from "./room-families.js";
import { roomName } from "./room-name.js";

/** What a client asks for about a room. */
export interface Move {
  readonly connection: Connection;
  /** The room's name for Socket.IO. */
  readonly room: string;
  readonly key: unknown;
  /** The whole input of the call: the key, or what holds it. */
  readonly input: unknown;
  readonly context: HandlerContext;
}

/** What a call about rooms is made of, besides what it does. */
interface RoomCallOptions {
  readonly name: string;
  /** What middleware is told of it. */
  readonly kind: RoomRun["kind"];
  /** Default the family's key. */
  readonly input?: PayloadCheck;
  /** Default the input itself. */
  readonly keyOf?: (input: unknown) => unknown;
  readonly output?: PayloadCheck;
  readonly errors?: RoomDefinition["errors"];
  readonly requires?: RoomDefinition["requires"];
}

/** A call of clients about a family of rooms: one of wirepact's own, received as every other call is. */
export function roomCall(
  channel: string,
  family: Family,
  {
    name,
    kind,
    input = family.definition.key,
    keyOf = (key) => key,
    output,
    errors = {},
    requires,
  }: RoomCallOptions,
  run: (move: Move) => unknown,
): [string, UnboundedMember] {
  const move = (value: unknown, context: HandlerContext) => {
    const connection = HandlerContext.connectionOf(context);
    const key = keyOf(value);
    const room = roomName(family.name, family.definition, key);
    return run({ connection, room, key, input: value, context });
  };
  return [
    name,
    {
      name,
      place: `${channel}.${name}`,
      errors: family.mayJoin?.errors ?? {},
      definition: { kind: "call", input, output, errors, ...(requires && { requires }) },
      ofRoom: { kind, room: family.name },
      // Called as every handler of a call with an input is.
      handle: (value, context) => move(value, context as HandlerContext),
    },
  ];
}
