import {
  type ChannelDefinition,
  defaultTimeoutMs,
  type Handshake,
  handshakeKey,
  protocolVersion,
} from "../../contracts/wire/index.js";
import type { ConnectOptions, Stop } from "./client-types.js";
import { preparePayload } from "./prepare-payload.js";
import type { Report } from "./report.js";
import { waitFor } from "./wait-for.js";

/** Presents a channel's auth for one connection at a time. */
export interface AuthPresenter {
  /** Sends the auth once there is a valid one; until then asks again, with growing pauses. */
  readonly present: (send: (auth: object) => void) => void;
  /** Withdraws what was asked for: a late answer is not sent. */
  readonly stop: Stop;
}

/**
 * Makes what answers Socket.IO when it asks for a channel's auth.
 *
 * @throws WireError `bad_input` at once for a value that breaks the contract; a function's failure is reported
 *   and the function asked again.
 */
export function authPresenter(given: {
  readonly definition: ChannelDefinition;
  /** A value, or a function that is asked anew at each attempt. */
  readonly auth: unknown;
  readonly options: ConnectOptions;
  readonly report: Report;
}): AuthPresenter {
  const { definition, auth, options, report } = given;
  const handshake: Handshake = { protocol: protocolVersion, contract: definition.fingerprint };
  const complete = (value: unknown): object => {
    const prepared = preparePayload(definition.auth, value, "`auth`");
    // The contract's auth is an object schema, else there is nothing to present.
    return { ...(prepared.value as object | undefined), [handshakeKey]: handshake };
  };

  if (typeof auth !== "function") {
    const presented = complete(auth);
    return { present: (send) => send(presented), stop() {} };
  }

  const maxDelayMs = options.reconnectionDelayMaxMs ?? 5_000;
  // Each asking has its number: an answer to an older one is not sent.
  let asking = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (send: (auth: object) => void, delayMs: number) => {
    const mine = ++asking;
    try {
      const value = await waitFor({ timeoutMs: defaultTimeoutMs }, (resolve, reject) => {
        Promise.resolve(auth()).then(resolve, reject);
        return () => {};
      });
      if (mine === asking) send(complete(value));
    } catch (error) {
      if (mine !== asking) return;
      report("auth", error);
      if (mine === asking) timer = setTimeout(ask, delayMs, send, Math.min(delayMs * 2, maxDelayMs));
    }
  };
  const stop = () => {
    asking++;
    clearTimeout(timer);
  };
  return {
    present(send) {
      stop();
      void ask(send, Math.min(options.reconnectionDelayMs ?? 1_000, maxDelayMs));
    },
    stop,
  };
}
