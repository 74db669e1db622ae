import {
  type CallDefinition,
  cancelEvent,
  type ErrorPayload,
  type EventDefinition,
  onceEvent,
  padArguments,
} from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import { type Connection, maxNameLength, movingError } from "./connection.js";
import { denyAccess } from "./deny-access.js";
import { maskFailure, sceneOf } from "./failure-payload.js";
import { refuseInFlight } from "./limits/calls-in-flight.js";
import { reportRefused } from "./limits/report-refused.js";
import { spendEntry } from "./limits/spend-entry.js";
import { noteRefusal, notFound } from "./note-refusal.js";
import { noteNotRun } from "./observe/note-not-run.js";
import { OpenCall } from "./open-call.js";
import { readCall } from "./read-call.js";
import { noMark, readTrace } from "./read-mark.js";
import { badInput, readPayload } from "./read-payload.js";
import { nameOfOnce, receiveOnce } from "./receive-once.js";
import { receiveStream, streamEvents } from "./receive-stream.js";
import { reportFailure, type Scene } from "./report-failure.js";
import { runEvent } from "./run-event.js";
import { notifyIncoming, passOn } from "./socket-internals.js";

/**
 * Takes one event of a client or, with an id, one call, if it is within the limits: `data` is its name and its arguments.
 * False leaves it to Socket.IO's listeners, and that for no name of the contract: Socket.IO's emitter never sees a name that a
 * client chose, unless somebody listens to exactly that.
 *
 * Never throws.
 */
export function receivePacket(
  connection: Connection,
  data: readonly unknown[],
  id: number | undefined,
): boolean {
  const name = String(data[0]);
  const { members, limits } = connection.channel;
  const member = members.get(name);
  // What belongs to a call or a stream that is open was paid for with it.
  const isFree = member === undefined && id === undefined && isOurs(name) && name !== onceEvent;
  const payer = name === onceEvent ? members.get(nameOfOnce(data[1])) : member;
  const refusal = isFree
    ? undefined
    : (spendEntry(connection, payer, payer?.name ?? name) ?? refuseUnread(connection, id));
  if (refusal !== undefined) {
    noteNotRun(connection, data, { id, code: refusal.code });
    if (id !== undefined && !answersPlainly(member)) refuse(connection, name, id, refusal);
    return true;
  }
  if (limits.shared === undefined) return takePacket(connection, member, data, id);
  limits.shared.enter(connection, isFree, (late) => {
    if (late === undefined) {
      if (!takePacket(connection, member, data, id)) passOn(connection.socket, [...data], id);
      return;
    }
    noteNotRun(connection, data, { id, code: late.code });
    if (id !== undefined && !answersPlainly(member)) refuse(connection, name, id, late);
    else reportRefused(connection, name.slice(0, maxNameLength), performance.now());
  });
  return true;
}

/** A client that does not read gets no more answers to keep for it. */
function refuseUnread({ channel, socket }: Connection, id: number | undefined): ErrorPayload | undefined {
  return id === undefined ? undefined : channel.limits.outgoing?.refuseCall(socket.conn);
}

function takePacket(
  connection: Connection,
  member: ClientToServerMember | undefined,
  data: readonly unknown[],
  id: number | undefined,
): boolean {
  const name = String(data[0]);
  if (member === undefined && !isOurs(name) && hasListener(connection, name)) return false;
  let refusal: ErrorPayload | undefined;
  try {
    notifyIncoming(connection.socket, data);
    refusal =
      member === undefined
        ? receiveOther(connection, name, data, id)
        : receiveMember(connection, member, data, id);
  } catch (error) {
    // A schema of the contract that throws instead of judging: handlers are guarded where they are called.
    refusal = maskFailure(sceneAt(connection, name), error);
  }
  if (refusal === undefined) return true;
  noteNotRun(connection, data, { id, code: refusal.code });
  if (id !== undefined && !answersPlainly(member)) refuse(connection, name, id, refusal);
  return true;
}

