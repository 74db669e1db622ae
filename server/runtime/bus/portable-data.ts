import { deserialize, serialize } from "node:v8";
import { BadMessage } from "./bus-guard.js";
import { readRecord, readText, readTexts } from "./read-bus-message.js";

/** A client as Socket.IO's `fetchSockets` gives it. */
export interface Member {
  readonly id: string;
  readonly handshake: object;
  readonly rooms: Iterable<string>;
  readonly data: unknown;
}

/** A client as another process is told of it. */
export interface PortableMember {
  readonly id: string;
  readonly handshake: unknown;
  readonly rooms: readonly string[];
  /** As JSON has it; what a process without wirepact reads. */
  readonly data: unknown;
  /** The same, in V8's own form; where JSON would lose something. */
  readonly exact?: string;
}

/** Levels of a session that are looked at. */
const maxDepth = 32;

/**
 * A client in a form that every adapter carries: sessions keep their Dates, Maps, Sets, bigints and bytes. What cannot
 * travel at all (functions, circles of other kinds) is left out and told to `onLoss`, where adapters would throw.
 */
export function toPortable(
  { id, handshake, rooms, data }: Member,
  onLoss: (error: unknown) => void,
): PortableMember {
  // It may hold what a session library keeps there, in circles.
  const { sessionStore: _sessionStore, ...request } = handshake as { readonly sessionStore?: unknown };
  const member = { id, handshake: plain(request, onLoss), rooms: [...rooms] };
  if (isPlain(data, 0)) return { ...member, data };
  try {
    const exact = serialize(data).toString("base64");
    return { ...member, data: plain(data, () => {}), exact };
  } catch (error) {
    onLoss(error);
    return { ...member, data: plain(data, () => {}) };
  }
}

/** What {@link toPortable} was given, from another process. Throws a {@link BadMessage}. */
export function fromPortable(value: unknown): Member {
  const { id, handshake, rooms, data, exact } = readRecord(value, "a client");
  return {
    id: readText(id, "a client's `id`"),
    handshake: readRecord(handshake, "a client's `handshake`"),
    rooms: readTexts(rooms, "a client's `rooms`"),
    data: exact === undefined ? readRecord(data, "a client's `data`") : readExact(exact),
  };
}

function readExact(value: unknown): unknown {
  const bytes = Buffer.from(readText(value, "a client's `exact`"), "base64");
  try {
    return readRecord(deserialize(bytes), "a client's `data`");
  } catch (cause) {
    throw new BadMessage("a client's `exact` cannot be read", { cause });
  }
}

/** Whether JSON gives back what it is given. */
function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || depth > maxDepth) return false;
  if (Array.isArray(value)) return value.every((each) => isPlain(each, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  // A key that is undefined is told from one that is absent by few.
  return Object.values(value).every((each) => each === undefined || isPlain(each, depth + 1));
}

function plain(value: unknown, onLoss: (error: unknown) => void): unknown {
  if (isPlain(value, 0)) return value;
  try {
    return JSON.parse(JSON.stringify(value) ?? "{}");
  } catch (error) {
    onLoss(error);
    return {};
  }
}
