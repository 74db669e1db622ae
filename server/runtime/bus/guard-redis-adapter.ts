import { BadMessage, type BusGuard } from "./bus-guard.js";
import {
  checkBroadcast,
  type LocalAudience,
  localOf,
  portableAudience,
  toOwn,
} from "./guard-cluster-adapter.js";
import type { Member } from "./portable-data.js";
import {
  readAudience,
  readClientCount,
  readRecord,
  readServerSideEvent,
  readText,
  readTexts,
} from "./read-bus-message.js";
import { RemoteMembers } from "./remote-members.js";

/** What is used of `RedisAdapter` of @socket.io/redis-adapter 8. */
export interface RedisAdapterLike {
  readonly uid: string;
  readonly requestChannel: string;
  readonly responseChannel: string;
  readonly pubClient: { publish(channel: string, message: string): unknown };
  parser: { encode(value: unknown): Buffer; decode(message: Buffer): unknown };
  onmessage(pattern: unknown, channel: unknown, message: Buffer): void;
  onrequest(channel: unknown, message: Buffer): unknown;
  onresponse(channel: unknown, message: Buffer): void;
  publishResponse(request: object, response: string): void;
  serverCount(): Promise<number>;
  fetchSockets(audience: LocalAudience): Promise<Member[]>;
  addSockets(audience: LocalAudience, rooms: readonly string[]): unknown;
  delSockets(audience: LocalAudience, rooms: readonly string[]): unknown;
  disconnectSockets(audience: LocalAudience, close: boolean): unknown;
}

/** The adapter's own numbers of requests. */
const kinds = {
  sockets: 0,
  rooms: 1,
  join: 2,
  leave: 3,
  disconnect: 4,
  fetch: 5,
  told: 6,
  broadcast: 7,
} as const;

/** The first byte of JSON among what is MessagePack elsewhere. */
const brace = 0x7b;

/**
 * Guards Socket.IO's older Redis adapter. Clients of this process are moved between rooms and sent away at once, and not when
 * Redis gives back what was published, which is then passed over.
 */
export function guardRedisAdapter(adapter: RedisAdapterLike, guard: BusGuard): void {
  const { onmessage, onrequest, onresponse, serverCount, fetchSockets, parser } = adapter;
  const read = (message: Buffer) =>
    readRecord(message[0] === brace ? JSON.parse(message.toString()) : parser.decode(message), "the message");
  const members = new RemoteMembers(
    {
      fetchLocal: (audience) => fetchSockets.call(adapter, localOf(audience)),
      count: () => serverCount.call(adapter),
      ask: (requestId, opts) => {
        const request = { uid: adapter.uid, requestId, type: kinds.fetch, opts };
        adapter.pubClient.publish(adapter.requestChannel, JSON.stringify(request));
      },
    },
    guard,
  );

  // Where broadcasts are decoded, once each: a list, unlike requests.
  adapter.parser = {
    encode: (value) => parser.encode(value),
    decode: (message) => {
      const value = parser.decode(message);
      if (!Array.isArray(value) || value[0] === adapter.uid) return value;
      readAudience(value[2]);
      checkBroadcast(value[1], guard, false);
      return value;
    },
  };
  adapter.onmessage = (pattern, channel, message) =>
    guard.take(() => onmessage.call(adapter, pattern, channel, message));
  adapter.onrequest = (channel, message) => {
    if (String(channel).startsWith(adapter.responseChannel)) return adapter.onresponse(channel, message);
    return guard.take(async () => {
      const request = read(message);
      const { type, uid, requestId, opts } = request;
      checkRequest(request, guard);
      if (isMove(type) && uid === adapter.uid) return;
      if (type !== kinds.fetch) await onrequest.call(adapter, channel, message);
      else if (uid !== adapter.uid) {
        const sockets = await members.answer(readAudience(opts));
        adapter.publishResponse(request, JSON.stringify({ requestId, sockets }));
      }
    });
  };
  adapter.onresponse = (channel, message) =>
    guard.take(() => {
      const response = read(message);
      if (response.clientCount !== undefined) readClientCount(response.clientCount);
      if (members.isOurs(response.requestId)) members.take(response);
      else onresponse.call(adapter, channel, message);
    });
  adapter.fetchSockets = (audience) => {
    if (audience.flags?.local) return fetchSockets.call(adapter, audience);
    // Checked where they came in.
    return members.fetch(portableAudience(audience)) as Promise<Member[]>;
  };
  // Socket.IO does not catch what this rejects with.
  adapter.serverCount = () => serverCount.call(adapter).catch(() => 1);
  moveOwnFirst(adapter);
}

function moveOwnFirst(adapter: RedisAdapterLike): void {
  const { addSockets, delSockets, disconnectSockets } = adapter;
  /** Runs a step for this process's clients, then tells the others. */
  const both = (audience: LocalAudience, step: (audience: LocalAudience) => unknown) => {
    step(toOwn(audience));
    if (!audience.flags?.local) step(audience);
  };
  adapter.addSockets = (audience, rooms) => both(audience, (whom) => addSockets.call(adapter, whom, rooms));
  adapter.delSockets = (audience, rooms) => both(audience, (whom) => delSockets.call(adapter, whom, rooms));
  adapter.disconnectSockets = (audience, close) =>
    both(audience, (whom) => disconnectSockets.call(adapter, whom, close));
}

function isMove(type: unknown): boolean {
  return type === kinds.join || type === kinds.leave || type === kinds.disconnect;
}

function checkRequest(request: Readonly<Record<string, unknown>>, guard: BusGuard): void {
  const { type, requestId, rooms, opts, packet, data } = request;
  if (requestId !== undefined) readText(requestId, "`requestId`");
  if (type === kinds.told) readServerSideEvent(data);
  else if (type === kinds.sockets) readTexts(rooms, "`rooms`");
  else if (type !== kinds.rooms) {
    readAudience(opts);
    if (type === kinds.broadcast) checkBroadcast(packet, guard, true);
    else if (isMove(type)) readTexts(type === kinds.disconnect ? [] : rooms, "`rooms`");
    else if (type !== kinds.fetch) throw new BadMessage("the request is of no known type");
  }
}
