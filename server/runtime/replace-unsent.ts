import type { Socket } from "socket.io";
import { latestKey } from "../../contracts/wire/index.js";
import type { ServerEvent } from "./channel.js";

/** A packet of Engine.IO's that has not left yet. */
interface Packet {
  data: unknown;
  options: unknown;
}

/** What is used of Socket.IO's client and of Engine.IO's socket beyond their documented surface. */
interface Client {
  readonly conn: {
    readonly transport: { readonly writable: boolean };
    readonly writeBuffer: Packet[];
    on(event: "flush", listener: () => void): unknown;
  };
  writeToEngine(encoded: unknown, options: unknown): void;
}

/** An event as its packets begin, and what tells them apart. */
interface Latest {
  readonly head: string;
  readonly latest: true | string;
}

const watched = new WeakMap<Client, Set<Latest>>();

/**
 * Sees to it that of certain events only the latest waits for a slow client: a newer one takes the place of the one that is
 * still in Engine.IO's buffer. It looks at what is about to be written, so that broadcasts count, of this process and of
 * others.
 */
export function replaceUnsent(socket: Socket, events: readonly ServerEvent[]): void {
  if (events.length === 0) return;
  const { name } = socket.nsp;
  const client = socket.client as unknown as Client;
  const known = watched.get(client);
  const all = known ?? new Set();
  for (const { name: event, definition } of events) {
    const { latest } = definition;
    const head = `2${name === "/" ? "" : `${name},`}[${JSON.stringify(event)}`;
    if (latest !== undefined) all.add({ head, latest });
  }
  if (known !== undefined) return;
  watched.set(client, all);
  watch(client, all);
}

function watch(client: Client, events: ReadonlySet<Latest>): void {
  const { conn } = client;
  const write = client.writeToEngine.bind(client);
  const unsent = new Map<string, Packet>();
  // From here on what is in the buffer is on its way.
  conn.on("flush", () => unsent.clear());

  client.writeToEngine = (encoded, options) => {
    const key = conn.transport.writable ? undefined : keyOf(encoded, events);
    const { length } = conn.writeBuffer;
    write(encoded, options);
    if (key === undefined || conn.writeBuffer.length !== length + 1) return;
    const fresh = conn.writeBuffer[length];
    const old = unsent.get(key);
    if (fresh === undefined) return;
    if (old === undefined) {
      unsent.set(key, fresh);
      return;
    }
    conn.writeBuffer.pop();
    old.data = fresh.data;
    old.options = fresh.options;
  };
}

/** Only asked where a client is slow, so that the packet may well be read once more. */
function keyOf(encoded: unknown, events: ReadonlySet<Latest>): string | undefined {
  const text: unknown = Array.isArray(encoded) && encoded.length === 1 ? encoded[0] : encoded;
  // Another parser than Socket.IO's: everything is sent.
  if (typeof text !== "string") return undefined;
  for (const { head, latest } of events) {
    if (!text.startsWith(head) || !/[,\]]/.test(text.charAt(head.length))) continue;
    const [, payload] = JSON.parse(text.slice(text.indexOf("["))) as unknown[];
    return `${head} ${latestKey(latest, payload)}`;
  }
  return undefined;
}
