import type { RoomModel } from "./contract-model.js";

/** Whether clients have anything to do with a family of rooms: they join its rooms, or know who is there. */
export function isSeenByClients({ join, presence }: RoomModel): boolean {
  return join !== undefined || presence !== undefined;
}
