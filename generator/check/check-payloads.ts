import type {
  ChannelModel,
  ContractModel,
  ErrorModel,
  MemberModel,
  NamedSchema,
  PayloadModel,
  Problem,
} from "../model/index.js";
import { checkAuth } from "./check-auth.js";
import { walkSchema } from "./walk-schema.js";

/** A payload of the contract, named as messages name it: ``owner: part``. */
interface Seat {
  readonly owner: string;
  readonly part: string;
  readonly payload: PayloadModel | undefined;
  readonly isReadByClient: boolean;
}

/** Problems of what travels: schemas that cannot, code that a client lacks, keys that get lost, `auth`. */
export function checkPayloads(
  model: ContractModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Problem[] {
  const problems: Problem[] = [];
  // A named schema is walked once for each side: its faults are one problem, however many members use it.
  const walked = new Set<string>();
  const reported = new Set<object>();
  for (const seat of model.channels.flatMap(seatsOf)) {
    if (seat.payload === undefined) {
      continue;
    }
    const { schema, place } = seat.payload;
    walkSchema(schema, { path: seat.part, place }, (node, at) => {
      if (node.kind === "reference") {
        const key = `${seat.isReadByClient ? "client" : "server"} ${node.id}`;
        const named = walked.has(key) ? undefined : schemas.get(node.id);
        walked.add(key);
        return named;
      }
      const problem = reported.has(node) ? undefined : problemOf(seat, node, at.path);
      if (problem !== undefined) {
        reported.add(node);
        problems.push({ ...problem, place: at.place });
      }
      return undefined;
    });
  }
  return [...problems, ...model.channels.flatMap((channel) => checkAuth(channel, schemas))];
}

type Visited = Parameters<Parameters<typeof walkSchema>[2]>[0];

function problemOf(seat: Seat, node: Visited, path: string): Omit<Problem, "place"> | undefined {
  if (node.kind === "field") {
    return node.field.name === "__proto__"
      ? {
          code: "WP2006",
          message: `\`${seat.owner}\`: ${path} has a name that sets an object's prototype; it would be lost`,
          mend: "rename the field",
        }
      : undefined;
  }
  if (node.kind === "unsupported") {
    return {
      code: "WP3003",
      message: `\`${seat.owner}\`: ${path} is ${node.what}: ${node.reason}`,
      mend: node.mend,
    };
  }
  if (node.kind === "transform" && seat.isReadByClient) {
    return {
      code: "WP3004",
      message: `\`${seat.owner}\`: ${path} goes through a transform, which the client that reads it would have to run`,
      mend: "declare what travels and convert it in the handler or the listener; only what the server reads may have a transform",
    };
  }
  return undefined;
}

function seatsOf(channel: ChannelModel): Seat[] {
  const { name } = channel;
  return [
    { owner: name, part: "auth", payload: channel.auth, isReadByClient: false },
    ...channel.errors.map((error) => seatOfError(name, error, true)),
    ...channel.clientToServer.flatMap((member) => seatsOfMember(name, member, false)),
    ...channel.serverToClient.flatMap((member) => seatsOfMember(name, member, true)),
  ];
}

function seatsOfMember(channel: string, member: MemberModel, isReadByClient: boolean): Seat[] {
  const owner = `${channel}.${member.name}`;
  if (member.kind === "event") {
    return [{ owner, part: "payload", payload: member.payload, isReadByClient }];
  }
  return [
    { owner, part: "input", payload: member.input, isReadByClient },
    { owner, part: "output", payload: member.output, isReadByClient: !isReadByClient },
    ...member.errors.map((error) => seatOfError(owner, error, !isReadByClient)),
  ];
}

function seatOfError(owner: string, error: ErrorModel, isReadByClient: boolean): Seat {
  return { owner, part: `errors.${error.name}`, payload: error.data, isReadByClient };
}
