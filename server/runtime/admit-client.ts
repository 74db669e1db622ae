import type { Socket } from "socket.io";
import { type ErrorPayload, longestDelayMs, WireError } from "../../contracts/wire/index.js";
import { bindConnection, sayFarewell } from "./bind-connection.js";
import type { Channel, Member } from "./channel.js";
import { type Admission, Connection } from "./connection.js";
import { refusals } from "./declared-errors.js";
import { failurePayload, logFailure, maskFailure } from "./failure-payload.js";
import { limitNamespaces } from "./limits/limit-namespaces.js";
import { type Presented, readAuth } from "./read-auth.js";
import { readSession } from "./read-session.js";
import { invoke, Run } from "./run.js";
import type { ConnectionRequest, WithParams } from "./server-types.js";
import { watchRooms } from "./watch-rooms.js";
import { whenTransportCloses } from "./when-transport-closes.js";

/** Lets clients in: validates what they present, asks `connect`, binds them, or tells them why not. */
export function admitClients(channel: Channel): void {
  limitNamespaces(channel.namespace, channel.limits);
  watchRooms(channel);
  const asking = connectMember(channel);
  const admissions = new WeakMap<Socket, Pending>();

  channel.namespace.use((socket, next) => {
    admit(channel, socket, asking).then(
      (pending) => {
        admissions.set(socket, pending);
        next();
      },
      (refusal: ErrorPayload) => {
        channel.log.info({ clientId: socket.id, code: refusal.code }, "client refused");
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

/** `connect` as it is asked; a channel without that handler lets everybody in. */
interface Asking {
  readonly member: Member;
  readonly refuse: object;
}

/** A client that may come in and for which Socket.IO has not made the connection yet. */
interface Pending {
  readonly admission: Admission;
  /** The connection is there: its end is the client's end from now on. */
  readonly handOver: () => void;
}

function connectMember({ connect, definition }: Channel): Asking | undefined {
  if (connect === undefined) return undefined;
  return { member: connect, refuse: refusals(connect.place, definition.errors) };
}

/** Rejects with the {@link ErrorPayload} that the client is refused with. */
async function admit(channel: Channel, socket: Socket, asking: Asking | undefined): Promise<Pending> {
  const presented = present(channel, socket);
  if (!presented.ok) throw presented.error;
  const { ok: _ok, ...said } = presented;
  const { auth, replay } = said;
  const session = asking === undefined ? undefined : await askConnect(channel, socket, { ...asking, auth });
  // Socket.IO's own place for what belongs to a client: adapters carry it between processes.
  Object.assign(socket.data, { session });
  const resumption = replay && (await channel.replay?.resume(replay));
  const admission: Admission = { ...said, session, resumption };
  // Until Socket.IO has made the connection it does not say when the client goes.
  const handOver = whenTransportCloses(socket.conn, () => {
    sayFarewell(new Connection(channel, socket, admission), "transport close");
  });
  return { admission, handOver };
}

/** A schema that throws instead of judging is a fault of the server's, not of the client's. */
function present(channel: Channel, socket: Socket): Presented {
  try {
    return readAuth(channel, socket);
  } catch (error) {
    const place = `${channel.definition.name}.auth`;
    const { log, onError } = channel;
    const scene = { log, place, name: "auth", clientId: socket.id, onError };
    return { ok: false, error: maskFailure(scene, error) };
  }
}

/** Runs `connect` with a deadline. A session that comes too late is given back through `disconnect`. */
function askConnect(
  channel: Channel,
  socket: Socket,
  asking: Asking & { readonly auth: unknown },
): Promise<unknown> {
  const { member, auth } = asking;
  const connectionWith = (session: unknown) =>
    new Connection(channel, socket, { session, auth, isGenerated: false, readsBatches: false });
  const run = new Run(connectionWith(undefined), member);
  return new Promise((resolve, reject) => {
    const giveUp = (code: "timeout" | "disconnected", message: string) => {
      settle();
      run.abort(new WireError(code, message));
      reject({ code, message } satisfies ErrorPayload);
    };
    const stopWatching = whenTransportCloses(socket.conn, () =>
      giveUp("disconnected", "The client is gone."),
    );
    const timer = setTimeout(
      () => giveUp("timeout", `\`${member.place}\` did not decide within ${channel.connectTimeoutMs} ms.`),
      Math.min(channel.connectTimeoutMs, longestDelayMs),
    );
    const settle = () => {
      clearTimeout(timer);
      stopWatching();
    };
    invoke(
      () => member.handle(connectionRequest(channel, run, asking)),
      (session) => {
        settle();
        if (run.signal.aborted) sayFarewell(connectionWith(session), "transport close");
        else resolve(session);
      },
      (error) => {
        settle();
        if (!run.signal.aborted) reject(failurePayload(run, error, channel.definition.errors));
        else if (error !== run.signal.reason)
          logFailure(run, error, "handler failed after its client had gone");
      },
    );
  });
}

function connectionRequest(
  channel: Channel,
  run: Run,
  { auth, refuse }: { readonly auth: unknown; readonly refuse: object },
): ConnectionRequest<unknown, unknown> & WithParams<unknown> {
  const { socket } = run.connection;
  return {
    auth,
    refuse,
    params: channel.params,
    handshake: channel.handshakeOf(socket),
    id: socket.id,
    signal: run.signal,
    log: run.context.log,
  };
}

/** Socket.IO's connection state recovery passes middlewares by: the session is still there, the rest is presented again. */
function recoverAdmission(channel: Channel, socket: Socket): Admission | undefined {
  if (!socket.recovered) return undefined;
  const presented = present(channel, socket);
  if (!presented.ok) return undefined;
  const { auth, isGenerated, readsBatches } = presented;
  return { session: readSession(socket.data), auth, isGenerated, readsBatches };
}
