// Made by wirepact from contract/quiet.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6b5301305fc6cdfe

import { type ChannelClient, type ConnectOptions, connectChannel, type SystemFailure } from "wirepact/client";
import { quietDefinition } from "./quiet.definition.js";

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
