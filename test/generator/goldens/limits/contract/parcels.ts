import { call, channel, event, stream } from "wirepact/contract";
import { z } from "zod";

/** Parcels, of which nobody may send too many. */
export const parcels = channel("/parcels", {
  clientToServer: {
    /** Sends a parcel. */
    send: call({
      input: z.object({ content: z.string() }),
      output: z.int(),
      limits: { perSecond: 5, burst: 10, maxBytes: 2_000, maxInFlight: 2 },
    }),
    insure: call({ input: z.string(), idempotent: true, limits: { perSecond: 50 } }),
    pair: call({ args: z.tuple([z.int(), z.int()]), output: z.int(), limits: { maxBytes: 9 } }),
    ping: call({ limits: { maxInFlight: 1 } }),
    /** Where the van is. */
    moved: event(z.object({ x: z.number() }), { volatile: true, limits: { perSecond: 30 } }),
    weighed: event(z.number(), { latest: true, limits: { perSecond: 3, burst: 3 } }),
    named: event({ args: z.tuple([z.string()]), limits: { maxBytes: 20 } }),
    scan: stream({ direction: "upload", item: z.string(), result: z.int(), limits: { maxBytes: 10 } }),
    track: stream({ input: z.int(), item: z.string(), limits: { maxInFlight: 1, perSecond: 9 } }),
    free: call({ input: z.string() }),
  },
});
