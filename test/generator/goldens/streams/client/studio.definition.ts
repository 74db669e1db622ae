// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:cd192744e467dd5a

// @ts-nocheck: made to its types, and tested so.

import {
  bigint,
  bytes,
  type ClientDefinition,
  custom,
  download,
  duplex,
  gte,
  int,
  named,
  number,
  object,
  payloadCheck,
  string,
  trim,
  upload,
} from "wirepact/client";
import { checkStroke } from "./schemas.checks.js";

/** `studio` as the runtime sees it. */
export const studioDefinition: ClientDefinition = {
  name: "studio",
  path: "/studio",
  fingerprint: "78823b486543f5bc",
  stream: {
    history: download({
      input: payloadCheck(() => object({ board: string(), count: number(int, gte(0)) })),
      serverItem: payloadCheck(() => named(checkStroke)),
      result: payloadCheck(() => object({ total: bigint() })),
      errors: { NoBoard: payloadCheck(() => object({ nearest: string() })), Locked: undefined },
    }),
    ticks: download({ serverItem: payloadCheck(() => number(int)) }),
    draw: upload({
      input: payloadCheck(() => string()),
      clientItem: payloadCheck(() => named(checkStroke)),
      result: payloadCheck(() => number(int)),
      errors: { NoBoard: payloadCheck(() => object({ nearest: string() })) },
    }),
    scribble: upload({ clientItem: payloadCheck(() => bytes(Uint8Array)) }),
    measure: upload({
      clientItem: payloadCheck(() => custom(string())),
      result: payloadCheck(() => number(int)),
    }),
    print: download({
      input: payloadCheck(() => string()),
      serverItem: payloadCheck(() => bytes(Uint8Array)),
    }),
    together: duplex({
      input: payloadCheck(() => object({ board: string() })),
      serverItem: payloadCheck(() => object({ who: string(), stroke: named(checkStroke) })),
      clientItem: payloadCheck(() => named(checkStroke)),
      result: payloadCheck(() => number(int)),
    }),
    echo: duplex({ serverItem: payloadCheck(() => string()), clientItem: payloadCheck(() => string(trim)) }),
  },
};
