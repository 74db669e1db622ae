import {
  type ChannelModel,
  type ContractModel,
  type NamedSchema,
  type Notice,
  standsAlone,
} from "../model/index.js";
import { seatsOf } from "./payload-seats.js";
import { walkSchema } from "./walk-schema.js";

/**
 * Says which codecs bring the contract and zod into a client's bundle: their code runs at both ends. Each
 * payload or named schema is spoken of once for each channel, since a client takes channels one by one.
 */
export function noticeCodecs(model: ContractModel): readonly Notice[] {
  const schemas = new Map(model.schemas.map((named) => [named.id, named]));
  // What stands alone has no codec.
  return model.channels.flatMap((channel) => (standsAlone(channel) ? [] : noticesOf(channel, schemas)));
}

function noticesOf(channel: ChannelModel, schemas: ReadonlyMap<string, NamedSchema>): Notice[] {
  const notices: Notice[] = [];
  const walked = new Set<string>();
  for (const { owner, part, payload } of seatsOf(channel)) {
    if (payload === undefined) {
      continue;
    }
    walkSchema(payload.schema, { path: part, place: payload.place }, (node, at) => {
      if (node.kind === "codec") {
        notices.push({
          place: at.place,
          message: `\`${owner}\`: ${at.path} is a codec, whose code the client runs too: with the channel \`${channel.name}\` this contract and zod come into its bundle (5 kB compressed for zod/mini, 20 to 90 kB for zod)`,
          mend: "where that is too much, declare what travels, and convert it in the handler and the listener",
        });
      }
      if (node.kind !== "reference" || walked.has(node.id)) {
        return undefined;
      }
      walked.add(node.id);
      return schemas.get(node.id);
    });
  }
  return notices;
}
