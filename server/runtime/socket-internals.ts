import { type Namespace, Socket } from "socket.io";
import type { ClosingCode } from "../../contracts/wire/index.js";
import { StartupError } from "./startup-error.js";
import { textFrame } from "./text-frame.js";

/** The packet of an event or of an acknowledgement as Socket.IO's parser gives it. */
export interface Packet {
  readonly type: number;
  readonly data?: readonly unknown[];
  readonly id?: number;
}

/** Socket.IO's own numbers of packets. */
const event = 2;
const acknowledgement = 3;

/**
 * What wirepact uses of Socket.IO's Socket beyond its documented surface, as it is in 4.8. All of it is used in this
 * file alone.
 */
interface Internals {
  /** Takes an event off the wire. */
  onevent(packet: Packet): void;
  /** Takes an acknowledgement off the wire. */
  onack(packet: Packet): void;
  /** Writes a packet of this client alone: events, acknowledgements, the goodbye. */
  packet(packet: object, options?: object): void;
  /** Called before every event, broadcasts among them. */
  notifyOutgoingListeners(packet: { readonly data: readonly unknown[] }): void;
  readonly acks: Map<number, TakeReply>;
  readonly nsp: { _ids: number };
  readonly client: Writer & { readonly conn: { readonly transport: Transport } };
  readonly _anyListeners?: readonly ((...values: readonly unknown[]) => void)[];
  readonly _anyOutgoingListeners?: readonly unknown[];
}

/** What writes the frames of one connection, whatever its channels are. */
export interface Writer {
  writeToEngine(...frames: readonly [text: readonly string[], options: object]): void;
}

/** What carries a connection of Engine.IO's. */
interface Transport {
  readonly name: string;
  readonly perMessageDeflate?: unknown;
}

/** Takes what an acknowledgement carries. */
export type TakeReply = (...values: readonly unknown[]) => void;

/** What is hung onto a socket: one set of functions serves every connection. */
export interface Receiver {
  /** Takes an event; false leaves it to Socket.IO. */
  receive(packet: Packet): boolean;
  /** Told of an acknowledgement that nobody awaits. */
  receiveStray(name: string): void;
  flush(): void;
  /** Ends the channel for the client. */
  disconnect(reason?: string, code?: ClosingCode): void;
}

const receiverKey: unique symbol = Symbol("wirepact");

interface Bound extends Internals {
  [receiverKey]: Receiver;
}

const prototype = Socket.prototype as unknown as Internals;

/** Refuses to start on a Socket.IO whose inner workings are others. */
export function checkInternals(socket: object = prototype): void {
  for (const name of ["onevent", "onack", "packet", "notifyOutgoingListeners"]) {
    if (typeof Reflect.get(socket, name) === "function") continue;
    throw new StartupError(
      "WP_OTHER_SOCKET_IO",
      `This Socket.IO has no \`${name}\` on its sockets: wirepact works with 4.8. Remove the override of \`socket.io\` from package.json.`,
    );
  }
}

/** Hands a client's events to `receiver`, before anybody else. */
export function bindReceiver(socket: Socket, receiver: Receiver): void {
  const bound = socket as unknown as Bound;
  bound[receiverKey] = receiver;
  bound.onevent = receiveFirst;
  bound.onack = receiveAwaited;
}

/** What {@link bindReceiver} was given; undefined for a client that is on its way in. */
export function receiverOf(socket: Socket): Receiver | undefined {
  return (socket as unknown as Partial<Bound>)[receiverKey];
}

/** From now on whatever is sent to the client leaves behind what waits for it. */
export function keepOrder(socket: Socket): void {
  const bound = socket as unknown as Bound;
  bound.packet = packetInOrder;
  bound.notifyOutgoingListeners = notifyInOrder;
}

function receiveFirst(this: Bound, packet: Packet): void {
  if (!this[receiverKey].receive(packet)) prototype.onevent.call(this, packet);
}

/** Socket.IO forgets an acknowledgement with its first answer; whoever answers again says nothing. */
function receiveAwaited(this: Bound, packet: Packet): void {
  if (packet.id !== undefined && this.acks.has(packet.id)) prototype.onack.call(this, packet);
  else this[receiverKey].receiveStray("");
}

/** Hands an event that came in a batch to Socket.IO, for listeners of the application's. */
export function passOn(socket: Socket, data: unknown[], id: number | undefined): void {
  prototype.onevent.call(socket as unknown as Internals, {
    type: event,
    data,
    ...(id !== undefined && { id }),
  });
}

