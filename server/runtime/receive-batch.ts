import { batchEvent, maxBatchEntries } from "../../contracts/wire/index.js";
import type { Connection } from "./connection.js";
import { noteNotRun } from "./observe/note-not-run.js";
import { readTrace } from "./read-mark.js";
import { badInput } from "./read-payload.js";
import { receivePacket, refuse } from "./receive-packet.js";
import { passOn, takeAwaited } from "./socket-internals.js";

/** Takes what a client sent within one tick, each entry as if it had come alone. Never throws. */
export function receiveBatch(connection: Connection, data: readonly unknown[]): void {
  const entries = data[1];
  if (data.length !== 2 || !Array.isArray(entries) || entries.length === 0) {
    connection.receiveStray(batchEvent);
    connection.note("client sent a batch that is none", batchEvent);
    return;
  }
  for (let index = 0; index < entries.length; index++) {
    // A handler may have sent the client away; Socket.IO hands over nothing more then, either.
    if (connection.ended !== undefined) return;
    receiveEntry(connection, entries[index], index >= maxBatchEntries);
  }
}

function receiveEntry(connection: Connection, entry: unknown, isTooMuch: boolean): void {
  const first: unknown = Array.isArray(entry) ? entry[0] : undefined;
  if (!Array.isArray(entry) || (typeof first !== "string" && !Number.isSafeInteger(first))) {
    connection.receiveStray(batchEvent);
    connection.note("client sent an entry that is none", batchEvent);
  } else if (typeof first === "string") {
    if (isTooMuch) noteTooMuch(connection, entry, undefined);
    else receiveNamed(connection, first, entry, undefined);
  } else {
    // Narrowed by `isSafeInteger`, which the compiler does not follow.
    const id = first as number;
    if (id < 0) receiveReply(connection, -1 - id, entry);
    else receiveCall(connection, id, entry, isTooMuch);
  }
}

function receiveCall(
  connection: Connection,
  id: number,
  entry: readonly unknown[],
  isTooMuch: boolean,
): void {
  const name = entry[1];
  if (isTooMuch) {
    noteTooMuch(connection, entry.slice(1), id);
    const message = `A batch has ${maxBatchEntries} entries at most.`;
    refuse(connection, batchEvent, id, { code: "too_large", message });
  } else if (typeof name !== "string" || !isCall(entry)) {
    connection.receiveStray(batchEvent);
    refuse(connection, batchEvent, id, badInput("A call in a batch is its id, its name and one payload."));
  } else {
    receiveNamed(connection, name, entry.slice(1), id);
  }
}

/** An id, a name, and behind the payload no mark but a trace's: the id is what a call in a batch is withdrawn by. */
function isCall(entry: readonly unknown[]): boolean {
  return entry.length < 4 || (entry.length === 4 && readTrace(entry[3]) !== undefined);
}

function noteTooMuch(connection: Connection, data: readonly unknown[], id: number | undefined): void {
  const name = String(data[0]);
  noteNotRun(connection, data, { id, code: "too_large" });
  connection.receiveStray(name);
  connection.note("client sent too much in one batch", name);
}

function receiveNamed(connection: Connection, name: string, data: unknown[], id: number | undefined): void {
  if (name === batchEvent) {
    connection.receiveStray(batchEvent);
    connection.note("client sent a batch within a batch", batchEvent);
    if (id !== undefined) refuse(connection, name, id, badInput("A batch holds no batches."));
  } else if (!receivePacket(connection, data, id)) {
    passOn(connection.socket, data, id);
  }
}

/** Whoever awaits a reply reads it as carefully as one that came alone; one that nobody awaits is nothing. */
function receiveReply(connection: Connection, id: number, entry: readonly unknown[]): void {
  const [, value, error] = entry;
  const take = takeAwaited(connection.socket, id);
  if (take === undefined) connection.receiveStray(batchEvent);
  if (entry.length < 3) take?.({ ok: true, value });
  else take?.(entry.length === 3 && value === 0 ? { ok: false, error } : undefined);
}
