import { TokenBucket } from "../../../contracts/wire/index.js";

/** What one client has used of the limits that one member has of its own. */
export class MemberUse extends TokenBucket {
  inFlight = 0;
}
