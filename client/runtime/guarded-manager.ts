import { Manager } from "socket.io-client";

/** Packet types of the Socket.IO protocol that a server can break a client with. */
const connectPacket = 0;
const eventPacket = 2;
const connectErrorPacket = 4;

/**
 * Socket.IO's Manager, made safe against a server that does not keep to the protocol: what socket.io-client 4.8 throws on where
 * nobody can catch it, or waits behind for ever (an unreadable Engine.IO handshake, a refusal without a
 * reason, an event without data, an upgrade that fails), is turned into the failure that it is.
 */
export class GuardedManager extends Manager {
  /** How many of its sockets are in use; the others await the answer to an abandoned CONNECT. */
  users = 0;

  override open(done?: (error?: Error) => void): this {
    super.open(done);
    const { engine } = this;
    // Nobody else listens to this; and there may be the same engine again.
    if (!engine.hasListeners("upgradeError")) {
      engine.on("upgradeError", (error) => {
        // engine.io-client 6.6 waits for ever: polling is paused, and nothing follows it. Private in its types.
        const stuck = engine as unknown as { readonly upgrading: boolean; _onError(error: Error): void };
        if (stuck.upgrading) stuck._onError(error);
      });
      engine.on("packet", (packet) => {
        if (packet.type === "open" && (engine.readyState !== "opening" || !isHandshake(packet.data))) {
          packet.type = "error";
          packet.data = "unreadable handshake";
        }
      });
    }
    return this;
  }
}

/** Mends what came in; the first to see each packet. */
export function mendPacket(packet: { type: number; data?: unknown }): void {
  const { type, data } = packet;
  // Object() makes any value safe to look into.
  if (type === connectErrorPacket || (type === connectPacket && typeof Object(data).sid !== "string")) {
    packet.type = connectErrorPacket;
    packet.data = { message: "The server gave no reason.", ...Object(data) };
  }
  // An event of no name, which nobody listens to.
  if (type === eventPacket) packet.data ??= [""];
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
