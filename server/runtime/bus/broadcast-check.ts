import type { CallDefinition, ChannelDefinition, EventDefinition } from "../../../contracts/wire/index.js";
import { findExcess, type PayloadBounds } from "../limits/find-excess.js";
import type { BroadcastCheck } from "./bus-guard.js";

/**
 * Checks what other processes send to clients of a channel by its contract: they may be of another version, and whoever gets
 * to the bus may forge. Names that the contract does not have are the application's own affair, as they are everywhere.
 */
export function broadcastCheck(
  { name: channel, serverToClient }: ChannelDefinition,
  { maxDepth, maxNodes }: PayloadBounds,
): BroadcastCheck {
  // What servers send may be longer than what clients may.
  const bounds = { maxDepth, maxNodes, maxBytes: Number.POSITIVE_INFINITY };
  const members = new Map(Object.entries(serverToClient));
  return (name, values) => {
    const member = members.get(name);
    if (member === undefined) return undefined;
    return findExcess(values, bounds) === undefined && isRight(member, values)
      ? undefined
      : `the payload of \`${channel}.${name}\` breaks the contract`;
  };
}

function isRight(member: EventDefinition | CallDefinition, values: readonly unknown[]): boolean {
  const check = member.kind === "event" ? member.payload : member.input;
  if (check === undefined) return values.every((value) => value === undefined || value === null);
  if (member.argumentCount !== undefined) return check.read(values).ok;
  if (values.length > 1) return false;
  const [value] = values;
  return check.read(value).ok || (value === null && check.read(undefined).ok);
}
