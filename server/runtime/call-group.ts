import type { DefaultEventsMap, RemoteSocket } from "socket.io";
import { defaultTimeoutMs, isWireError, WireError } from "../../contracts/wire/index.js";
import { callClient } from "./call-client.js";
import type { Channel, ServerToClientCall } from "./channel.js";
import type { CallOptions, Outcome } from "./server-types.js";
import type { Operator } from "./target.js";
import { payloadArguments } from "./write-payload.js";

/**
 * Calls each client of a group, in this process or another; all share one deadline. Rejects for an input that breaks the
 * contract and where the group cannot be told, never for one client.
 */
export async function callGroup(
  channel: Channel,
  operator: Operator,
  call: ServerToClientCall & CallOptions & { readonly payload: unknown },
): Promise<readonly Outcome<unknown>[]> {
  const values = payloadArguments(
    call.place,
    call.definition.input,
    call.payload,
    call.definition.argumentCount,
  );
  const timeoutMs = call.timeoutMs ?? call.definition.timeoutMs ?? defaultTimeoutMs;
  const startedAtMs = performance.now();
  const clients = await findClients(operator, call, timeoutMs);
  const leftMs = Math.max(0, timeoutMs - (performance.now() - startedAtMs));
  return Promise.all(
    clients.map((client) =>
      settle(client.id, callClient(channel, client, { ...call, values, timeoutMs: leftMs })),
    ),
  );
}

/** Milliseconds that processes have at most to say which clients they have. */
const longestSearchMs = 5_000;

/**
 * Where an adapter spans processes this asks them, and they may not answer: half of the deadline is left for the clients
 * themselves.
 */
export async function findClients(
  operator: Operator,
  { place }: ServerToClientCall,
  timeoutMs: number,
): Promise<RemoteSocket<DefaultEventsMap, unknown>[]> {
  try {
    return await operator.timeout(Math.min(timeoutMs / 2, longestSearchMs)).fetchSockets();
  } catch (cause) {
    throw new WireError("internal", `The clients for \`${place}\` cannot be told.`, { cause });
  }
}

async function settle(clientId: string, reply: Promise<unknown>): Promise<Outcome<unknown>> {
  try {
    return { clientId, status: "answered", value: await reply };
  } catch (error) {
    if (!isWireError(error)) {
      const internal = new WireError("internal", "The call failed.", { cause: error, mayHaveRun: true });
      return { clientId, status: "failed", error: internal };
    }
    if (error.code === "timeout") return { clientId, status: "timed_out" };
    return { clientId, status: "failed", error };
  }
}
