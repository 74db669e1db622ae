import { measureBundle } from "./bundle/part.js";
import { measureEditor } from "./editor/part.js";
import { measureGenerator } from "./generator/part.js";
import type { Scale } from "./measure/scale.js";
import { measureProcesses } from "./processes/part.js";
import type { PartResult } from "./report/part-result.js";
import { measureStartup } from "./startup/part.js";
import { measureTypes } from "./types/part.js";
import { measureValidation } from "./validation/part.js";
import { measureWire } from "./wire/part.js";

/** What is measured, in the order of the report. */
export const parts: Readonly<Record<string, (scale: Scale) => Promise<PartResult>>> = {
  wire: measureWire,
  processes: measureProcesses,
  validation: measureValidation,
  startup: measureStartup,
  bundle: measureBundle,
  types: measureTypes,
  editor: measureEditor,
  generator: measureGenerator,
};
