import type { Result } from "../../contracts/wire/index.js";

/** Options of one stream. */
export interface StreamOptions {
  /** Aborting leaves the stream at once: it ends with `aborted` here, and the handler's `finally` runs on the server. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Items of the server, in order, for one loop: `for await (const item of …)`. Open from the moment that it is made; leaving
 * the loop leaves the stream. The server is asked for no more items than the loop takes, and a few ahead. What came before
 * the end is handed out, then the loop throws a `WireError` if the stream failed. `next()` gives the result in the end.
 */
export interface ServerItems<Item, Output> extends AsyncIterableIterator<Item, Output, undefined> {
  return(value?: Output): Promise<IteratorResult<Item, Output>>;
  /** What the handler returned; rejects as the loop does, and with `aborted` once the loop is left. */
  readonly result: Promise<Output>;
}

/** The same for a loop that never throws: it ends, and `result` says how. */
export interface SafeServerItems<Item, Output, Failure>
  extends AsyncIterableIterator<Item, undefined, undefined> {
  return(): Promise<IteratorResult<Item, undefined>>;
  /** Never rejects. */
  readonly result: Promise<Result<Output, Failure>>;
}

/** What a stream of the client's takes its items from; its `finally` runs when the server ends the stream. */
export type ClientItems<Item> = AsyncIterable<Item> | Iterable<Item>;

/** A stream whose items the server sends. `Failure` is the union of what it may fail with. */
export interface Download<Input, Item, Output, Failure> {
  (input: Input, options?: StreamOptions): ServerItems<Item, Output>;
  /** The same, for a loop that ends without throwing; its `result` has the failure, typed. */
  safe(input: Input, options?: StreamOptions): SafeServerItems<Item, Output, Failure>;
}

/** A stream without an input whose items the server sends. */
export interface DownloadWithoutInput<Item, Output, Failure> {
  (options?: StreamOptions): ServerItems<Item, Output>;
  /** The same, for a loop that ends without throwing; its `result` has the failure, typed. */
  safe(options?: StreamOptions): SafeServerItems<Item, Output, Failure>;
}

/**
 * A stream whose items the client sends; each is asked for when the server takes it. Rejects with a `WireError`: for an
 * error of the items themselves with `aborted`, whose `cause` it is.
 */
export interface Upload<Input, Item, Output, Failure> {
  (input: Input, items: ClientItems<Item>, options?: StreamOptions): Promise<Output>;
  /** The same, but settles with `{ ok, value }` or `{ ok, error }` and never rejects. */
  safe(input: Input, items: ClientItems<Item>, options?: StreamOptions): Promise<Result<Output, Failure>>;
}

/** A stream without an input whose items the client sends. Rejects like {@link Upload}. */
export interface UploadWithoutInput<Item, Output, Failure> {
  (items: ClientItems<Item>, options?: StreamOptions): Promise<Output>;
  /** The same, but settles with `{ ok, value }` or `{ ok, error }` and never rejects. */
  safe(items: ClientItems<Item>, options?: StreamOptions): Promise<Result<Output, Failure>>;
}

/** A stream in which both sides send items at once. */
export interface Duplex<Input, Item, ClientItem, Output, Failure> {
  (input: Input, items: ClientItems<ClientItem>, options?: StreamOptions): ServerItems<Item, Output>;
  /** The same, for a loop that ends without throwing; its `result` has the failure, typed. */
  safe(
    input: Input,
    items: ClientItems<ClientItem>,
    options?: StreamOptions,
  ): SafeServerItems<Item, Output, Failure>;
}

/** A stream without an input in which both sides send items at once. */
export interface DuplexWithoutInput<Item, ClientItem, Output, Failure> {
  (items: ClientItems<ClientItem>, options?: StreamOptions): ServerItems<Item, Output>;
  /** The same, for a loop that ends without throwing; its `result` has the failure, typed. */
  safe(items: ClientItems<ClientItem>, options?: StreamOptions): SafeServerItems<Item, Output, Failure>;
}
