/**
 * Items of a client, for a handler to read: `for await (const item of items)`. Leaving the loop does not end the stream: what
 * the handler returns does. Throws a `WireError` when the client leaves (`aborted`), is gone (`disconnected`), sends what
 * the contract refuses (`bad_input`) or is silent for too long (`timeout`).
 */
export type ClientItems<Item> = AsyncIterableIterator<Item, undefined, undefined>;

/**
 * What the handler of a stream gives: an `async *` method that yields items and returns the result, or anything that can be
 * iterated, such as a Node stream. It is asked for an item only when the client takes one, and its `finally` runs when the
 * client leaves or is gone; while it awaits something, `context.signal` tells it so.
 */
export type ServerItems<Item, Result> = AsyncIterable<Item, Result>;
