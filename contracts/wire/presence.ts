import { fieldsCheck, listCheck, plainCheck } from "./compose-checks.js";
import type { PayloadCheck } from "./validation.js";

/** Most different ids that are present in one room; one more is `overloaded`. */
export const maxPresent = 1_000;
/** Longest data of one client, in UTF-16 units of its JSON; longer is `too_large`. */
export const maxPresenceLength = 4_096;
/** Longest id that `presenceId` may give, in UTF-16 units. */
export const maxPresenceIdLength = 200;

/** Somebody in a room: everything that has one id, however many clients that are, with what the latest of them told. */
export interface Present<Data> {
  /** What the server's `presenceId` gives for the client; without that handler the client's own id. */
  readonly id: string;
  readonly data: Data;
}

/** Who is present in a room, as one client sees it at first. */
export interface PresenceSnapshot {
  /** That of the latest change in it. */
  readonly version: number;
  readonly present: readonly Present<unknown>[];
}

/** What has changed since the version before. */
export interface PresenceChange {
  readonly key: unknown;
  readonly version: number;
  /** Those who came, or told something new. */
  readonly set: readonly Present<unknown>[];
  /** Ids of those who went. */
  readonly gone: readonly string[];
}

/** The checks of what travels about who is present, from those of a family's key and data. */
export function presenceChecks(key: PayloadCheck, data: PayloadCheck) {
  const id = plainCheck("an id", (value) => typeof value === "string" && value.length <= maxPresenceIdLength);
  const version = plainCheck(
    "a whole number from 0",
    (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  );
  const present = listCheck(fieldsCheck({ id, data }), maxPresent);
  return {
    /** What a client tells of itself. */
    own: fieldsCheck({ key, data }),
    snapshot: fieldsCheck({ version, present }),
    change: fieldsCheck({ key, version, set: present, gone: listCheck(id, maxPresent) }),
  };
}
