// Made by wirepact from contract/scans.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4a67cc901546f6f8

import {
  type Call,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type On,
  type SystemFailure,
} from "wirepact/client";
import { scansDefinition } from "./scans.definition.js";

/**
 * The output of `scans.print`.
 *
 * @see [contract/scans.ts:11](../contract/scans.ts#L11)
 */
export interface PrintOutput {
  pages: Uint8Array<ArrayBuffer>[];
}

/**
 * The input of `scans.cover`.
 *
 * @see [contract/scans.ts:13](../contract/scans.ts#L13)
 */
export type CoverInput = [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];

/**
 * The payload of `scans.scanned`.
 *
 * @see [contract/scans.ts:15](../contract/scans.ts#L15)
 */
export type ScannedPayload = { [key: string]: Uint8Array<ArrayBuffer> };

/** Calls to the server on `scans`. */
export interface ScansCalls {
  /**
   * Gives the pages back.
   *
   * @see [contract/scans.ts:9](../contract/scans.ts#L9)
   */
  readonly turn: Call<Uint8Array<ArrayBuffer>[], Uint8Array<ArrayBuffer>[], SystemFailure>;
  /**
   * As many pages as are asked for.
   *
   * @see [contract/scans.ts:11](../contract/scans.ts#L11)
   */
  readonly print: Call<number, PrintOutput, SystemFailure>;
  /**
   * Never more than a packet carries.
   *
   * @see [contract/scans.ts:13](../contract/scans.ts#L13)
   */
  readonly cover: Call<CoverInput, Uint8Array<ArrayBuffer>[], SystemFailure>;
}

/** Events of the server on `scans`. */
export interface ScansListeners {
  /** @see [contract/scans.ts:15](../contract/scans.ts#L15) */
  readonly scanned: On<ScannedPayload>;
}

/**
 * The client of `scans`.
 *
 * @see [contract/scans.ts:6](../contract/scans.ts#L6)
 */
export interface ScansClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: ScansCalls;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: ScansListeners;
}

/**
 * Connects to `scans`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectScans(url: string, options: ConnectOptions = {}): ScansClient {
  return connectChannel<ScansClient>(scansDefinition, url, options);
}
