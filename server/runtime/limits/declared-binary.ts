import type { Server } from "socket.io";
import type { ChannelDefinition, MemberDefinition, PayloadCheck } from "../../../contracts/wire/index.js";

/** A packet that binary values are announced with. */
export interface BinaryPacket {
  readonly type: number;
  readonly nsp?: string;
  readonly data?: unknown;
}

/** Whether the binary values of a packet are wanted. */
export type WantsBinary = (packet: BinaryPacket) => boolean;

/** Socket.IO's number of an acknowledgement with binary values. */
const binaryAcknowledgement = 6;

/** Where a channel's schemas have places for binary values. */
interface Declared {
  readonly path: string;
  readonly members: ReadonlyMap<string, boolean>;
  /** In anything that a client answers. */
  readonly inReplies: boolean;
  /** In anything at all: what is ours among events carries what is a member's. */
  readonly anywhere: boolean;
}

/**
 * Tells which packets may have binary values, as they are announced. Names that are no member's have as many as the channel's
 * members; namespaces that are no channel's are their owner's, where there is one.
 */
export function declaredBinary(definitions: readonly ChannelDefinition[], io: Server): WantsBinary {
  const channels = definitions.map(declaredOn);
  const byPath = new Map(channels.map((channel) => [channel.path, channel]));
  const families = channels.filter(({ path }) => path.includes("/:"));
  return ({ type, nsp = "/", data }) => {
    const channel = byPath.get(nsp) ?? families.find(({ path }) => hasForm(path, nsp));
    if (channel === undefined) return hasOwner(io, nsp);
    if (type === binaryAcknowledgement) return channel.inReplies;
    const name: unknown = Array.isArray(data) ? data[0] : undefined;
    return channel.members.get(String(name)) ?? channel.anywhere;
  };
}

function declaredOn({ path, auth, rooms, clientToServer, serverToClient }: ChannelDefinition): Declared {
  const members = new Map(Object.entries(clientToServer).map(([name, each]) => [name, asks(each)]));
  const inReplies = Object.values(serverToClient).some(
    (each) => each.kind === "call" && [each.output, ...Object.values(each.errors)].some(mayHold),
  );
  const inItems = Object.values(clientToServer).some(
    (each) => each.kind === "stream" && mayHold(each.clientItem),
  );
  const inRooms = Object.values(rooms).some(({ key, presence }) => mayHold(key) || mayHold(presence));
  const anywhere =
    inReplies || inItems || inRooms || mayHold(auth) || [...members.values()].some((holds) => holds);
  return { path, members, inReplies, anywhere };
}

/** Whether what a member is sent with may hold any. */
function asks(member: MemberDefinition): boolean {
  return mayHold(member.kind === "event" ? member.payload : member.input);
}

function mayHold(check: PayloadCheck | undefined): boolean {
  return check !== undefined && check.mayAttach !== false;
}

function hasForm(path: string, name: string): boolean {
  const parts = name.split("/");
  const pattern = path.split("/");
  return (
    parts.length === pattern.length &&
    pattern.every((part, index) => part.startsWith(":") || part === parts[index])
  );
}

/** Nobody is in a namespace that nobody listens on. */
function hasOwner(io: Server, name: string): boolean {
  const namespace = io._nsps.get(name);
  return (
    namespace !== undefined && namespace.listenerCount("connection") + namespace.listenerCount("connect") > 0
  );
}
