import type { MemberModel } from "../model/index.js";
import { clientValue } from "./emit-interface.js";
import { emitNumber, emitObject } from "./emit-literal.js";
import type { Layout } from "./layout.js";

/** `limited(outgoingCall({ … }), { perSecond: 5, burst: 10 })`: what the client itself looks at before it sends. */
export function limitMember({ limits }: MemberModel, member: Layout): Layout {
  const { perSecond, burst, maxInFlight } = limits ?? {};
  const entries = Object.entries({ perSecond, burst, maxInFlight }).flatMap(([name, amount]) =>
    amount === undefined ? [] : [{ name, value: emitNumber(amount) }],
  );
  return entries.length === 0
    ? member
    : [clientValue("limited"), "(", member, ", ", emitObject(entries), ")"];
}

/** `withinBytes(2_000, payloadCheck(() => …))`. */
export function limitPayload({ limits }: MemberModel, check: Layout): Layout {
  const { maxBytes } = limits ?? {};
  return maxBytes === undefined
    ? check
    : [clientValue("withinBytes"), "(", emitNumber(maxBytes), ", ", check, ")"];
}
