import { nearestName } from "../config/nearest-name.js";
import type { Direction, LimitsModel, Place, Problem } from "../model/index.js";
import type { DeclarationSpot } from "./declaration-spot.js";
import { isZodSchema } from "./zod/zod-schema.js";

const known = ["perSecond", "burst", "maxBytes", "maxInFlight"] as const;

/** Largest whole number that a limit may be: what a timer or a buffer of JavaScript can hold. */
const largest = 2 ** 31 - 1;

/** Where limits stand, and whose they are. */
export interface LimitsPlace {
  readonly spot: DeclarationSpot;
  /** In messages: `chat.post`. */
  readonly owner: string;
  readonly direction: Direction;
  /** Whether the member has a payload of the client's. */
  readonly hasPayload: boolean;
}

/** The limits of a member, if they are some; what is wrong with them goes to `problems`. */
export function readLimits(
  value: unknown,
  { spot, owner, direction, hasPayload }: LimitsPlace,
  problems: Problem[],
): LimitsModel | undefined {
  if (value === undefined) return undefined;
  const before = problems.length;
  const add = (place: Place, message: string, mend: string) =>
    problems.push({ code: "WP1007", place, message: `\`${owner}\`: ${message}`, mend });
  const example =
    "write `limits: { perSecond: 5, burst: 10, maxBytes: 2_000, maxInFlight: 2 }`, or some of it";
  if (typeof value !== "object" || value === null || Array.isArray(value) || isZodSchema(value)) {
    add(spot.place, "limits is no object of numbers", example);
    return undefined;
  }
  if (direction === "serverToClient") {
    add(spot.place, "limits are for what clients send, and the server sends this", "take `limits` out");
    return undefined;
  }
  const given: Readonly<Record<string, unknown>> = { ...value };
  if (Object.keys(given).length === 0) add(spot.place, "limits says nothing", example);
  for (const [name, amount] of Object.entries(given)) {
    const { place } = spot.property(name);
    if (!known.some((each) => each === name)) {
      const near = nearestName(name, known);
      const list = known.map((each) => `\`${each}\``).join(", ");
      const mend = near === undefined ? `take it out; there are ${list}` : `write \`${near}\``;
      add(place, `there is no limit \`${name}\``, mend);
    } else if (amount !== undefined && !isAmount(amount)) {
      add(
        place,
        `${name} is ${typeof amount === "number" ? amount : `a ${typeof amount}`}`,
        "give a whole number from 1 and below 2^31, or leave it out for the server's own limit",
      );
    }
  }
  if (problems.length > before) return undefined;
  return arrange(given, { spot, hasPayload }, add);
}

/** What holds between limits that are numbers. */
function arrange(
  { perSecond, burst, maxBytes, maxInFlight }: Readonly<Record<string, unknown>>,
  { spot, hasPayload }: Pick<LimitsPlace, "spot" | "hasPayload">,
  add: (place: Place, message: string, mend: string) => void,
): LimitsModel | undefined {
  // Each is a whole number or absent: that was looked at.
  const limits = { perSecond, burst, maxBytes, maxInFlight } as LimitsModel;
  if (limits.burst !== undefined && limits.perSecond === undefined) {
    add(spot.property("burst").place, "burst stands without perSecond", "add `perSecond`, or take it out");
  } else if (limits.burst !== undefined && limits.burst < (limits.perSecond ?? 0)) {
    add(
      spot.property("burst").place,
      "burst is smaller than perSecond, which could then never be reached at once",
      "make it as large, or leave it out for twice as many",
    );
  } else if (limits.maxBytes !== undefined && !hasPayload) {
    add(spot.property("maxBytes").place, "maxBytes is of a payload, and there is none", "take it out");
  } else {
    const all = { ...limits, ...(limits.perSecond && { burst: limits.burst ?? 2 * limits.perSecond }) };
    return Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== undefined));
  }
  return undefined;
}

function isAmount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= largest;
}
