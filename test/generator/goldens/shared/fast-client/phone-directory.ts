// Made by wirepact from contract/directory.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:d598479eb64274cf

import {
  array,
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  incomingEvent,
  named,
  type On,
  object,
  outgoingCall,
  type SystemFailure,
  straightCheck,
  string,
} from "wirepact/client";
import { readFindOutput, writeFindInput } from "./phone-directory.checks.js";
import { readPerson } from "./schemas.checks.js";
import { checkPerson, type Person } from "./schemas.js";

/**
 * The input of `phoneDirectory.find`.
 *
 * @see [contract/directory.ts:6](../contract/directory.ts#L6)
 */
export interface FindInput {
  name: string;
}

/** Calls to the server on `phoneDirectory`. */
export interface PhoneDirectoryCalls {
  /** @see [contract/directory.ts:6](../contract/directory.ts#L6) */
  readonly find: Call<FindInput, Person[], SystemFailure>;
}

/** Events of the server on `phoneDirectory`. */
export interface PhoneDirectoryListeners {
  /** @see [contract/directory.ts:7](../contract/directory.ts#L7) */
  readonly added: On<Person>;
}

/**
 * The client of `phoneDirectory`.
 *
 * @see [contract/directory.ts:5](../contract/directory.ts#L5)
 */
export interface PhoneDirectoryClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: PhoneDirectoryCalls;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: PhoneDirectoryListeners;
}

/**
 * Connects to `phoneDirectory`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectPhoneDirectory(url: string, options: ConnectOptions = {}): PhoneDirectoryClient {
  return connectChannel<PhoneDirectoryClient>(phoneDirectoryDefinition, url, options);
}

/** `phoneDirectory` as the runtime sees it. */
const phoneDirectoryDefinition: ClientDefinition = {
  name: "phoneDirectory",
  path: "/directory",
  fingerprint: "7f4069ae02927837",
  call: {
    find: outgoingCall({
      input: straightCheck({ write: writeFindInput }, () => object({ name: string() })),
      output: straightCheck({ read: readFindOutput }, () => array(named(checkPerson))),
    }),
  },
  on: {
    added: incomingEvent(straightCheck({ read: readPerson }, () => named(checkPerson))),
  },
};
