import type { ChatCall, ListedRow, PulsePayload, Receipt, TinyCall } from "../loads/payloads.js";

/** A stack's server, listening on 127.0.0.1. */
export interface PeerServer {
  readonly port: number;
  /** Sends an event to every client; absent where the stack has none that reaches all. */
  broadcast?(pulse: PulsePayload): void;
}

/** What each stack's `server.ts` exports as `startServer`. */
export type StartServer = () => Promise<PeerServer>;

/** A stack's client, connected. */
export interface PeerClient {
  tiny(input: TinyCall): Promise<{ sum: number }>;
  /** The same, from a handler that answers after 0 to 4 ms. */
  tinyLater(input: TinyCall): Promise<{ sum: number }>;
  chat(input: ChatCall): Promise<Receipt>;
  list(input: { page: number }): Promise<readonly ListedRow[]>;
  /** Absent where the server has no `broadcast`. */
  onPulse?(listener: (pulse: PulsePayload) => void): void;
  close(): void;
}

/** What each stack's `client.ts` exports as `connect`; each client has a connection of its own. */
export type Connect = (port: number) => Promise<PeerClient>;
