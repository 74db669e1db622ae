import type { ErrorPayload } from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import { type Connection, maxNameLength } from "./connection.js";
import type { UnknownPacket } from "./hooks.js";
import { runHook } from "./report-failure.js";

/** Logs that something was refused: never with the payload; a path has its keys. */
export function noteRefusal(
  connection: Connection,
  member: ClientToServerMember,
  refusal: ErrorPayload,
): void {
  const issues = refusal.issues?.map(({ code, path }) => ({ code, path }));
  const details = issues === undefined ? { reason: refusal.message } : { issues };
  connection.note(`client sent what was refused as ${refusal.code}`, member.name, details);
}

/** The answer to a name that the contract does not have; logs it, and tells the application. */
export function notFound(connection: Connection, name: string): ErrorPayload {
  const { channel, id } = connection;
  const count = ++connection.unknownPackets;
  connection.note("client sent a name that the contract does not have", name, { count });
  const { onUnknown } = channel;
  if (onUnknown !== undefined) {
    const packet: UnknownPacket = {
      channel: channel.definition.name,
      name: name.slice(0, maxNameLength),
      clientId: id,
      count,
      disconnect: (reason) => connection.disconnect(reason),
    };
    runHook(connection.log, "onUnknown", () => onUnknown(packet));
  }
  return { code: "not_found", message: `\`${channel.definition.name}\` has nothing of that name.` };
}
