import { type PayloadCheck, type PresenceChange, roomEvents, WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { DeclaredErrors } from "./client-definition.js";
import type { Call, CallOptions, Observable } from "./client-types.js";
import type { RoomShape } from "./joined-room.js";
import { outgoingCall } from "./outgoing-call.js";
import { brokenBy } from "./prepare-payload.js";
import { receiveEvent } from "./receive-event.js";
import { nobody } from "./room-presence.js";
import { left, type RoomFamily, RoomStay } from "./room-stay.js";

/** Most rooms of a family that a client keeps in mind because the server says so. */
const maxStays = 10_000;

/** Makes what gives a room for a key: {@link JoinableRoom}, {@link RoomPresence}, or both. */
export function bindRooms(
  name: string,
  { key: check, errors = {}, presence: makePresence }: RoomShape,
  connection: ChannelConnection,
  isGiven: boolean,
): (key: unknown) => unknown {
  const events = roomEvents(name);
  const callOf = (event: string, declared: DeclaredErrors) =>
    // An outgoing call with an input.
    outgoingCall({ input: check, errors: declared })(event, connection) as Call<unknown, void, WireError>;
  const family: RoomFamily = {
    name,
    connection,
    calls: { join: callOf(events.join, errors), leave: callOf(events.leave, {}) },
    presence: makePresence?.(name, check, connection),
    isGiven,
  };
  /** By the key's JSON; those that nobody would miss are not kept. */
  const stays = new Map<string, RoomStay>();

  const stayOf = (id: string): RoomStay => {
    const stay = stays.get(id) ?? new RoomStay(JSON.parse(id), family);
    stays.set(id, stay);
    return stay;
  };
  const tidy = (id: string) => {
    if (stays.get(id)?.isIdle) stays.delete(id);
  };
  receiveEvent(events.joined, check, connection, (key) => {
    const id = JSON.stringify(key);
    // A server that takes the client in without end is not followed.
    if (stays.has(id) || stays.size < maxStays) stayOf(id).enter();
  });
  receiveEvent(events.left, check, connection, (key) => {
    const id = JSON.stringify(key);
    stays.get(id)?.release();
    tidy(id);
  });
  if (family.presence) {
    receiveEvent(events.presence, family.presence.change, connection, (value) => {
      // The check has said so.
      const change = value as PresenceChange;
      stays.get(JSON.stringify(change.key))?.presence?.receive(change);
    });
  }
  // For as long as the connection lives.
  connection.state.subscribe(({ status }) => {
    if (status === "connected") return;
    const isComing = status === "connecting" || status === "reconnecting";
    for (const stay of [...stays.values()]) stay.suspend(isComing);
  });

  /** Follows whatever stay there is; the room is kept in mind for as long as somebody listens. */
  const follow = <Value>(
    id: string,
    select: (stay: RoomStay) => Observable<Value> | undefined,
    otherwise: Value,
  ): Observable<Value> => ({
    get value() {
      const stay = stays.get(id);
      return (stay && select(stay)?.value) ?? otherwise;
    },
    subscribe(listener) {
      const stay = stayOf(id);
      const stop = select(stay)?.subscribe(listener);
      stay.observers++;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        stop?.();
        stay.observers--;
        tidy(id);
      };
    },
  });

  return (key) => {
    const id = idOf(check, name, key);
    return {
      state: follow(id, ({ state }) => state, left),
      ...(!isGiven && {
        join: withSafe((options?: CallOptions) => stayOf(id).join(options)),
        leave: withSafe((options?: CallOptions) =>
          stayOf(id)
            .leave(options)
            .finally(() => tidy(id)),
        ),
      }),
      ...(family.presence && {
        presence: follow(id, ({ presence }) => presence?.list, nobody),
        setPresence: withSafe(async (data: unknown, options?: CallOptions) => {
          const { presence } = stayOf(id);
          await presence?.set(data, options).finally(() => tidy(id));
        }),
      }),
    };
  };
}

/**
 * The key's JSON, the same for equal keys.
 *
 * @throws WireError `bad_input` for a key that breaks the contract.
 */
function idOf(check: PayloadCheck, family: string, key: unknown): string {
  const written = check.write(key);
  // As the server reads it: trimmed, where the schema trims.
  const read = written.ok ? check.read(written.value) : written;
  if (!read.ok) throw new WireError("bad_input", brokenBy(family), { issues: read.issues });
  return JSON.stringify(read.value);
}

/** A call, with its `safe` form. */
function withSafe<Args extends unknown[]>(run: (...args: Args) => Promise<void>) {
  return Object.assign(run, {
    safe: (...args: Args) =>
      run(...args).then(
        () => ({ ok: true, value: undefined }),
        (error: unknown) => ({ ok: false, error }),
      ),
  });
}
