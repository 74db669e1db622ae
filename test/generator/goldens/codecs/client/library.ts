// Made by wirepact from contract/library.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:793f6fd8cd092ef3

import {
  type Call,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type Handle,
  type On,
  type SystemFailure,
} from "wirepact/client";
import { libraryDefinition } from "./library.definition.js";
import type { IsbnText } from "./schemas.js";

/**
 * The input of `library.lend`.
 *
 * @see [contract/library.ts:23](../contract/library.ts#L23)
 */
export interface LendInput {
  book: IsbnText;
  until: Date;
}

/**
 * The output of `library.lend`.
 *
 * @see [contract/library.ts:23](../contract/library.ts#L23)
 */
export interface LendOutput {
  books: Map<string, IsbnText>;
  since: Date;
}

/** Calls to the server on `library`. */
export interface LibraryCalls {
  /** @see [contract/library.ts:23](../contract/library.ts#L23) */
  readonly lend: Call<LendInput, LendOutput, SystemFailure>;
  /** @see [contract/library.ts:24](../contract/library.ts#L24) */
  readonly ask: Call<IsbnText[], boolean, SystemFailure>;
}

/** Events of the server on `library`. */
export interface LibraryListeners {
  /** @see [contract/library.ts:27](../contract/library.ts#L27) */
  readonly returned: On<IsbnText>;
}

/** Calls of the server on `library`. */
export interface LibraryClientHandlers {
  /** @see [contract/library.ts:28](../contract/library.ts#L28) */
  readonly confirm: Handle<IsbnText, IsbnText, object>;
}

/**
 * The client of `library`.
 *
 * @see [contract/library.ts:21](../contract/library.ts#L21)
 */
export interface LibraryClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: LibraryCalls;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: LibraryListeners;
  /** Answers a call of the server; each returns its own stop function. */
  readonly handle: LibraryClientHandlers;
}

/**
 * Connects to `library`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectLibrary(url: string, options: ConnectOptions = {}): LibraryClient {
  return connectChannel<LibraryClient>(libraryDefinition, url, options);
}
