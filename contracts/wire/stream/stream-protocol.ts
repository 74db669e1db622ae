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

/** Items that a reader takes before it has read one. */
export const firstWindow = 16;
/**
 * Most items that may be on their way or unread; a reader that keeps up with its writer grants so many, and a grant beyond
 * it is a fault. It bounds what a writer that never waits can put into memory, and how long it keeps the event loop.
 */
export const maxCredit = 128;
