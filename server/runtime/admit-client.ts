import type { Socket } from "socket.io";
import { type ErrorPayload, longestDelayMs } from "../../contracts/wire/index.js";
import { authenticate, type GiveUp } from "./authenticate.js";
import { bindConnection, sayFarewell } from "./bind-connection.js";
import type { Channel } from "./channel.js";
import { type Admission, Connection } from "./connection.js";
import { maskFailure, Refused } from "./failure-payload.js";
import { type Identity, noRoles } from "./identity.js";
import { limitNamespaces } from "./limits/limit-namespaces.js";
import { readAuth } from "./read-auth.js";
import { readSession } from "./read-session.js";
import { neverRecover } from "./socket-internals.js";
import { watchRooms } from "./watch-rooms.js";
import { whenTransportCloses } from "./when-transport-closes.js";

/** Lets clients in: validates what they present, asks `connect`, binds them, or tells them why not. */
export function admitClients(channel: Channel): void {
  limitNamespaces(channel);
  watchRooms(channel);
  if (asksWhoComes(channel)) neverRecover(channel.namespace);
  const admissions = new WeakMap<Socket, Pending>();

  channel.namespace.use((socket, next) => {
    admit(channel, socket).then(
      (pending) => {
        admissions.set(socket, pending);
        next();
      },
      (error: unknown) => {
        const refusal = error instanceof Refused ? error.payload : maskFault(channel, socket, error);
        channel.log.info({ clientId: socket.id, code: refusal.code }, "client refused");
        channel.watch?.refusedClient(channel.definition.name, refusal.code, channel.definition.errors);
        next(Object.assign(new Error(refusal.message), { data: refusal }));
      },
    );
  });

  channel.namespace.on("connection", (socket) => {
    const pending = admissions.get(socket);
    admissions.delete(socket);
    pending?.handOver();
    const admission = pending?.admission ?? recoverAdmission(channel, socket);
    if (admission === undefined) socket.disconnect();
    else bindConnection(channel, socket, admission);
  });
}

/** A client that may come in and for which Socket.IO has not made the connection yet. */
interface Pending {
  readonly admission: Admission;
  /** The connection is there: its end is the client's end from now on. */
  readonly handOver: () => void;
}

/** Rejects with {@link Refused}, or with what is a fault of the server's. */
async function admit(channel: Channel, socket: Socket): Promise<Pending> {
  const presented = readAuth(channel, socket);
  if (!presented.ok) throw new Refused(presented.error);
  const { ok: _ok, auth, ...spoken } = presented;
  const connectionOf = (identity: Identity) => new Connection(channel, socket, { ...spoken, identity });
  const identity = await authenticate(channel, {
    auth,
    connection: connectionOf({ session: undefined, auth, roles: noRoles, expiry: undefined }),
    watch: (giveUp) => watchTransport(channel, socket, giveUp),
    // `connect` let it in, so that what it took is given back.
    discard: (session) =>
      sayFarewell(connectionOf({ session, auth, roles: noRoles, expiry: undefined }), "transport close"),
  });
  // Socket.IO's own place for what belongs to a client: adapters carry it between processes.
  Object.assign(socket.data, { session: identity.session });
  const { replay } = spoken;
  const resumption = replay && (await channel.replay?.resume(replay));
  const admission: Admission = { ...spoken, identity, resumption };
  // Until Socket.IO has made the connection it does not say when the client goes.
  const handOver = whenTransportCloses(socket.conn, () => {
    sayFarewell(new Connection(channel, socket, admission), "transport close");
  });
  return { admission, handOver };
}

/** `connect` has a deadline, and is for nobody once the client has gone. */
function watchTransport(channel: Channel, socket: Socket, giveUp: GiveUp): () => void {
  const { connectTimeoutMs: timeoutMs, definition } = channel;
  const stop = whenTransportCloses(socket.conn, () => giveUp("disconnected", "The client is gone."));
  const timer = setTimeout(
    () => giveUp("timeout", `\`${definition.name}.connect\` did not decide within ${timeoutMs} ms.`),
    Math.min(timeoutMs, longestDelayMs),
  );
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** A schema that throws instead of judging, for one, is a fault of the server's, not of the client's. */
function maskFault({ definition, log, onError }: Channel, { id }: Socket, error: unknown): ErrorPayload {
  return maskFailure({ log, place: `${definition.name}.auth`, name: "auth", clientId: id, onError }, error);
}

/** Whether it matters who comes: then nobody is let in on the strength of an earlier connection. */
function asksWhoComes({ definition, connect }: Channel): boolean {
  return definition.auth !== undefined || connect !== undefined;
}

/** Where nobody is asked, Socket.IO's connection state recovery may pass middlewares by. */
function recoverAdmission(channel: Channel, socket: Socket): Admission | undefined {
  if (!socket.recovered || asksWhoComes(channel)) return undefined;
  const presented = readAuth(channel, socket);
  if (!presented.ok) return undefined;
  const { isGenerated, readsBatches } = presented;
  const session = readSession(socket.data);
  const identity: Identity = { session, auth: undefined, roles: noRoles, expiry: undefined };
  return { identity, isGenerated, readsBatches };
}
