import { isSystemCode } from "../../../contracts/wire/index.js";

/** Stands for every name that no contract has. */
export const unknownName = "(unknown)";

/** What a client is refused with that has not got as far as a channel. */
export const handshakeCode = "handshake";

/** The code itself where wirepact or the contract has it, else what stands for all others. */
export function closedCode(code: string, errors: object): string {
  return code === handshakeCode || isSystemCode(code) || Object.hasOwn(errors, code) ? code : "(other)";
}

/** Why Socket.IO ends a client's channel: https://socket.io/docs/v4/server-socket-instance/#disconnect */
const reasons: ReadonlySet<string> = new Set([
  "client namespace disconnect",
  "server namespace disconnect",
  "server shutting down",
  "ping timeout",
  "transport close",
  "transport error",
  "parse error",
  "forced close",
  "forced server close",
]);

/** The reason itself where it is one of Socket.IO's, else what stands for all others. */
export function disconnectReason(reason: string): string {
  return reasons.has(reason) ? reason : "(other)";
}
