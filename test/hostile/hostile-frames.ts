import fc from "fast-check";
import "../fix-seed.js";

/** Names that have tripped dispatchers before. */
const oddNames = [
  ...["", " ", "__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "then"],
  ...["error", "ping"],
  ...[
    "$",
    "$$",
    "$cancel",
    "$once",
    "$item",
    "$credit",
    "$end",
    "$leave",
    "$hello",
    "$closing",
    "$at",
    "$replay",
  ],
  ...[
    "$join:board",
    "$leave:board",
    "$watch:board",
    "$setPresence:board",
    "$presence:board",
    "$joined:board",
  ],
  ...["$join:conversation", "$join:", "$join:__proto__", "postMessage ", "postmessage", "post\u0000Message"],
  ..."postMessage join leave typing history draw clear moveCursor messagePosted confirmPresence".split(" "),
  "x".repeat(10_000),
  "\ud83d\ude00",
  "\u202e",
];

/** Names that Socket.IO's decoder refuses. */
const reservedNames = [
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "newListener",
  "removeListener",
];

const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.constantFrom(
    ...[
      "null",
      "0",
      "-0",
      "1e400",
      "123456789012345678901234567890",
      '"\\ud83d"',
      '{"a":1,"a":2}',
      "[]",
      "{}",
    ],
    ...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', "[null,null]"],
    ...['{"_placeholder":true,"num":0}', '{"_placeholder":true,"num":"length"}', '{"toJSON":1,"then":2}'],
    ...['{"conversation":"lobby"}', '{"board":"plan"}', '"plan"', '{"conversation":"lobby","text":"hi"}'],
    `${"[".repeat(2_000)}${"]".repeat(2_000)}`,
    `${'{"a":'.repeat(500)}1${"}".repeat(500)}`,
    `[${"0,".repeat(20_000)}0]`,
    `"${"x".repeat(60_000)}"`,
  ),
);
const smallNumber = fc.oneof(fc.integer({ min: -3, max: 200 }), fc.constantFrom(1.5, 1e9, -1e9, 2 ** 53));
const name = fc
  .oneof(fc.constantFrom(...oddNames), fc.string({ maxLength: 12 }))
  .map((text) => JSON.stringify(text));

/** An entry of a batch that is none, or nearly one. */
const entry = fc.oneof(
  fc.tuple(smallNumber, name, oddJson).map((parts) => `[${parts.join(",")}]`),
  fc.tuple(name, oddJson).map((parts) => `[${parts.join(",")}]`),
  fc.tuple(smallNumber, oddJson).map((parts) => `[${parts.join(",")}]`),
  oddJson,
);

/** What stands in an event's list: a name, or what should be one, and what follows. */
const list: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(name, oddJson).map((parts) => `[${parts.join(",")}]`) },
  { weight: 2, arbitrary: name.map((only) => `[${only}]`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(name, fc.array(oddJson, { maxLength: 5 }))
      .map(([only, more]) => `[${[only, ...more].join(",")}]`),
  },
  {
    weight: 4,
    arbitrary: fc.array(entry, { maxLength: 8 }).map((entries) => `["$",[${entries.join(",")}]]`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom("$item", "$credit", "$end", "$leave", "$cancel", "$once"), smallNumber, oddJson)
      .map(([event, id, value]) => `["${event}",[${id},${value}]]`),
  },
);

/** A frame that Socket.IO takes: an event for a channel, with `ID` in the acknowledgement's place or without one. */
export const readableFrame: fc.Arbitrary<{ readonly frame: string; readonly isAsking: boolean }> = fc
  .tuple(fc.constantFrom("/chat", "/whiteboard"), fc.boolean(), list)
  .map(([namespace, isAsking, text]) => ({
    frame: `42${namespace},${isAsking ? "ID" : ""}${text}`,
    isAsking,
  }));

/** An acknowledgement of something that nobody asked. */
export const forgedAnswer: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("/chat", "/whiteboard"), fc.nat(2 ** 31), fc.array(oddJson, { maxLength: 3 }))
  .map(([namespace, id, values]) => `43${namespace},${id}[${values.join(",")}]`);

const plainFrame = '42/chat,7["postMessage",{"conversation":"lobby","text":"hi"}]';

/** A frame that no well-behaved client sends: Socket.IO may close the connection over it. */
export const brokenFrame: fc.Arbitrary<string | Buffer> = fc.oneof(
  // Characters of a good one that are gone, doubled, or others.
  fc
    .tuple(fc.nat(plainFrame.length - 1), fc.string({ unit: "binary", maxLength: 3 }), fc.nat(4))
    .map(([at, text, gone]) => plainFrame.slice(0, at) + text + plainFrame.slice(at + gone)),
  fc
    .tuple(fc.constantFrom(..."0123456789b{[\u0000"), fc.string({ maxLength: 20 }))
    .map(([type, text]) => type + text),
  fc.tuple(fc.integer({ min: 0, max: 9 }), oddJson).map(([type, text]) => `4${type}/chat,${text}`),
  fc
    .tuple(fc.constantFrom("/chat", "/whiteboard", "/nowhere", "/", "", "/__proto__", "/chat?a=1"), oddJson)
    .map(([space, text]) => `40${space},${text}`),
  fc.constantFrom(...reservedNames).map((name) => `42/chat,1["${name}"]`),
  // Attachments that do not come, are too many, or that nothing announced.
  fc
    .tuple(fc.constantFrom("1", "2", "11", "-1", "1e9", "99999999999", ""), list)
    .map(([count, text]) => `45${count}-/chat,1${text}`),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(
    plainFrame.slice(1),
    "",
    "4",
    "41/chat,",
    "41",
    "1",
    "6",
    "5",
    "2probe",
    "44/chat,{}",
    `42/chat,${"9".repeat(400)}["join"]`,
  ),
);
