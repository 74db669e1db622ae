import { call, channel, event } from "wirepact/contract";
import { z } from "zod";

/** A name that a person gives when joining. */
export const PersonName = z.string().trim().min(1).max(40);

/** Something that somebody said. */
export const Said = z.object({
  name: PersonName,
  text: z.string(),
  /** ISO 8601 in UTC, by the server's clock. */
  at: z.iso.datetime(),
});

/** A place where everybody hears everybody. */
export const lobby = channel("/lobby", {
  auth: z.object({ name: PersonName }),
  clientToServer: {
    /** Says something to everybody; the answer is how many others were there to hear it. */
    say: call({
      input: z.object({ text: z.string().trim().min(1).max(500) }),
      output: z.object({ heardBy: z.int().min(0) }),
      errors: {
        /** The last one came less than a second ago. */
        TooFast: z.object({ waitMs: z.int() }),
      },
    }),
  },
  serverToClient: {
    said: event(Said),
    joined: event(z.object({ name: PersonName })),
    left: event(z.object({ name: PersonName })),
  },
});
