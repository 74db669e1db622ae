import {
  type ChannelModel,
  type ContractModel,
  type NamedSchema,
  type Problem,
  standsAlone,
} from "../model/index.js";
import { checkAuth } from "./check-auth.js";
import { type Seat, seatsOf } from "./payload-seats.js";
import { walkSchema } from "./walk-schema.js";

/** Problems of what travels: schemas that cannot, code that a client lacks, keys that get lost, `auth`. */
export function checkPayloads(
  model: ContractModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Problem[] {
  const problems: Problem[] = [];
  // A named schema is walked once for each side: its faults are one problem, however many members use it.
  const walked = new Set<string>();
  const reported = new Set<object>();
  const checkSeat = (seat: Seat) => {
    if (seat.payload === undefined) {
      return;
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
  };
  for (const channel of model.channels) {
    if (faultless.has(channel)) {
      continue;
    }
    for (const seat of seatsOf(channel)) {
      checkSeat(seat);
    }
    if (standsAlone(channel) && problems.length === 0) {
      faultless.add(channel);
    }
  }
  return [...problems, ...model.channels.flatMap((channel) => checkAuth(channel, schemas))];
}

/** Channels that stand alone and have no problem: they will not have one in other company. */
const faultless = new WeakSet<ChannelModel>();

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
