/**
 * Payload of the call that opens a stream: the name that the client gives it, unique among its open streams on the
 * connection; how many items the server may send at first; and the input. docs/wire.md is the reference of all that is here.
 */
export type StreamOpening = readonly [streamId: number, credit: number, input?: unknown];

/** Event, either direction, with `[streamId, item]`: one item of a stream. */
export const itemEvent = "$item";
/** Event, either direction, with `[streamId, count]`: the reader takes so many items more. */
export const creditEvent = "$credit";
/** Event of the client with the `streamId`: all its items have been sent. */
export const itemsEndEvent = "$end";
/** Event of the client with the `streamId`: it leaves the stream, which is answered `aborted`. */
export const leaveEvent = "$leave";

/** Most items that a writer may be ahead of its reader's grants by; a grant beyond it is a fault. */
export const maxCredit = 2 ** 31 - 1;

/** Items that a reader takes before it has read one. */
export const firstWindow = 16;
/** Items that a reader takes ahead at most, once it has shown that it keeps up with its writer. */
export const widestWindow = 128;
