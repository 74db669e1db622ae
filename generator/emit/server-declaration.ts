import type { ChannelModel, Place } from "../model/index.js";
import { contractDocs, type Entry, generic, property, serverType } from "./emit-interface.js";
import type { TypeContext } from "./emit-type.js";
import type { Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import type { channelNames } from "./names.js";
import type { ChannelTypes, ErrorType } from "./payload-types.js";

/** What the server's file of one channel is made from. */
export interface ServerChannel {
  readonly channel: ChannelModel;
  readonly types: ChannelTypes;
  readonly names: ReturnType<typeof channelNames>;
  readonly context: TypeContext;
}

/** The constructor of a declared error, as a property of the handler's `context.error`. */
export function errorEntry({ model, data }: ErrorType, { toRoot }: TypeContext): Entry {
  const type =
    data === undefined
      ? serverType("DeclaredErrorWithoutData")
      : generic(serverType("DeclaredError"), [data]);
  return property(model.name, type, contractDocs(model, toRoot));
}

/** Makes a declaration whose name comes from the channel's. */
export function declare(
  { channel }: ServerChannel,
  name: string,
  docs: Layout,
  text: Layout,
  place: Place = channel.place,
): Declaration {
  return { name, origin: `the channel \`${channel.name}\``, place, docs, text };
}
