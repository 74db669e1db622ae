import type { DefaultEventsMap, RemoteSocket, Socket } from "socket.io";
import { type CallMark, cancelEvent, defaultTimeoutMs, WireError } from "../../contracts/wire/index.js";
import type { Channel, ServerToClientCall } from "./channel.js";
import type { Connection } from "./connection.js";
import { readReply } from "./read-reply.js";
import type { CallOptions } from "./server-types.js";
import { longestTimeoutMs } from "./timeout.js";

/** A call to one client, its input checked. */
export interface ClientCall extends ServerToClientCall, CallOptions {
  /** The arguments behind the name: one, or none. */
  readonly values: readonly unknown[];
}

/** A client by its id; what `fetchSockets` gives for one that is connected to another process. */
export type Callee = { readonly id: string } | RemoteSocket<DefaultEventsMap, unknown>;

/** Calls one client, here or elsewhere in the cluster. Settles with the checked value or a {@link WireError}, always. */
export async function callClient(channel: Channel, callee: Callee, call: ClientCall): Promise<unknown> {
  if (call.signal?.aborted) throw new WireError("aborted", `\`${call.place}\` was withdrawn.`);
  const connection = channel.connections.get(callee.id);
  if (connection !== undefined) return readReply(call, await askConnection(connection, call));
  if ("emit" in callee) return readReply(call, await askRemote(callee, call));
  throw new WireError("disconnected", "The client is gone.");
}

function askConnection(connection: Connection, call: ClientCall): Promise<unknown> {
  const { socket } = connection;
  const cancelId = connection.isGenerated ? connection.nextCancelId++ : undefined;
  return new Promise((resolve, reject) => {
    const acknowledgementId = socket.nsp._ids;
    const stopWaiting = waitFor(call, (error) => {
      end();
      if (cancelId !== undefined && socket.connected) socket.emit(cancelEvent, cancelId);
      reject(error);
    });
    const endCall = (error: WireError) => {
      end();
      reject(error);
    };
    connection.endCalls.add(endCall);
    const end = () => {
      stopWaiting();
      connection.endCalls.delete(endCall);
      forgetAcknowledgement(socket, acknowledgementId);
    };
    try {
      socket.emit(call.name, ...markedValues(call.values, cancelId), (reply?: unknown) => {
        end();
        resolve(reply);
      });
    } catch (cause) {
      end();
      reject(new WireError("bad_output", `The input of \`${call.place}\` cannot be encoded.`, { cause }));
    }
  });
}

/** Without a mark: what presented our handshake to another process is not known here. */
function askRemote(remote: RemoteSocket<DefaultEventsMap, unknown>, call: ClientCall): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stopWaiting = waitFor(call, reject);
    const timeoutMs = Math.min(
      call.timeoutMs ?? call.definition.timeoutMs ?? defaultTimeoutMs,
      longestTimeoutMs,
    );
    // The names on the remote socket are this contract's, which its type does not know.
    const operator = remote.timeout(timeoutMs) as unknown as {
      emitWithAck(name: string, ...values: readonly unknown[]): Promise<unknown>;
    };
    operator
      .emitWithAck(call.name, ...call.values)
      .then(resolve, () => reject(timeoutError(call, timeoutMs)))
      .finally(stopWaiting);
  });
}

/** Gives up at the deadline or when the caller does. Returns what stops the waiting. */
function waitFor(call: ClientCall, giveUp: (error: WireError) => void): () => void {
  const { signal } = call;
  const timeoutMs = Math.min(
    call.timeoutMs ?? call.definition.timeoutMs ?? defaultTimeoutMs,
    longestTimeoutMs,
  );
  const timer = setTimeout(() => giveUp(timeoutError(call, timeoutMs)), timeoutMs);
  const onAbort = () =>
    giveUp(new WireError("aborted", `\`${call.place}\` was withdrawn.`, { mayHaveRun: true }));
  signal?.addEventListener("abort", onAbort, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  };
}

function timeoutError(call: ClientCall, timeoutMs: number): WireError {
  return new WireError("timeout", `The client did not answer \`${call.place}\` within ${timeoutMs} ms.`, {
    mayHaveRun: true,
  });
}

function markedValues(values: readonly unknown[], cancelId: number | undefined): readonly unknown[] {
  if (cancelId === undefined) return values;
  const mark: CallMark = { cancelId };
  return [values[0] ?? null, mark];
}

/**
 * Socket.IO keeps an acknowledgement that never comes until the client is gone, unless its own timer is used, which in
 * turn outlives the client.
 */
function forgetAcknowledgement(socket: Socket, id: number): void {
  // `acks` is private to Socket.IO's Socket; should it ever go, nothing but a little memory is lost.
  const { acks } = socket as unknown as { readonly acks?: unknown };
  if (acks instanceof Map) acks.delete(id);
}
