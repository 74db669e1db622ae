// Made by wirepact from contract/studio.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:f06715d40def70cb

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
  straightCheck,
  string,
  trim,
  upload,
} from "wirepact/client";
import { checkStroke, readStroke, writeStroke } from "./schemas.checks.js";
import {
  readDrawNoBoard,
  readDrawResult,
  readEchoItem,
  readHistoryNoBoard,
  readHistoryResult,
  readMeasureResult,
  readPrintItem,
  readTicksItem,
  readTogetherItem,
  readTogetherResult,
  writeDrawInput,
  writeEchoClientItem,
  writeHistoryInput,
  writeMeasureItem,
  writePrintInput,
  writeScribbleItem,
  writeTogetherInput,
} from "./studio.checks.js";

/** `studio` as the runtime sees it. */
export const studioDefinition: ClientDefinition = {
  name: "studio",
  path: "/studio",
  fingerprint: "78823b486543f5bc",
  stream: {
    history: download({
      input: straightCheck({ write: writeHistoryInput }, () =>
        object({ board: string(), count: number(int, gte(0)) }),
      ),
      serverItem: straightCheck({ read: readStroke }, () => named(checkStroke)),
      result: straightCheck({ read: readHistoryResult }, () => object({ total: bigint() })),
      errors: {
        NoBoard: straightCheck({ read: readHistoryNoBoard }, () => object({ nearest: string() })),
        Locked: undefined,
      },
    }),
    ticks: download({ serverItem: straightCheck({ read: readTicksItem }, () => number(int)) }),
    draw: upload({
      input: straightCheck({ write: writeDrawInput }, () => string()),
      clientItem: straightCheck({ write: writeStroke }, () => named(checkStroke)),
      result: straightCheck({ read: readDrawResult }, () => number(int)),
      errors: { NoBoard: straightCheck({ read: readDrawNoBoard }, () => object({ nearest: string() })) },
    }),
    scribble: upload({ clientItem: straightCheck({ write: writeScribbleItem }, () => bytes(Uint8Array)) }),
    measure: upload({
      clientItem: straightCheck({ write: writeMeasureItem }, () => custom(string())),
      result: straightCheck({ read: readMeasureResult }, () => number(int)),
    }),
    print: download({
      input: straightCheck({ write: writePrintInput }, () => string()),
      serverItem: straightCheck({ read: readPrintItem }, () => bytes(Uint8Array)),
    }),
    together: duplex({
      input: straightCheck({ write: writeTogetherInput }, () => object({ board: string() })),
      serverItem: straightCheck({ read: readTogetherItem }, () =>
        object({ who: string(), stroke: named(checkStroke) }),
      ),
      clientItem: straightCheck({ write: writeStroke }, () => named(checkStroke)),
      result: straightCheck({ read: readTogetherResult }, () => number(int)),
    }),
    echo: duplex({
      serverItem: straightCheck({ read: readEchoItem }, () => string()),
      clientItem: straightCheck({ write: writeEchoClientItem }, () => string(trim)),
    }),
  },
};
