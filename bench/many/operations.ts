/** What a payload's field holds; plain data, from which each stack's text is printed. */
export type Shape =
  | { readonly kind: "text"; readonly min?: number; readonly max: number }
  | { readonly kind: "uuid" | "email" | "datetime" | "number" | "boolean" }
  | { readonly kind: "int"; readonly min: number; readonly max: number }
  | { readonly kind: "choice"; readonly of: readonly string[] }
  | { readonly kind: "list"; readonly of: Shape; readonly max: number }
  | { readonly kind: "object"; readonly fields: readonly Field[] };

/** A field of an object. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  readonly isOptional?: boolean;
}

/** A call as an application would have it. */
export interface Operation {
  readonly name: string;
  readonly input: readonly Field[];
  readonly output: readonly Field[];
}

/** Operations on one kind of thing: a channel, a router, a tag. */
export interface OperationGroup {
  readonly name: string;
  readonly operations: readonly Operation[];
}

const verbs =
  "create update archive restore find list count copy move rename share lock unlock approve reject assign export import schedule cancel".split(
    " ",
  );
const nouns =
  "order invoice customer product shipment payment refund coupon review basket address warehouse supplier contract ticket project task sprint comment document folder image video album playlist".split(
    " ",
  );
const adjectives = ["open", "past"];

const money: Shape = {
  kind: "object",
  fields: [
    { name: "amount", shape: { kind: "number" } },
    { name: "currency", shape: { kind: "choice", of: ["EUR", "USD", "GBP"] } },
  ],
};
const line: Shape = {
  kind: "object",
  fields: [
    { name: "sku", shape: { kind: "text", min: 1, max: 40 } },
    { name: "quantity", shape: { kind: "int", min: 1, max: 999 } },
    { name: "price", shape: money },
  ],
};

const place: Shape = {
  kind: "object",
  fields: [
    { name: "street", shape: { kind: "text", min: 1, max: 120 } },
    { name: "city", shape: { kind: "text", min: 1, max: 80 } },
    { name: "postcode", shape: { kind: "text", min: 2, max: 12 } },
    { name: "country", shape: { kind: "text", min: 2, max: 2 } },
  ],
};

/** Fields that come after a thing's id. */
const pool: readonly Field[] = [
  { name: "title", shape: { kind: "text", min: 1, max: 200 } },
  { name: "note", shape: { kind: "text", max: 2000 }, isOptional: true },
  { name: "email", shape: { kind: "email" } },
  { name: "status", shape: { kind: "choice", of: ["draft", "active", "closed"] } },
  { name: "tags", shape: { kind: "list", of: { kind: "text", max: 32 }, max: 20 } },
  { name: "createdAt", shape: { kind: "datetime" } },
  { name: "isPublic", shape: { kind: "boolean" } },
  { name: "version", shape: { kind: "int", min: 0, max: 1_000_000 } },
  { name: "ownerId", shape: { kind: "uuid" } },
  { name: "total", shape: money },
  { name: "lines", shape: { kind: "list", of: line, max: 100 } },
  { name: "score", shape: { kind: "number" }, isOptional: true },
  { name: "dueAt", shape: { kind: "datetime" }, isOptional: true },
  { name: "customerId", shape: { kind: "uuid" } },
  { name: "priority", shape: { kind: "choice", of: ["low", "normal", "high", "urgent"] } },
  { name: "quantity", shape: { kind: "int", min: 1, max: 500 } },
  { name: "reason", shape: { kind: "text", min: 3, max: 500 } },
  { name: "watchers", shape: { kind: "list", of: { kind: "uuid" }, max: 50 } },
  { name: "deliverTo", shape: place },
  { name: "isArchived", shape: { kind: "boolean" } },
  { name: "discount", shape: { kind: "number" } },
  { name: "contactEmail", shape: { kind: "email" }, isOptional: true },
  { name: "slug", shape: { kind: "text", min: 1, max: 80 } },
];

const id: Field = { name: "id", shape: { kind: "uuid" } };

/** The same operations for the same count, twenty to a group, no two groups or operations of a group of one name. */
export function makeOperations(count: number): readonly OperationGroup[] {
  return Array.from({ length: Math.ceil(count / verbs.length) }, (_, group) => {
    const noun = nounOf(group);
    const size = Math.min(verbs.length, count - group * verbs.length);
    return {
      name: `${noun}s`,
      operations: verbs.slice(0, size).map((verb, index) => ({
        name: `${verb}${capitalise(noun)}`,
        input: [id, ...pick(group * 7 + index, 2 + (index % 3))],
        output: [id, ...pick(group * 3 + index * 5, 3 + (index % 4))],
      })),
    };
  });
}

/** `Order` of `order`. */
export function capitalise(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** `past-orders` of `pastOrders`: how the generator names files. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function nounOf(group: number): string {
  const noun = nouns[group % nouns.length] ?? "thing";
  const round = Math.floor(group / nouns.length);
  return round === 0 ? noun : `${adjectives[round - 1] ?? `extra${round}`}${capitalise(noun)}`;
}

/** `count` different fields: steps of five through 23 meet each of them. */
function pick(start: number, count: number): Field[] {
  return Array.from({ length: count }, (_, step) => pool[(start + step * 5) % pool.length]).filter(
    (field) => field !== undefined,
  );
}
