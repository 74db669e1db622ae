/** From a model to every problem that can be seen in it without the contract's source. */

import type { ContractModel, Problem } from "../model/index.js";
import { checkBlobs } from "./check-blobs.js";
import { checkDeliveries } from "./check-deliveries.js";
import { checkNames } from "./check-names.js";
import { checkParams } from "./check-params.js";
import { checkChannelPaths } from "./check-paths.js";
import { checkPayloads } from "./check-payloads.js";
import { checkRoles } from "./check-roles.js";
import { checkRoomKeys } from "./check-room-keys.js";
import { sortProblems } from "./sort-problems.js";

/** All problems of a contract, sorted by place; empty when code can be generated for it. */
export function checkContract(model: ContractModel): readonly Problem[] {
  const schemas = new Map(model.schemas.map((named) => [named.id, named]));
  return sortProblems([
    ...checkChannelPaths(model),
    ...model.channels.flatMap(checkNames),
    ...model.channels.flatMap(checkRoles),
    ...checkPayloads(model, schemas),
    ...checkRoomKeys(model, schemas),
    ...checkParams(model, schemas),
    ...checkDeliveries(model, schemas),
    ...checkBlobs(model, schemas),
  ]);
}
