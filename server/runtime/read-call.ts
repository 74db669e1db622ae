import type { CallDefinition, ErrorPayload } from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import type { Connection } from "./connection.js";
import { refuseInFlight } from "./limits/calls-in-flight.js";
import type { OpenCallParts } from "./open-call.js";
import { noMark, readMark } from "./read-mark.js";
import { badInput, readPayload } from "./read-payload.js";

/** A client's call as it came: `data` is its name and its arguments. */
export interface IncomingCall {
  readonly member: ClientToServerMember;
  readonly definition: CallDefinition;
  readonly data: readonly unknown[];
  readonly id: number | undefined;
}

/** A call that may run, or what it is answered with. */
export type ReadCall =
  | { readonly ok: true; readonly input: unknown; readonly parts: OpenCallParts }
  | { readonly ok: false; readonly error: ErrorPayload };

export function readCall(connection: Connection, { member, definition, data, id }: IncomingCall): ReadCall {
  const { place, name } = member;
  if (id === undefined) return refused(`\`${place}\` is a call: send it with an acknowledgement.`);
  const isList = definition.argumentCount !== undefined;
  if (data.length > 3 && !isList) return refused(`\`${place}\` takes one payload and a mark at most.`);
  const said = data.length === 3 && !isList ? readMark(data[2]) : noMark;
  if (said === undefined) {
    return refused(
      `The second argument of \`${place}\` is no mark: \`{ cancelId }\` with a whole number from 0.`,
    );
  }
  const { cancelId: mark, traceparent } = said;
  if (connection.isOpen(id, mark)) {
    return refused("Another open call of this connection has the same id or `cancelId`.");
  }
  const { limits } = definition;
  const refusal = refuseInFlight(connection, { name, limits });
  if (refusal !== undefined) return { ok: false, error: refusal };
  const read = readPayload(member, definition.input, isList ? data.slice(1) : data[1]);
  return read.ok ? { ok: true, input: read.value, parts: { definition, id, mark, traceparent } } : read;
}

function refused(message: string): ReadCall {
  return { ok: false, error: badInput(message) };
}
