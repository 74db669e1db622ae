import {
  type ChannelModel,
  type ContractModel,
  type FieldModel,
  type NamedSchema,
  type Problem,
  pathParams,
  scalarKinds,
  unwrapSchema,
} from "../model/index.js";
import { describeSchema } from "./describe-schema.js";
import { comparePlaces } from "./sort-problems.js";

const paramName = /^[A-Za-z_]\w*$/;

/** Problems of parameters in paths: their names, what declares them, what they are, and paths that meet. */
export function checkParams(
  model: ContractModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Problem[] {
  return [
    ...model.channels.flatMap((channel) => [
      ...checkPath(channel),
      ...checkSchema(channel, schemas),
      ...checkReplay(channel),
    ]),
    ...checkOverlaps(model),
  ];
}

function checkPath(channel: ChannelModel): readonly Problem[] {
  const names = pathParams(channel.path);
  const owner = `\`${channel.name}\`: the path ${JSON.stringify(channel.path)}`;
  const at = { code: "WP2009", place: channel.place } as const;
  const badNames = names.filter((name) => !paramName.test(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...badNames.map((name) => ({
      ...at,
      message: `${owner} has a parameter \`:${name}\`, which is no name`,
      mend: "write a colon and a name behind the slash: `/:orgId`; a name is of letters, digits and `_`",
    })),
    ...twice.map((name) => ({
      ...at,
      message: `${owner} has the parameter \`:${name}\` twice`,
      mend: "give one of the two another name",
    })),
    ...(names.length > 0 && channel.params === undefined
      ? [
          {
            ...at,
            message: `${owner} has parameters, and \`params\` does not declare them`,
            mend: `add \`params: z.object({ ${names.map((name) => `${name}: z.string()`).join(", ")} })\``,
          },
        ]
      : []),
  ];
}

/** A namespace with parameters ends with its last client, and its log with it. */
function checkReplay({ name: channel, path, serverToClient }: ChannelModel): readonly Problem[] {
  if (pathParams(path).length === 0) return [];
  return serverToClient.flatMap((member) =>
    member.kind === "event" && member.replay !== undefined
      ? [
          {
            code: "WP3009" as const,
            place: member.place,
            message: `\`${channel}.${member.name}\` is replayed, and the channel's path has parameters: their namespace ends with its last client, who would have nothing to come back to`,
            mend: "take the parameters out of the path, and make them the key of a room",
          },
        ]
      : [],
  );
}

function checkSchema(channel: ChannelModel, schemas: ReadonlyMap<string, NamedSchema>): readonly Problem[] {
  if (channel.params === undefined) return [];
  const { place } = channel.params;
  const owner = `\`${channel.name}\`: params`;
  const schema = unwrapSchema(channel.params.schema, schemas);
  if (schema?.kind !== "object" || schema.unknownKeys === "loose" || schema.unknownKeys === "catchall") {
    const what = schema?.kind === "object" ? "takes keys that it does not declare" : `is ${describe(schema)}`;
    return [
      {
        code: "WP3006",
        place,
        message: `${owner} ${what}`,
        mend: "make it `z.object({ … })` with one field for each parameter of the path",
      },
    ];
  }
  const names = pathParams(channel.path);
  const declared = new Set(schema.fields.map(({ name }) => name));
  const missing = names.filter((name) => paramName.test(name) && !declared.has(name));
  return [
    ...missing.map(
      (name): Problem => ({
        code: "WP2009",
        place,
        message: `${owner} has no field \`${name}\`, and the path ${JSON.stringify(channel.path)} has \`:${name}\``,
        mend: `declare it: \`${name}: z.string()\``,
      }),
    ),
    ...schema.fields.flatMap((field) => checkField(channel, field, names, schemas)),
  ];
}

function checkField(
  channel: ChannelModel,
  { name, schema, place }: FieldModel,
  names: readonly string[],
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Problem[] {
  const owner = `\`${channel.name}\`: params.${name}`;
  if (!names.includes(name)) {
    return [
      {
        code: "WP2009",
        place,
        message: `${owner} is no parameter of the path ${JSON.stringify(channel.path)}`,
        mend: `put \`/:${name}\` into the path, or take the field out`,
      },
    ];
  }
  const bare = unwrapSchema(schema, schemas);
  const kinds = scalarKinds(bare, schemas);
  if (kinds?.size === 1) return [];
  const what =
    kinds === undefined ? describe(bare) : 'of several kinds, and a path cannot tell `1` from `"1"`';
  return [
    {
      code: "WP3006",
      place,
      message: `${owner} is ${what}`,
      mend: "make it text, or a number, or a boolean (an enum or a literal of one of these), required and not converted",
    },
  ];
}

/** Two paths of which one name can be both: which channel a client reaches would hang on an order. */
function checkOverlaps({ channels }: ContractModel): readonly Problem[] {
  const sorted = [...channels].sort((left, right) => comparePlaces(left.place, right.place));
  return sorted.flatMap((channel, index) =>
    sorted.slice(0, index).flatMap((other): readonly Problem[] => {
      if (channel.path === other.path || !overlap(channel.path, other.path)) return [];
      const { file, line } = other.place;
      return [
        {
          code: "WP2010",
          place: channel.place,
          message: `\`${channel.name}\`: the path ${JSON.stringify(channel.path)} meets ${JSON.stringify(other.path)} of \`${other.name}\` (${file}:${line})`,
          mend: "give the two paths a part in which they differ: `/org/:orgId` and `/person/:personId`",
        },
      ];
    }),
  );
}

function overlap(left: string, right: string): boolean {
  const [parts, others] = [left.split("/"), right.split("/")];
  const isParam = (part: string | undefined) => part?.startsWith(":") ?? false;
  return (
    parts.length === others.length &&
    parts.every((part, index) => part === others[index] || isParam(part) || isParam(others[index]))
  );
}

function describe(schema: Parameters<typeof describeSchema>[0] | undefined): string {
  if (schema === undefined) return "nothing but itself";
  return "coerce" in schema && schema.coerce ? `a \`z.coerce.${schema.kind}()\`` : describeSchema(schema);
}
