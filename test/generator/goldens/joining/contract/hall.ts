import { channel, event, room } from "wirepact/contract";
import { z } from "zod";

export const Task = z.enum(["cook", "serve"]);

/** Names a corner. */
export const CornerName = z.string().max(100);

export const hall = channel("/hall", {
  auth: z.object({ name: z.string().min(1) }),
  rooms: {
    /** A table, for as many as it seats. */
    table: room(z.object({ floor: z.int(), name: z.string().trim().max(20) }), {
      join: "client",
      errors: {
        /** Nobody else can sit there. */
        Full: z.object({ seats: z.int() }),
        Reserved: z.void(),
      },
      presence: z.object({ mood: z.string().max(20).default("calm"), since: z.date() }),
    }),
    corner: room(CornerName, { join: "client" }),
    /** Those who work here, with what they do. */
    staff: room(z.boolean(), { join: "server", presence: Task }),
  },
  serverToClient: { served: event(z.string()) },
});
