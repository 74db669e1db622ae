import type { Place } from "./place.js";
import type { WarningCode } from "./warning.js";

/** Something in a contract that has to be mended before code can be generated. */
export interface Problem {
  /** Stable: an entry of docs/errors.md. That of a warning where warnings fail the run. */
  readonly code: ProblemCode | WarningCode;
  readonly place?: Place;
  /** What is wrong, by name: `` `chat.postMessage`: output.bornAt is a Date ``. */
  readonly message: string;
  /** An edit or a command. */
  readonly mend: string;
  /** Where the compiler speaks of the same mistake, when that is elsewhere. */
  readonly echoedAt?: Place;
}

/**
 * Every problem that the generator reports. docs/errors.md has an entry and the tests have a case for each;
 * a test keeps the three equal.
 */
export const problemCodes = [
  /** A contract file has a TypeScript syntax or type error. */
  "WP1001",
  /** An import of a contract file leads nowhere. */
  "WP1002",
  /** A contract file throws, or does not end, when it is loaded. */
  "WP1003",
  /** The contracts folder is missing, or no file exports a channel. */
  "WP1004",
  /** A channel, call, event, stream or room is given an option that it does not have, or a value of the wrong kind. */
  "WP1005",
  /** The configuration file is wrong. */
  "WP1006",
  /** The limits of a call, an event or a stream are none. */
  "WP1007",
  /** A channel's path is not a namespace: no leading slash, a query, white space. */
  "WP2001",
  /** Two channels have one path. */
  "WP2002",
  /** A name stands twice in one direction. */
  "WP2003",
  /** Socket.IO keeps the name for itself. */
  "WP2004",
  /** wirepact keeps the name for itself: it begins with `$`, or is a handler of the life cycle, or a system code. */
  "WP2005",
  /** The name would break a JavaScript object or promise. */
  "WP2006",
  /** The name is no identifier that code can be emitted for. */
  "WP2007",
  /** Two different things would be emitted under one name. */
  "WP2008",
  /** A path's parameters and `params` do not agree. */
  "WP2009",
  /** One name can be that of two channels, since the parameters of one leave room for the other. */
  "WP2010",
  /** A room's key is not flat. */
  "WP3001",
  /** What a client presents when it connects is not an object. */
  "WP3002",
  /** A schema cannot cross the wire. */
  "WP3003",
  /** A client would have to run the author's own code. */
  "WP3004",
  /** The type that a transform or a custom schema yields cannot be written in generated code. */
  "WP3005",
  /** A parameter of a path is not flat. */
  "WP3006",
  /** The latest of an event cannot be told by its payload. */
  "WP3007",
  /** A Blob stands where nobody can wait for its bytes. */
  "WP3008",
  /** An event is replayed on a channel whose path has parameters. */
  "WP3009",
  /** A handler file cannot be edited: it has no `implementX({ … })` with an object literal. */
  "WP4001",
  /** A file that is not wirepact's stands where generated code belongs. */
  "WP4002",
  /** Something requires a role that its channel does not declare. */
  "WP5001",
  /** Something requires a role, and its channel declares none. */
  "WP5002",
  /** A list of roles is empty, or has one of them twice. */
  "WP5003",
  /** What the server sends requires a role. */
  "WP5004",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Something worth saying that stops nothing. */
export interface Notice {
  readonly place?: Place;
  readonly message: string;
  readonly mend?: string;
}
