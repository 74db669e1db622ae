/** From a model without problems to what its author should know of it. */

import type { ContractModel, Warning, WarningLevel, WarningLevels } from "../model/index.js";
import { comparePlaces } from "./sort-problems.js";
import { warnPatterns } from "./warn-patterns.js";
import { warnUnbounded } from "./warn-unbounded.js";

/** A warning, and what becomes of it. */
export interface FoundWarning extends Warning {
  readonly level: Exclude<WarningLevel, "off">;
}

/** All warnings that are not switched off, sorted by place. */
export function findWarnings(model: ContractModel, levels: WarningLevels): readonly FoundWarning[] {
  const schemas = new Map(model.schemas.map((named) => [named.id, named]));
  const found = model.channels.flatMap((channel) => [
    ...(levels.WP6001 === "off" ? [] : warnUnbounded(channel, schemas)),
    ...(levels.WP6002 === "off" ? [] : warnPatterns(channel, schemas)),
  ]);
  // Two uses of one schema may have found the same.
  const distinct = new Map(found.map((warning) => [JSON.stringify(warning), warning]));
  return [...distinct.values()]
    .flatMap((warning) => {
      const level = levels[warning.code];
      return level === "off" ? [] : [{ ...warning, level }];
    })
    .sort((left, right) => comparePlaces(left.place, right.place));
}
