import {
  type ChannelModel,
  type Direction,
  type ErrorModel,
  isSeenByClients,
  type MemberModel,
  type MemberPayload,
  type PayloadModel,
  payloadsOfMember,
  type RoomModel,
  type SchemaModel,
} from "../model/index.js";
import { describeSensitivity } from "./describe-sensitivity.js";
import { emitDocs } from "./emit-docs.js";
import { emitType, emitTypeDeclaration, type TypeContext } from "./emit-type.js";
import { type Layout, printLayout } from "./layout.js";
import type { Declaration } from "./module.js";
import { channelNames, initName, memberNames, roomNames } from "./names.js";
import type { Side } from "./schema-table.js";

/** How messages call an option whose name is not a word. */
const spoken: Readonly<Partial<Record<MemberPayload["option"], string>>> = {
  args: "arguments",
  clientItem: "client's item",
};

/** A payload as the rest of a file speaks of it: its type, and the declarations that the type needs. */
export interface PayloadType {
  readonly type: Layout;
  readonly declarations: readonly Declaration[];
}

/** What {@link typePayload} is told of a payload. */
export interface PayloadOptions {
  readonly name: string;
  /** ``the input of `chat.postMessage` ``. */
  readonly origin: string;
  readonly side: Side;
}

/**
 * The type of a payload: an exported schema's own name; a short type without a shape of its own (`boolean`,
 * `Message[]`) as it is; anything else under the name of the path that leads to it.
 */
function typePayload(
  payload: PayloadModel,
  { name, origin, side }: PayloadOptions,
  context: TypeContext,
): PayloadType {
  if (isPlain(payload.schema)) return { type: emitType(payload.schema, side, context), declarations: [] };
  const declaration = {
    name,
    origin,
    place: payload.place,
    docs: emitDocs({
      fallback: `${origin.charAt(0).toUpperCase()}${origin.slice(1)}.`,
      place: payload.place,
      note: describeSensitivity(payload.schema),
      toRoot: context.toRoot,
    }),
    text: emitTypeDeclaration(name, payload.schema, side, context),
  };
  return { type: name, declarations: [declaration] };
}

function isPlain(schema: SchemaModel): boolean {
  if (schema.brands !== undefined || schema.types !== undefined) return false;
  switch (schema.kind) {
    case "reference":
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "any":
    case "never":
    case "bigint":
    case "blob":
    case "bytes":
    case "date":
    case "nan":
    case "stringbool":
      return true;
    case "unknown":
      return schema.type === undefined;
    case "array":
    case "set":
      return isPlain(schema.item);
    case "map":
      return isPlain(schema.key) && isPlain(schema.value);
    case "nullable":
    case "optional":
      return isPlain(schema.inner);
    default:
      return false;
  }
}

/** A declared error as one side sees it; `data` is absent where it carries none. */
export interface ErrorType {
  readonly model: ErrorModel;
  readonly data?: Layout;
}

/** A member as one side sees it. An event's payload is its `input`, and so are arguments, as a tuple. */
export interface MemberType {
  readonly model: MemberModel;
  readonly input?: Layout;
  readonly output?: Layout;
  readonly serverItem?: Layout;
  readonly clientItem?: Layout;
  readonly result?: Layout;
  readonly errors: readonly ErrorType[];
}

/** A family of rooms as one side sees it. */
export interface RoomType {
  readonly key: Layout;
  readonly errors: readonly ErrorType[];
  /** What is told of a client: as it is read, and as it is written. */
  readonly presence?: Readonly<Record<Side, Layout>>;
}

/** All of a channel as one side sees it. */
export interface ChannelTypes {
  readonly params?: Layout;
  readonly auth?: Layout;
  readonly errors: readonly ErrorType[];
  readonly rooms: ReadonlyMap<string, RoomType>;
  readonly clientToServer: readonly MemberType[];
  readonly serverToClient: readonly MemberType[];
  readonly declarations: readonly Declaration[];
}

