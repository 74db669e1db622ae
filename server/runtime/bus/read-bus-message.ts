import { BadMessage } from "./bus-guard.js";

/** Whom a message is for, as adapters put it. */
export interface BusAudience {
  readonly rooms: readonly string[];
  readonly except: readonly string[];
  readonly flags?: Readonly<Record<string, unknown>>;
}

/** An event on its way to clients. */
export interface BusPacket {
  readonly type: number;
  readonly data: readonly [name: string, ...values: unknown[]];
}

/** Socket.IO's number of an event. */
const eventPacket = 2;
/** Names that Socket.IO tells its listeners of itself. */
const reserved: ReadonlySet<unknown> = new Set([
  "connect",
  "connect_error",
  "connection",
  "disconnect",
  "disconnecting",
  "new_namespace",
  "newListener",
  "removeListener",
  "error",
]);

/** An object that is no array. */
export function readRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    // An object can be asked for any key.
    return value as Readonly<Record<string, unknown>>;
  }
  throw new BadMessage(`${what} is no object`);
}

export function readText(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw new BadMessage(`${what} is no text`);
}

export function readTexts(value: unknown, what: string): readonly string[] {
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value;
  throw new BadMessage(`${what} is no list of texts`);
}

/** Whom a message is for. Throws a {@link BadMessage}. */
export function readAudience(value: unknown): BusAudience {
  const { rooms, except, flags } = readRecord(value, "`opts`");
  const audience = { rooms: readTexts(rooms, "`rooms`"), except: readTexts(except ?? [], "`except`") };
  return flags === undefined || flags === null
    ? audience
    : { ...audience, flags: readRecord(flags, "`flags`") };
}

/**
 * An event for clients: nothing that Socket.IO or wirepact says itself travels so. Where it is to be answered the process that
 * sends it gives it its own id; any other one could be that of a call under way. Throws a {@link BadMessage}.
 */
export function readPacket(value: unknown, isAnswered: boolean): BusPacket {
  const { type, data, id } = readRecord(value, "the packet");
  if (type !== eventPacket || (id !== undefined && !isAnswered) || !Array.isArray(data)) {
    throw new BadMessage("the packet is no event");
  }
  const [name] = data;
  if (typeof name !== "string" || name.startsWith("$") || reserved.has(name)) {
    throw new BadMessage("the packet has no name of an event");
  }
  // Its first item has just been looked at.
  return { type, data: data as unknown as BusPacket["data"] };
}

/** What processes tell one another by `serverSideEmit`. Throws a {@link BadMessage}. */
export function readServerSideEvent(value: unknown): void {
  const name: unknown = Array.isArray(value) ? value[0] : undefined;
  if (typeof name === "string" && !reserved.has(name)) return;
  throw new BadMessage("what another process tells has no name of an event");
}

/** How many clients of another process were sent something. Throws a {@link BadMessage}. */
export function readClientCount(value: unknown): void {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return;
  throw new BadMessage("`clientCount` is no count");
}
