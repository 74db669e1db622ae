import { type ChannelModel, type ContractModel, standsAlone } from "../model/index.js";

/**
 * What was made of a channel before, if it would come out the same: a watch then makes only what has changed. A channel
 * that does not stand alone is always made anew.
 *
 * @param key - Everything besides the channel that goes into it.
 */
export function madeBefore<Made>(
  kind: MadeKind,
  { channel, key }: { readonly channel: ChannelModel; readonly key: string },
  make: () => Made,
): Made {
  if (!standsAlone(channel)) {
    return make();
  }
  const ofKind = made[kind].get(channel);
  if (ofKind?.key === key) {
    // A kind is made by one function only.
    return ofKind.value as Made;
  }
  const value = make();
  made[kind].set(channel, { key, value });
  return value;
}

/** What names of other things a channel's files have to leave alone, as text. */
export function outerNames({ schemas }: ContractModel, toRoot: string): string {
  return JSON.stringify([toRoot, ...schemas.map(({ id }) => id)]);
}

type MadeKind = "server" | "definition" | "client";
type Memory = WeakMap<ChannelModel, { readonly key: string; readonly value: unknown }>;

/** Models do not change; what is made of one stays right as long as the model lives. */
const made: Readonly<Record<MadeKind, Memory>> = {
  server: new WeakMap(),
  definition: new WeakMap(),
  client: new WeakMap(),
};
