/** The roles of a channel → what its handlers say of them, and see of them. */
import { comment, type Entry, generic, parameters, property } from "./emit-interface.js";
import { emitString } from "./emit-literal.js";
import { globalName, sessionParameter } from "./emitted-name.js";
import { group, ifBroken, indent, join, line } from "./layout.js";
import type { Declaration } from "./module.js";
import { declare, type ServerChannel } from "./server-declaration.js";

/** `ChatRole`: the union of a channel's roles. */
export function rolesDeclarations(server: ServerChannel): readonly Declaration[] {
  const { channel, names } = server;
  if (channel.roles === undefined) return [];
  const parts = join([line, "| "], channel.roles.names.map(emitString));
  const text = ["export type ", names.role, " =", group(indent([line, ifBroken("| "), parts])), ";"];
  const docs = comment(`What a client of \`${channel.name}\` may be; any number of these at once.`);
  return [declare(server, names.role, docs, text, channel.roles.place)];
}

/** The handler that gives the roles of a session. */
export function rolesEntry({ channel, names }: ServerChannel): readonly Entry[] {
  if (channel.roles === undefined) return [];
  return [
    {
      docs: comment(
        "The roles of a session: asked when `connect` has returned it. What `requires` another is `unauthorized`.",
      ),
      text: ["roles", parameters([["session: ", sessionParameter]]), ": readonly ", names.role, "[]"],
    },
  ];
}

/** The roles of the client, in every handler's context. */
export function rolesContext({ channel, names }: ServerChannel): readonly Entry[] {
  if (channel.roles === undefined) return [];
  const type = generic(globalName("ReadonlySet"), [names.role]);
  return [property("roles", type, comment("The client's roles when this began."))];
}
