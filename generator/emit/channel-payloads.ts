import {
  type ChannelModel,
  type ErrorModel,
  isSeenByClients,
  type MemberModel,
  type PayloadModel,
  payloadsOfMember,
} from "../model/index.js";
import { channelNames, memberNames, roomNames } from "./names.js";
import type { StraightDirection } from "./straight/index.js";

/** A payload of a channel as one side deals with it. */
export interface ChannelPayload {
  /** From the channel to the schema: `["clientToServer", "postMessage", "input"]`. */
  readonly path: readonly string[];
  readonly payload: PayloadModel;
  /** The stem of its function's name: `PostMessageInput`. */
  readonly name: string;
  readonly direction: StraightDirection;
}

/** Every payload of a channel that the server reads or writes, in the order of the definition. */
export function serverPayloads(channel: ChannelModel): readonly ChannelPayload[] {
  const names = channelNames(channel);
  return [
    ...one(channel.params, ["params"], names.params, "read"),
    ...one(channel.auth, ["auth"], names.auth, "read"),
    ...ofErrors(channel.errors, ["errors"], names.error, "write"),
    ...channel.rooms.flatMap(({ name, key, errors = [], presence }) => [
      ...one(key, ["rooms", name, "key"], roomNames(name).key, "read"),
      ...ofErrors(errors, ["rooms", name, "errors"], roomNames(name).error, "write"),
      ...one(presence, ["rooms", name, "presence"], roomNames(name).presence, "read"),
    ]),
    ...channel.clientToServer.flatMap((member) => ofMember(member, "clientToServer", "read")),
    ...channel.serverToClient.flatMap((member) => ofMember(member, "serverToClient", "write")),
  ];
}

/** The same for a client; of rooms, those that it sees. */
export function clientPayloads(channel: ChannelModel): readonly ChannelPayload[] {
  const names = channelNames(channel);
  return [
    ...one(channel.params, ["params"], names.params, "write"),
    ...one(channel.auth, ["auth"], names.auth, "write"),
    ...ofErrors(channel.errors, ["errors"], names.error, "read"),
    ...channel.rooms.filter(isSeenByClients).flatMap(({ name, key, errors = [], presence }) => [
      ...one(key, ["rooms", name, "key"], roomNames(name).key, "write"),
      ...ofErrors(errors, ["rooms", name, "errors"], roomNames(name).error, "read"),
      // It writes one of its own, and reads everybody's.
      ...one(presence, ["rooms", name, "presence"], roomNames(name).presence, "read"),
    ]),
    ...channel.clientToServer.flatMap((member) => ofMember(member, "clientToServer", "write")),
    ...channel.serverToClient.flatMap((member) => ofMember(member, "serverToClient", "read")),
  ];
}

/** What a payload is known by. */
export function idOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** `input`: what this side does with what the caller sends. */
function ofMember(
  member: MemberModel,
  direction: "clientToServer" | "serverToClient",
  input: StraightDirection,
): readonly ChannelPayload[] {
  const names = memberNames(member.name);
  const path = [direction, member.name];
  const output = input === "read" ? "write" : "read";
  const payloads = payloadsOfMember(member).flatMap(({ declared, option, payload, isCallers }) =>
    one(payload, [...path, declared], names[option], isCallers ? input : output),
  );
  const errors = member.kind === "event" ? [] : member.errors;
  return [...payloads, ...ofErrors(errors, [...path, "errors"], names.error, output)];
}

function ofErrors(
  errors: readonly ErrorModel[],
  path: readonly string[],
  nameOf: (error: string) => string,
  direction: StraightDirection,
): readonly ChannelPayload[] {
  return errors.flatMap(({ name, data }) => one(data, [...path, name], nameOf(name), direction));
}

function one(
  payload: PayloadModel | undefined,
  path: readonly string[],
  name: string,
  direction: StraightDirection,
): readonly ChannelPayload[] {
  return payload === undefined ? [] : [{ path, payload, name, direction }];
}
