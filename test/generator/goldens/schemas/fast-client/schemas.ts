// Made by wirepact from contract/shapes.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:c49ebd2320125e17

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
