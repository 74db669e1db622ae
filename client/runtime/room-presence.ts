import {
  type PayloadCheck,
  type PresenceChange,
  type PresenceSnapshot,
  type Present,
  presenceChecks,
  roomEvents,
  type WireError,
} from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Call, CallOptions, ErrorReport } from "./client-types.js";
import { type ObservableValue, observableValue } from "./observable-value.js";
import { outgoingCall } from "./outgoing-call.js";
import type { RoomStay } from "./room-stay.js";

/** Who is present in a family's rooms: what all of them share. */
export interface FamilyPresence {
  /** Of the payload of the event that tells of changes. */
  readonly change: PayloadCheck;
  readonly of: (stay: RoomStay) => StayPresence;
}

/** Makes {@link FamilyPresence}, for a family by its name and the check of its keys. */
export type MakePresence = (
  family: string,
  key: PayloadCheck,
  connection: ChannelConnection,
) => FamilyPresence;

/** The calls of a family about who is present. */
interface PresenceCalls {
  readonly watch: Call<unknown, PresenceSnapshot, WireError>;
  readonly set: Call<{ readonly key: unknown; readonly data: unknown }, void, WireError>;
}

type PresenceReport = (kind: ErrorReport["kind"], error: unknown) => void;

/** For a family with presence, by the check of what clients tell of themselves. */
export function roomPresence(data: PayloadCheck): MakePresence {
  return (family, key, connection) => {
    const events = roomEvents(family);
    const { own, snapshot, change } = presenceChecks(key, data);
    // Outgoing calls with an input.
    const calls = {
      watch: outgoingCall({ input: key, output: snapshot })(events.watch, connection),
      set: outgoingCall({ input: own })(events.setPresence, connection),
    } as PresenceCalls;
    const report: PresenceReport = (kind, error) => {
      // With the connection the call goes, too: the next one brings it again.
      if ((error as Partial<WireError> | undefined)?.code !== "disconnected")
        connection.report(kind, error, family);
    };
    return { change, of: (stay) => new StayPresence(stay, calls, report) };
  };
}

/** Most changes that are kept for the snapshot that they may belong behind; where more come, one is missing and it is asked again. */
const maxMissed = 100;

/** Who is present where nobody is, or where it is not known. */
export const nobody: readonly Present<unknown>[] = [];

/** Who is present in the room of one stay: a snapshot, and the changes since. */
export class StayPresence {
  readonly list: ObservableValue<readonly Present<unknown>[]>;
  readonly #stay: RoomStay;
  readonly #calls: PresenceCalls;
  readonly #report: PresenceReport;
  readonly #present = new Map<string, unknown>();
  /** Of the latest change in the list; undefined until a snapshot is there. */
  #version: number | undefined;
  /** The latest question for a snapshot, while it is open. */
  #question: object | undefined;
  /** Changes that came while it was. */
  #missed: PresenceChange[] = [];

  constructor(stay: RoomStay, calls: PresenceCalls, report: PresenceReport) {
    this.#stay = stay;
    this.#calls = calls;
    this.#report = report;
    this.list = observableValue(nobody, (error) => report("listener", error));
    // For as long as the stay lives.
    stay.state.subscribe(({ status }) => this.#follow(status));
  }

  /** Rejects with a WireError. */
  async set(data: unknown, options?: CallOptions): Promise<void> {
    await this.#calls.set({ key: this.#stay.key, data }, options);
    this.#stay.own = { data };
  }

  /** Takes a change that has passed its check. */
  receive(change: PresenceChange): void {
    const { version, set, gone } = change;
    if (this.#stay.state.value.status !== "joined" || version <= (this.#version ?? -1)) return;
    if (this.#question) {
      // It may be newer than the answer, which is taken a moment after it has come.
      this.#missed.push(change);
      if (this.#missed.length > maxMissed) this.#missed.shift();
      return;
    }
    if (version !== (this.#version ?? version) + 1) {
      // One is missing, or none has been seen yet.
      void this.#ask();
      return;
    }
    this.#version = version;
    for (const id of gone) this.#present.delete(id);
    this.#take(set);
  }

  #follow(status: string): void {
    // What was known stays in view until there is something better.
    if (status === "rejoining" || status === "joining") return;
    this.#version = undefined;
    this.#question = undefined;
    if (status === "joined") {
      const { own } = this.#stay;
      if (own)
        this.#calls
          .set({ key: this.#stay.key, data: own.data })
          .catch((error) => this.#report("emit", error));
      void this.#ask();
    } else {
      this.#present.clear();
      if (this.list.value !== nobody) this.list.set(nobody);
    }
  }

  async #ask(): Promise<void> {
    const question = {};
    this.#question = question;
    this.#version = undefined;
    this.#missed = [];
    try {
      const { version, present } = await this.#calls.watch(this.#stay.key);
      if (this.#question !== question) return;
      this.#question = undefined;
      this.#version = version;
      this.#present.clear();
      this.#take(present);
      for (const change of this.#missed) this.receive(change);
    } catch (error) {
      if (this.#question !== question) return;
      this.#question = undefined;
      this.#report("bad_event", error);
    }
  }

  #take(changed: readonly Present<unknown>[]): void {
    for (const { id, data } of changed) this.#present.set(id, data);
    this.list.set([...this.#present].map(([id, data]) => ({ id, data })));
  }
}
