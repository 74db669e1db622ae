import type { ChannelModel, Direction, ErrorModel, Place, Problem } from "../model/index.js";
import {
  breakageOf,
  lifeCycleNames,
  reservedWords,
  rolesName,
  roomsName,
  serverStateNames,
  socketIoNames,
  systemCodeNames,
} from "./reserved-names.js";

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
/** Words of letters and digits with single separators between them: what an identifier can be made of. */
const separatedWords = /^[\p{ID_Start}_][\p{ID_Continue}]*(?:[-.:/ ][\p{ID_Continue}]+)*$/u;

/** A name as it stands in the contract, and how messages speak of it. */
interface NamedThing {
  readonly name: string;
  readonly place: Place;
  /** ``the event `chat.typing` ``, without the article: what a message begins with. */
  readonly title: string;
}

/** Problems of every name that a channel declares. */
export function checkNames(channel: ChannelModel): Problem[] {
  return [
    ...checkChannelName(channel),
    ...checkErrorNames(channel.name, channel.errors),
    ...channel.rooms.flatMap((room) => [
      ...checkName({ name: room.name, place: room.place, title: `\`${channel.name}\`: the room family` }),
      ...checkErrorNames(`${channel.name}.${room.name}`, room.errors ?? []),
    ]),
    ...checkMemberNames(channel, "clientToServer"),
    ...checkMemberNames(channel, "serverToClient"),
  ];
}

function checkChannelName({ name, place }: ChannelModel): Problem[] {
  const title = "the channel";
  if (!name.startsWith("$") && (!identifier.test(name) || reservedWords.has(name))) {
    return [
      {
        code: "WP2007",
        place,
        message: `${title} \`${name}\` is exported under a name that no variable can have`,
        mend: "export it under an identifier: the emitted code imports it and is named for it",
      },
    ];
  }
  if (serverStateNames.has(name)) {
    return [
      {
        code: "WP2005",
        place,
        message: `${title} \`${name}\` has the name of what \`app.sockets\` says of the server`,
        mend: `rename it; kept are ${listNames(serverStateNames)}`,
      },
    ];
  }
  return checkName({ name, place, title });
}

function checkMemberNames(channel: ChannelModel, direction: Direction): Problem[] {
  return channel[direction].flatMap((member) => {
    const { name, place } = member;
    const thing = { name, place, title: `\`${channel.name}\`: the ${member.kind}` };
    const kept = direction === "clientToServer" ? handlerNamesOf(channel) : noNames;
    const problems = checkMemberName(thing, kept);
    return member.kind === "event"
      ? problems
      : [...problems, ...checkErrorNames(`${channel.name}.${name}`, member.errors)];
  });
}

const noNames: ReadonlySet<string> = new Set();

/** Names in a channel's handlers that are no members of its contract. */
function handlerNamesOf({ rooms, roles }: ChannelModel): ReadonlySet<string> {
  return new Set([
    ...lifeCycleNames,
    ...(rooms.length === 0 ? [] : [roomsName]),
    ...(roles === undefined ? [] : [rolesName]),
  ]);
}

function checkMemberName(thing: NamedThing, kept: ReadonlySet<string>): Problem[] {
  const { name, place, title } = thing;
  if (socketIoNames.has(name)) {
    return [
      {
        code: "WP2004",
        place,
        message: `${title} \`${name}\` has a name that Socket.IO keeps for itself`,
        mend: lifeCycleNames.has(name)
          ? `rename it; to know when a client comes or goes, implement the handler \`${name}\`, which every channel has`
          : `rename it; kept are ${listNames(socketIoNames)}`,
      },
    ];
  }
  if (kept.has(name)) {
    const owners = name === roomsName || name === rolesName ? `channel with ${name}` : "channel";
    return [
      {
        code: "WP2005",
        place,
        message: `${title} \`${name}\` has the name of a handler that every ${owners} has`,
        mend: `rename it; kept are ${listNames(kept)}`,
      },
    ];
  }
  return checkName(thing);
}

function checkErrorNames(owner: string, errors: readonly ErrorModel[]): Problem[] {
  return errors.flatMap(({ name, place }) => {
    const title = `\`${owner}\`: the error`;
    if (!systemCodeNames.has(name)) {
      return checkName({ name, place, title });
    }
    return [
      {
        code: "WP2005",
        place,
        message: `${title} \`${name}\` has the name of a code that wirepact itself answers with`,
        mend: `rename it, for instance \`${toPascalCase(name)}\`; kept are ${listNames(systemCodeNames)}`,
      },
    ];
  });
}

/** What holds for names of every sort. */
function checkName({ name, place, title }: NamedThing): Problem[] {
  if (name.startsWith("$")) {
    return [
      {
        code: "WP2005",
        place,
        message: `${title} \`${name}\` begins with \`$\`, as only wirepact's own names do`,
        mend: "rename it without the `$`",
      },
    ];
  }
  const breakage = breakageOf(name);
  if (breakage !== undefined) {
    return [
      {
        code: "WP2006",
        place,
        message: `${title} \`${name}\` has a name that ${breakage}`,
        mend: "rename it",
      },
    ];
  }
  if (!separatedWords.test(name)) {
    return [
      {
        code: "WP2007",
        place,
        message: `${title} ${JSON.stringify(name)} has a name that no identifier can be made of`,
        mend: "begin with a letter or `_`, then letters, digits and `_`; between two words one of `- . : /` or a space",
      },
    ];
  }
  return [];
}

function listNames(names: ReadonlySet<string>): string {
  return [...names].map((name) => `\`${name}\``).join(", ");
}

function toPascalCase(name: string): string {
  return name.replace(/(?:^|_)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
