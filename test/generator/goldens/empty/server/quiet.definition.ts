// Made by wirepact from contract/quiet.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:c55513d2a1df8038

import type { ChannelDefinition } from "wirepact/server";

/** `quiet` as the runtime sees it. */
export const quietDefinition: ChannelDefinition = {
  name: "quiet",
  path: "/quiet",
  fingerprint: "93224b2f9b2d3237",
  auth: undefined,
  errors: {},
  rooms: {},
  clientToServer: {},
  serverToClient: {},
};
