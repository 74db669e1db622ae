import type { PayloadCheck } from "../../contracts/wire/index.js";
import { bindRooms } from "./bind-rooms.js";
import type { DeclaredErrors, Member } from "./client-definition.js";
import type { MakePresence } from "./room-presence.js";

/** A family of rooms as the client sees it. */
export interface RoomShape {
  readonly key: PayloadCheck;
  readonly errors?: DeclaredErrors;
  /** `roomPresence(check)`, where clients tell of themselves. */
  readonly presence?: MakePresence;
}

/** A member of `rooms`: a family that clients join. */
export function joinedRoom(shape: RoomShape): Member {
  return (family, connection) => bindRooms(family, shape, connection, false);
}

/** A member of `rooms`: a family that the server alone takes clients into. */
export function givenRoom(shape: RoomShape): Member {
  return (family, connection) => bindRooms(family, shape, connection, true);
}
