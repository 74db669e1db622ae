import { Manager, type ManagerOptions } from "socket.io-client";

/** Packet types of the Socket.IO protocol that a server can break a client with. */
const connectPacket = 0;
const eventPacket = 2;
const ackPacket = 3;
const connectErrorPacket = 4;

/**
 * Socket.IO's Manager, made safe against a server that does not keep to the protocol: packets on which
 * socket.io-client 4.8 throws where nobody can catch it (an unreadable Engine.IO handshake, an event, a refusal
 * or an acknowledgement without data) are turned into the failures that they are.
 */
export class GuardedManager extends Manager {
  /** Longest frame that the server takes, in bytes; Infinity until it has said so. */
  maxFrameBytes = Number.POSITIVE_INFINITY;
  /**
   * Namespaces whose server recovers connections: it puts a number, as text, behind each event's arguments.
   *
   * @see https://socket.io/docs/v4/connection-state-recovery
   */
  readonly recovering = new Set<string>();
  #guarded: object | undefined;

  constructor(uri: string, options: Partial<ManagerOptions>) {
    super(uri, { ...options, autoConnect: false });
    // The first listener: it sees each packet before any namespace does.
    this.on("packet", (packet: WirePacket) => {
      mend(packet);
      if (packet.type !== connectPacket) return;
      if (typeof Object(packet.data).pid === "string") this.recovering.add(packet.nsp);
      else this.recovering.delete(packet.nsp);
    });
  }

  /** Forgets a namespace's socket, so that the next one of that name inherits nothing of its session. */
  forget(namespace: string): void {
    // Private in the types; the Manager has no other way to let go of a socket.
    delete (this as unknown as { readonly nsps: Record<string, unknown> }).nsps[namespace];
  }

  override open(done?: (error?: Error) => void): this {
    super.open(done);
    const { engine } = this;
    if (engine === this.#guarded) return this;
    this.#guarded = engine;
    engine.on("packet", (packet) => {
      if (packet.type === "open" && (engine.readyState !== "opening" || !isHandshake(packet.data))) {
        packet.type = "error";
        packet.data = "unreadable handshake";
      }
    });
    engine.on("handshake", ({ maxPayload }) => {
      this.maxFrameBytes = maxPayload > 0 ? maxPayload : Number.POSITIVE_INFINITY;
    });
    return this;
  }
}

/** What the guard reads and mends of a Socket.IO packet. */
interface WirePacket {
  type: number;
  nsp: string;
  data?: unknown;
}

function mend(packet: WirePacket): void {
  const { type, data } = packet;
  // Object() makes any value safe to look into.
  if (type === connectErrorPacket || (type === connectPacket && typeof Object(data).sid !== "string")) {
    packet.type = connectErrorPacket;
    const isObject = typeof data === "object" && data !== null && "message" in data;
    packet.data = isObject ? data : { message: "The server refused the connection without a reason." };
  } else if (type === eventPacket) {
    // An event of no name, which nobody listens to.
    packet.data ??= [""];
  } else if (type === ackPacket) {
    packet.data ??= [];
  }
}

function isHandshake(text: unknown): boolean {
  try {
    const { sid, upgrades, pingInterval, pingTimeout } = JSON.parse(String(text));
    return typeof sid === "string" && Array.isArray(upgrades) && pingInterval > 0 && pingTimeout > 0;
  } catch {
    // Not JSON, or JSON's null: no handshake either way.
    return false;
  }
}
