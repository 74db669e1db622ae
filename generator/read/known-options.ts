/** The options of each kind of declaration. */
export const knownOptions = {
  channel: ["params", "auth", "roles", "errors", "rooms", "clientToServer", "serverToClient"],
  call: ["input", "args", "output", "errors", "timeoutMs", "reply", "idempotent", "requires", "limits"],
  stream: ["direction", "input", "item", "clientItem", "result", "errors", "timeoutMs", "requires", "limits"],
  room: ["join", "errors", "presence", "requires"],
} as const;

/** Those of an event stand behind its payload, and exclude one another in part. */
export const eventOptions = ["volatile", "latest", "replay", "requires", "limits"] as const;

/** How each is written, for who gave it something else. */
export const exampleOf = {
  channel: '`channel("/path", { … })`',
  call: "`call({ input: … })`",
  stream: "`stream({ item: … })`",
  room: '`room(key, { join: "client" })`',
} as const;

/** What a declaration has besides its options. */
export const ownProperties: Readonly<Record<keyof typeof knownOptions, readonly string[]>> = {
  channel: ["path"],
  call: [],
  stream: ["serverItem"],
  room: ["key"],
};
