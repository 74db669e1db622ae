// Made by wirepact from contract/ledger.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:6e0a33e65b3850b4

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
  straightCheck,
  string,
  stringBool,
  taggedExclusive,
} from "wirepact/client";
import {
  readCloseOutput,
  readPostOutput,
  writeCloseInput,
  writeEitherPayload,
  writePostInput,
} from "./ledger.checks.js";
import { checkEntry, checkMinutes } from "./schemas.checks.js";

/** `ledger` as the runtime sees it. */
export const ledgerDefinition: ClientDefinition = {
  name: "ledger",
  path: "/ledger",
  fingerprint: "95c867bd8adad425",
  call: {
    post: outgoingCall({
      input: straightCheck({ write: writePostInput }, () => named(checkEntry)),
      output: straightCheck({ read: readPostOutput }, () => named(checkEntry)),
    }),
    close: outgoingCall({
      input: straightCheck({ write: writeCloseInput }, () =>
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
      output: straightCheck({ read: readCloseOutput }, () =>
        object({ at: date(), of: custom(set(number())) }),
      ),
    }),
    wait: outgoingCall({
      input: payloadCheck(() => object({ for: named(checkMinutes) })),
      output: payloadCheck(() => array(named(checkMinutes))),
    }),
  },
  emit: {
    either: outgoingEvent(
      straightCheck({ write: writeEitherPayload }, () =>
        taggedExclusive(object({ on: date() }), object({ by: bigint() })),
      ),
    ),
  },
};