/** Types every payload of a channel for the side that the file is for. */
export function typeChannel(
  channel: ChannelModel,
  reader: "server" | "client",
  context: TypeContext,
): ChannelTypes {
  const declarations: Declaration[] = [];
  const type = (payload: PayloadModel | undefined, options: PayloadOptions): Layout | undefined => {
    if (payload === undefined) return undefined;
    const typed = typePayload(payload, options, context);
    declarations.push(...typed.declarations);
    return typed.type;
  };
  const names = channelNames(channel);
  const own: Side = reader === "server" ? "yields" : "accepts";
  const params = type(channel.params, {
    name: names.params,
    origin: `the parameters of \`${channel.name}\``,
    side: own,
  });
  const auth = type(channel.auth, {
    name: names.auth,
    origin: `what a client presents to \`${channel.name}\``,
    side: own,
  });
  const typeErrors = (
    errors: readonly ErrorModel[],
    nameOf: (error: string) => string,
    path: string,
    side: Side,
  ): readonly ErrorType[] =>
    errors.map((model) => {
      const data = type(model.data, {
        name: nameOf(model.name),
        origin: `data of \`${path}\`'s error \`${model.name}\``,
        side,
      });
      return { model, ...(data !== undefined && { data }) };
    });
  const errors = typeErrors(channel.errors, names.error, channel.name, opposite(own));
  const rooms = new Map<string, RoomType>();
  for (const room of channel.rooms) {
    if (reader === "client" && !isSeenByClients(room)) continue;
    const roomName = roomNames(room.name);
    const key = type(room.key, {
      name: roomName.key,
      origin: `the key of a \`${room.name}\` room of \`${channel.name}\``,
      side: own,
    });
    const refusals = typeErrors(
      room.errors ?? [],
      roomName.error,
      `${channel.name}.${room.name}`,
      opposite(own),
    );
    const presence = typePresence(channel, room, type, context);
    if (key !== undefined) rooms.set(room.name, { key, errors: refusals, ...(presence && { presence }) });
  }
  const typeMember = (model: MemberModel, direction: Direction): MemberType => {
    const path = `${channel.name}.${model.name}`;
    const memberName = memberNames(model.name);
    // What the caller writes, the other side reads.
    const inputSide: Side = (direction === "clientToServer") === (reader === "server") ? "yields" : "accepts";
    const payloads = payloadsOfMember(model).flatMap(({ property, option, payload, isCallers }) => {
      const typed = type(payload, {
        name: memberName[option],
        origin: `the ${spoken[option] ?? option} of \`${path}\``,
        side: isCallers ? inputSide : opposite(inputSide),
      });
      return typed === undefined ? [] : [[property === "payload" ? "input" : property, typed]];
    });
    // A server's calls reject with an error whose data is not typed.
    const isTyped = reader === "client" || direction === "clientToServer";
    const declared = model.kind === "event" || !isTyped ? [] : model.errors;
    const errors = typeErrors(declared, memberName.error, path, opposite(inputSide));
    return { model, errors, ...Object.fromEntries(payloads) };
  };
  const clientToServer = channel.clientToServer.map((member) => typeMember(member, "clientToServer"));
  const serverToClient = channel.serverToClient.map((member) => typeMember(member, "serverToClient"));
  return {
    errors,
    rooms,
    clientToServer,
    serverToClient,
    declarations,
    ...(params !== undefined && { params }),
    ...(auth !== undefined && { auth }),
  };
}

type TypeOf = (payload: PayloadModel, options: PayloadOptions) => Layout | undefined;

/** Two types where a writer may write what no reader reads: a default that is left out, say. */
function typePresence(
  { name: channel }: ChannelModel,
  { name, presence }: RoomModel,
  type: TypeOf,
  context: TypeContext,
): RoomType["presence"] {
  if (presence === undefined) return undefined;
  const read = { name: roomNames(name).presence, origin: `what is told of who is in \`${channel}.${name}\`` };
  const written = { name: initName(read.name), origin: `what who is in \`${channel}.${name}\` tells` };
  const text = (side: Side) => printLayout(emitType(presence.schema, side, context));
  const yields = type(presence, { ...read, side: "yields" }) ?? "never";
  if (text("yields") === text("accepts")) return { yields, accepts: yields };
  return { yields, accepts: type(presence, { ...written, side: "accepts" }) ?? "never" };
}

function opposite(side: Side): Side {
  return side === "accepts" ? "yields" : "accepts";
}
