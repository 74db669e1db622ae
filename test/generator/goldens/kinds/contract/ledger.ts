import { call, channel, event } from "wirepact/contract";
import { z } from "zod";

/** What JSON has no form for. */
export const Entry = z.object({
  at: z.date().min(new Date(0)),
  amount: z.int64(),
  memo: z.instanceof(Uint8Array).optional(),
  tags: z.set(z.string()).max(3),
  shares: z.map(z.string(), z.bigint()),
  gaps: z.array(z.date().nullish()),
  open: z.stringbool().default(false),
  rate: z.union([z.number(), z.nan()]),
  due: z.union([z.date(), z.string()]),
  zero: z.number(),
  flag: z.literal([1n, "none"]),
});

/** Sent as minutes, meant as milliseconds. */
export const Minutes = z.codec(z.int(), z.number(), {
  decode: (minutes) => minutes * 60_000,
  encode: (milliseconds) => milliseconds / 60_000,
});

export const ledger = channel("/ledger", {
  clientToServer: {
    /** Gives back what it is given. */
    post: call({ input: Entry, output: Entry }),
    /** A check of the author's own beside kinds that JSON has not. */
    close: call({
      input: z
        .object({ from: z.date(), to: z.date().default(new Date(5)), open: z.stringbool(), note: z.string() })
        .refine(({ from, to }) => from < to, "ends before it begins"),
      output: z.object({ at: z.date(), of: z.set(z.number()).refine((set) => set.size > 0) }),
    }),
    wait: call({ input: z.object({ for: Minutes }), output: z.array(Minutes) }),
    either: event(z.xor([z.object({ on: z.date() }), z.object({ by: z.bigint() })])),
  },
});
