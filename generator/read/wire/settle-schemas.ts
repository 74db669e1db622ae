import {
  type ChannelModel,
  type ContractModel,
  type NamedSchema,
  type SchemaModel,
  standsAlone,
} from "../../model/index.js";
import { convertingCodec, entangledIntersection, hiddenCodec } from "../zod/unsupported-kinds.js";
import { mapParts } from "./map-parts.js";
import { mapPayloads } from "./map-payloads.js";
import { needsTag } from "./needs-tag.js";
import { hasOwnForm, reaches } from "./own-form.js";

/**
 * Settles what depends on more than one schema, once all are read: which unions travel with the number of the
 * option, which intersections cannot travel, and what the author's codecs put on the wire.
 */
export function settleSchemas(model: ContractModel): ContractModel {
  const settler = new Settler(model.schemas);
  return {
    channels: model.channels.map((channel) => settleChannel(channel, settler)),
    schemas: model.schemas.map((named) => ({ ...named, schema: settler.get(named.id) ?? named.schema })),
  };
}

/** A channel that stands alone is settled once, in whatever company. */
function settleChannel(channel: ChannelModel, { settle }: Settler): ChannelModel {
  const known = settledAlone.get(channel) ?? mapPayloads(channel, settle);
  if (standsAlone(channel)) {
    settledAlone.set(channel, known);
  }
  return known;
}

const settledAlone = new WeakMap<ChannelModel, ChannelModel>();

class Settler {
  readonly #raw: ReadonlyMap<string, SchemaModel>;
  readonly #settled = new Map<string, SchemaModel>();
  readonly #open = new Set<string>();

  constructor(schemas: readonly NamedSchema[]) {
    this.#raw = new Map(schemas.map(({ id, schema }) => [id, schema]));
  }

  /** A named schema, settled; one that is being settled as it was, with a union in it taken for anything. */
  get(id: string): SchemaModel | undefined {
    const known = this.#settled.get(id);
    const raw = this.#raw.get(id);
    if (known !== undefined || raw === undefined) {
      return known;
    }
    if (this.#open.has(id)) {
      return isUnion(raw) ? { kind: "unknown" } : raw;
    }
    this.#open.add(id);
    const settled = this.settle(raw);
    this.#open.delete(id);
    this.#settled.set(id, settled);
    return settled;
  }

  readonly settle = (schema: SchemaModel): SchemaModel => {
    const settled = withoutOwnTypes(mapParts(schema, this.settle));
    switch (settled.kind) {
      case "union":
        return needsTag(settled, this) ? { ...settled, isTagged: true } : settled;
      case "intersection":
        return this.#isEntangled(settled) ? entangledIntersection : settled;
      case "codec":
        return this.#settleCodec(settled);
      default:
        return settled;
    }
  };

  /** Each side converts its own fields and drops all others, so that no field may need both. */
  #isEntangled(schema: SchemaModel & { readonly kind: "intersection" }): boolean {
    if (!hasOwnForm(schema, this)) {
      return false;
    }
    const [left, right] = [this.#fieldsOf(schema.left), this.#fieldsOf(schema.right)];
    if (left === undefined || right === undefined) {
      return true;
    }
    const shared = [...left].filter(([name]) => right.has(name));
    return shared.some(([name, own]) => own || right.get(name) === true);
  }

  /** The fields of an object that drops all others, each with whether it has a form of its own. */
  #fieldsOf(schema: SchemaModel, hops = 0): ReadonlyMap<string, boolean> | undefined {
    if (schema.kind === "object") {
      return schema.unknownKeys === "strip"
        ? new Map(schema.fields.map((field) => [field.name, hasOwnForm(field.schema, this)]))
        : undefined;
    }
    if (schema.kind === "intersection") {
      const [left, right] = [this.#fieldsOf(schema.left, hops), this.#fieldsOf(schema.right, hops)];
      return left && right && new Map([...left, ...right]);
    }
    const named = schema.kind === "reference" && hops < mostHops ? this.get(schema.id) : undefined;
    return named && this.#fieldsOf(named, hops + 1);
  }

  #settleCodec(codec: SchemaModel & { readonly kind: "codec" }): SchemaModel {
    if ([codec.wire, codec.app].some((side) => reaches(side, this, ({ kind }) => kind === "transform"))) {
      return convertingCodec;
    }
    const wire = this.#encoded(codec.wire);
    return wire === undefined ? hiddenCodec : { ...codec, wire };
  }

  /** What `encode` makes of a schema: the encoded sides of the codecs in it. */
  #encoded(schema: SchemaModel): SchemaModel | undefined {
    if (schema.kind === "reference" && reaches(schema, this, isCodec)) {
      return undefined;
    }
    if (schema.kind === "stringbool") {
      return { kind: "string", coerce: false, checks: [] };
    }
    let isHidden = false;
    const encoded = mapParts(schema.kind === "codec" ? schema.wire : schema, (part) => {
      const inner = this.#encoded(part);
      isHidden ||= inner === undefined;
      return inner ?? part;
    });
    return isHidden ? undefined : encoded;
  }
}

/** The schema without a type of the compiler that only says what its kind says already. */
function withoutOwnTypes(schema: SchemaModel): SchemaModel {
  const { types, ...rest } = schema;
  const own = schema.kind === "date" ? "Date" : schema.kind;
  const isOwn = types?.accepts === undefined && types?.yields?.text === own;
  return isOwn ? (rest as SchemaModel) : schema; // a kind needs no types
}

/** Names that lead to names; more is a circle. */
const mostHops = 20;

function isCodec({ kind }: SchemaModel): boolean {
  return kind === "codec" || kind === "stringbool";
}

function isUnion(schema: SchemaModel): boolean {
  return schema.kind === "union" || ("inner" in schema && isUnion(schema.inner));
}
