// Made by wirepact from contract/org.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:fbc06ee3f42c5b49

import {
  type CallWithoutInput,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type On,
  type SystemFailure,
} from "wirepact/client";
import { orgDefinition } from "./org.definition.js";
import type { OrgId } from "./schemas.js";

/**
 * The parameters of `org`.
 *
 * @see [contract/org.ts:8](../contract/org.ts#L8)
 */
export interface OrgParams {
  orgId: OrgId;
  floor: number;
  isOpen: boolean;
}

/** Calls to the server on `org`. */
export interface OrgCalls {
  /** @see [contract/org.ts:10](../contract/org.ts#L10) */
  readonly where: CallWithoutInput<string, SystemFailure>;
}

/** Events of the server on `org`. */
export interface OrgListeners {
  /** @see [contract/org.ts:11](../contract/org.ts#L11) */
  readonly rang: On<string>;
}

/**
 * What is said within one organisation's floor.
 *
 * @see [contract/org.ts:7](../contract/org.ts#L7)
 */
export interface OrgClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: OrgCalls;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: OrgListeners;
}

/** Options of {@link connectOrg}; `org` asks for `params`. */
export interface OrgOptions extends ConnectOptions {
  /** The parameters of the path `/org/:orgId/floor/:floor/:isOpen`. */
  readonly params: OrgParams;
}

/**
 * Connects to `org`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectOrg(url: string, options: OrgOptions): OrgClient {
  return connectChannel<OrgClient>(orgDefinition, url, options);
}
