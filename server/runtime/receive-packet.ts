import { type CallDefinition, cancelEvent, type ErrorPayload } from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import { type Connection, maxNameLength } from "./connection.js";
import { maskFailure, sceneOf } from "./failure-payload.js";
import type { UnknownPacket } from "./hooks.js";
import { type Acknowledge, OpenCall } from "./open-call.js";
import { badInput, readPayload } from "./read-payload.js";
import { reportFailure, runHook } from "./report-failure.js";
import { runEvent } from "./run-event.js";

/** What stands in a packet behind its name. */
interface Received {
  readonly values: readonly unknown[];
  readonly acknowledge: Acknowledge | undefined;
}

/**
 * Takes one packet of a client, as Socket.IO hands it to a middleware: name, arguments, acknowledgement. `next` lets
 * Socket.IO go on to listeners of its own and is called for no name of the contract: Socket.IO's emitter never sees a name
 * that a client chose, unless somebody listens to exactly that.
 *
 * Never throws.
 */
export function receivePacket(connection: Connection, packet: readonly unknown[], next: () => void): void {
  const name = String(packet[0]);
  const member = connection.channel.members.get(name);
  if (member === undefined && name !== cancelEvent && hasListener(connection, name)) {
    next();
    return;
  }
  const received = splitPacket(packet);
  const refusal =
    member === undefined
      ? receiveOther(connection, name, received)
      : receiveMember(connection, member, received);
  if (refusal === undefined) return;
  try {
    received.acknowledge?.({ ok: false, error: refusal });
  } catch (error) {
    // The refusal is plain text: what fails here is a parser or adapter of the user's.
    const place = `${connection.channel.definition.name}.${name.slice(0, maxNameLength)}`;
    const scene = sceneOf({ connection, member: member ?? { name, place } });
    reportFailure(scene, error, { message: "acknowledgement cannot be sent" });
  }
}

function splitPacket(packet: readonly unknown[]): Received {
  const last = packet.at(-1);
  // Nothing that travels is a function, so a function is Socket.IO's acknowledgement.
  if (typeof last !== "function") return { values: packet.slice(1), acknowledge: undefined };
  return { values: packet.slice(1, -1), acknowledge: last as Acknowledge };
}

/** The way out for what wirepact does not offer: `context.socket.on(…)`. */
function hasListener({ socket }: Connection, name: string): boolean {
  if (lifeCycleEvents.has(name)) return false;
  // Socket.IO itself listens to `error`, so that a client's event of that name cannot end the process.
  return socket.listenerCount(name) > (name === "error" ? 1 : 0);
}

/** Names that mean something on a socket; Socket.IO's own parser drops them, another one may not. */
const lifeCycleEvents: ReadonlySet<string> = new Set([
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "newListener",
  "removeListener",
]);

function receiveOther(connection: Connection, name: string, received: Received): ErrorPayload | undefined {
  if (name !== cancelEvent) {
    noteUnknown(connection, name);
    return {
      code: "not_found",
      message: `\`${connection.channel.definition.name}\` has nothing of that name.`,
    };
  }
  if (received.acknowledge !== undefined) {
    return badInput(`\`${cancelEvent}\` is an event: send it without an acknowledgement.`);
  }
  const [cancelId] = received.values;
  if (typeof cancelId === "number") connection.withdrawable.get(cancelId)?.withdraw();
  return undefined;
}

function receiveMember(
  connection: Connection,
  member: ClientToServerMember,
  received: Received,
): ErrorPayload | undefined {
  try {
    const { definition } = member;
    const refusal =
      definition.kind === "call"
        ? receiveCall(connection, member, definition, received)
        : receiveEvent(connection, member, received);
    if (refusal !== undefined) noteRefusal(connection, member, refusal);
    return refusal;
  } catch (error) {
    // A schema of the contract that throws instead of judging: handlers are guarded where they are called.
    return maskFailure(sceneOf({ connection, member }), error);
  }
}

function receiveCall(
  connection: Connection,
  member: ClientToServerMember,
  definition: CallDefinition,
  { values, acknowledge }: Received,
): ErrorPayload | undefined {
  const { place } = member;
  if (acknowledge === undefined) {
    return badInput(`\`${place}\` is a call: send it with an acknowledgement.`);
  }
  if (values.length > 2) return badInput(`\`${place}\` takes one payload and a mark at most.`);
  const cancelId = values.length === 2 ? readCancelId(values[1]) : undefined;
  if (cancelId === "malformed") {
    return badInput(
      `The second argument of \`${place}\` is no mark: \`{ cancelId }\` with a whole number from 0.`,
    );
  }
  if (cancelId !== undefined && connection.withdrawable.has(cancelId)) {
    return badInput("Another open call of this connection has the same `cancelId`.");
  }
  const read = readPayload(place, definition.input, values[0]);
  if (!read.ok) return read.error;
  new OpenCall(connection, member, { definition, acknowledge, cancelId }).start(read.value);
  return undefined;
}

function readCancelId(mark: unknown): number | "malformed" {
  if (typeof mark !== "object" || mark === null || !("cancelId" in mark)) return "malformed";
  const { cancelId } = mark;
  return typeof cancelId === "number" && Number.isSafeInteger(cancelId) && cancelId >= 0
    ? cancelId
    : "malformed";
}

function receiveEvent(
  connection: Connection,
  member: ClientToServerMember,
  { values, acknowledge }: Received,
): ErrorPayload | undefined {
  const { definition, place } = member;
  if (acknowledge !== undefined)
    return badInput(`\`${place}\` is an event: send it without an acknowledgement.`);
  if (values.length > 1) return badInput(`\`${place}\` takes one payload at most.`);
  const check = definition.kind === "event" ? definition.payload : undefined;
  const read = readPayload(place, check, values[0]);
  if (!read.ok) return read.error;
  runEvent(connection, member, check === undefined ? [] : [read.value]);
  return undefined;
}

function noteUnknown(connection: Connection, name: string): void {
  const { channel, id } = connection;
  const count = ++connection.unknownPackets;
  connection.note("client sent a name that the contract does not have", name, { count });
  const { onUnknown } = channel;
  if (onUnknown === undefined) return;
  const packet: UnknownPacket = {
    channel: channel.definition.name,
    name: name.slice(0, maxNameLength),
    clientId: id,
    count,
    disconnect: (reason) => connection.disconnect(reason),
  };
  runHook(connection.log, "onUnknown", () => onUnknown(packet));
}

/** Never with the payload; a path has its keys. */
function noteRefusal(connection: Connection, member: ClientToServerMember, refusal: ErrorPayload): void {
  const issues = refusal.issues?.map(({ code, path }) => ({ code, path }));
  const details = issues === undefined ? { reason: refusal.message } : { issues };
  connection.note(`client sent what was refused as ${refusal.code}`, member.name, details);
}
