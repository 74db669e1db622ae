// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:657831a7111ca9c9

import {
  type Call,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type Emit,
  type SystemFailure,
} from "wirepact/client";
import { ledgerDefinition } from "./ledger.definition.js";
import type { Entry, EntryInit, Minutes } from "./schemas.js";

/**
 * The input of `ledger.close`.
 *
 * @see [contract/ledger.ts:31](../contract/ledger.ts#L31)
 */
export interface CloseInput {
  from: Date;
  to?: Date | undefined;
  open: boolean;
  note: string;
}

/**
 * The output of `ledger.close`.
 *
 * @see [contract/ledger.ts:34](../contract/ledger.ts#L34)
 */
export interface CloseOutput {
  at: Date;
  of: Set<number>;
}

/**
 * The input of `ledger.wait`.
 *
 * @see [contract/ledger.ts:36](../contract/ledger.ts#L36)
 */
export interface WaitInput {
  for: Minutes;
}

/**
 * The payload of `ledger.either`.
 *
 * @see [contract/ledger.ts:37](../contract/ledger.ts#L37)
 */
export type EitherPayload = { on: Date } | { by: bigint };

/** Calls to the server on `ledger`. */
export interface LedgerCalls {
  /**
   * Gives back what it is given.
   *
   * @see [contract/ledger.ts:28](../contract/ledger.ts#L28)
   */
  readonly post: Call<EntryInit, Entry, SystemFailure>;
  /**
   * A check of the author's own beside kinds that JSON has not.
   *
   * `input` and `output` are also checked by the author's code, on the server only.
   *
   * @see [contract/ledger.ts:30](../contract/ledger.ts#L30)
   */
  readonly close: Call<CloseInput, CloseOutput, SystemFailure>;
  /** @see [contract/ledger.ts:36](../contract/ledger.ts#L36) */
  readonly wait: Call<WaitInput, Minutes[], SystemFailure>;
}

/** Events to the server on `ledger`. */
export interface LedgerEvents {
  /** @see [contract/ledger.ts:37](../contract/ledger.ts#L37) */
  readonly either: Emit<EitherPayload>;
}

/**
 * The client of `ledger`.
 *
 * @see [contract/ledger.ts:25](../contract/ledger.ts#L25)
 */
export interface LedgerClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: LedgerCalls;
  /** Sends an event to the server. */
  readonly emit: LedgerEvents;
}

/**
 * Connects to `ledger`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectLedger(url: string, options: ConnectOptions = {}): LedgerClient {
  return connectChannel<LedgerClient>(ledgerDefinition, url, options);
}
