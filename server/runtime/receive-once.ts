import { type ErrorPayload, onceEvent } from "../../contracts/wire/index.js";
import type { OnceId } from "./answer-store.js";
import { type Connection, movingError } from "./connection.js";
import { denyAccess } from "./deny-access.js";
import { IdempotentCall } from "./idempotent-call.js";
import { noteRefusal, notFound } from "./note-refusal.js";
import { type ReadCall, readCall } from "./read-call.js";
import { badInput } from "./read-payload.js";

/** Takes a call that may come several times and runs once; `data` is `$once`, its payload, and a mark where it has one. */
export function receiveOnce(
  connection: Connection,
  [, payload, ...marks]: readonly unknown[],
  id: number | undefined,
): ErrorPayload | undefined {
  const { channel } = connection;
  const once = readOnce(channel.definition.name, payload);
  if (once === undefined) {
    connection.note("client sent a repeatable call that is none", onceEvent);
    return badInput(`\`${onceEvent}\` takes a key, two numbers, a name and one payload.`);
  }
  const member = channel.members.get(once.name);
  if (member === undefined) return notFound(connection, once.name);
  const { definition } = member;
  if (definition.kind !== "call" || !definition.isIdempotent) {
    return badInput(`\`${member.place}\` is not idempotent: it is sent under its own name.`);
  }
  const denial = denyAccess(connection, member);
  const read: ReadCall = denial
    ? { ok: false, error: denial }
    : readCall(connection, { member, definition, id, data: [once.name, once.payload, ...marks] });
  if (!read.ok) {
    noteRefusal(connection, member, read.error);
    return read.error;
  }
  const first = channel.onceRunning.get(IdempotentCall.keyOf(once.id));
  if (first !== undefined) first.share(connection, read.parts);
  else if (connection.isMoving) return movingError;
  else new IdempotentCall(connection, member, { ...read.parts, once: once.id }).begin(read.input);
  return undefined;
}

/** Which call it is that may come several times; nothing's name where it is none. */
export function nameOfOnce(payload: unknown): string {
  const name: unknown = Array.isArray(payload) ? payload[3] : undefined;
  return typeof name === "string" ? name : "";
}

interface Once {
  readonly id: OnceId;
  readonly name: string;
  readonly payload: unknown;
}

function readOnce(channel: string, value: unknown): Once | undefined {
  if (!Array.isArray(value) || value.length < 4 || value.length > 5) return undefined;
  const [key, number, settledBelow, name, payload] = value as readonly unknown[];
  if (typeof key !== "string" || !/^[\w-]{16,64}$/.test(key) || typeof name !== "string") return undefined;
  if (!isCount(number) || !isCount(settledBelow) || settledBelow > number) return undefined;
  return { id: { channel, caller: key, number, settledBelow }, name, payload };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
