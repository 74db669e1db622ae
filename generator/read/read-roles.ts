import type { RolesModel } from "../model/index.js";
import type { ContractComplaints } from "./contract-complaints.js";
import type { DeclarationSpot } from "./declaration-spot.js";

/** What a role may be called: types and comments are made of it. */
const roleName = /^[\w.:-]{1,64}$/;

/** Where roles stand, and how messages call what has them. */
export interface RolesSpot {
  readonly spot: DeclarationSpot;
  readonly owner: string;
  readonly what: "roles" | "requires";
}

/** Roles as a contract lists them come in, or one that something requires; nothing comes out where there are none. */
export function readRoles(
  value: unknown,
  { spot, owner, what }: RolesSpot,
  complaints: ContractComplaints,
): RolesModel | undefined {
  if (value === undefined) return undefined;
  const { place } = spot;
  const names: readonly unknown[] =
    what === "requires" && typeof value === "string" ? [value] : Array.isArray(value) ? value : [undefined];
  if (names.every(isRoleName)) return { names, place };
  complaints.wrongRoles(place, owner, what, value);
  return undefined;
}

function isRoleName(name: unknown): name is string {
  return typeof name === "string" && roleName.test(name);
}
