import { type MemberModel, takesArguments } from "../model/index.js";
import type { ClientChannel } from "./client-declaration.js";
import { roomEntries } from "./client-rooms.js";
import { streamType } from "./client-streams.js";
import { describeDelivery } from "./describe-delivery.js";
import { describeLimits } from "./describe-limits.js";
import { describeRequirement } from "./describe-requirement.js";
import { describeSurvival } from "./describe-survival.js";
import { emitDocs } from "./emit-docs.js";
import { clientType, type Entry, generic, property } from "./emit-interface.js";
import { describeOwnCode } from "./emit-own-code.js";
import { joinNotes } from "./join-notes.js";
import type { Layout } from "./layout.js";
import { memberNames } from "./names.js";
import type { MemberType } from "./payload-types.js";

/** One of the client's groups: `call`, `emit`, `stream`, `on`, `handle`, `rooms`. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly about: string;
  readonly entries: readonly Entry[];
}

/** The groups that have members. */
export function groupsOf({ channel, types, names, context }: ClientChannel): readonly Group[] {
  const entries = (
    members: readonly MemberType[],
    kind: MemberModel["kind"],
    typeOf: (member: MemberType) => Layout,
  ): readonly Entry[] =>
    members
      .filter(({ model }) => model.kind === kind)
      .map((member) =>
        property(
          member.model.name,
          typeOf(member),
          emitDocs({
            docs: member.model.docs,
            note: joinNotes(
              describeOwnCode(member.model, context.table),
              describeDelivery(member.model),
              describeSurvival(member.model),
              describeRequirement(member.model),
              describeLimits(member.model),
            ),
            place: member.model.place,
            toRoot: context.toRoot,
          }),
        ),
      );
  const groups: readonly Group[] = [
    {
      key: "call",
      name: names.calls,
      text: `Calls to the server on \`${channel.name}\`.`,
      about: "Calls the server and awaits its typed reply.",
      entries: entries(types.clientToServer, "call", callType),
    },
    {
      key: "emit",
      name: names.events,
      text: `Events to the server on \`${channel.name}\`.`,
      about: "Sends an event to the server.",
      entries: entries(
        types.clientToServer,
        "event",
        payloadType("Emit", "EmitWithoutPayload", "EmitArguments"),
      ),
    },
    {
      key: "stream",
      name: names.streams,
      text: `Streams of \`${channel.name}\`.`,
      about: "Opens a stream: many items for one request.",
      entries: entries(types.clientToServer, "stream", streamType),
    },
    {
      key: "on",
      name: names.listeners,
      text: `Events of the server on \`${channel.name}\`.`,
      about: "Listens to an event of the server; each returns its own stop function.",
      entries: entries(types.serverToClient, "event", listenerType),
    },
    {
      key: "handle",
      name: names.clientHandlers,
      text: `Calls of the server on \`${channel.name}\`.`,
      about: "Answers a call of the server; each returns its own stop function.",
      entries: entries(types.serverToClient, "call", handleType),
    },
    {
      key: "rooms",
      name: names.rooms,
      text: `Rooms of \`${channel.name}\`, by family and key.`,
      about: "Rooms: to join and to leave, and who is there.",
      entries: roomEntries(types, channel, context),
    },
  ];
  return groups.filter((candidate) => candidate.entries.length > 0);
}

function callType({ model, input, output = "void", errors }: MemberType): Layout {
  const failure = errors.length > 0 ? memberNames(model.name).failure : clientType("SystemFailure");
  if (input === undefined) return generic(clientType("CallWithoutInput"), [output, failure]);
  return generic(clientType(takesArguments(model) ? "CallWithArguments" : "Call"), [input, output, failure]);
}

function payloadType(
  withPayload: string,
  without: string,
  withArguments: string,
): (member: MemberType) => Layout {
  return ({ model, input }) => {
    if (input === undefined) return clientType(without);
    return generic(clientType(takesArguments(model) ? withArguments : withPayload), [input]);
  };
}

function listenerType(member: MemberType): Layout {
  const isReplayed = member.model.kind === "event" && member.model.replay !== undefined;
  return isReplayed
    ? payloadType("OnReplayed", "OnReplayedWithoutPayload", "OnArguments")(member)
    : payloadType("On", "OnWithoutPayload", "OnArguments")(member);
}

function handleType({ model, input, output = "void", errors }: MemberType): Layout {
  const made = errors.length > 0 ? memberNames(model.name).errors : "object";
  if (input === undefined) return generic(clientType("HandleWithoutInput"), [output, made]);
  return generic(clientType(takesArguments(model) ? "HandleArguments" : "Handle"), [input, output, made]);
}
