/** One exchange over a WebSocket, after Engine.IO's own handshake. `…` stands for anything, `<01>` for a binary frame. */
export interface WireRow {
  readonly claim: string;
  readonly exchange: readonly (readonly ["client" | "server", string])[];
}

const connected = [
  ["client", '40/chat,{"name":"Ada"}'],
  ["server", '40/chat,{"sid":"…"}'],
] as const;
const generated = [
  ["client", '40/chat,{"name":"Ada","$wirepact":{"protocol":1,"contract":"0123456789abcdef"}}'],
  ["server", '40/chat,{"sid":"…"}'],
] as const;
const batching = [
  [
    "client",
    '40/chat,{"name":"Ada","$wirepact":{"protocol":1,"contract":"0123456789abcdef","batches":true}}',
  ],
  ["server", '40/chat,{"sid":"…"}'],
  ["server", '42/chat,["$hello",{"protocol":1}]'],
] as const;
const post = '"postMessage",{"conversation":"lobby","text":"hi"}';
const posted = '{"id":"m1","text":"hi"}';

/** The wire, frame by frame; docs/wire.md is its text. */
export const wireTable: readonly WireRow[] = [
  { claim: "a client that presents what `auth` asks for is in", exchange: connected },
  {
    claim: "auth that breaks the contract is refused with its issues",
    exchange: [
      ["client", '40/chat,{"name":""}'],
      [
        "server",
        '44/chat,{"message":"The payload of `chat.auth` breaks the contract.","data":{"code":"bad_input","message":"The payload of `chat.auth` breaks the contract.","issues":[{"code":"too_small","path":["name"],"message":"…"}]}}',
      ],
    ],
  },
  {
    claim: "`connect` may refuse with a declared error",
    exchange: [
      ["client", '40/chat,{"name":"Grace"}'],
      ["server", '44/chat,{"message":"…","data":{"code":"NameTaken","message":"…","data":{"name":"Grace"}}}'],
    ],
  },
  {
    claim: "`connect` may refuse with one of the codes that every channel has",
    exchange: [
      ["client", '40/chat,{"name":"Mallory"}'],
      ["server", '44/chat,{"message":"not you","data":{"code":"unauthorized","message":"not you"}}'],
    ],
  },
  {
    claim: "a connected client authenticates anew, and what is refused leaves it what it was",
    exchange: [
      ...connected,
      ["client", '42/chat,7["$reauthenticate",{"name":"Grace"}]'],
      [
        "server",
        '43/chat,7[{"ok":false,"error":{"code":"NameTaken","message":"…","data":{"name":"Grace"}}}]',
      ],
      ["client", '42/chat,8["$reauthenticate",{"name":""}]'],
      [
        "server",
        '43/chat,8[{"ok":false,"error":{"code":"bad_input","message":"…","issues":[{"code":"too_small","path":["name"],"message":"…"}]}}]',
      ],
      ["client", '42/chat,9["$reauthenticate",{"name":"Ben"}]'],
      ["server", '43/chat,9[{"ok":true}]'],
    ],
  },
  {
    claim: "a namespace that is no channel is refused in Socket.IO's words, and with a code",
    exchange: [
      ["client", "40/nowhere,"],
      [
        "server",
        '44/nowhere,{"message":"Invalid namespace","data":{"code":"not_found","message":"There is no channel of that name."}}',
      ],
    ],
  },
  {
    claim: "the default namespace is refused likewise where no channel has it",
    exchange: [
      ["client", "40"],
      [
        "server",
        '44{"message":"Invalid namespace","data":{"code":"not_found","message":"There is no channel of that name."}}',
      ],
    ],
  },
  {
    claim: "an event is its name and one payload, and is not answered",
    exchange: [
      ...connected,
      ["client", '42/chat,["typing",{"conversation":"lobby"}]'],
      ["server", '42/chat,["personTyping",{"conversation":"lobby","name":"Ada"}]'],
    ],
  },
  {
    claim: "an event without a payload is its name alone",
    exchange: [...connected, ["client", '42/chat,["nudge"]'], ["server", '42/chat,["nudged"]']],
  },
  {
    claim: "`null` may stand in the place of no payload",
    exchange: [...connected, ["client", '42/chat,["nudge",null]'], ["server", '42/chat,["nudged"]']],
  },
  {
    claim: "an event that asks for an acknowledgement is answered `bad_input`",
    exchange: [
      ...connected,
      ["client", '42/chat,3["nudge"]'],
      ["server", '43/chat,3[{"ok":false,"error":{"code":"bad_input","message":"…"}}]'],
    ],
  },
  {
    claim: "a call is answered with its value",
    exchange: [
      ...connected,
      ["client", '42/chat,7["postMessage",{"conversation":"lobby","text":"hi"}]'],
      ["server", '43/chat,7[{"ok":true,"value":{"id":"m1","text":"hi"}}]'],
    ],
  },
  {
    claim: "a call without an output is only acknowledged",
    exchange: [
      ...connected,
      ["client", '42/chat,8["leave",{"conversation":"lobby"}]'],
      ["server", '43/chat,8[{"ok":true}]'],
    ],
  },
  {
    claim: "a declared error has its name as code, and its data",
    exchange: [
      ...connected,
      ["client", '42/chat,9["postMessage",{"conversation":"hall","text":"hi"}]'],
      [
        "server",
        '43/chat,9[{"ok":false,"error":{"code":"NotAMember","message":"…","data":{"conversation":"hall"}}}]',
      ],
    ],
  },
  {
    claim: "an input that breaks the contract is answered with its issues",
    exchange: [
      ...connected,
      ["client", '42/chat,10["postMessage",{"conversation":"lobby"}]'],
      [
        "server",
        '43/chat,10[{"ok":false,"error":{"code":"bad_input","message":"…","issues":[{"code":"invalid_type","path":["text"],"message":"…"}]}}]',
      ],
    ],
  },
  {
    claim: "a handler's failure is answered with the incident and nothing else",
    exchange: [
      ...connected,
      ["client", '42/chat,11["postMessage",{"conversation":"broken","text":"hi"}]'],
      [
        "server",
        '43/chat,11[{"ok":false,"error":{"code":"internal","message":"…","data":{"incident":"…"}}}]',
      ],
    ],
  },
  {
    claim: "a name that the contract does not have is `not_found`",
    exchange: [
      ...connected,
      ["client", '42/chat,12["constructor",{}]'],
      ["server", '43/chat,12[{"ok":false,"error":{"code":"not_found","message":"…"}}]'],
    ],
  },
  {
    claim: "a marked call is withdrawn by `$cancel` and answered `aborted`",
    exchange: [
      ...connected,
      ["client", '42/chat,13["wait",{"conversation":"lobby"},{"cancelId":0}]'],
      ["client", '42/chat,["$cancel",0]'],
      ["server", '43/chat,13[{"ok":false,"error":{"code":"aborted","message":"…"}}]'],
    ],
  },
  {
    claim: "the server calls a client with an event that asks for an acknowledgement",
    exchange: [
      ...connected,
      ["client", '42/chat,14["askMe",null]'],
      ["server", '42/chat,0["confirmPresence",{"question":"there?"}]'],
      ["client", '43/chat,0[{"ok":true,"value":true}]'],
      ["server", '43/chat,14[{"ok":true,"value":"true"}]'],
    ],
  },
  {
    claim: "a client may answer with an error",
    exchange: [
      ...connected,
      ["client", '42/chat,15["askMe"]'],
      ["server", '42/chat,0["confirmPresence",{"question":"there?"}]'],
      ["client", '43/chat,0[{"ok":false,"error":{"code":"not_found","message":"nobody asks me"}}]'],
      ["server", '43/chat,15[{"ok":true,"value":"not_found"}]'],
    ],
  },
  {
    claim: "calls to a generated client are marked, and withdrawn at their deadline",
    exchange: [
      ...generated,
      ["client", '42/chat,16["askMe"]'],
      ["server", '42/chat,0["confirmPresence",{"question":"there?"},{"cancelId":0}]'],
      ["server", '42/chat,["$cancel",0]'],
      ["server", '43/chat,16[{"ok":true,"value":"timeout"}]'],
    ],
  },
  {
    claim: "a generated client is told why its channel ends",
    exchange: [
      ...generated,
      ["client", '42/chat,["goAway"]'],
      ["server", '42/chat,["$closing",{"reason":"enough"}]'],
      ["server", "41/chat,"],
    ],
  },
  {
    claim: "any other client is not",
    exchange: [...connected, ["client", '42/chat,["goAway"]'], ["server", "41/chat,"]],
  },
  {
    claim: "a batch is answered in a batch, in order",
    exchange: [
      ...batching,
      ["client", `42/chat,["$",[["nudge"],[0,${post}],["typing",{"conversation":"x"}],[1,${post}]]]`],
      [
        "server",
        `42/chat,["$",[["nudged"],[-1,${posted}],["personTyping",{"conversation":"x","name":"Ada"}],[-2,${posted}]]]`,
      ],
    ],
  },
  {
    claim: "an answer that is alone has the plain form, whatever form the call had",
    exchange: [
      ...batching,
      ["client", `42/chat,["$",[[5,${post}]]]`],
      ["server", `43/chat,5[{"ok":true,"value":${posted}}]`],
      ["client", `42/chat,6[${post}]`],
      ["server", `43/chat,6[{"ok":true,"value":${posted}}]`],
      ["client", '42/chat,["nudge",null]'],
      ["server", '42/chat,["nudged"]'],
    ],
  },
  {
    claim: "in a batch a reply without a value is the complement alone, and an error stands behind a zero",
    exchange: [
      ...batching,
      [
        "client",
        '42/chat,["$",[[0,"leave",{"conversation":"lobby"}],[1,"postMessage",{"conversation":"hall","text":"hi"}]]]',
      ],
      [
        "server",
        '42/chat,["$",[[-1],[-2,0,{"code":"NotAMember","message":"…","data":{"conversation":"hall"}}]]]',
      ],
    ],
  },
  {
    claim: "a bad entry of a batch costs nobody but itself",
    exchange: [
      ...batching,
      [
        "client",
        `42/chat,["$",[7,null,[],[{}],[1.5,"nudge"],[-1],["nudge",1],["nowhere"],[2,${post}],[3,"postMessage",{"conversation":"lobby"}],[4,"constructor"],[5,"__proto__",{"__proto__":1}],[6],[7,"nudge"],[8,"leave",{"conversation":"x"},{"cancelId":1}],[9,"$",[["nudge"]]],["$",[["nudge"]]],["__proto__",{}],[10,${post}]]]`,
      ],
      [
        "server",
        `42/chat,["$",[[-3,${posted}],[-4,0,{"code":"bad_input","message":"…","issues":[{"code":"invalid_type","path":["text"],"message":"…"}]}],[-5,0,{"code":"not_found","message":"…"}],[-6,0,{"code":"not_found","message":"…"}],[-7,0,{"code":"bad_input","message":"…"}],[-8,0,{"code":"bad_input","message":"…"}],[-9,0,{"code":"bad_input","message":"…"}],[-10,0,{"code":"bad_input","message":"…"}],[-11,${posted}]]]`,
      ],
    ],
  },
  {
    claim: "what is no list of entries is nothing",
    exchange: [
      ...batching,
      ["client", '42/chat,["$"]'],
      ["client", '42/chat,["$",{"0":["nudge"]}]'],
      ["client", '42/chat,["$",[["nudge"]],[["nudge"]]]'],
      ["client", '42/chat,["$",[]]'],
      ["client", '42/chat,["nudge"]'],
      ["server", '42/chat,["nudged"]'],
    ],
  },
  {
    claim: "two open calls of one id are one too many",
    exchange: [
      ...batching,
      ["client", '42/chat,["$",[[1,"wait",{"conversation":"lobby"}],[1,"wait",{"conversation":"lobby"}]]]'],
      ["server", '43/chat,1[{"ok":false,"error":{"code":"bad_input","message":"…"}}]'],
      ["client", '42/chat,["$",[["$cancel",1],["nudge"]]]'],
      ["server", '42/chat,["$",[[-2,0,{"code":"aborted","message":"…"}],["nudged"]]]'],
    ],
  },
  {
    claim: "a call that came in the plain form is withdrawn by its id as well",
    exchange: [
      ...batching,
      ["client", '42/chat,3["wait",{"conversation":"lobby"}]'],
      ["client", '42/chat,["$cancel",3]'],
      ["server", '43/chat,3[{"ok":false,"error":{"code":"aborted","message":"…"}}]'],
    ],
  },
  {
    claim: "a batch may hold memory",
    exchange: [
      ...batching,
      ["client", '451-/chat,["$",[["nudge"],["nudge",{"_placeholder":true,"num":0}],["nudge"]]]'],
      ["client", "<01>"],
      ["server", '42/chat,["$",[["nudged"],["nudged"]]]'],
    ],
  },
  {
    claim: "a call to a client that reads batches carries no mark, and may be answered in a batch",
    exchange: [
      ...batching,
      ["client", `42/chat,["$",[[8,"askMe"],[9,${post}]]]`],
      ["server", `42/chat,["$",[[0,"confirmPresence",{"question":"there?"}],[-10,${posted}]]]`],
      ["client", '42/chat,["$",[[-1,true],[-1,false],[-7,true]]]'],
      ["server", '43/chat,8[{"ok":true,"value":"true"}]'],
    ],
  },
  {
    claim: "a client's error stands behind a zero too, and what is no reply is `bad_output`",
    exchange: [
      ...batching,
      ["client", '42/chat,0["askMe"]'],
      ["server", '42/chat,0["confirmPresence",{"question":"there?"}]'],
      ["client", '42/chat,["$",[[-1,0,{"code":"not_found","message":"nobody"}]]]'],
      ["server", '43/chat,0[{"ok":true,"value":"not_found"}]'],
      ["client", '42/chat,0["askMe"]'],
      ["server", '42/chat,1["confirmPresence",{"question":"there?"}]'],
      ["client", '42/chat,["$",[[-2,1,{"code":"not_found","message":"nobody"}]]]'],
      ["server", '43/chat,0[{"ok":true,"value":"bad_output"}]'],
    ],
  },
  {
    claim: "a call to a client that reads batches is withdrawn by its id",
    exchange: [
      ...batching,
      ["client", '42/chat,0["askMe"]'],
      ["server", '42/chat,0["confirmPresence",{"question":"there?"}]'],
      ["server", '42/chat,["$",[["$cancel",0],[-1,"timeout"]]]'],
    ],
  },
  {
    claim: "what waits for the end of the tick leaves before a goodbye",
    exchange: [
      ...batching,
      ["client", `42/chat,["$",[[0,${post}],["goAway"],["nudge"]]]`],
      ["server", `42/chat,["$",[[-1,${posted}],["$closing",{"reason":"enough"}]]]`],
      ["server", "41/chat,"],
    ],
  },
  {
    claim: "batches are only for clients that say that they read them",
    exchange: [
      ...generated,
      ["client", `42/chat,1["$",[[0,${post}]]]`],
      ["server", '43/chat,1[{"ok":false,"error":{"code":"not_found","message":"…"}}]'],
    ],
  },
];
