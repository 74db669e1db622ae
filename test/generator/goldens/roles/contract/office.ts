import { call, channel, event, room, stream } from "wirepact/contract";
import { z } from "zod";

/** An office, and who may do what in it. */
export const office = channel("/office", {
  auth: z.object({ badge: z.string() }),
  errors: { Suspended: z.object({ until: z.date() }) },
  roles: ["staff", "head", "auditor"],
  rooms: {
    /** Where the books are. */
    archive: room(z.string().max(20), { join: "client", requires: ["head", "auditor"] }),
    safe: room(z.int(), { requires: "head" }),
    hall: room(z.boolean()),
  },
  clientToServer: {
    whoAmI: call({ output: z.array(z.string()) }),
    /** Lets somebody go. */
    dismiss: call({ input: z.object({ name: z.string() }), requires: "head", idempotent: true }),
    stamp: event(z.object({ page: z.int() }), { volatile: true, requires: ["staff", "head"] }),
    nudge: event({ args: z.tuple([z.string(), z.int()]), requires: ["staff"] }),
    knock: event(undefined, { requires: "staff" }),
    books: stream({ item: z.string(), requires: ["staff", "head", "auditor"] }),
  },
  serverToClient: {
    filed: event(z.string()),
    closed: event(z.int(), { replay: { keepMs: 60_000, keepCount: 100 } }),
  },
});
