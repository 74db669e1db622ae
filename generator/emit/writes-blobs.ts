import type { ChannelModel } from "../model/index.js";
import { type ChannelPayload, clientPayloads, serverPayloads } from "./channel-payloads.js";
import { reaches, type SchemaTable } from "./schema-table.js";

/** Whether a side of a channel may write a Blob, whose bytes it has to wait for. */
export function writesBlobs(channel: ChannelModel, side: "client" | "server", table: SchemaTable): boolean {
  const payloads: readonly ChannelPayload[] =
    side === "client" ? clientPayloads(channel) : serverPayloads(channel);
  return payloads.some(
    ({ direction, payload }) =>
      direction === "write" && reaches(payload.schema, table.get, ({ kind }) => kind === "blob"),
  );
}
