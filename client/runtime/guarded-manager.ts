import { Manager, type ManagerOptions } from "socket.io-client";

/** Socket.IO's Manager, safe against the server, and what the server says of itself. */
export interface GuardedManager extends Manager {
  /** Longest frame that the server takes, in bytes, once it has said so. */
  maxFrameBytes?: number;
}

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
export function guardedManager(uri: string, options: Partial<ManagerOptions>): GuardedManager {
  const manager: GuardedManager = new Manager(uri, { ...options, autoConnect: false });
  // The first listener: it sees each packet before any namespace does.
  manager.on("packet", mend);
  const { open } = manager;
  let guarded: object | undefined;
  manager.open = (done) => {
    open.call(manager, done);
    const { engine } = manager;
    if (engine !== guarded) {
      guarded = engine;
      engine.on("packet", (packet) => {
        if (packet.type === "open" && (engine.readyState !== "opening" || !isHandshake(packet.data))) {
          packet.type = "error";
          packet.data = "unreadable handshake";
        }
      });
      engine.on("upgradeError", (error) => {
        // engine.io-client 6.6 waits for ever: polling is paused, and nothing follows it. Private in its types.
        const stuck = engine as unknown as { readonly upgrading: boolean; _onError(error: Error): void };
        if (stuck.upgrading) stuck._onError(error);
      });
      engine.on("handshake", ({ maxPayload }) => {
        manager.maxFrameBytes = maxPayload;
      });
    }
    return manager;
  };
  return manager;
}

/** What the guard reads and mends of a Socket.IO packet. */
interface WirePacket {
  type: number;
  data?: unknown;
}

function mend(packet: WirePacket): void {
  const { type, data } = packet;
  // Object() makes any value safe to look into.
  if (type === connectErrorPacket || (type === connectPacket && typeof Object(data).sid !== "string")) {
    packet.type = connectErrorPacket;
    packet.data = "message" in Object(data) ? data : { message: "The server gave no reason." };
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
