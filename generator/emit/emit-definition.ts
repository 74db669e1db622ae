import {
  type ChannelModel,
  type ErrorModel,
  type EventModel,
  type MemberModel,
  type PayloadModel,
  payloadsOfMember,
  type RolesModel,
  type SchemaModel,
  scalarKinds,
  unwrapSchema,
} from "../model/index.js";
import { argumentCount, emitServerManner } from "./arguments.js";
import { emitData, emitNumber, emitObject, emitString, type Property } from "./emit-literal.js";
import type { Layout } from "./layout.js";
import type { SchemaTable } from "./schema-table.js";
import { writesBlobs } from "./writes-blobs.js";

/** Code that makes a payload's check; `path` leads to its schema from the channel: `["auth"]`. */
export type EmitCheck = (payload: PayloadModel, path: readonly string[]) => Layout;

/** What {@link emitDefinition} takes. */
export interface DefinitionOptions {
  readonly fingerprint: string;
  readonly check: EmitCheck;
  /** Rooms are the server's affair. */
  readonly hasRooms: boolean;
  readonly table: SchemaTable;
}

/** A channel as its runtime sees it: an object literal of `ChannelDefinition`. */
export function emitDefinition(channel: ChannelModel, options: DefinitionOptions): Layout {
  const { check } = options;
  const checkOf = (payload: PayloadModel | undefined, path: readonly string[]): Layout =>
    payload === undefined ? "undefined" : check(payload, path);
  const errors = (models: readonly ErrorModel[], path: readonly string[]): Layout =>
    emitObject(models.map(({ name, data }) => ({ name, value: checkOf(data, [...path, name]) })));
  const member = (model: MemberModel, direction: string): Property => {
    const path = [direction, model.name];
    const count = model.kind === "event" ? argumentCount(model, options.table) : undefined;
    const kindAndPayloads = [
      { name: "kind", value: emitString(model.kind) },
      ...payloadsOfMember(model).map(({ property, declared, payload }) => ({
        name: property,
        value: checkOf(payload, [...path, declared]),
      })),
    ];
    if (model.kind === "event") {
      const properties = [
        ...kindAndPayloads,
        ...(count === undefined ? [] : [{ name: "argumentCount", value: emitNumber(count) }]),
        ...replayOf(model),
        // How a client sends is the client's affair.
        ...(direction === "serverToClient" ? deliveryOf(model) : []),
        ...requiresOf(model),
        ...limitsOf(model),
      ];
      return { name: model.name, value: emitObject(properties) };
    }
    const properties = [
      ...kindAndPayloads,
      { name: "errors", value: errors(model.errors, [...path, "errors"]) },
      ...(model.timeoutMs === undefined ? [] : [{ name: "timeoutMs", value: emitNumber(model.timeoutMs) }]),
      ...(model.kind === "call" ? emitServerManner(model, options.table) : []),
      ...(model.kind === "call" && model.isIdempotent ? [{ name: "isIdempotent", value: "true" }] : []),
      ...requiresOf(model),
      ...limitsOf(model),
    ];
    return { name: model.name, value: emitObject(properties, true) };
  };
  const rooms = options.hasRooms ? channel.rooms : [];
  return emitObject(
    [
      { name: "name", value: emitString(channel.name) },
      { name: "path", value: emitString(channel.path) },
      ...paramsOf(channel, options),
      { name: "fingerprint", value: emitString(options.fingerprint) },
      ...(writesBlobs(channel, "server", options.table) ? [{ name: "writesBlobs", value: "true" }] : []),
      { name: "auth", value: checkOf(channel.auth, ["auth"]) },
      ...(channel.roles ? [{ name: "roles", value: emitData(channel.roles.names) }] : []),
      { name: "errors", value: errors(channel.errors, ["errors"]) },
      {
        name: "rooms",
        value: emitObject(
          rooms.map(({ name, key, join, errors: refusals = [], presence, ...guarded }) => {
            const fields = fieldsOf(key.schema, options.table);
            const properties = [
              { name: "key", value: check(key, ["rooms", name, "key"]) },
              ...(fields === undefined ? [] : [{ name: "fields", value: emitData(fields) }]),
              ...(join === undefined
                ? []
                : [
                    { name: "join", value: emitString(join) },
                    { name: "errors", value: errors(refusals, ["rooms", name, "errors"]) },
                  ]),
              ...(presence
                ? [{ name: "presence", value: check(presence, ["rooms", name, "presence"]) }]
                : []),
              ...requiresOf(guarded),
            ];
            return { name, value: emitObject(properties) };
          }),
        ),
      },
      {
        name: "clientToServer",
        value: emitObject(channel.clientToServer.map((model) => member(model, "clientToServer"))),
      },
      {
        name: "serverToClient",
        value: emitObject(channel.serverToClient.map((model) => member(model, "serverToClient"))),
      },
    ],
    true,
  );
}

function requiresOf({ requires }: { readonly requires?: RolesModel }): readonly Property[] {
  return requires === undefined ? [] : [{ name: "requires", value: emitData(requires.names) }];
}

function deliveryOf({ delivery }: EventModel): readonly Property[] {
  if (delivery === undefined) return [];
  const { mode, key } = delivery;
  return [{ name: mode, value: key === undefined ? "true" : emitString(key) }];
}

function limitsOf({ limits }: MemberModel): readonly Property[] {
  if (limits === undefined) return [];
  const entries = Object.entries(limits).map(([name, amount]) => ({ name, value: emitNumber(amount) }));
  return [{ name: "limits", value: emitObject(entries) }];
}

/** The parameters of the path: their check, and what each is. */
function paramsOf({ params }: ChannelModel, { check, table }: DefinitionOptions): readonly Property[] {
  if (params === undefined) return [];
  const schema = unwrapSchema(params.schema, table);
  const fields = schema?.kind === "object" ? schema.fields : [];
  const kinds = fields.map(({ name, schema: field }) => {
    // Exactly one, or there would have been a problem.
    const [kind = "text"] = scalarKinds(unwrapSchema(field, table), table) ?? [];
    return { name, value: emitString(kind) };
  });
  const value = emitObject([
    { name: "check", value: check(params, ["params"]) },
    { name: "kinds", value: emitObject(kinds) },
  ]);
  return [{ name: "params", value }];
}

/** The names of an object's fields; absent for any other schema. */
function fieldsOf(schema: SchemaModel, table: SchemaTable): readonly string[] | undefined {
  if (schema.kind === "object") return schema.fields.map(({ name }) => name);
  if (schema.kind === "reference") return fieldsOf(table.get(schema.id).schema, table);
  return schema.kind === "readonly" ? fieldsOf(schema.inner, table) : undefined;
}

function replayOf({ replay }: EventModel): readonly Property[] {
  return replay === undefined ? [] : [{ name: "replay", value: emitData({ ...replay }) }];
}
