import { channel, event } from "wirepact/contract";
import { z } from "zod";

export const Price = z.object({ share: z.string(), cents: z.int() });

/** Events that need not all arrive. */
export const feed = channel("/feed", {
  clientToServer: {
    pointed: event(z.object({ x: z.number() }), { volatile: true }),
    /** Wishes for a price. */
    wished: event(Price, { latest: "share" }),
    turned: event(z.boolean(), { latest: true }),
    beat: event(undefined, { latest: true }),
    said: event(z.string()),
  },
  serverToClient: {
    /** Where somebody points to. */
    pointed: event(z.object({ x: z.number() }), { volatile: true }),
    priced: event(Price, { latest: "share" }),
    turned: event(z.boolean(), { latest: true }),
    beat: event(undefined, { volatile: true }),
    said: event(z.string()),
  },
});
