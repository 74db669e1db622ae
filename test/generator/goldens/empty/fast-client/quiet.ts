// Made by wirepact from contract/quiet.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:4b52394b0ab6849b

import {
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type SystemFailure,
} from "wirepact/client";

/**
 * The client of `quiet`.
 *
 * @see [contract/quiet.ts:3](../contract/quiet.ts#L3)
 */
export interface QuietClient extends ChannelClient<SystemFailure> {}

/**
 * Connects to `quiet`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectQuiet(url: string, options: ConnectOptions = {}): QuietClient {
  return connectChannel<QuietClient>(quietDefinition, url, options);
}

/** `quiet` as the runtime sees it. */
const quietDefinition: ClientDefinition = {
  name: "quiet",
  path: "/quiet",
  fingerprint: "93224b2f9b2d3237",
};
