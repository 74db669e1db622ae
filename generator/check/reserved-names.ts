/** Event names that Socket.IO (its parser, its sockets) and Node's EventEmitter use themselves. */
export const socketIoNames: ReadonlySet<string> = new Set([
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "newListener",
  "removeListener",
  "error",
]);

/** Handlers of the life cycle: the names that stand beside a channel's own in its handlers. */
export const lifeCycleNames: ReadonlySet<string> = new Set(["connect", "connected", "disconnect", "onError"]);

/** What `app.sockets` says of the server, beside its channels. */
export const serverStateNames: ReadonlySet<string> = new Set(["isReady", "isDraining"]);

/** The name under which the handlers of a channel that has rooms hold what is done about them. */
export const roomsName = "rooms";

/** The name of the handler that gives the roles of a session, on a channel that has roles. */
export const rolesName = "roles";

/**
 * Codes that wirepact itself answers with. The same list as `systemCodes` of contracts/wire, which the
 * generator does not import; a test keeps the two equal.
 */
export const systemCodeNames: ReadonlySet<string> = new Set([
  "bad_input",
  "bad_output",
  "timeout",
  "aborted",
  "disconnected",
  "rate_limited",
  "overloaded",
  "too_large",
  "unauthorized",
  "not_found",
  "internal",
]);

/**
 * Why a name breaks the object whose key it becomes (`chat.call`, `context.error`, `app.sockets`), by name.
 */
const breakage = {
  prototype: "sets the object's prototype",
  promise: "makes the object a promise to `await`",
  json: "is what `JSON.stringify` calls",
  inherited: "is a property of every JavaScript object",
  filtered: "is dropped by filters against prototype pollution",
} as const;

const breakingNames: ReadonlyMap<string, string> = new Map([
  ["__proto__", breakage.prototype],
  ["then", breakage.promise],
  ["toJSON", breakage.json],
  ["prototype", breakage.filtered],
  ...Object.getOwnPropertyNames(Object.prototype)
    .filter((name) => name !== "__proto__")
    .map((name) => [name, breakage.inherited] as const),
]);

/** What a name would break as a key of an object of ours; undefined for a harmless one. */
export function breakageOf(name: string): string | undefined {
  return breakingNames.get(name);
}

/** Words that an emitted `import { … }` or variable cannot have as its name (strict mode, modules). */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private " +
    "protected public return static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);
