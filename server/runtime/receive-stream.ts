import {
  creditEvent,
  type ErrorPayload,
  isCredit,
  itemEvent,
  itemsEndEvent,
  leaveEvent,
  type StreamDefinition,
} from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import { type Connection, movingError } from "./connection.js";
import { refuseInFlight } from "./limits/calls-in-flight.js";
import { OpenStream } from "./open-stream.js";
import { noMark, readTrace } from "./read-mark.js";
import { badInput, readPayload } from "./read-payload.js";

/** Opens a stream for the call that a client sent, or says why not. */
export function receiveStream(
  connection: Connection,
  member: ClientToServerMember,
  definition: StreamDefinition,
  data: readonly unknown[],
  id: number | undefined,
): ErrorPayload | undefined {
  const { place } = member;
  if (id === undefined) return badInput(`\`${place}\` is a stream: open it with an acknowledgement.`);
  const opening = data.length === 2 || data.length === 3 ? readOpening(data[1]) : undefined;
  const said = data.length === 3 ? readTrace(data[2]) : noMark;
  if (opening === undefined || said === undefined) {
    return badInput(
      `\`${place}\` is a stream: its payload is \`[streamId, credit, input]\`, the first two whole numbers from 0.`,
    );
  }
  if (connection.isMoving) return movingError;
  const { streams } = connection;
  if (streams?.has(opening.streamId) || connection.isOpen(id, undefined)) {
    return badInput("Another open stream or call of this connection has the same id.");
  }
  const { maxStreams } = connection.channel;
  if ((streams?.size ?? 0) >= maxStreams) {
    return { code: "overloaded", message: `A client may have ${maxStreams} streams open on a channel.` };
  }
  const { limits } = definition;
  const refusal = limits?.maxInFlight && refuseInFlight(connection, { name: member.name, limits });
  if (refusal) return refusal;
  const read = readPayload(member, definition.input, opening.input);
  if (!read.ok) return read.error;
  const { traceparent } = said;
  new OpenStream(connection, member, { definition, id, traceparent, ...opening }).start(read.value);
  return undefined;
}

/** What a stream is opened with. */
interface Opening {
  readonly streamId: number;
  readonly credit: number;
  readonly input: unknown;
}

function readOpening(payload: unknown): Opening | undefined {
  if (!Array.isArray(payload) || payload.length > 3) return undefined;
  const [streamId, credit, input]: readonly unknown[] = payload;
  if (typeof streamId !== "number" || !Number.isSafeInteger(streamId) || streamId < 0) return undefined;
  return isCredit(credit) ? { streamId, credit, input } : undefined;
}

/** False for what is nothing. */
type Receive = (connection: Connection, payload: unknown) => boolean;

/**
 * What a client may say within a stream, by event. A stream that is not open is no mistake: its end and the client's words
 * may have crossed.
 */
export const streamEvents: ReadonlyMap<string, Receive> = new Map([
  [itemEvent, behindId((stream, item) => stream.receiveItem(item))],
  [creditEvent, behindId((stream, count) => stream.receiveCredit(count))],
  [itemsEndEvent, idAlone((stream) => stream.receiveItemsEnd())],
  [
    leaveEvent,
    idAlone((stream) => {
      stream.withdraw();
      return true;
    }),
  ],
]);

/** Takes `[streamId, value]`. */
function behindId(receive: (stream: OpenStream, value: unknown) => void): Receive {
  return (connection, payload) => {
    if (!Array.isArray(payload)) return false;
    const stream = findStream(connection, payload[0]);
    if (stream === undefined) return false;
    if (payload.length > 2) stream.refuse(badInput("An event of a stream takes an id and one value."));
    else receive(stream, payload[1]);
    return true;
  };
}

/** Takes the `streamId`. */
function idAlone(receive: (stream: OpenStream) => boolean): Receive {
  return (connection, payload) => {
    const stream = findStream(connection, payload);
    return stream !== undefined && receive(stream);
  };
}

function findStream({ streams }: Connection, id: unknown): OpenStream | undefined {
  return typeof id === "number" ? streams?.get(id) : undefined;
}