function packetInOrder(this: Bound, packet: object, options?: object): void {
  this[receiverKey].flush();
  prototype.packet.call(this, packet, options);
}

function notifyInOrder(this: Bound, packet: { readonly data: readonly unknown[] }): void {
  this[receiverKey].flush();
  prototype.notifyOutgoingListeners.call(this, packet);
}

/** What writes to a client. Socket.IO calls its function anew for each packet, so that it can be replaced for a while. */
export function writerOf(socket: Socket): Writer {
  return (socket as unknown as Internals).client;
}

/**
 * Writes a packet that is encoded already, on a WebSocket as the frame that it becomes: what Socket.IO's adapter does with
 * broadcasts. The text goes along, for Engine.IO takes that where it does not take frames.
 */
export function sendText(socket: Socket, text: string): void {
  const { client } = socket as unknown as Internals;
  const { name, perMessageDeflate } = client.conn.transport;
  const frame = name === "websocket" && !perMessageDeflate ? textFrame(text) : undefined;
  client.writeToEngine(
    [text],
    frame === undefined ? { compress: true } : { compress: true, wsPreEncodedFrame: [frame] },
  );
}

/**
 * Lets broadcasts of a namespace leave in one piece of memory to each client, see {@link textFrame}. An adapter that makes no
 * frames is left as it is.
 */
export function joinBroadcastFrames(adapter: object): void {
  const { _encode: encode } = adapter as Partial<Broadcasting>;
  if (encode === undefined) return;
  (adapter as Broadcasting)._encode = function (packet, options) {
    const encoded = encode.call(this, packet, options);
    const { wsPreEncodedFrame: parts = [] } = options;
    if (parts.length > 1) options.wsPreEncodedFrame = [Buffer.concat(parts)];
    return encoded;
  };
}

/** What Socket.IO's in-memory adapter, and all that build on it, encode broadcasts with. */
interface Broadcasting {
  _encode(packet: object, options: { wsPreEncodedFrame?: readonly Uint8Array[] }): unknown;
}

/**
 * Sends a call in its plain form, under an id that is awaited already. As `emit` does it, but that `emit` takes an id of
 * its own. Throws for what cannot be encoded.
 */
export function request(socket: Socket, id: number, data: unknown[]): void {
  const internals = socket as unknown as Internals;
  internals.notifyOutgoingListeners({ data });
  internals.packet({ type: event, id, data });
}

/** Sends an event past the adapter, which keeps what `emit` sends for connections that are recovered. */
export function sendEvent(socket: Socket, data: unknown[]): void {
  const internals = socket as unknown as Internals;
  internals.notifyOutgoingListeners({ data });
  internals.packet({ type: event, data });
}

/** Acknowledges a packet. Throws for what cannot be encoded. */
export function acknowledge(socket: Socket, id: number, values: readonly unknown[]): void {
  (socket as unknown as Internals).packet({ type: acknowledgement, id, data: values });
}

/** Tells the application's `onAny` of an event that Socket.IO itself does not hear of. */
export function notifyIncoming(socket: Socket, values: readonly unknown[]): void {
  const { _anyListeners: listeners } = socket as unknown as Internals;
  if (listeners === undefined || listeners.length === 0) return;
  for (const listener of [...listeners]) listener.apply(socket, [...values]);
}

/** Tells the application's `onAnyOutgoing` of an event that Socket.IO itself does not send. */
export function notifyOutgoing(socket: Socket, values: readonly unknown[]): void {
  const { _anyOutgoingListeners: listeners } = socket as unknown as Internals;
  if (listeners === undefined || listeners.length === 0) return;
  prototype.notifyOutgoingListeners.call(socket as unknown as Internals, { data: values });
}

/** Awaits an acknowledgement under the next of Socket.IO's ids, and gives the id. */
export function awaitReply(socket: Socket, take: TakeReply): number {
  const { nsp, acks } = socket as unknown as Internals;
  const id = nsp._ids++;
  acks.set(id, take);
  return id;
}

/** Takes back who awaits an acknowledgement. */
export function takeAwaited(socket: Socket, id: number): TakeReply | undefined {
  const { acks } = socket as unknown as Internals;
  const take = acks.get(id);
  acks.delete(id);
  return take;
}

/**
 * Takes a namespace out of Socket.IO's connection state recovery, which hands a client what it has missed before any
 * middleware is asked.
 */
export function neverRecover({ adapter }: Namespace): void {
  adapter.restoreSession = () => Promise.reject(new Error("Every client is asked who it is."));
}
