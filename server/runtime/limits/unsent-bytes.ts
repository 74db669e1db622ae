import type { ServerResponse } from "node:http";

/** What is used of Engine.IO's socket beyond its documented surface, as it is in 6.6. */
export interface Transport {
  readonly readyState: string;
  readonly remoteAddress?: string;
  readonly transport: {
    /** Nothing waits: what is sent now goes to the operating system. */
    readonly writable: boolean;
    /** `ws`'s, where the transport is a WebSocket. */
    readonly socket?: { terminate?(): void };
    /** Answers a poll, where the transport is polling. */
    doWrite?(data: unknown, options: unknown, done: () => void): void;
    readonly res?: ServerResponse | null;
  };
  /** What waits until the network has taken all before; handed on as a whole, and another list from then on. */
  readonly writeBuffer: Packet[];
  sendPacket(type: string, data: unknown, options?: unknown, callback?: unknown): void;
  close(discard?: boolean): void;
}

interface Packet {
  readonly data?: unknown;
}

/** Bytes of memory that a packet takes beside its content. */
const bytesOfPacket = 100;
/** Milliseconds that something has to wait for a client to be slow: what is sent at once waits for a moment, whoever reads. */
const patienceMs = 1_000;

/** How far a buffer has been counted; hangs on the buffer, so that nothing keeps what has been sent. */
interface Count {
  packets: number;
  bytes: number;
  readonly sinceMs: number;
}

const countKey: unique symbol = Symbol("wirepact.unsent");

interface Buffer extends Array<Packet> {
  [countKey]?: Count;
}

const responses = new WeakMap<object, Set<ServerResponse>>();

/**
 * Whether as much waits for a client as `maxBytes`, and has for a second; or twice as much. Costs nothing where nothing waits,
 * and looks at each packet once where something does. A text's UTF-16 unit counts as a byte.
 */
export function hasUnsent(transport: Transport, maxBytes: number): boolean {
  const { transport: inner, writeBuffer } = transport;
  if (inner.writable) return false;
  let bytes = 0;
  if (inner.doWrite !== undefined) {
    for (const response of unfinishedResponses(inner)) bytes += response.writableLength;
  }
  if (writeBuffer.length === 0) return bytes >= 2 * maxBytes;
  const count = countWaiting(writeBuffer);
  bytes += count.bytes;
  return bytes >= maxBytes && (bytes >= 2 * maxBytes || performance.now() - count.sinceMs >= patienceMs);
}

function countWaiting(buffer: Buffer): Count {
  let count = buffer[countKey];
  if (count === undefined) {
    count = { packets: 0, bytes: 0, sinceMs: performance.now() };
    buffer[countKey] = count;
  }
  for (; count.packets < buffer.length; count.packets++) {
    count.bytes += bytesOfPacket + bytesOf(buffer[count.packets]?.data);
  }
  return count;
}

function bytesOf(data: unknown): number {
  if (typeof data === "string") return data.length;
  return ArrayBuffer.isView(data) || data instanceof ArrayBuffer ? data.byteLength : 0;
}

/** Remembers a poll's response until the network has taken it: Engine.IO takes the next poll before. */
export function countResponse(transport: object, response: ServerResponse): void {
  const known = responses.get(transport) ?? new Set();
  responses.set(transport, known.add(response));
  response.once("close", () => known.delete(response));
}

/** Polls' responses that the network has not taken. */
export function unfinishedResponses(transport: object): Iterable<ServerResponse> {
  return responses.get(transport) ?? none;
}

const none: readonly ServerResponse[] = [];
