import { readBlobs } from "../../contracts/wire/index.js";
import type { Channel } from "./channel.js";
import type { Connection } from "./connection.js";
import { holdWrites } from "./held-line.js";
import { audienceOf, idsOf } from "./replay/audience.js";
import type { Operator } from "./target.js";

/** What is said of a payload that cannot leave. */
export const unread = "a Blob of it cannot be read";

/** What becomes of a payload once its Blobs are read, or where one cannot be. */
export interface Sending {
  readonly write: () => void;
  readonly onUnread: (cause: unknown) => void;
}

/**
 * Sends to one client what holds a Blob as soon as that is read; what is sent to the client meanwhile leaves behind it.
 *
 * @returns False where there is no Blob: nothing was done.
 */
export function sendWhenRead({ socket }: Connection, content: unknown, sending: Sending): boolean {
  const reading = readBlobs(content);
  if (reading === undefined) return false;
  const fill = holdWrites([socket]);
  settle(reading, sending, (write) =>
    fill(() => {
      if (socket.connected) write();
    }),
  );
  return true;
}

/** The same for whoever an operator reaches. On other processes nothing waits. */
export function emitWhenRead(
  channel: Channel,
  operator: Operator,
  content: unknown,
  sending: Sending,
): boolean {
  const reading = readBlobs(content);
  if (reading === undefined) return false;
  const { namespace, connections } = channel;
  const sockets = [...idsOf(namespace, audienceOf(operator))].flatMap((id) => {
    const connection = connections.get(id);
    return connection === undefined ? [] : [connection.socket];
  });
  settle(reading, sending, holdWrites(sockets));
  return true;
}

function settle(
  reading: Promise<unknown>,
  { write, onUnread }: Sending,
  fill: (write: () => void) => void,
): void {
  reading.then(() => fill(write)).catch((cause: unknown) => fill(() => onUnread(cause)));
}
