import { WireError } from "../../contracts/wire/index.js";
import type { Channel, Member } from "./channel.js";
import type { Connection } from "./connection.js";
import { failurePayload, logFailure, maskFailure, Refused, sceneOf } from "./failure-payload.js";
import { type Expiry, type Identity, readExpiry, readRoles } from "./identity.js";
import { invoke, Run } from "./run.js";
import type { ConnectionRequest, Until, WithParams } from "./server-types.js";

/** What `connect` is asked with. */
export interface Asking {
  /** What the client presents, validated. */
  readonly auth: unknown;
  /** Whose failures these are: the client that is connected, or one that is to be. */
  readonly connection: Connection;
  /** Is handed what ends the asking before there is an answer; returns what stops watching for that. */
  readonly watch: (giveUp: GiveUp) => () => void;
  /** Takes a session that came too late, or whose roles are not to be had. */
  readonly discard: (session: unknown) => void;
}

/** Nobody waits for an answer any more, or not for so long. */
export type GiveUp = (code: "timeout" | "disconnected", message: string) => void;

/**
 * Asks `connect` who a client is, and `roles` what it may: the one way by which anybody gets an identity. A channel without
 * `connect` lets everybody in. Rejects with {@link Refused}.
 */
export async function authenticate(channel: Channel, asking: Asking): Promise<Identity> {
  const { auth, connection, discard } = asking;
  const { session, expiry } =
    channel.connect === undefined
      ? { session: undefined, expiry: undefined }
      : await askConnect(channel, channel.connect, asking);
  try {
    return { session, auth, roles: readRoles(channel, session), expiry };
  } catch (error) {
    discard(session);
    const member = channel.roles ?? { name: "roles", place: channel.definition.name };
    throw new Refused(maskFailure(sceneOf({ connection, member }), error));
  }
}

/** What {@link askConnect} learns. */
interface Answer {
  readonly session: unknown;
  readonly expiry: Expiry | undefined;
}

function askConnect(
  channel: Channel,
  connect: Member,
  { auth, connection, watch, discard }: Asking,
): Promise<Answer> {
  const run = new Run(connection, connect);
  let expiry: Expiry | undefined;
  const until: Until = (end, session, options = {}) => {
    expiry = readExpiry(end, options, channel.onExpiry);
    return session;
  };
  return new Promise((resolve, reject) => {
    const stopWatching = watch((code, message) => {
      stopWatching();
      run.abort(new WireError(code, message));
      reject(new Refused({ code, message }));
    });
    invoke(
      () => connect.handle(connectionRequest(run, auth, until)),
      (session) => {
        stopWatching();
        if (run.signal.aborted) discard(session);
        else resolve({ session, expiry });
      },
      (error) => {
        stopWatching();
        if (!run.signal.aborted) reject(new Refused(failurePayload(run, error, channel.definition.errors)));
        else if (error !== run.signal.reason)
          logFailure(run, error, "handler failed after its client had gone");
      },
    );
  });
}

function connectionRequest(
  run: Run,
  auth: unknown,
  until: Until,
): ConnectionRequest<unknown, unknown> & WithParams<unknown> {
  const { socket, channel, identity } = run.connection;
  return {
    auth,
    until,
    refuse: run.member.errors,
    params: channel.params,
    previous: identity.session,
    handshake: channel.handshakeOf(socket),
    id: socket.id,
    signal: run.signal,
    log: run.context.log,
  };
}
