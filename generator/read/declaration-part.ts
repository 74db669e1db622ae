import type { ContractComplaints } from "./contract-complaints.js";
import type { DeclarationSpot } from "./declaration-spot.js";

/** A part of a declaration: its value, where it stands, and how it is called in messages and in types. */
export interface Part {
  readonly value: unknown;
  readonly spot: DeclarationSpot;
  /** In messages: `chat.postMessage`. */
  readonly owner: string;
  /** Steps from the export, for the compiler. */
  readonly path: string;
}

/** A part that has a name: a member, an error, a room. */
export interface NamedPart extends Part {
  readonly name: string;
}

/** An option of a member's declaration. */
export function optionOf({ spot, owner, path }: Part, value: unknown, key: string): Part {
  return { value, spot: spot.argument(0).property(key), owner, path: `${path}${index(key)}` };
}

/** The entries of an object of a contract: members, errors, rooms. */
export function readEntries(
  { value, spot, owner, path }: Part,
  option: string,
  complaints: ContractComplaints,
): NamedPart[] {
  if (value === undefined) {
    return [];
  }
  if (!isNamedEntries(value)) {
    complaints.noEntries(spot.place, owner, option, value);
    return [];
  }
  complaints.swallowedNames(spot, owner, option);
  return Object.entries(value).map(([name, entry]) => ({
    name,
    value: entry,
    spot: spot.property(name),
    owner: option === "errors" ? owner : `${owner}.${name}`,
    path: `${path}${index(name)}`,
  }));
}

/** Whether a value is a plain object: no schema, no declaration, no array. */
function isNamedEntries(value: unknown): value is Readonly<Record<string, unknown>> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && !["_zod", "_def", "$wirepact"].some((mark) => Object.hasOwn(value, mark));
}

/** A step of a path, as code. */
export function index(name: string): string {
  return `[${JSON.stringify(name)}]`;
}

/** The properties of whatever it is. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
