import { isWireError } from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import type { Connection } from "./connection.js";
import { isRefusal, logFailure } from "./failure-payload.js";
import { countInFlight } from "./limits/calls-in-flight.js";
import { isThenable, Run } from "./run.js";

/** Runs the handler of an event: what it throws is logged, for there is nobody to answer. */
export function runEvent(
  connection: Connection,
  member: ClientToServerMember,
  values: readonly unknown[],
  traceparent: string | undefined,
): void {
  const run = new Run(connection, member);
  run.traceparent = traceparent;
  try {
    const result = member.handle(...values, run.context);
    if (isThenable(result)) {
      const settled = Promise.resolve(result).then(
        () => finish(run),
        (error) => fail(run, error),
      );
      const { name, definition } = member;
      const counted = { name, limits: definition.limits };
      if (counted.limits?.maxInFlight === undefined) return;
      countInFlight(connection, counted, 1);
      settled.then(() => countInFlight(connection, counted, -1));
    } else {
      finish(run);
    }
  } catch (error) {
    fail(run, error);
  }
}

function finish(run: Run): void {
  run.finish();
  run.observed?.end("ok");
}

function fail(run: Run, error: unknown): void {
  run.finish();
  // A handler that stops because its client is gone has done what it should.
  if (run.isOwnAbort(error)) {
    run.observed?.end("disconnected");
    return;
  }
  const { connection, member } = run;
  const isAnswer = isWireError(error) && isRefusal(error);
  run.observed?.end(isAnswer ? error.code : "internal");
  if (isAnswer) {
    const reason = error.message;
    connection.note(`client sent what was refused as ${error.code}`, member.name, { reason });
  } else logFailure(run, error);
}
