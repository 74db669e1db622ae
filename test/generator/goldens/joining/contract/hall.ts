import { channel, event, room } from "wirepact/contract";
import { z } from "zod";

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
    }),
    corner: room(z.string(), { join: "client" }),
    staff: room(z.boolean(), { join: "server" }),
  },
  serverToClient: { served: event(z.string()) },
});
