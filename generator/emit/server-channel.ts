import type { ChannelModel } from "../model/index.js";
import { comment, emitInterface, serverType } from "./emit-interface.js";
import type { TypeContext } from "./emit-type.js";
import type { Declaration, Module } from "./module.js";
import { channelNames, memberNames } from "./names.js";
import { typeChannel } from "./payload-types.js";
import { declare, errorEntry, type ServerChannel } from "./server-declaration.js";
import { contextDeclarations, handlersDeclaration } from "./server-handlers.js";
import { additionsDeclarations, implementDeclarations } from "./server-implement.js";
import { audienceDeclarations } from "./server-publisher.js";
import { rolesDeclarations } from "./server-roles.js";
import { joinDeclarations } from "./server-rooms.js";
import { outgoingDeclarations, socketsDeclarations, targetDeclarations } from "./server-targets.js";

/** A channel's file on the server, for people: types of its payloads, and what handlers are given. */
export function serverChannelModule(
  channel: ChannelModel,
  context: TypeContext,
  hasPublisher: boolean,
): Module {
  const server: ServerChannel = {
    channel,
    types: typeChannel(channel, "server", context),
    names: channelNames(channel),
    context,
  };
  return {
    path: server.names.file,
    source: channel.place.file,
    declarations: [
      ...server.types.declarations,
      ...errorDeclarations(server),
      ...rolesDeclarations(server),
      ...outgoingDeclarations(server),
      ...targetDeclarations(server),
      ...contextDeclarations(server),
      ...joinDeclarations(server),
      ...additionsDeclarations(server),
      handlersDeclaration(server),
      ...socketsDeclarations(server),
      ...(hasPublisher ? audienceDeclarations(server) : []),
      ...implementDeclarations(server),
    ],
  };
}

/** Constructors of declared errors, for each call and for `connect`. */
function errorDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, types, names, context } = server;
  const ofCalls = types.clientToServer
    .filter(({ errors }) => errors.length > 0)
    .map(({ model, errors }): Declaration => {
      const name = memberNames(model.name).errors;
      const path = `${channel.name}.${model.name}`;
      return {
        name,
        origin: `the errors of \`${path}\``,
        place: model.place,
        docs: comment(`Makes the errors that the contract declares for \`${path}\`, to be thrown.`),
        text: emitInterface(
          name,
          errors.map((error) => errorEntry(error, context)),
        ),
      };
    });
  if (types.errors.length === 0) return ofCalls;
  const refusals = emitInterface(
    names.refusals,
    types.errors.map((error) => errorEntry(error, context)),
    serverType("Refusals"),
  );
  const docs = comment(`Makes what \`${channel.name}\` may refuse a client with, to be thrown.`);
  return [...ofCalls, declare(server, names.refusals, docs, refusals)];
}
