import { call, channel, event } from "wirepact/contract";
import { z } from "zod";

/** A help desk: both sides may call and emit, with payloads and without. */
export const desk = channel("/desk", {
  clientToServer: {
    /**
     * Opens a ticket.
     *
     * It stays open until somebody closes it.
     *
     * @param input - What is wrong; `priority` from 1 to 3.
     * @deprecated Use `openTicketFor`, which knows the customer.
     */
    openTicket: call({
      input: z.object({
        /** In a sentence. */
        subject: z.string().min(1).max(120),
        /** @deprecated Nobody looks at it. */
        priority: z.int().min(1).max(3).optional(),
      }),
      output: z.object({ ticket: z.int() }),
      errors: {
        /** The desk opens again at `opensAt`. */
        Closed: z.object({ opensAt: z.iso.datetime() }),
        Banned: z.void(),
      },
      timeoutMs: 2_500,
    }),
    openTicketFor: call({
      input: z.object({ customer: z.string(), subject: z.string().describe("Never ends a comment: */") }),
      output: z.int(),
    }),
    countOpen: call({ output: z.int() }),
    closeAll: call(),
    /** Reminds whoever has the ticket. */
    remind: call({ input: z.object({ ticket: z.int() }), idempotent: true }),
    wave: event(),
    type: event(z.object({ ticket: z.int(), draft: z.string() })),
    rename: event(z.string()),
    new: call(),
    "give-up": event(),
  },
  serverToClient: {
    /** Comes however late. */
    ticketOpened: event(z.object({ ticket: z.int(), subject: z.string() }), {
      replay: { keepMs: 60_000, keepCount: 1_000 },
    }),
    lightsOut: event(undefined, { replay: { keepMs: 5_000, keepCount: 1 } }),
    /** Asks the person for a rating. */
    rate: call({
      input: z.object({ ticket: z.int() }),
      output: z.object({ stars: z.int().min(1).max(5) }),
      errors: { Busy: z.object({ untilMs: z.number() }), Declined: z.void() },
    }),
    ping: call(),
    locale: call({ output: z.string() }),
  },
});
