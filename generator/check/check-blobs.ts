import {
  type ChannelModel,
  type ContractModel,
  type NamedSchema,
  type PayloadModel,
  type Problem,
  partsOf,
  type SchemaModel,
} from "../model/index.js";
import { seatsOf } from "./payload-seats.js";

/** Problems of Blobs and Files: places where nobody can wait until their bytes are read. */
export function checkBlobs(
  model: ContractModel,
  schemas: ReadonlyMap<string, NamedSchema>,
): readonly Problem[] {
  return model.channels.flatMap((channel) =>
    placesOf(channel).flatMap(({ owner, part, payload, reason }) =>
      payload !== undefined && holdsBlob(payload.schema, schemas, new Set())
        ? [
            {
              code: "WP3008" as const,
              place: payload.place,
              message: `\`${owner}\`: ${part} holds a Blob, whose bytes are there only when they are read, and ${reason}`,
              mend: "declare its bytes as `z.instanceof(Uint8Array)`, and its name and type beside them",
            },
          ]
        : [],
    ),
  );
}

interface BlobPlace {
  readonly owner: string;
  readonly part: string;
  readonly payload: PayloadModel | undefined;
  readonly reason: string;
}

function placesOf(channel: ChannelModel): readonly BlobPlace[] {
  const seats = seatsOf(channel).flatMap(({ owner, part, payload }) => {
    const reason = part.startsWith("errors.") ? reasons.errors : reasons[part];
    return reason === undefined ? [] : [{ owner, part, payload, reason }];
  });
  const members = [...channel.clientToServer, ...channel.serverToClient].flatMap((member) => {
    const owner = `${channel.name}.${member.name}`;
    if (member.kind === "event" && member.replay !== undefined) {
      const reason = "the log of a replayed event keeps the order in which events were sent";
      return [{ owner, part: "payload", payload: member.payload, reason }];
    }
    if (member.kind !== "call" || !member.isIdempotent) return [];
    const reason = "the answer of an idempotent call is kept as soon as it is given";
    return [{ owner, part: "output", payload: member.output, reason }];
  });
  return [...seats, ...members];
}

const reasons: Readonly<Record<string, string>> = {
  auth: "a client is let in by one packet",
  errors: "an error is thrown as it stands",
  presence: "presence is kept by the server and told to many",
};

function holdsBlob(
  schema: SchemaModel,
  schemas: ReadonlyMap<string, NamedSchema>,
  seen: Set<string>,
): boolean {
  if (schema.kind === "blob") return true;
  // What stands behind a codec does not travel.
  if (schema.kind === "codec") return holdsBlob(schema.wire, schemas, seen);
  if (schema.kind !== "reference") return partsOf(schema).some((part) => holdsBlob(part, schemas, seen));
  const named = seen.has(schema.id) ? undefined : schemas.get(schema.id);
  seen.add(schema.id);
  return named !== undefined && holdsBlob(named.schema, schemas, seen);
}
