import { isWireError } from "../../contracts/wire/index.js";
import type { Member } from "./channel.js";
import type { Connection } from "./connection.js";
import { isRefusal, logFailure } from "./failure-payload.js";
import { invoke, Run } from "./run.js";

/** Runs the handler of an event: what it throws is logged, for there is nobody to answer. */
export function runEvent(connection: Connection, member: Member, values: readonly unknown[]): void {
  const run = new Run(connection, member);
  connection.runs.add(run);
  invoke(
    () => member.handle(...values, run.context),
    () => connection.runs.delete(run),
    (error) => {
      connection.runs.delete(run);
      // A handler that stops because its client is gone has done what it should.
      if (run.signal.aborted && error === run.signal.reason) return;
      if (isWireError(error) && isRefusal(error)) {
        connection.note(`client sent what was refused as ${error.code}`, member.name, {
          reason: error.message,
        });
      } else logFailure(run, error);
    },
  );
}
