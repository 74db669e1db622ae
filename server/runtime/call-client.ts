import type { DefaultEventsMap, RemoteSocket } from "socket.io";
import {
  cancelEvent,
  defaultTimeoutMs,
  longestDelayMs,
  readBlobs,
  setDeadline,
  WireError,
} from "../../contracts/wire/index.js";
import type { Channel, ServerToClientCall } from "./channel.js";
import type { Connection } from "./connection.js";
import { readReply } from "./read-reply.js";
import { sendWhenRead, unread } from "./send-when-read.js";
import type { CallOptions } from "./server-types.js";
import { awaitReply, takeAwaited } from "./socket-internals.js";

/** A call to one client, its input checked. */
export interface ClientCall extends ServerToClientCall, CallOptions {
  /** The arguments behind the name. */
  readonly values: readonly unknown[];
}

/** A client by its id; what `fetchSockets` gives for one that is connected to another process. */
export type Callee = { readonly id: string } | RemoteSocket<DefaultEventsMap, unknown>;

/** Calls one client, here or elsewhere in the cluster. Settles with the checked value or a {@link WireError}, always. */
export function callClient(channel: Channel, callee: Callee, call: ClientCall): Promise<unknown> {
  const { watch, definition } = channel;
  if (watch === undefined) return askClient(channel, callee, call);
  return watch.follow(watch.outgoing(definition.name, call.name, "call"), {
    origin: { clientId: callee.id },
    errors: call.definition.errors,
    run: () => askClient(channel, callee, call),
  });
}

async function askClient(channel: Channel, callee: Callee, call: ClientCall): Promise<unknown> {
  if (call.signal?.aborted) throw new WireError("aborted", `\`${call.place}\` was withdrawn.`);
  const connection = channel.connections.get(callee.id);
  if (connection !== undefined) return readReply(call, await askConnection(connection, call), channel.limits);
  if ("emit" in callee) {
    await readBlobs(call.values)?.catch((cause: unknown) => {
      throw new WireError("bad_output", `The input of \`${call.place}\` is not sent: ${unread}.`, { cause });
    });
    return readReply(call, await askRemote(channel, callee, call), channel.limits);
  }
  throw new WireError("disconnected", "The client is gone.");
}

/** Settles with what the acknowledgement carries. */
function askConnection(connection: Connection, call: ClientCall): Promise<readonly unknown[]> {
  const { socket } = connection;
  return new Promise((resolve, reject) => {
    const withdrawal: { id: number | undefined } = { id: undefined };
    const stopWaiting = waitFor(call, (error) => {
      end();
      if (withdrawal.id !== undefined && socket.connected) connection.send(cancelEvent, [withdrawal.id]);
      reject(error);
    });
    const endCall = (error: WireError) => {
      end();
      reject(error);
    };
    connection.endCalls.add(endCall);
    // Socket.IO keeps an acknowledgement that never comes until the client is gone.
    const id = awaitReply(socket, (...values) => {
      end();
      resolve(values);
    });
    let isOver = false;
    const end = () => {
      isOver = true;
      stopWaiting();
      connection.endCalls.delete(endCall);
      takeAwaited(socket, id);
    };
    const fail = (what: string) => (cause: unknown) => {
      end();
      reject(new WireError("bad_output", `The input of \`${call.place}\` ${what}.`, { cause }));
    };
    const write = () => {
      if (isOver) return;
      try {
        withdrawal.id = connection.ask(
          call.name,
          call.values,
          id,
          call.definition.argumentCount === undefined,
        );
      } catch (cause) {
        fail("cannot be encoded")(cause);
      }
    };
    const { writesBlobs } = connection.channel.definition;
    const sending = { write, onUnread: fail(`is not sent: ${unread}`) };
    if (!writesBlobs || !sendWhenRead(connection, call.values, sending)) write();
  });
}

/**
 * Without a mark: what presented our handshake to another process is not known here. Of an acknowledgement Socket.IO's
 * adapters bring the first value alone. The answer is what is waited for, and not that every process says how many clients it
 * has asked, as `emitWithAck` waits: one of them may have been killed.
 */
function askRemote(channel: Channel, { id }: Callee, call: ClientCall): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const stopWaiting = waitFor(call, reject);
    const asked = call.timeoutMs ?? call.definition.timeoutMs ?? defaultTimeoutMs;
    const flags = { timeout: Math.min(asked, longestDelayMs), expectSingleResponse: true };
    const audience = { rooms: new Set([id]), except: new Set<string>(), flags };
    const answer = (value: unknown) => {
      stopWaiting();
      resolve([value]);
    };
    try {
      const packet = { type: eventPacket, data: [call.name, ...call.values] };
      channel.namespace.adapter.broadcastWithAck(packet, audience, () => {}, answer);
    } catch (cause) {
      stopWaiting();
      reject(new WireError("bad_output", `The input of \`${call.place}\` cannot be encoded.`, { cause }));
    }
  });
}

/** Socket.IO's number of an event. */
const eventPacket = 2;

/** Gives up at the deadline or when the caller does. Returns what stops the waiting. */
function waitFor(call: ClientCall, giveUp: (error: WireError) => void): () => void {
  const { signal } = call;
  const timeoutMs = call.timeoutMs ?? call.definition.timeoutMs ?? defaultTimeoutMs;
  const deadline = setDeadline(timeoutMs, () => giveUp(timeoutError(call, timeoutMs)));
  const onAbort = () =>
    giveUp(new WireError("aborted", `\`${call.place}\` was withdrawn.`, { mayHaveRun: true }));
  signal?.addEventListener("abort", onAbort, { once: true });
  return () => {
    deadline.clear();
    signal?.removeEventListener("abort", onAbort);
  };
}

function timeoutError(call: ClientCall, timeoutMs: number): WireError {
  return new WireError("timeout", `The client did not answer \`${call.place}\` within ${timeoutMs} ms.`, {
    mayHaveRun: true,
  });
}
