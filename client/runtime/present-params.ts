import { fillPath, type PayloadCheck } from "../../contracts/wire/index.js";
import type { FillPath } from "./client-definition.js";

/** For a channel whose path has parameters: the namespace that given ones lead to. */
export function presentParams(check: PayloadCheck): FillPath {
  return (path, params) => fillPath(path, check, params);
}
