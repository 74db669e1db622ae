import type { WireRow } from "./wire-table.js";

const connected = [
  ["client", "40/tank,"],
  ["server", '40/tank,{"sid":"…"}'],
] as const;
const refusedFor = (id: number, code: string) =>
  ["server", `43/tank,${id}[{"ok":false,"error":{"code":"${code}","message":"…"}}]`] as const;

/** Streams, frame by frame, with a client that is not generated; docs/wire.md is its text. */
export const streamTable: readonly WireRow[] = [
  {
    claim: "a download sends what it has credit for, more with each grant, and its result as the answer",
    exchange: [
      ...connected,
      ["client", '42/tank,0["drops",[7,2,{"count":3}]]'],
      ["server", '42/tank,["$item",[7,"drop 0"]]'],
      ["server", '42/tank,["$item",[7,"drop 1"]]'],
      ["client", '42/tank,["$credit",[7,5]]'],
      ["server", '42/tank,["$item",[7,"drop 2"]]'],
      ["server", '43/tank,0[{"ok":true,"value":3}]'],
    ],
  },
  {
    claim: "a download without credit sends nothing until it is granted some",
    exchange: [
      ...connected,
      ["client", '42/tank,0["drops",[7,0,{"count":1}]]'],
      ["client", '42/tank,["$credit",[7,1]]'],
      ["server", '42/tank,["$item",[7,"drop 0"]]'],
      ["client", '42/tank,["$leave",7]'],
      refusedFor(0, "aborted"),
    ],
  },
  {
    claim: "an upload is granted what it may send, more as it is read, and is answered with the result",
    exchange: [
      ...connected,
      ["client", '42/tank,1["fill",[0,0]]'],
      ["server", '42/tank,["$credit",[0,16]]'],
      ...Array.from({ length: 8 }, () => ["client", '42/tank,["$item",[0,2]]'] as const),
      ["server", '42/tank,["$credit",[0,8]]'],
      ["client", '42/tank,["$end",0]'],
      ["server", '43/tank,1[{"ok":true,"value":16}]'],
    ],
  },
  {
    claim: "a declared error ends a stream behind the items that came before it",
    exchange: [
      ...connected,
      ["client", '42/tank,2["drops",[1,9,{"count":13}]]'],
      ["server", '43/tank,2[{"ok":false,"error":{"code":"Dry","message":"…","data":{"since":2020}}}]'],
    ],
  },
  {
    claim: "an input that breaks the contract is answered `bad_input` and nothing runs",
    exchange: [
      ...connected,
      ["client", '42/tank,2["drops",[1,9,{"count":"many"}]]'],
      [
        "server",
        '43/tank,2[{"ok":false,"error":{"code":"bad_input","message":"…","issues":[{"code":"invalid_type","path":["count"],"message":"…"}]}}]',
      ],
    ],
  },
  {
    claim: "an item that breaks the contract ends the stream with `bad_input` and its issues",
    exchange: [
      ...connected,
      ["client", '42/tank,1["fill",[0,0]]'],
      ["server", '42/tank,["$credit",[0,16]]'],
      ["client", '42/tank,["$item",[0,"wet"]]'],
      [
        "server",
        '43/tank,1[{"ok":false,"error":{"code":"bad_input","message":"…","issues":[{"code":"invalid_type","path":[],"message":"…"}]}}]',
      ],
    ],
  },
  {
    claim: "an item that was not granted ends the stream with `overloaded`",
    exchange: [
      ...connected,
      ["client", '42/tank,1["hold",[0,0]]'],
      ["server", '42/tank,["$credit",[0,16]]'],
      ...Array.from({ length: 17 }, () => ["client", '42/tank,["$item",[0,1]]'] as const),
      refusedFor(1, "overloaded"),
      ["client", '42/tank,["$item",[0,1]]'],
    ],
  },
  {
    claim: "items of a download are refused: none were granted",
    exchange: [
      ...connected,
      ["client", '42/tank,1["drops",[3,0,{"count":1}]]'],
      ["client", '42/tank,["$item",[3,"mine"]]'],
      refusedFor(1, "overloaded"),
    ],
  },
  {
    claim: "items behind the end are dropped",
    exchange: [
      ...connected,
      ["client", '42/tank,1["fill",[0,0]]'],
      ["server", '42/tank,["$credit",[0,16]]'],
      ["client", '42/tank,["$item",[0,2]]'],
      ["client", '42/tank,["$end",0]'],
      ["client", '42/tank,["$item",[0,40]]'],
      ["server", '43/tank,1[{"ok":true,"value":2}]'],
    ],
  },
  ...["[3,129]", "[3,-1]", "[3,0]", "[3,1.5]", '[3,"9"]', "[3]", "[3,null]", "[3,1,1]"].map(
    (grant): WireRow => ({
      claim: `a grant of ${grant} ends the stream with \`bad_input\``,
      exchange: [
        ...connected,
        ["client", '42/tank,1["drops",[3,0,{"count":1}]]'],
        ["client", `42/tank,["$credit",${grant}]`],
        refusedFor(1, "bad_input"),
      ],
    }),
  ),
  {
    claim: "grants that add up to more than 128 items end the stream with `bad_input`",
    exchange: [
      ...connected,
      ["client", '42/tank,1["stuck",[3,128]]'],
      ["client", '42/tank,["$credit",[3,1]]'],
      refusedFor(1, "bad_input"),
    ],
  },
  ...[
    '["drops"]',
    '["drops",{"count":1}]',
    '["drops",[]]',
    '["drops",[-1,1,{"count":1}]]',
    '["drops",["1",1,{"count":1}]]',
    '["drops",[1,-1,{"count":1}]]',
    '["drops",[1,null,{"count":1}]]',
    '["drops",[1,129,{"count":1}]]',
    '["drops",[1,1,{"count":1},4]]',
    '["drops",[1,1,{"count":1}],{"cancelId":1}]',
  ].map(
    (opening): WireRow => ({
      claim: `${opening} opens no stream`,
      exchange: [...connected, ["client", `42/tank,5${opening}`], refusedFor(5, "bad_input")],
    }),
  ),
  {
    claim: "a stream that nobody would hear of is not opened",
    exchange: [...connected, ["client", '42/tank,["drops",[1,1,{"count":1}]]']],
  },
  {
    claim: "a second stream of one id is refused, and the first one goes on",
    exchange: [
      ...connected,
      ["client", '42/tank,0["drops",[7,0,{"count":1}]]'],
      ["client", '42/tank,1["drops",[7,5,{"count":1}]]'],
      refusedFor(1, "bad_input"),
      ["client", '42/tank,["$credit",[7,1]]'],
      ["server", '42/tank,["$item",[7,"drop 0"]]'],
      ["client", '42/tank,["$credit",[7,1]]'],
      ["server", '43/tank,0[{"ok":true,"value":1}]'],
    ],
  },
  {
    claim: "a second stream under one acknowledgement is refused, which answers both",
    exchange: [
      ...connected,
      ["client", '42/tank,0["stuck",[7,0]]'],
      ["client", '42/tank,0["stuck",[8,0]]'],
      refusedFor(0, "bad_input"),
    ],
  },
  {
    claim: "an id is free again once its stream has ended",
    exchange: [
      ...connected,
      ["client", '42/tank,0["drops",[7,0,{"count":1}]]'],
      ["client", '42/tank,["$leave",7]'],
      refusedFor(0, "aborted"),
      ["client", '42/tank,1["drops",[7,1,{"count":0}]]'],
      ["server", '43/tank,1[{"ok":true,"value":0}]'],
    ],
  },
  {
    claim: "events of streams that are not open are nothing",
    exchange: [
      ...connected,
      ...['["$item",[9,1]]', '["$credit",[9,1]]', '["$end",9]', '["$leave",9]', '["$leave","__proto__"]'].map(
        (event) => ["client", `42/tank,${event}`] as const,
      ),
      ...['["$item"]', '["$item",null]', '["$item",{"0":9}]', '["$credit",[]]', '["$end",[9]]'].map(
        (event) => ["client", `42/tank,${event}`] as const,
      ),
    ],
  },
  {
    claim: "events of streams are not answered but for that they are events",
    exchange: [...connected, ["client", '42/tank,4["$item",[9,1]]'], refusedFor(4, "bad_input")],
  },
  {
    claim: "a client may have so many streams open and no more",
    exchange: [
      ...connected,
      ...Array.from({ length: 4 }, (_, id) => ["client", `42/tank,${id}["stuck",[${id},0]]`] as const),
      ["client", '42/tank,4["stuck",[4,0]]'],
      refusedFor(4, "overloaded"),
      ["client", '42/tank,["$leave",2]'],
      refusedFor(2, "aborted"),
      ["client", '42/tank,5["drops",[5,1,{"count":1}]]'],
      ["server", '42/tank,["$item",[5,"drop 0"]]'],
      ["client", '42/tank,["$credit",[5,1]]'],
      ["server", '43/tank,5[{"ok":true,"value":1}]'],
    ],
  },
];
