import { type PayloadCheck, roomEvents, type Validation, WireError } from "../../contracts/wire/index.js";
import type { DeclaredErrors, Member } from "./client-definition.js";
import type { Call, CallOptions, Observable } from "./client-types.js";
import { outgoingCall } from "./outgoing-call.js";
import { brokenBy, readPayload } from "./prepare-payload.js";
import { left, RoomStay } from "./room-stay.js";
import type { AnyRoomState, JoinableRoom } from "./room-types.js";

/** A family of rooms as the client sees it. */
export interface RoomShape {
  readonly key: PayloadCheck;
  readonly errors?: DeclaredErrors;
}

/** A member of `rooms`: a family that clients join. */
export function joinedRoom({ key: check, errors = {} }: RoomShape): Member {
  return (family, connection) => {
    const events = roomEvents(family);
    const callOf = (name: string, declared: DeclaredErrors) =>
      // An outgoing call with an input.
      outgoingCall({ input: check, errors: declared })(name, connection) as Call<unknown, void, WireError>;
    const calls = { join: callOf(events.join, errors), leave: callOf(events.leave, {}) };
    /** By the key's JSON; those that nobody would miss are not kept. */
    const stays = new Map<string, RoomStay>();

    const stayOf = (id: string): RoomStay => {
      const stay = stays.get(id) ?? new RoomStay(JSON.parse(id), family, connection, calls);
      stays.set(id, stay);
      return stay;
    };
    const tidy = (id: string) => {
      if (stays.get(id)?.isIdle) stays.delete(id);
    };

    const receive = (change: (stay: RoomStay) => void) => (args: readonly unknown[]) => {
      const verdict = readPayload(check, args);
      if (!verdict.ok) {
        connection.report("bad_event", badKey(family, verdict), family);
        return;
      }
      const id = JSON.stringify(verdict.value);
      change(stayOf(id));
      tidy(id);
    };
    connection.receivers[events.joined] = receive((stay) => stay.enter());
    connection.receivers[events.left] = receive((stay) => {
      // Not when it is on its way in again meanwhile.
      if (stay.state.value.status === "joined") stay.exit();
    });
    // For as long as the connection lives.
    connection.state.subscribe(({ status }) => {
      if (status === "connected") return;
      const isComing = status === "connecting" || status === "reconnecting";
      for (const stay of [...stays.values()]) stay.suspend(isComing);
    });

    return (key: unknown) => {
      const id = idOf(check, family, key);
      const state: Observable<AnyRoomState> = {
        get value() {
          return stays.get(id)?.state.value ?? left;
        },
        subscribe(listener) {
          const stay = stayOf(id);
          const stop = stay.state.subscribe(listener);
          stay.observers++;
          let isOver = false;
          return () => {
            if (isOver) return;
            isOver = true;
            stop();
            stay.observers--;
            tidy(id);
          };
        },
      };
      return {
        state,
        join: withSafe((options) => stayOf(id).join(options)),
        leave: withSafe((options) =>
          stayOf(id)
            .leave(options)
            .finally(() => tidy(id)),
        ),
        // The generated interface knows what each may fail with.
      } satisfies Record<keyof JoinableRoom<WireError>, unknown>;
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
  if (!read.ok) throw badKey(family, read);
  return JSON.stringify(read.value);
}

function badKey(family: string, { issues }: Validation & { readonly ok: false }): WireError {
  return new WireError("bad_input", brokenBy(family), { issues });
}

/** A call without an input, with its `safe` form. */
function withSafe(run: (options?: CallOptions) => Promise<void>) {
  return Object.assign(run, {
    safe: (options?: CallOptions) =>
      run(options).then(
        () => ({ ok: true as const, value: undefined }),
        // Calls reject with WireErrors only.
        (error: WireError) => ({ ok: false as const, error }),
      ),
  });
}
