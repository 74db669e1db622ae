import {
  maxPresenceIdLength,
  maxPresenceLength,
  maxPresent,
  type PayloadCheck,
  presenceChecks,
  roomEvents,
  WireError,
} from "../../../contracts/wire/index.js";
import type { UnboundedMember } from "../channel.js";
import type { Connection } from "../connection.js";
import type { HandlerContext } from "../handler-context.js";
import { roomCall } from "../room-call.js";
import type { Family } from "../room-families.js";
import { Run } from "../run.js";
import { sensitiveWithin } from "../sensitive/sensitive-within.js";
import { presenceOf, watchersOf } from "./channel-presence.js";

/** The calls by which clients learn who is present, and tell of themselves, by their names on the wire. */
export function presenceCalls(
  channel: string,
  families: ReadonlyMap<string, Family>,
): [string, UnboundedMember][] {
  return [...families.values()].flatMap((family) => {
    const { presence: data, key } = family.definition;
    if (data === undefined) return [];
    const events = roomEvents(family.name);
    const own = {
      ...presenceChecks(key, data).own,
      sensitive: [...sensitiveWithin(["key"], key), ...sensitiveWithin(["data"], data)],
    };
    const snapshot = { ...travelling, sensitive: sensitiveWithin(["present", null, "data"], data) };
    return [
      roomCall(
        channel,
        family,
        { name: events.watch, kind: "watch", output: snapshot },
        async ({ connection, room }) => {
          checkIsInside(connection, room);
          await connection.socket.join(watchersOf(room));
          return presenceOf(connection.channel).board.snapshot(room);
        },
      ),
      roomCall(
        channel,
        family,
        // The input has passed its check.
        {
          name: events.setPresence,
          kind: "setPresence",
          input: own,
          keyOf: (input) => (input as { key: unknown }).key,
        },
        ({ connection, room, key: roomKey, input, context }) => {
          const { data: told } = input as { data: unknown };
          setPresence({ connection, family, room, key: roomKey, context }, told);
        },
      ),
    ];
  });
}

/** What is on the board has been checked, and is as it travels. */
const travelling: PayloadCheck = {
  read: (value) => ({ ok: true, value }),
  write: (value) => ({ ok: true, value }),
};

/** Whose presence is set, and where. */
export interface OwnPresence {
  readonly connection: Connection;
  readonly family: Family;
  readonly room: string;
  readonly key: unknown;
  /** Of the client's call, with what middleware has added; absent where the server's own code tells of the client. */
  readonly context?: HandlerContext;
}

/**
 * Tells of a client in a room. Throws a {@link WireError}: `unauthorized` for one that is not inside, `too_large`,
 * `overloaded`, `bad_output` for data of the server's own that breaks the contract.
 */
export function setPresence(own: OwnPresence, data: unknown): void {
  const { connection, family, room } = own;
  checkIsInside(connection, room);
  const written = family.definition.presence?.write(data);
  if (!written?.ok) {
    throw new WireError("bad_output", `The presence in \`${family.name}\` breaks the contract.`, {
      issues: written?.issues ?? [],
    });
  }
  if ((JSON.stringify(written.value)?.length ?? 0) > maxPresenceLength) {
    throw new WireError("too_large", `Presence has ${maxPresenceLength} characters of JSON at most.`);
  }
  const id = idOf(own);
  const presence = presenceOf(connection.channel);
  const { taken, isPresent } = presence.board.seats(room, id);
  if (taken >= maxPresent && !isPresent) {
    throw new WireError("overloaded", `At most ${maxPresent} are present in a room.`);
  }
  presence.set(room, connection.id, id, written.value);
}

function checkIsInside({ socket }: Connection, room: string): void {
  if (!socket.rooms.has(room)) throw new WireError("unauthorized", "This client is not in the room.");
}

function idOf({ connection, family: { presenceId }, key, context }: OwnPresence): string {
  if (presenceId === undefined) return connection.id;
  const id = presenceId.handle(key, context ?? new Run(connection, presenceId).context);
  if (typeof id === "string" && id.length <= maxPresenceIdLength) return id;
  throw new TypeError(
    `\`${presenceId.place}\` has to return a text of at most ${maxPresenceIdLength} characters.`,
  );
}
