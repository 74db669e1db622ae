import { takesArguments } from "../model/index.js";
import { spreadParameters } from "./arguments.js";
import { describeLimits } from "./describe-limits.js";
import { describeRequirement } from "./describe-requirement.js";
import { describeHandling } from "./describe-survival.js";
import { emitDocs } from "./emit-docs.js";
import {
  comment,
  contractDocs,
  type Entry,
  emitInterface,
  generic,
  intersection,
  parameters,
  property,
  serverType,
} from "./emit-interface.js";
import { emitMethodKey } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import { globalName, sessionParameter } from "./emitted-name.js";
import { joinNotes } from "./join-notes.js";
import type { Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import { memberNames } from "./names.js";
import type { MemberType } from "./payload-types.js";
import { declare, type ServerChannel } from "./server-declaration.js";
import { extendedContext, handlersHead } from "./server-implement.js";
import { rolesContext, rolesEntry } from "./server-roles.js";
import { roomsEntry } from "./server-rooms.js";
import { emitStreamHandler } from "./server-streams.js";
import { hasCalls, hasEvents, volatileEntries } from "./server-targets.js";

/** What handlers are given besides the input. */
export function contextDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names } = server;
  const hasRooms = channel.rooms.length > 0;
  const base = generic(serverType("ConnectionContext"), [types.auth ?? "undefined", sessionParameter]);
  const everyone = emitInterface(
    [names.context, "<", sessionParameter, ">"],
    [
      ...(types.params === undefined
        ? []
        : [property("params", types.params, comment("The parameters of the path that the client is on."))]),
      ...rolesContext(server),
      ...(hasEvents(server)
        ? [property("emit", names.events, comment("Sends an event to this client."))]
        : []),
      ...(hasCalls(server) ? [property("call", names.calls, comment("Calls this client."))] : []),
      ...volatileEntries(server),
      ...(hasRooms
        ? [
            property(
              "to",
              names.roomTargets,
              comment("Everyone in a room, this client too if it is inside."),
            ),
            property("except", names.roomTargets, comment("Everyone on the channel but those in a room.")),
          ]
        : []),
      property(
        "others",
        names.target,
        comment(
          hasRooms
            ? "Everyone else on the channel; `others.to` leaves this client out of a room."
            : "Everyone else on the channel.",
        ),
      ),
      property("all", names.target, comment("Everyone on the channel.")),
      ...(hasRooms
        ? [
            property(
              "rooms",
              generic(names.memberships, [sessionParameter]),
              comment("Rooms, to join and to leave."),
            ),
          ]
        : []),
    ],
    base,
  );
  const ofCalls = types.clientToServer
    .filter(({ errors }) => errors.length > 0)
    .map(({ model }): Declaration => {
      const member = memberNames(model.name);
      const extended = [names.context, "<", sessionParameter, ">"];
      return {
        name: member.context,
        origin: `the context of \`${channel.name}.${model.name}\``,
        place: model.place,
        docs: comment(`What the handler of \`${channel.name}.${model.name}\` is given besides the input.`),
        text: emitInterface(
          [member.context, "<", sessionParameter, ">"],
          [property("error", member.errors, comment("Makes the declared errors: throw what it returns."))],
          extended,
        ),
      };
    });
  const docs = comment(`What every handler of \`${channel.name}\` is given besides the input.`);
  return [declare(server, names.context, docs, everyone), ...ofCalls];
}

export function handlersDeclaration(server: ServerChannel): Declaration {
  const { channel, types, names, context } = server;
  const general = [names.context, "<", sessionParameter, ">"];
  const asked = generic(serverType("ConnectionRequest"), [
    types.auth ?? "undefined",
    types.errors.length > 0 ? names.refusals : serverType("Refusals"),
  ]);
  const request =
    types.params === undefined
      ? asked
      : intersection([asked, generic(serverType("WithParams"), [types.params])]);
  const nothing = orPromise("void");
  const entries: readonly Entry[] = [
    {
      docs: comment(
        "Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`.",
      ),
      text: ["connect?", parameters([["request: ", request]]), ": ", orPromise(sessionParameter)],
    },
    ...rolesEntry(server),
    {
      docs: comment("Runs once the client is in and can be sent to."),
      text: ["connected?", parameters([["context: ", general]]), ": ", nothing],
    },
    {
      docs: comment("Runs when the client is gone; `reason` is Socket.IO's."),
      text: ["disconnect?", parameters(["reason: string", ["context: ", general]]), ": ", nothing],
    },
    ...roomsEntry(server),
    {
      docs: comment("Told of each failure of this channel that is masked or logged; changes no answer."),
      text: ["onError?", parameters([["failure: ", serverType("Failure")]]), ": ", nothing],
    },
    ...types.clientToServer.map((member) => handlerEntry(member, general, context)),
  ];
  const docs = contractDocs(channel, context.toRoot, `What the server does on \`${channel.name}\`.`);
  return declare(server, names.handlers, docs, emitInterface(handlersHead(server), entries));
}

function handlerEntry(member: MemberType, general: Layout, { toRoot }: TypeContext): Entry {
  const { model, input, output, errors } = member;
  const context = errors.length > 0 ? [memberNames(model.name).context, "<", sessionParameter, ">"] : general;
  const given = extendedContext(context, model.name);
  if (model.kind === "stream") {
    const note = joinNotes(describeRequirement(model), describeLimits(model));
    const docs = contractDocs(model, toRoot, undefined, note);
    return { docs, text: emitStreamHandler(member, given) };
  }
  const last = ["context: ", given];
  const list = input === undefined ? [last] : [["input: ", input], last];
  const taken =
    takesArguments(model) && input !== undefined ? spreadParameters(input, last) : parameters(list);
  const note = joinNotes(describeHandling(model), describeRequirement(model), describeLimits(model));
  return {
    docs: emitDocs({ docs: model.docs, note, place: model.place, toRoot }),
    text: [emitMethodKey(model.name), taken, ": ", orPromise(output ?? "void")],
  };
}

/** `A | Promise<A>`: a handler may be async or not. */
function orPromise(type: Layout): Layout {
  return [type, " | ", generic(globalName("Promise"), [type])];
}
