import {
  creditEvent,
  type Ending,
  firstWindow,
  itemEvent,
  leaveEvent,
  type PayloadCheck,
  WireError,
} from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { DeclaredErrors } from "./client-definition.js";
import type { Departure } from "./departure.js";
import { type Prepared, preparePayload } from "./prepare-payload.js";
import { readReply } from "./read-failure.js";
import type { StreamOptions } from "./stream-types.js";

/** A stream as the client sees it; what the contract does not have is absent. */
export interface StreamShape {
  readonly input?: PayloadCheck;
  readonly serverItem?: PayloadCheck;
  readonly clientItem?: PayloadCheck;
  readonly result?: PayloadCheck;
  readonly errors?: DeclaredErrors;
}

/** One end of a stream: what reads its items, or writes them. */
export interface StreamEnd {
  takeItem?(item: unknown): void;
  takeCredit?(count: unknown): void;
  /** The stream is over. */
  close(ending: Ending): void;
}

/** An open stream, for its ends to speak through. */
export interface ClientStream {
  /** Sends an event of the stream; alone it carries the stream's id. Throws `too_large`. */
  send(event: string, value?: Prepared): void;
  /** Ends the stream here and tells the server. */
  leave(error: WireError): void;
}

/** What opens a stream. */
export interface StreamRequest extends StreamOptions {
  readonly name: string;
  readonly shape: StreamShape;
  readonly connection: ChannelConnection;
  readonly input: unknown;
}

/** Ids of this page's or process's streams; unique beyond what the protocol asks for. */
let lastStreamId = 0;

/** Open streams by their ids: a channel's streams share the events that serve them, whatever stands before its connection. */
const openStreams = /* @__PURE__ */ new WeakMap<
  ChannelConnection["receivers"],
  Map<unknown, readonly StreamEnd[]>
>();

/** Makes the connection listen for what streams bring; to be called before it connects. */
export function listenToStreams({ receivers }: ChannelConnection): void {
  if (openStreams.has(receivers)) return;
  const streams = new Map<unknown, readonly StreamEnd[]>();
  openStreams.set(receivers, streams);
  // Object() makes any value safe to look into; a stream that is over is left alone.
  const endsOf = (payload: unknown) => streams.get(Object(payload)[0]) ?? [];
  receivers[itemEvent] = ([payload]) => {
    for (const end of endsOf(payload)) end.takeItem?.(Object(payload)[1]);
  };
  receivers[creditEvent] = ([payload]) => {
    for (const end of endsOf(payload)) end.takeCredit?.(Object(payload)[1]);
  };
}

/**
 * Opens a stream, now or as soon as there is a connection, and gives the ends that were made for it. Never throws: what fails
 * is told to them.
 */
export function openStream<Ends extends readonly StreamEnd[]>(
  { name, shape, connection, input, signal }: StreamRequest,
  makeEnds: (stream: ClientStream) => Ends,
): Ends {
  const streams = openStreams.get(connection.receivers);
  const streamId = ++lastStreamId;
  let opening: Departure | undefined;
  let isOver = false;

  const close = (ending: Ending) => {
    if (isOver) return;
    isOver = true;
    streams?.delete(streamId);
    signal?.removeEventListener("abort", abort);
    for (const each of ends) each.close(ending);
  };
  const fail = (error: WireError) => close({ ok: false, error });
  const hasLeft = () => opening?.id !== undefined;
  const stream: ClientStream = {
    send(event, value) {
      if (isOver || !hasLeft()) return;
      connection.depart({ name: event, ...(value ? prefixed([streamId], value) : prepareNumber(streamId)) });
    },
    leave(error) {
      // One that has left is still answered.
      if (hasLeft()) stream.send(leaveEvent);
      else if (opening) connection.withdraw(opening);
      fail(error);
    },
  };
  const abort = () => {
    stream.leave(new WireError("aborted", `\`${name}\` was left.`, { mayHaveRun: hasLeft() }));
  };
  const ends = makeEnds(stream);

  try {
    const credit = shape.serverItem ? firstWindow : 0;
    const { result, errors } = shape;
    const pending = {
      shape: { ...(result && { output: result }), ...(errors && { errors }) },
      resolve: (value: unknown) => close({ ok: true, value }),
      reject: fail,
    };
    opening = {
      name,
      ...prefixed([streamId, credit], preparePayload(shape.input, input, name)),
      receive: (ok, value, error) => readReply(ok, value, error, pending),
      end: fail,
    };
    streams?.set(streamId, ends);
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    else connection.depart(opening);
  } catch (error) {
    // preparePayload and depart throw WireErrors only.
    fail(error as WireError);
  }
  return ends;
}

/** A number that travels. */
export function prepareNumber(value: number): Prepared {
  return { value, text: String(value), memory: -1 };
}

/** A list of numbers, and a payload behind them where there is one. */
function prefixed(numbers: readonly number[], { value, text, memory }: Prepared): Prepared {
  const isAbsent = text === undefined;
  return {
    value: isAbsent ? numbers : [...numbers, value],
    text: `[${numbers}${isAbsent ? "" : `,${text}`}]`,
    memory,
  };
}
