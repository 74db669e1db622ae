import { call, channel, event, room } from "wirepact/contract";
import { z } from "zod";

export const OrgId = z.string().trim().min(1).max(64);

/** What is said within one organisation's floor. */
export const org = channel("/org/:orgId/floor/:floor/:isOpen", {
  params: z.object({ orgId: OrgId, floor: z.int(), isOpen: z.boolean() }),
  rooms: { desk: room(z.int()) },
  clientToServer: { where: call({ output: z.string() }) },
  serverToClient: { rang: event(z.string()) },
});

/** The same, for those who say who they are. */
export const member = channel("/member/:id", {
  params: z.object({ id: z.enum(["a", "b"]) }),
  auth: z.object({ name: z.string() }),
  serverToClient: { rang: event(z.string()) },
});
