import { call, channel, event, room, stream } from "wirepact/contract";
import { z } from "zod";

/** What nobody else may know. */
export const Secret = z.string().meta({ sensitive: true }).min(4).max(100);

/** A drawer, and what is in it. */
export const Drawer = z.object({
  label: z.string().max(40),
  code: Secret,
  get within() {
    return z.array(Drawer).max(3);
  },
});

/** A vault of a tenant. */
export const vault = channel("/vault/:tenant", {
  params: z.object({ tenant: z.string().min(4).max(100).meta({ sensitive: true }) }),
  auth: z.object({ user: z.string().max(40), token: Secret }),
  errors: { Locked: z.object({ hint: Secret.optional() }) },
  rooms: {
    safe: room(z.object({ pin: Secret }), {
      join: "client",
      presence: z.object({ mood: z.string().max(10), place: Secret }),
    }),
  },
  clientToServer: {
    /** Stores what is given. */
    store: call({
      input: z.object({
        name: z.string().max(40),
        /** At least four letters. */
        password: Secret,
        pin: z.string().max(9).meta({ sensitive: true }).optional(),
        cards: z.array(z.object({ number: Secret, label: z.string().max(10) })).max(3),
        answers: z.record(Secret, z.string().max(100)).meta({ description: "By question." }),
        notes: z.map(z.string().max(10), Secret),
        drawer: Drawer.optional(),
        contact: z.union([z.object({ mail: Secret }), z.object({ place: z.string().max(10) })]),
      }),
      output: z.object({ name: z.string(), recovery: Secret }),
      errors: { Known: z.object({ hint: Secret }) },
    }),
    /** Checked by the author's own code. */
    verify: call({
      input: z.object({
        code: z
          .string()
          .max(100)
          .refine((text) => text.startsWith("ok"), { error: ({ input }) => `${input} is not ok` })
          .meta({ sensitive: true }),
      }),
    }),
    whisper: event(z.object({ text: z.string().max(100) }).meta({ sensitive: true })),
    both: call({ args: z.tuple([z.string().max(10), Secret]) }),
    pour: stream({ direction: "both", input: z.object({ key: Secret }), item: Secret, clientItem: Secret }),
  },
  serverToClient: {
    ask: call({ input: z.object({ about: z.string() }), output: z.object({ pin: Secret }) }),
    told: event(z.object({ secret: Secret })),
  },
});
