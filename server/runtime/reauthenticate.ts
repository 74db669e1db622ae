import { type ChannelDefinition, reauthenticateEvent, WireError } from "../../contracts/wire/index.js";
import { assumeIdentity } from "./assume-identity.js";
import { authenticate } from "./authenticate.js";
import type { UnboundedMember } from "./channel.js";
import type { Connection } from "./connection.js";
import { HandlerContext } from "./handler-context.js";
import { watchExpiry } from "./watch-expiry.js";

/** Most times that a client may have asked for it and is not answered yet. */
const maxWaiting = 8;

/** Connections that are asked about: how many askings there are, and the end of the last one. */
const queues = new WeakMap<Connection, Queue>();

interface Queue {
  length: number;
  last: Promise<unknown>;
}

/** The call by which a connected client authenticates anew; there where the contract asks for `auth`. */
export function reauthenticateMember(
  { name: channel, auth, errors }: ChannelDefinition,
  timeoutMs: number,
): [string, UnboundedMember][] {
  if (auth === undefined) return [];
  const name = reauthenticateEvent;
  const definition = { kind: "call", input: auth, output: undefined, errors, timeoutMs } as const;
  const handle = (input: unknown, context: unknown) =>
    // Called as every handler of a call with an input is.
    reauthenticate(input, context as HandlerContext);
  return [[name, { name, place: `${channel}.${name}`, errors: {}, definition, handle }]];
}

/** One after the other: the last one counts. Whatever refuses it leaves the client what it was. */
async function reauthenticate(auth: unknown, context: HandlerContext): Promise<void> {
  const connection = HandlerContext.connectionOf(context);
  const queue = queues.get(connection) ?? { length: 0, last: Promise.resolve() };
  if (queue.length >= maxWaiting) {
    throw new WireError("overloaded", `${maxWaiting} askings of this client's are not answered yet.`);
  }
  queues.set(connection, queue);
  queue.length++;
  const turn = queue.last.then(() => replaceIdentity(connection, auth, context.signal));
  queue.last = turn.catch(() => undefined);
  try {
    await turn;
  } finally {
    queue.length--;
  }
}

async function replaceIdentity(connection: Connection, auth: unknown, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const identity = await authenticate(connection.channel, {
    auth,
    connection,
    watch(giveUp) {
      const abort = () => giveUp("disconnected", "Nobody waits for this any more.");
      signal.addEventListener("abort", abort);
      return () => signal.removeEventListener("abort", abort);
    },
    // The session that the client had stays in force.
    discard: () => undefined,
  }).finally(() => signal.throwIfAborted());
  assumeIdentity(connection, identity);
  watchExpiry(connection);
}
