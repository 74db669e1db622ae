// Made by wirepact from contract/directory.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:e9c97f44a74863c4

import {
  type Call,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type On,
  type SystemFailure,
} from "wirepact/client";
import { phoneDirectoryDefinition } from "./phone-directory.definition.js";
import type { Person } from "./schemas.js";

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
