import type { ChannelModel } from "../model/index.js";

/** `post-message`, `postMessage` and `post_message` as the stem of a type's name: `PostMessage`. */
export function pascalCase(name: string): string {
  const words = name.split(/[^\p{ID_Continue}]+|_+/u).filter((word) => word !== "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^\p{ID_Start}/u.test(joined) ? joined : `_${joined}`;
}

/** The stem of a value's name: `postMessage`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** `ChatRoom` and `chatRoom` as a file's name: `chat-room`. */
export function kebabCase(name: string): string {
  return pascalCase(name)
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1-$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1-$2")
    .toLowerCase();
}

/** The name of what a writer may write, where it differs from what a reader reads. */
export function initName(schemaId: string): string {
  return `${schemaId}Init`;
}

/** The function that makes a named schema's check. */
export function checkName(schemaId: string): string {
  return `check${schemaId}`;
}

/** Every name that is made from a channel's own; the names of members' types are made in {@link memberNames}. */
export function channelNames(channel: ChannelModel) {
  const stem = pascalCase(channel.name);
  return {
    file: `${kebabCase(channel.name)}.ts`,
    specifier: `./${kebabCase(channel.name)}.js`,
    definition: `${camelCase(channel.name)}Definition`,
    definitionFile: `${kebabCase(channel.name)}.definition.ts`,
    definitionSpecifier: `./${kebabCase(channel.name)}.definition.js`,
    checksFile: `${kebabCase(channel.name)}.checks.ts`,
    checksSpecifier: `./${kebabCase(channel.name)}.checks.js`,
    implement: implementName(channel.name),
    implementation: pascalCase(implementName(channel.name)),
    additions: `${stem}Additions`,
    connect: `connect${stem}`,
    params: `${stem}Params`,
    auth: `${stem}Auth`,
    error: (error: string) => `${stem}${pascalCase(error)}`,
    calls: `${stem}Calls`,
    events: `${stem}Events`,
    groupCalls: `${stem}GroupCalls`,
    target: `${stem}Target`,
    roomTargets: `${stem}RoomTargets`,
    peer: `${stem}Peer`,
    memberships: `${stem}Memberships`,
    rooms: `${stem}Rooms`,
    roomHandlers: `${stem}RoomHandlers`,
    context: `${stem}Context`,
    role: `${stem}Role`,
    refusals: `${stem}Refusals`,
    refusal: `${stem}Refusal`,
    handlers: `${stem}Handlers`,
    sockets: `${stem}Sockets`,
    audience: `${stem}Audience`,
    audienceRooms: `${stem}AudienceRooms`,
    publisher: `${stem}Publisher`,
    publisherOf: `${stem}PublisherOf`,
    socketsOf: `${stem}SocketsOf`,
    listeners: `${stem}Listeners`,
    clientHandlers: `${stem}ClientHandlers`,
    streams: `${stem}Streams`,
    client: `${stem}Client`,
    options: `${stem}Options`,
  };
}

/** Every name that is made from a member's own. */
export function memberNames(member: string) {
  const stem = pascalCase(member);
  return {
    input: `${stem}Input`,
    output: `${stem}Output`,
    payload: `${stem}Payload`,
    item: `${stem}Item`,
    clientItem: `${stem}ClientItem`,
    result: `${stem}Result`,
    args: `${stem}Args`,
    error: (error: string) => `${stem}${pascalCase(error)}`,
    errors: `${stem}Errors`,
    context: `${stem}Context`,
    failure: `${stem}Failure`,
  };
}

/** Every name that is made from that of a family of rooms. */
export function roomNames(family: string) {
  const stem = pascalCase(family);
  return {
    key: `${stem}Key`,
    error: (error: string) => `${stem}${pascalCase(error)}`,
    errors: `${stem}JoinErrors`,
    context: `${stem}JoinContext`,
    failure: `${stem}JoinFailure`,
    presence: `${stem}Presence`,
  };
}

/** The function that a handler file calls: `implementChat`. */
export function implementName(channel: string): string {
  return `implement${pascalCase(channel)}`;
}

/** The name under which a scaffolded handler file exports its handlers. */
export function handlersName(channel: string): string {
  return `${camelCase(channel)}Handlers`;
}
