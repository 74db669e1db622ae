import { channel, event, room } from "wirepact/contract";
import { z } from "zod";

export const TeamId = z.string().max(20);

export const board = channel("/board", {
  auth: z.object({ token: z.string(), seat: z.int().default(1) }),
  errors: {
    Full: z.void(),
    /** The token is of another team. */
    WrongTeam: z.object({ team: TeamId }),
  },
  rooms: {
    /** Everybody of a team. */
    team: room(TeamId),
    cell: room(z.object({ row: z.int(), column: z.int() })),
    floor: room(z.number()),
    muted: room(z.boolean()),
  },
  serverToClient: { moved: event(z.object({ row: z.int(), column: z.int() })) },
});
