import { defaultTimeoutMs, type PayloadCheck, reauthenticateEvent } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { DeclaredErrors } from "./client-definition.js";
import type { ConnectOptions, Stop } from "./client-types.js";
import { outgoingCall, type Run, withSafe } from "./outgoing-call.js";
import { preparePayload } from "./prepare-payload.js";
import type { Report } from "./report.js";
import { waitFor } from "./wait-for.js";

/** Presents a channel's auth for one connection at a time. */
export interface AuthPresenter {
  /** Sends the auth once there is a valid one; until then asks again, with growing pauses. */
  readonly present: (send: (auth: object) => void) => void;
  /** Withdraws what was asked for: a late answer is not sent. */
  readonly stop: Stop;
  /**
   * Whether there may be something better than what has expired: there where it is asked anew each time. What expires at once
   * is not it.
   */
  readonly mayRenew?: () => boolean;
  /** Makes what the client has besides: the call by which a connected client authenticates anew; there where the channel asks for auth. */
  readonly extend?: (
    connection: ChannelConnection,
    errors?: DeclaredErrors,
  ) => { readonly reauthenticate: Run };
}

/** Milliseconds that what was presented has to have lasted for a client to come back by itself. */
const shortestSessionMs = 1_000;

/** Makes what answers Socket.IO when it asks for a channel's auth. */
export type MakePresenter = (
  options: ConnectOptions & { readonly auth?: unknown },
  report: Report,
) => AuthPresenter;

/**
 * For a channel that asks for auth: a value, or a function that is asked anew at each attempt. A value that breaks
 * the contract throws `bad_input` at once; a function's failure is reported and the function asked again.
 */
export function presentAuth(check: PayloadCheck): MakePresenter {
  return ({ auth, reconnectionDelayMs = 1_000, reconnectionDelayMaxMs = 5_000 }, report) => {
    // The contract's auth is an object schema.
    const complete = (value: unknown) => preparePayload(check, value, "auth").value as object;
    let presented: object | undefined;
    const extend: AuthPresenter["extend"] = (connection, errors = {}) => {
      // A call with an input.
      const ask = outgoingCall({ input: check, errors })(reauthenticateEvent, connection) as Run;
      const reauthenticate = withSafe(async (next, options) => {
        await ask(next, options);
        // What the server has taken is presented when it is asked for again.
        if (presented) presented = complete(next);
      });
      return { reauthenticate };
    };
    if (typeof auth !== "function") {
      const first = complete(auth);
      presented = first;
      return { present: (send) => send(presented ?? first), stop() {}, extend };
    }

    // Each asking has its number: an answer to an older one is not sent.
    let asking = 0;
    let sentAtMs = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (send: (auth: object) => void, delayMs: number) => {
      const mine = ++asking;
      try {
        const value = await waitFor({ timeoutMs: defaultTimeoutMs }, (resolve, reject) => {
          Promise.resolve(auth()).then(resolve, reject);
          return () => {};
        });
        if (mine !== asking) return;
        send(complete(value));
        sentAtMs = Date.now();
      } catch (error) {
        if (mine !== asking) return;
        report("auth", error);
        if (mine === asking)
          timer = setTimeout(ask, delayMs, send, Math.min(delayMs * 2, reconnectionDelayMaxMs));
      }
    };
    const stop = () => {
      asking++;
      clearTimeout(timer);
    };
    return {
      present(send) {
        stop();
        void ask(send, Math.min(reconnectionDelayMs, reconnectionDelayMaxMs));
      },
      stop,
      mayRenew: () => Date.now() - sentAtMs >= shortestSessionMs,
      extend,
    };
  };
}
