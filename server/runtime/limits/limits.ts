import type { FastifyBaseLogger } from "fastify";
import type { Rate } from "../../../contracts/wire/index.js";
import { StartupError } from "../startup-error.js";
import { AddressLimit } from "./address-limit.js";
import { ConnectionBudget } from "./connection-budget.js";
import type { PayloadBounds } from "./find-excess.js";
import { IdleConnections } from "./idle-connections.js";
import type { LimitOptions } from "./limit-options.js";
import { OutgoingLimit } from "./outgoing-limit.js";
import { SharedLimit } from "./shared-limit.js";

/** What is allowed where the options do not say; docs/limits.md says where each number comes from. */
const defaults = {
  perSecond: 100,
  maxInFlight: 64,
  maxBytes: 100_000,
  maxRooms: 100,
  maxNamespaces: 16,
  maxDepth: 64,
  maxNodes: 100_000,
};

/** What connections may do that only take place. */
const connectionDefaults = { perAddress: 1_000, joinWithinMs: 5_000 };

/** Bytes that may wait for one connection. */
const outgoingDefaults = { refuseCallsBytes: 1_000_000, closeBytes: 8_000_000 };

type NumberOption = keyof typeof defaults;

/** The limits of an app, and what each of its connections has used of them. */
export class Limits implements PayloadBounds {
  /** Absent where there is none. */
  readonly rate: Rate | undefined;
  readonly maxInFlight: number;
  readonly maxBytes: number;
  readonly maxRooms: number;
  readonly maxNamespaces: number;
  readonly maxDepth: number;
  readonly maxNodes: number;
  readonly shared: SharedLimit | undefined;
  /** Absent where an address may have any number of connections. */
  readonly addresses: AddressLimit | undefined;
  /** Milliseconds that a connection may be in no namespace. */
  readonly joinWithinMs: number;
  /** Absent where those that have left their last namespace stay. */
  idle: IdleConnections | undefined;
  /** Absent where anything may wait. */
  readonly outgoing: OutgoingLimit | undefined;
  readonly #budgets = new WeakMap<object, ConnectionBudget>();

  /** Throws a {@link StartupError} for what is no limit. */
  constructor(options: LimitOptions, log: FastifyBaseLogger) {
    checkNames(options);
    const perSecond = amountOf(options, "perSecond");
    const { burst = 2 * perSecond, key, store } = options;
    if (!isAmount(burst) || burst < perSecond) throw wrong("burst", "a whole number from `perSecond` on");
    this.rate = perSecond === Number.POSITIVE_INFINITY ? undefined : { perSecond, burst };
    this.maxInFlight = amountOf(options, "maxInFlight");
    this.maxBytes = amountOf(options, "maxBytes");
    this.maxRooms = amountOf(options, "maxRooms");
    this.maxNamespaces = amountOf(options, "maxNamespaces");
    this.maxDepth = amountOf(options, "maxDepth");
    this.maxNodes = amountOf(options, "maxNodes");
    const { perAddress, joinWithinMs } = connectionsOf(options.connections);
    if (perAddress !== Number.POSITIVE_INFINITY) this.addresses = new AddressLimit(perAddress, log);
    this.joinWithinMs = joinWithinMs;
    this.outgoing = outgoingOf(options.outgoing, this, log);
    if ((key === undefined) !== (store === undefined))
      throw wrong("key", "given together with `limits.store`");
    this.shared = key && store && new SharedLimit(key, store);
  }

  /** From now on who has left the last namespace has to come to another one; for whoever owns the connections. */
  closeIdle(): void {
    if (this.joinWithinMs === Number.POSITIVE_INFINITY) return;
    this.idle = new IdleConnections(
      this.joinWithinMs,
      (transport) => (this.#budgets.get(transport)?.sockets.size ?? 0) > 0,
    );
  }

  /** What a connection of Engine.IO's has used, whatever channels it is in. */
  budgetOf(transport: object): ConnectionBudget {
    const known = this.#budgets.get(transport);
    if (known !== undefined) return known;
    const made = new ConnectionBudget(this);
    this.#budgets.set(transport, made);
    return made;
  }
}

function connectionsOf(options: LimitOptions["connections"]): Required<typeof connectionDefaults> {
  const { perAddress, joinWithinMs } = {
    ...connectionDefaults,
    ...(options === false ? unbounded : options),
  };
  const bounds = {
    perAddress: perAddress === false ? Number.POSITIVE_INFINITY : perAddress,
    joinWithinMs: joinWithinMs === false ? Number.POSITIVE_INFINITY : joinWithinMs,
  };
  if (!isAmount(bounds.perAddress) || !isAmount(bounds.joinWithinMs)) {
    throw wrong("connections", "`false`, or whole numbers from 1: `{ perAddress, joinWithinMs }`");
  }
  return bounds;
}

const unbounded = { perAddress: false, joinWithinMs: false } as const;

function outgoingOf(
  options: LimitOptions["outgoing"],
  limits: Limits,
  log: FastifyBaseLogger,
): OutgoingLimit | undefined {
  if (options === false) return undefined;
  const bounds = { ...outgoingDefaults, ...options };
  if (!isAmount(bounds.refuseCallsBytes) || !isAmount(bounds.closeBytes)) {
    throw wrong("outgoing", "`false`, or whole numbers from 1: `{ refuseCallsBytes, closeBytes }`");
  }
  return new OutgoingLimit(bounds, limits, log);
}

/** Without a compiler's word a mistyped limit would be none, and nobody would know. */
function checkNames(options: unknown): void {
  if (typeof options !== "object" || options === null) {
    throw new StartupError(
      "WP_WRONG_LIMIT",
      "`limits` of the plugin's options has to be an object. Write `limits: { perSecond: 100, burst: 200 }`; `false` switches single ones off.",
    );
  }
  const known = [...Object.keys(defaults), "burst", "connections", "outgoing", "binary", "key", "store"];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const list = known.map((name) => `\`${name}\``).join(", ");
  throw new StartupError(
    "WP_WRONG_LIMIT",
    `\`limits.${unknown}\` of the plugin's options is no limit. Take it out; there are ${list}.`,
  );
}

function amountOf(options: LimitOptions, name: NumberOption): number {
  const given = options[name] ?? defaults[name];
  if (given === false) return Number.POSITIVE_INFINITY;
  if (!isAmount(given)) throw wrong(name, "a whole number from 1, or `false`");
  return given;
}

function isAmount(value: unknown): value is number {
  return value === Number.POSITIVE_INFINITY || (Number.isSafeInteger(value) && Number(value) > 0);
}

function wrong(name: keyof LimitOptions, what: string): StartupError {
  return new StartupError(
    "WP_WRONG_LIMIT",
    `\`limits.${name}\` of the plugin's options has to be ${what}. Write \`limits: { perSecond: 100, burst: 200 }\`, or leave it out.`,
  );
}
