import type { ErrorPayload } from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import type { Connection } from "./connection.js";

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

/** The answer to a name that the contract does not have. */
export function notFound({ channel }: Connection): ErrorPayload {
  return { code: "not_found", message: `\`${channel.definition.name}\` has nothing of that name.` };
}
