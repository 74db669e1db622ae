// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:1f360c9b08b9f588

// @ts-nocheck: made to its types, and tested so.

import {
  array,
  bigint,
  type ClientDefinition,
  custom,
  date,
  field,
  named,
  number,
  object,
  optional,
  outgoingCall,
  outgoingEvent,
  payloadCheck,
  set,
  string,
  stringBool,
  taggedExclusive,
} from "wirepact/client";
import { checkEntry, checkMinutes } from "./schemas.checks.js";

/** `ledger` as the runtime sees it. */
export const ledgerDefinition: ClientDefinition = {
  name: "ledger",
  path: "/ledger",
  fingerprint: "95c867bd8adad425",
  call: {
    post: outgoingCall({
      input: payloadCheck(() => named(checkEntry)),
      output: payloadCheck(() => named(checkEntry)),
    }),
    close: outgoingCall({
      input: payloadCheck(() =>
        custom(
          object({
            from: date(),
            to: field("allowed", true, custom(optional(date()))),
            open: stringBool(
              ["true", "1", "yes", "on", "y", "enabled"],
              ["false", "0", "no", "off", "n", "disabled"],
            ),
            note: string(),
          }),
        ),
      ),
      output: payloadCheck(() => object({ at: date(), of: custom(set(number())) })),
    }),
    wait: outgoingCall({
      input: payloadCheck(() => object({ for: named(checkMinutes) })),
      output: payloadCheck(() => array(named(checkMinutes))),
    }),
  },
  emit: {
    either: outgoingEvent(
      payloadCheck(() => taggedExclusive(object({ on: date() }), object({ by: bigint() }))),
    ),
  },
};
