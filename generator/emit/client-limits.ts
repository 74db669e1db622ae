import type { MemberModel } from "../model/index.js";
import { call } from "./check/call-layout.js";
import { clientValue } from "./emit-interface.js";
import { emitNumber, emitObject } from "./emit-literal.js";
import { hardLine, indent, type Layout } from "./layout.js";

/** `limited({ perSecond: 5, burst: 10 }, outgoingCall({ … }))`: what the client itself looks at before it sends. */
export function limitMember({ limits }: MemberModel, member: Layout): Layout {
  const { perSecond, burst, maxInFlight } = limits ?? {};
  const entries = Object.entries({ perSecond, burst, maxInFlight }).flatMap(([name, amount]) =>
    amount === undefined ? [] : [{ name, value: emitNumber(amount) }],
  );
  return entries.length === 0 ? member : call(clientValue("limited"), emitObject(entries), member);
}

/**
 * `withinBytes(2_000, payloadCheck(() => …))`, broken as the common formatters break arguments of which one is a call that is
 * given a function.
 */
export function limitPayload({ limits }: MemberModel, check: Layout): Layout {
  const { maxBytes } = limits ?? {};
  return maxBytes === undefined
    ? check
    : [
        clientValue("withinBytes"),
        "(",
        indent([hardLine, emitNumber(maxBytes), ",", hardLine, check, ","]),
        hardLine,
        ")",
      ];
}
