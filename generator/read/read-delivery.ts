import { nearestName } from "../config/nearest-name.js";
import type { DeliveryModel, Direction, EventModel, Place, Problem } from "../model/index.js";
import type { DeclarationSpot } from "./declaration-spot.js";
import { describeValue } from "./describe-value.js";
import { eventOptions } from "./known-options.js";
import { longestTimeoutMs } from "./longest-timeout.js";
import { isZodSchema } from "./zod/zod-schema.js";

/** Where an event's options stand, and how messages call the event. */
interface EventOptionsPlace {
  readonly spot: DeclarationSpot;
  readonly owner: string;
}

/** What becomes of an event that cannot leave at once, if that is said. */
export function readDelivery(
  options: unknown,
  { spot, owner }: EventOptionsPlace,
  problems: Problem[],
): DeliveryModel | undefined {
  const add = (place: Place, message: string, mend: string) =>
    problems.push({ code: "WP1005", place, message, mend });
  if (options === undefined) return undefined;
  const { volatile: isVolatile, latest, ...more } = Object(options) as Readonly<Record<string, unknown>>;
  const { requires, limits, ...others } = more;
  const { place } = spot;
  const [other] = Object.keys(others);
  const near = other === undefined ? undefined : nearestName(other, eventOptions);
  const mend = 'write `{ volatile: true }`, `{ latest: true }` or `{ latest: "field" }`';
  if (typeof options !== "object" || options === null || isZodSchema(options)) {
    add(place, `\`${owner}\`: the options of the event are ${describeValue(options)}`, mend);
  } else if (other !== undefined) {
    add(
      spot.property(other).place,
      `\`${owner}\`: an event has no option \`${other}\``,
      near === undefined ? mend : `write \`${near}\``,
    );
  } else if (isVolatile === undefined && latest === undefined && (requires ?? limits) !== undefined) {
    return undefined;
  } else if (isVolatile === true && latest === undefined) {
    return { mode: "volatile", place };
  } else if (isVolatile === undefined && (latest === true || typeof latest === "string")) {
    return { mode: "latest", place, ...(latest === true ? {} : { key: latest }) };
  } else {
    add(
      place,
      `\`${owner}\`: the options of the event say neither \`volatile\` nor \`latest\`, or both`,
      mend,
    );
  }
  return undefined;
}

/** How long an event is kept; `options` say that it is. */
export function readReplay(
  options: Readonly<Record<string, unknown>>,
  { spot, owner, direction }: EventOptionsPlace & { readonly direction: Direction },
  problems: Problem[],
): EventModel["replay"] {
  const { place } = spot.property("replay");
  const add = (message: string, mend: string) => problems.push({ code: "WP1005", place, message, mend });
  const { keepMs, keepCount, ...more } = Object(options.replay) as Readonly<Record<string, unknown>>;
  const isAlone =
    Object.keys(options).every((name) => name === "replay" || name === "requires") &&
    Object.keys(more).length === 0;
  if (direction === "clientToServer") {
    add(
      `\`${owner}\`: an event of a client has no replay`,
      "take `replay` out, or make it a `call({ … idempotent: true })`",
    );
  } else if (isAlone && isAmount(keepMs) && isAmount(keepCount)) {
    return { keepMs, keepCount };
  } else {
    add(
      `\`${owner}\`: replay says not how long the event is kept, or more than that`,
      "write `{ replay: { keepMs: 60_000, keepCount: 1_000 } }`, whole numbers from 1 and below 2^31",
    );
  }
  return undefined;
}

function isAmount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= longestTimeoutMs;
}
