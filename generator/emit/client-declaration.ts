import type { ChannelModel } from "../model/index.js";
import type { ChannelLines } from "./client-lines.js";
import type { TypeContext } from "./emit-type.js";
import type { Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import type { channelNames } from "./names.js";
import type { ChannelTypes } from "./payload-types.js";

/** What the client's file of one channel is made from. */
export interface ClientChannel {
  readonly channel: ChannelModel;
  readonly types: ChannelTypes;
  readonly names: ReturnType<typeof channelNames>;
  readonly context: TypeContext;
  readonly lineOf: LineOf;
}

/** The straight-line function that settles a payload, where there is one. */
export type LineOf = ChannelLines["lineOf"];

/** Makes a declaration whose name comes from the channel's. */
export function declare({ channel }: ClientChannel, name: string, docs: Layout, text: Layout): Declaration {
  return { name, origin: `the channel \`${channel.name}\``, place: channel.place, docs, text };
}
