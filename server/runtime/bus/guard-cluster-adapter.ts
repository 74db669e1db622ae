import type { BusGuard } from "./bus-guard.js";
import { BadMessage } from "./bus-guard.js";
import type { Member } from "./portable-data.js";
import {
  type BusAudience,
  readAudience,
  readClientCount,
  readPacket,
  readRecord,
  readServerSideEvent,
  readText,
  readTexts,
} from "./read-bus-message.js";
import { RemoteMembers } from "./remote-members.js";

/** What is used of `ClusterAdapter` of socket.io-adapter 2.5, on which all current adapters stand. */
export interface ClusterLike {
  readonly uid: string;
  readonly nsp: { readonly name: string };
  onMessage(message: unknown, offset?: string): void;
  onResponse(response: unknown): void;
  publish(message: object): void;
  publishResponse(requesterUid: string, response: object): void;
  serverCount(): Promise<number>;
  fetchSockets(audience: LocalAudience): Promise<Member[]>;
  broadcast(packet: object, audience: LocalAudience): unknown;
  addSockets(audience: LocalAudience, rooms: readonly string[]): unknown;
  delSockets(audience: LocalAudience, rooms: readonly string[]): unknown;
  disconnectSockets(audience: LocalAudience, close: boolean): unknown;
}

/** An audience as Socket.IO hands it to adapters. */
export interface LocalAudience {
  readonly rooms: ReadonlySet<string>;
  readonly except?: ReadonlySet<string>;
  readonly flags?: Readonly<Record<string, unknown>>;
}

/** Socket.IO's own numbers of messages. */
const kinds = {
  hello: 1,
  heartbeat: 2,
  broadcast: 3,
  join: 4,
  leave: 5,
  disconnect: 6,
  fetch: 7,
  fetched: 8,
  told: 9,
  toldAnswer: 10,
  clientCount: 11,
  acknowledged: 12,
  closed: 13,
} as const;

/**
 * Guards an adapter that stands on `ClusterAdapter`. Clients of this process are sent to at once, and not when the bus has
 * taken the message: order among what they get is kept, and they are reached while the bus is away. Not so where
 * connections are recovered, whose packets carry the bus's offset.
 */
export function guardClusterAdapter(adapter: ClusterLike, guard: BusGuard, recovers: boolean): void {
  const { onMessage, onResponse, serverCount, fetchSockets } = adapter;
  const members = new RemoteMembers(
    {
      fetchLocal: (audience) => fetchSockets.call(adapter, localOf(audience)),
      count: () => serverCount.call(adapter),
      ask: (requestId, opts) => adapter.publish({ type: kinds.fetch, data: { opts, requestId } }),
    },
    guard,
  );
  const answer = (uid: string, requestId: string, audience: BusAudience) =>
    guard.take(async () => {
      const sockets = await members.answer(audience);
      adapter.publishResponse(uid, { type: kinds.fetched, data: { requestId, sockets } });
    });

  adapter.onMessage = (message, offset) =>
    guard.take(() => {
      const { uid, nsp, type, data } = readRecord(message, "the message");
      if (uid === adapter.uid || nsp !== adapter.nsp.name) return;
      readText(uid, "`uid`");
      checkMessage(type, data, guard);
      if (type === kinds.fetch) {
        const { requestId, opts } = readRecord(data, "`data`");
        // It counts as a sign of life to adapters that look for them.
        onMessage.call(adapter, { uid, nsp, type: kinds.heartbeat });
        answer(String(uid), String(requestId), readAudience(opts));
      } else if (isAnswer(type)) adapter.onResponse(message);
      else onMessage.call(adapter, message, offset);
    });
  adapter.onResponse = (response) =>
    guard.take(() => {
      const { type, data } = readRecord(response, "the response");
      if (!isAnswer(type)) throw new BadMessage("the response is of no known type");
      const { requestId, clientCount } = readRecord(data, "`data`");
      if (type === kinds.clientCount) readClientCount(clientCount);
      if (type === kinds.fetched && members.isOurs(requestId)) members.take(data);
      else onResponse.call(adapter, response);
    });
  adapter.fetchSockets = (audience) => {
    if (audience.flags?.local) return fetchSockets.call(adapter, audience);
    // Checked where they came in.
    return members.fetch(portableAudience(audience)) as Promise<Member[]>;
  };
  // Socket.IO does not catch what this rejects with.
  adapter.serverCount = () => serverCount.call(adapter).catch(() => 1);
  if (!recovers) sendToOwnFirst(adapter);
}

function sendToOwnFirst(adapter: ClusterLike): void {
  const { broadcast, addSockets, delSockets, disconnectSockets } = adapter;
  const publish = (type: number, audience: LocalAudience, data: object) => {
    if (audience.flags?.local) return;
    adapter.publish({ type, data: { opts: portableAudience(audience), ...data } });
  };
  adapter.broadcast = (packet, audience) => {
    // Ahead of what the encoder does to the packet.
    publish(kinds.broadcast, audience, { packet });
    return broadcast.call(adapter, packet, toOwn(audience));
  };
  adapter.addSockets = (audience, rooms) => {
    publish(kinds.join, audience, { rooms });
    return addSockets.call(adapter, toOwn(audience), rooms);
  };
  adapter.delSockets = (audience, rooms) => {
    publish(kinds.leave, audience, { rooms });
    return delSockets.call(adapter, toOwn(audience), rooms);
  };
  adapter.disconnectSockets = (audience, close) => {
    publish(kinds.disconnect, audience, { close });
    return disconnectSockets.call(adapter, toOwn(audience), close);
  };
}

function checkMessage(type: unknown, data: unknown, guard: BusGuard): void {
  if (type === kinds.hello || type === kinds.heartbeat || type === kinds.closed || isAnswer(type)) return;
  const { opts, packet, rooms, requestId } = readRecord(data, "`data`");
  if (requestId !== undefined) readText(requestId, "`requestId`");
  if (type === kinds.told) {
    readServerSideEvent(packet);
    return;
  }
  readAudience(opts);
  if (type === kinds.broadcast) checkBroadcast(packet, guard, requestId !== undefined);
  else if (type === kinds.join || type === kinds.leave) readTexts(rooms, "`rooms`");
  else if (type === kinds.fetch) readText(requestId, "`requestId`");
  else if (type !== kinds.disconnect) throw new BadMessage("the message is of no known type");
}

/** Rejects an event that breaks the contract. Throws a {@link BadMessage}. */
export function checkBroadcast(packet: unknown, guard: BusGuard, isAnswered: boolean): void {
  const [name, ...values] = readPacket(packet, isAnswered).data;
  const why = guard.checkBroadcast?.(name, values);
  if (why !== undefined) throw new BadMessage(why);
}

function isAnswer(type: unknown): boolean {
  return (
    type === kinds.fetched ||
    type === kinds.toldAnswer ||
    type === kinds.clientCount ||
    type === kinds.acknowledged
  );
}

/** An audience of this process's clients alone. */
export function localOf({ rooms, except }: BusAudience): LocalAudience {
  return { rooms: new Set(rooms), except: new Set(except), flags: { local: true } };
}

export function toOwn(audience: LocalAudience): LocalAudience {
  return { ...audience, flags: { ...audience.flags, local: true } };
}

export function portableAudience({ rooms, except, flags }: LocalAudience): BusAudience {
  return { rooms: [...rooms], except: [...(except ?? [])], ...(flags && { flags }) };
}
