import type { Manager, Socket } from "socket.io-client";

/**
 * What wirepact uses of socket.io-client's Socket beyond its documented surface, as it is in 4.8; all of it in this file
 * alone.
 */
interface Internals {
  /** Makes what answers an event under the id of its acknowledgement. */
  ack(id: number): unknown;
  /** Takes an acknowledgement off the wire. */
  onack(packet: { readonly id: number; readonly data?: readonly unknown[] }): void;
  readonly nsp: string;
  readonly io: {
    readonly engine: {
      write(frame: string): void;
      _hasPingExpired(): boolean;
      readonly _maxPayload?: number;
    };
    _packet(packet: object): void;
  };
}

/**
 * Takes acknowledgements over from Socket.IO: it knows nothing of those that travel in a batch.
 *
 * @param acknowledge - Makes what answers the server's calls; absent where it calls nothing.
 * @param receive - Takes the answers to ours.
 * @throws Error on a socket.io-client whose inner workings are others.
 */
export function takeOver(
  socket: Socket,
  acknowledge: ((id: number) => unknown) | undefined,
  receive: (id: number, args: readonly unknown[]) => void,
): void {
  const internals = socket as unknown as Internals;
  if (!internals.onack || !internals.io._packet) {
    throw new Error("wirepact needs socket.io-client 4.8.");
  }
  if (acknowledge) internals.ack = acknowledge;
  // What comes without data breaks socket.io-client.
  internals.onack = ({ id, data = [] }) => receive(id, data);
}

/** Whether what is written now may arrive; false as well where an overdue heartbeat says that nobody is there. */
export function isAlive(socket: Socket): boolean {
  return socket.connected && !(socket as unknown as Internals).io.engine._hasPingExpired();
}

/** Longest frame that the server takes, in bytes, if it has said so; of one that is connected. */
export function maxFrameBytes(socket: Socket): number {
  return (socket as unknown as Internals).io.engine._maxPayload ?? Infinity;
}

/** A connection's sockets by namespace; one that is deleted is forgotten. */
export function socketsOf(manager: Manager): Record<string, Socket> {
  return (manager as unknown as { readonly nsps: Record<string, Socket> }).nsps;
}

/** Writes a frame that is encoded already. */
export function writeText(socket: Socket, frame: string): void {
  (socket as unknown as Internals).io.engine.write(frame);
}

/** Writes an event, a call or a reply that has memory beside its JSON. */
export function writePacket(socket: Socket, packet: object): void {
  const { io, nsp } = socket as unknown as Internals;
  io._packet({ ...packet, nsp, options: { compress: true } });
}
