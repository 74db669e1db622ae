// Made by wirepact from contract/people.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:85cdf4cf664027c7

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
