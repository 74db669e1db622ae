import type { ChannelModel, Problem, RolesModel } from "../model/index.js";

/** Problems of roles: of those that a channel lists, and of whatever requires one. */
export function checkRoles(channel: ChannelModel): readonly Problem[] {
  const { name, roles, rooms, clientToServer, serverToClient } = channel;
  const ofServer = serverToClient.flatMap((member): readonly Problem[] =>
    member.requires === undefined
      ? []
      : [
          {
            code: "WP5004",
            place: member.requires.place,
            echoedAt: member.place,
            message: `\`${name}.${member.name}\`: what the server sends requires no role`,
            mend: "take `requires` out; send to a room of a family that `requires` it",
          },
        ],
  );
  const required = [...rooms, ...clientToServer].flatMap((owner) =>
    owner.requires === undefined
      ? []
      : checkRequired(`${name}.${owner.name}`, owner.requires, roles).map((problem) => ({
          ...problem,
          // There the compiler says that the whole declaration does not fit its channel.
          echoedAt: owner.place,
        })),
  );
  return [...(roles === undefined ? [] : checkList(name, "roles", roles)), ...required, ...ofServer];
}

function checkRequired(
  owner: string,
  requires: RolesModel,
  roles: RolesModel | undefined,
): readonly Problem[] {
  const { names, place } = requires;
  const list = checkList(owner, "requires", requires);
  if (list.length > 0) return list;
  if (roles === undefined) {
    return [
      {
        code: "WP5002",
        place,
        message: `\`${owner}\` requires ${quote(names)}, and its channel has no roles`,
        mend: `declare them: \`roles: [${names.map((name) => JSON.stringify(name)).join(", ")}]\``,
      },
    ];
  }
  return names
    .filter((name) => !roles.names.includes(name))
    .map((name) => ({
      code: "WP5001",
      place,
      message: `\`${owner}\` requires the role \`${name}\`, which its channel does not have`,
      mend: `require one of ${quote(roles.names)}, or add it to \`roles\``,
    }));
}

function checkList(owner: string, what: string, { names, place }: RolesModel): readonly Problem[] {
  if (names.length === 0) {
    const message = `\`${owner}\`: ${what} is an empty list`;
    return [{ code: "WP5003", place, message, mend: "name a role, or take the list out" }];
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return [];
  const message = `\`${owner}\`: ${what} has \`${twice}\` twice`;
  return [{ code: "WP5003", place, message, mend: "take one of the two out" }];
}

function quote(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
