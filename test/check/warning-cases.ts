import type { WarningCode } from "../../generator/index.js";

/** A contract that code can be generated for, and all that its author is warned of. */
export interface WarningCase {
  /** What is to be known, as a claim. */
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** `code place message`. */
  readonly warnings: readonly `${WarningCode} ${string}`[];
}

/** One contract, contracts/a.ts; its text begins on line 3. */
function contract(text: string): Readonly<Record<string, string>> {
  const imports = `import { call, channel, event, room, stream } from "wirepact/contract";\nimport { z } from "zod";\n`;
  return { "contracts/a.ts": `${imports}${text}\n` };
}

/** A channel whose only call takes this. */
function takes(input: string, more = ""): Readonly<Record<string, string>> {
  return contract(
    `export const a = channel("/a", { clientToServer: { say: call({ input: ${input}${more} }) } });`,
  );
}

const noMaximum = "has no maximum; only the app's limits bound it";

/** At least one for each code. */
export const warningCases: readonly WarningCase[] = [
  {
    title: "every payload of a client that has no maximum, once, and none of the server's",
    files: contract(`export const a = channel("/a/:org", {
  params: z.object({ org: z.string() }),
  auth: z.object({ token: z.string() }),
  rooms: {
    open: room(z.string(), { join: "client", presence: z.object({ status: z.string() }) }),
    closed: room(z.string()),
  },
  clientToServer: {
    say: call({ input: z.object({ text: z.string(), tags: z.array(z.string()) }), output: z.array(z.string()) }),
    typed: event(z.string()),
    send: stream({ direction: "upload", input: z.string(), item: z.set(z.int()) }),
  },
  serverToClient: { said: event(z.string()), ask: call({ input: z.string(), output: z.string() }) },
});`),
    warnings: [
      "WP6001 contracts/a.ts:4:11 `a`: params has no maximum at `params.org`; only the app's limits bound it",
      "WP6001 contracts/a.ts:5:9 `a`: auth has no maximum at `auth.token`; only the app's limits bound it",
      `WP6001 contracts/a.ts:7:16 \`a.open\`: key ${noMaximum}`,
      "WP6001 contracts/a.ts:7:56 `a.open`: presence has no maximum at `presence.status`; only the app's limits bound it",
      "WP6001 contracts/a.ts:11:24 `a.say`: input has no maximum at `input.text`, `input.tags`, `input.tags[]`; only the app's limits bound it",
      `WP6001 contracts/a.ts:12:18 \`a.typed\`: payload ${noMaximum}`,
      `WP6001 contracts/a.ts:13:48 \`a.send\`: input ${noMaximum}`,
      `WP6001 contracts/a.ts:13:66 \`a.send\`: item ${noMaximum}`,
      `WP6001 contracts/a.ts:15:85 \`a.ask\`: output ${noMaximum}`,
    ],
  },
  {
    title: "nothing where the member has `maxBytes`",
    files: takes("z.string()", ", limits: { maxBytes: 2_000 }"),
    warnings: [],
  },
  {
    title: "nothing where what is long ends, however that is said",
    files: takes(`z.object({
  code: z.string().regex(/^[a-z]{2,8}$/), id: z.uuid(), at: z.iso.datetime(), ip: z.ipv6(), pin: z.string().length(4),
  size: z.templateLiteral([z.enum(["a", "b"]), "px"]), tags: z.array(z.enum(["a"])).max(3), ids: z.set(z.int()).size(2),
  byKind: z.record(z.enum(["a", "b"]), z.int()), few: z.map(z.int(), z.int()).max(9), at2: z.tuple([z.int(), z.int()]),
  checked: z.record(z.string().max(9), z.int()).refine((value) => Object.keys(value).length < 9),
})`),
    warnings: [],
  },
  {
    title: "all that is long without end",
    files: takes(`z.object({
  code: z.string().regex(/^[a-z]+$/), mail: z.email(), link: z.url(), end: z.string().regex(/a{2}$/),
  size: z.templateLiteral([z.string(), "px"]), record: z.record(z.string().max(9), z.int()), rest: z.tuple([z.int()], z.int()),
})`),
    warnings: [
      "WP6001 contracts/a.ts:3:71 `a.say`: input has no maximum at `input.code`, `input.mail`, `input.link`, `input.end` and 3 more; only the app's limits bound it",
    ],
  },
  {
    title: "what holds itself, once",
    files: contract(
      `export const Tree = z.object({ name: z.string(), get kids() { return z.array(Tree).max(2); } });\nexport const a = channel("/a", { clientToServer: { grow: event(Tree) } });`,
    ),
    warnings: [
      "WP6001 contracts/a.ts:4:64 `a.grow`: payload has no maximum at `payload.name`; only the app's limits bound it",
    ],
  },
  {
    title: "a pattern whose time doubles, wherever it stands",
    files: takes(
      `z.object({
  text: z.string().max(99).regex(/^(a+)+$/),
  link: z.url({ hostname: /^([a-z]+\\.?)+$/ }).max(99),
  size: z.templateLiteral([z.string().regex(/(?:\\d+)+/), "px"]),
  names: z.record(z.string().regex(/^(\\w+\\s?)*$/), z.int()),
})`,
      ", limits: { maxBytes: 2_000 }",
    ),
    warnings: [
      'WP6002 contracts/a.ts:4:3 `a.say`: input.text has the pattern `^(a+)+$`: each "a" more in a text that does not match doubles the time to find that out',
      'WP6002 contracts/a.ts:5:3 `a.say`: input.link has the pattern `^([a-z]+\\.?)+$`: each "a" more in a text that does not match doubles the time to find that out',
      'WP6002 contracts/a.ts:6:3 `a.say`: input.size has the pattern `^(?:\\d+)+px$`: each "1" more in a text that does not match doubles the time to find that out',
      'WP6002 contracts/a.ts:7:3 `a.say`: input.names (its key) has the pattern `^(\\w+\\s?)*$`: each "a" more in a text that does not match doubles the time to find that out',
    ],
  },
  {
    title: "nothing of a pattern that the server alone sends",
    files: contract(
      `export const a = channel("/a", { serverToClient: { said: event(z.string().regex(/^(a+)+$/)) } });`,
    ),
    warnings: [],
  },
  {
    title: "nothing where a comment above or behind lets it off",
    files: contract(`export const a = channel("/a", { clientToServer: {
  // wirepact-allow WP6001: the handler cuts it
  say: event(z.string()),
  // wirepact-allow WP6002, WP6001
  tell: event(z.string().regex(/^(a+)+$/)),
  cry: event(z.string()), // wirepact-allow WP6001
} });`),
    warnings: [],
  },
  {
    title: "what a comment lets off by another code, or by no comment",
    files: contract(`export const a = channel("/a", { clientToServer: {
  // wirepact-allow WP6002
  say: event(z.string()),
  tell: event(z.string().max(9).meta({ description: "wirepact-allow WP6002" }).regex(/^(a+)+$/)),
} });`),
    warnings: [
      `WP6001 contracts/a.ts:5:14 \`a.say\`: payload ${noMaximum}`,
      'WP6002 contracts/a.ts:6:15 `a.tell`: payload has the pattern `^(a+)+$`: each "a" more in a text that does not match doubles the time to find that out',
    ],
  },
];
