import {
  inFlightRetryMs,
  leaveEvent,
  type Rate,
  TokenBucket,
  WireError,
} from "../../contracts/wire/index.js";
import type { Member } from "./client-definition.js";
import type { Departure } from "./departure.js";

/** What the contract allows of a member; `burst` is there where `perSecond` is. */
export interface SendingLimits extends Partial<Rate> {
  readonly maxInFlight?: number;
}

/**
 * A member that the contract limits: what would be too much for the server fails here, as it would there, with
 * `rate_limited` or `overloaded` and `retryAfterMs`.
 */
export function limited(
  { perSecond, burst = 0, maxInFlight = Infinity }: SendingLimits,
  make: Member,
): Member {
  return (name, connection) => {
    const rate: Rate | undefined = perSecond === undefined ? undefined : { perSecond, burst };
    const bucket = new TokenBucket();
    const inFlight = new Set<Departure>();
    /** Those whose end is seen. */
    const watched = new WeakSet<Departure>();

    const watch = (departure: Departure) => {
      if (watched.has(departure)) return;
      watched.add(departure);
      const { receive, end } = departure;
      const settle = () => inFlight.delete(departure);
      Object.assign(departure, {
        receive(...reply: Parameters<NonNullable<typeof receive>>) {
          settle();
          receive?.apply(departure, reply);
        },
        end(...ending: Parameters<NonNullable<typeof end>>) {
          settle();
          end?.apply(departure, ending);
        },
      });
    };

    return make(name, {
      ...connection,
      depart(departure) {
        // What is said within a stream is bounded by its credit.
        const isEntry = !departure.name.startsWith("$") || departure.receive;
        if (isEntry) {
          if (departure.receive && inFlight.size >= maxInFlight) {
            throw new WireError("overloaded", `\`${name}\`: ${maxInFlight} are under way.`, {
              retryAfterMs: inFlightRetryMs,
            });
          }
          const retryAfterMs = rate ? bucket.take(rate, performance.now()) : 0;
          if (retryAfterMs) {
            const message = `\`${name}\`: more than ${perSecond} a second.`;
            throw new WireError("rate_limited", message, { retryAfterMs });
          }
        }
        connection.depart(departure);
        // The server, which takes one thing after the other, has let go of the stream before it hears of the next.
        if (departure.name === leaveEvent) {
          for (const opening of inFlight) {
            if (Object(opening.value)[0] === departure.value) inFlight.delete(opening);
          }
        }
        if (departure.receive && maxInFlight < Infinity) {
          watch(departure);
          inFlight.add(departure);
        }
      },
      withdraw(departure, code) {
        inFlight.delete(departure);
        connection.withdraw(departure, code);
      },
      // An event that need not leave now does not leave while it would be too much.
      idle: () => (!rate || bucket.hasToken(rate, performance.now()) ? connection.idle() : undefined),
    });
  };
}
