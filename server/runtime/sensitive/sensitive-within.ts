import type { PayloadCheck, SensitivePath } from "../../../contracts/wire/index.js";

/** Where a payload is sensitive, seen from what holds it at `steps`. */
export function sensitiveWithin(steps: SensitivePath, { sensitive = [] }: PayloadCheck): SensitivePath[] {
  return sensitive.map((path) => [...steps, ...path]);
}
