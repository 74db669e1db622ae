import type { Socket } from "socket.io";
import {
  type ErrorPayload,
  handshakeKey,
  protocolVersion,
  type ReplayHandshake,
} from "../../contracts/wire/index.js";
import type { Channel } from "./channel.js";
import type { Admission } from "./connection.js";
import { readPayload } from "./read-payload.js";

/** What a client presented, or why it may not come in. */
export type Presented =
  | ({ readonly ok: true; readonly auth: unknown } & Spoken)
  | { readonly ok: false; readonly error: ErrorPayload };

/** What a client knows beyond plain Socket.IO. */
type Spoken = Pick<Admission, "isGenerated" | "readsBatches" | "replay">;

/** Takes wirepact's own part out of what a client presented and validates the rest. */
export function readAuth(channel: Channel, socket: Socket): Presented {
  // Socket.IO's parser lets nothing but objects through; its type says `any`-valued record.
  const { [handshakeKey]: handshake, ...auth } = socket.handshake.auth as Readonly<Record<string, unknown>>;
  const spoken = readHandshake(channel, handshake);
  const check = channel.definition.auth;
  if (check === undefined) return { ok: true, auth: undefined, ...spoken };
  const seat = { place: `${channel.definition.name}.auth`, bounds: channel.limits };
  const read = readPayload(seat, check, withoutRecovery(channel, auth));
  return read.ok ? { ok: true, auth: read.value, ...spoken } : read;
}

function readHandshake(channel: Channel, handshake: unknown): Spoken {
  // Object() makes any value safe to look into.
  const { protocol, batches, replay } = Object(handshake) as Readonly<Record<string, unknown>>;
  const isGenerated = protocol === protocolVersion;
  return {
    isGenerated,
    readsBatches: isGenerated && batches === true && channel.writesBatches,
    replay: isGenerated && channel.replay !== undefined ? readReplay(replay) : undefined,
  };
}

function readReplay(said: unknown): ReplayHandshake | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const { token, offset } = said as Readonly<Record<string, unknown>>;
  return {
    ...(typeof token === "string" && token.length <= 64 && { token }),
    ...(typeof offset === "number" && Number.isSafeInteger(offset) && { offset }),
  };
}

/** Where connection state recovery is on, Socket.IO's client mixes its own `pid` and `offset` into what it presents. */
function withoutRecovery(channel: Channel, auth: Readonly<Record<string, unknown>>): unknown {
  if (!channel.recoversConnections) return auth;
  const { pid: _pid, offset: _offset, ...rest } = auth;
  return rest;
}
