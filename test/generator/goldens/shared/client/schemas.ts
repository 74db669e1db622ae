// Made by wirepact from contract/people.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7ce40d348cd50b48

import type { PlanTable } from "wirepact/client";

/**
 * A schema may be named like something of ours.
 *
 * @see [contract/people.ts:7](../contract/people.ts#L7)
 */
export interface Call {
  from: Person;
  to: Person;
}

/**
 * Who somebody is.
 *
 * @see [contract/people.ts:4](../contract/people.ts#L4)
 */
export interface Person {
  name: string;
  age?: number | undefined;
}

/** @see [contract/people.ts:11](../contract/people.ts#L11) */
export interface Promise {
  by: string;
}

/** @see [contract/people.ts:9](../contract/people.ts#L9) */
export interface Session {
  startedAt: string;
}

/** What the runtime checks payloads by, for the schemas that have a name. */
export const plans: PlanTable = {
  Call: ["object", ["from", ["ref", "Person"]], ["to", ["ref", "Person"]]],
  Person: ["object", ["name", "string"], ["age", ["optional", ["number", ["int"]]]]],
  Promise: [
    "object",
    [
      "by",
      [
        "string",
        [
          "format",
          "ISO date",
          "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$",
        ],
      ],
    ],
  ],
  Session: [
    "object",
    [
      "startedAt",
      [
        "string",
        [
          "format",
          "ISO datetime",
          "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$",
        ],
      ],
    ],
  ],
};
