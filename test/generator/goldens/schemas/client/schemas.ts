// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:2da9bb496186d532

import type { PlanTable } from "wirepact/client";

/** @see [contract/shapes.ts:12](../contract/shapes.ts#L12) */
export type Color = "red" | "green" | "deep blue";

/**
 * Settings whose writer may leave things out.
 *
 * @see [contract/shapes.ts:15](../contract/shapes.ts#L15)
 */
export interface Settings {
  color: Color;
  volume: number;
  nested?: { on: boolean } | undefined;
}

/**
 * Settings whose writer may leave things out.
 *
 * @see [contract/shapes.ts:15](../contract/shapes.ts#L15)
 */
export interface SettingsInit {
  color?: Color | undefined;
  volume?: number | undefined;
  nested?: { on?: boolean | undefined } | undefined;
}

/** @see [contract/shapes.ts:21](../contract/shapes.ts#L21) */
export type Shape = { kind: "circle"; radius: number } | { kind: "box"; width: number; height: number };

/**
 * A tree that holds itself.
 *
 * @see [contract/shapes.ts:5](../contract/shapes.ts#L5)
 */
export interface Tree {
  label: string;
  children: Tree[];
}

/** What the runtime checks payloads by, for the schemas that have a name. */
export const plans: PlanTable = {
  Color: ["one", "red", "green", "deep blue"],
  Settings: [
    "object",
    ["color", ["default", "red", ["ref", "Color"]]],
    ["volume", ["prefault", 0.5, ["number", [">=", 0], ["<=", 1]]]],
    ["nested", ["optional", ["object", ["on", ["default", true, "boolean"]]]]],
  ],
  Shape: [
    "switch",
    "kind",
    ["object", ["kind", ["one", "circle"]], ["radius", ["number", [">", 0]]]],
    ["object", ["kind", ["one", "box"]], ["width", "number"], ["height", "number"]],
  ],
  Tree: ["object", ["label", "string"], ["children", ["array", ["ref", "Tree"]]]],
};