/** What stands in no contract and is ours to receive. */
function isOurs(name: string): boolean {
  return name === cancelEvent || name === onceEvent || streamEvents.has(name);
}

/** A plain acknowledgement has no place for a refusal. */
function answersPlainly(member: ClientToServerMember | undefined): boolean {
  return member?.definition.kind === "call" && member.definition.reply !== undefined;
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

function receiveOther(
  connection: Connection,
  name: string,
  data: readonly unknown[],
  id: number | undefined,
): ErrorPayload | undefined {
  const [, payload] = data;
  if (name === onceEvent) return receiveOnce(connection, data, id);
  if (!isOurs(name)) {
    return notFound(connection, name);
  }
  if (id !== undefined) {
    return badInput(`\`${name}\` is an event: send it without an acknowledgement.`);
  }
  const wasSomething =
    name === cancelEvent ? connection.withdraw(payload) : streamEvents.get(name)?.(connection, payload);
  if (!wasSomething) connection.receiveStray(name);
  return undefined;
}

/** Answers a call that is not run. */
export function refuse(connection: Connection, name: string, id: number, error: ErrorPayload): void {
  try {
    connection.answer(id, { ok: false, error });
  } catch (cause) {
    // The refusal is plain text: what fails here is a parser or adapter of the user's.
    reportFailure(sceneAt(connection, name), cause, { message: "acknowledgement cannot be sent" });
  }
}

/** Where something fails that is not a handler's. */
function sceneAt(connection: Connection, name: string): Scene {
  const { channel } = connection;
  const place = `${channel.definition.name}.${name.slice(0, maxNameLength)}`;
  return sceneOf({ connection, member: channel.members.get(name) ?? { name, place } });
}

function receiveMember(
  connection: Connection,
  member: ClientToServerMember,
  data: readonly unknown[],
  id: number | undefined,
): ErrorPayload | undefined {
  const refusal = denyAccess(connection, member) ?? receiveKind(connection, member, data, id);
  if (refusal !== undefined && refusal !== movingError) noteRefusal(connection, member, refusal);
  return refusal;
}

function receiveKind(
  connection: Connection,
  member: ClientToServerMember,
  data: readonly unknown[],
  id: number | undefined,
): ErrorPayload | undefined {
  const { definition } = member;
  switch (definition.kind) {
    case "call":
      return receiveCall(connection, member, definition, data, id);
    case "stream":
      return receiveStream(connection, member, definition, data, id);
    case "event":
      return receiveEvent(connection, member, definition, data, id);
  }
}

function receiveCall(
  connection: Connection,
  member: ClientToServerMember,
  definition: CallDefinition,
  data: readonly unknown[],
  id: number | undefined,
): ErrorPayload | undefined {
  if (connection.isMoving && !answersPlainly(member)) return movingError;
  const read = readCall(connection, { member, definition, data, id });
  if (!read.ok) return read.error;
  new OpenCall(connection, member, read.parts).start(read.input);
  return undefined;
}

function receiveEvent(
  connection: Connection,
  member: ClientToServerMember,
  definition: EventDefinition,
  data: readonly unknown[],
  id: number | undefined,
): ErrorPayload | undefined {
  const { place, name } = member;
  if (id !== undefined) return badInput(`\`${place}\` is an event: send it without an acknowledgement.`);
  const { payload: check, argumentCount, limits } = definition;
  const refusal = limits?.maxInFlight && refuseInFlight(connection, { name, limits });
  if (refusal) return refusal;
  const said = data.length > 2 && argumentCount === undefined ? readTrace(data[2]) : noMark;
  if (said === undefined || (data.length > 3 && argumentCount === undefined))
    return badInput(`\`${place}\` takes one payload at most.`);
  const read = readPayload(member, check, argumentCount === undefined ? data[1] : data.slice(1));
  if (!read.ok) return read.error;
  const payloads = check === undefined ? [] : [read.value];
  const values = argumentCount === undefined ? payloads : padArguments(read.value, argumentCount);
  runEvent(connection, member, values, said.traceparent);
  return undefined;
}
