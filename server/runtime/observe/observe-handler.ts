import type { UnboundedMember } from "../channel.js";
import { HandlerContext } from "../handler-context.js";
import type { Watch } from "./watch.js";

/**
 * A member whose handler, middleware included, runs as observers see it. What ends the run says so to `run.observed`. Without
 * observers no member is made so, and nothing is asked for each packet.
 */
export function observeHandler(channel: string, member: UnboundedMember, watch: Watch): UnboundedMember {
  const { name, definition } = member;
  const observed = { channel, member: name, kind: definition.kind, from: "client" } as const;
  const handle = (...values: unknown[]) => {
    // The last argument of every handler.
    const run = HandlerContext.runOf(values.at(-1) as HandlerContext);
    run.observed = watch.begin(observed, {
      clientId: run.connection.id,
      traceparent: run.traceparent,
    });
    return run.observed === undefined
      ? member.handle(...values)
      : run.observed.within(() => member.handle(...values));
  };
  return { ...member, handle, observed };
}
