import type { Connection } from "../connection.js";
import type { RateExcess } from "../hooks.js";
import { runHook } from "../report-failure.js";
import { closeFlooding } from "./close-flooding.js";
import type { Notice } from "./connection-budget.js";

/** Counts an entry that was refused for its rate; once a second it is said how many there were. */
export function reportRefused(connection: Connection, name: string, nowMs: number): void {
  const notice = connection.budget.countRefused(nowMs);
  if (notice === undefined) return;
  tell(connection, name, notice);
  if (notice.isFlood) closeFlooding(connection);
}

/** Says what was not said yet when a client goes. */
export function reportLastRefused(connection: Connection): void {
  const notice = connection.budget.takeUnsaid(performance.now());
  if (notice !== undefined) tell(connection, undefined, notice);
}

function tell(connection: Connection, name: string | undefined, { count }: Notice): void {
  const { channel, id, log } = connection;
  log.info({ ...(name !== undefined && { member: name }), count }, "client sends more than it may");
  const { onRateLimited } = channel;
  if (onRateLimited === undefined) return;
  const excess: RateExcess = {
    channel: channel.definition.name,
    name,
    clientId: id,
    count,
    disconnect: (reason) => connection.disconnect(reason),
  };
  runHook(log, "onRateLimited", () => onRateLimited(excess));
}
