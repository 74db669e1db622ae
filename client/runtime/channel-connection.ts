import type { Socket } from "socket.io-client";
import {
  type BatchWriter,
  batchEvent,
  batchWriter,
  type Closing,
  cancelEvent,
  closingEvent,
  type Handshake,
  handshakeKey,
  helloEvent,
  maxBatchEntries,
  maxBatchLength,
  moveEvent,
  newPace,
  protocolVersion,
  WireError,
} from "../../contracts/wire/index.js";
import type { AuthPresenter } from "./auth-presenter.js";
import type { ClientDefinition } from "./client-definition.js";
import type { ConnectionState, ConnectOptions } from "./client-types.js";
import type { Acknowledge, Departure } from "./departure.js";
import { disconnected } from "./disconnected.js";
import { later } from "./later.js";
import { type ObservableValue, observableValue } from "./observable-value.js";
import type { Prepared } from "./prepare-payload.js";
import { readBatch } from "./read-batch.js";
import { readRefusal } from "./read-failure.js";
import type { Report } from "./report.js";
import { type Seat, serverAddress, takeSeat } from "./shared-connection.js";
import { isAlive, maxFrameBytes, takeOver, writeText } from "./socket-internals.js";
import { tooLarge } from "./weigh-payload.js";
import { writeDeparture } from "./write-departure.js";

/**
 * One channel's connection: its state, the line of what waits for it, and what hangs on it. Knows nothing of
 * calls and events but that they leave and end.
 */
export interface ChannelConnection {
  readonly state: ObservableValue<ConnectionState<WireError>>;
  readonly report: Report;
  /** Calls of the server that still run: what ends them with the connection. */
  readonly running: Set<() => void>;
  /** Called when the channel is refused or closed: loops and waits for an event. */
  readonly onEnd: Set<(error: WireError) => void>;
  /** What takes the server's events and calls, by their names; without a prototype. */
  readonly receivers: Record<string, (args: readonly unknown[], socket: Socket) => void>;
  /** What members add to what the client says of itself when it connects. */
  readonly handshake: Mutable<Handshake>;
  connect(): void;
  close(): void;
  /**
   * Sends with whatever else leaves in this tick, or as soon as there is a connection.
   *
   * @throws WireError `disconnected` when the channel is closed or refused, or nothing waits for a connection, `overloaded`
   *   when too many wait, `too_large`.
   */
  depart(departure: Departure): void;
  /** Nobody waits for a call any more; tells the server, where it has heard of the call and knows of that. `code` says why. */
  withdraw(call: Departure, code?: string): void;
  /** Whether the server takes it: whether it is small enough. */
  fits(departure: Departure): boolean;
  /** Makes what answers a call of the server under its id; there where something may be called, see {@link answerCalls}. */
  acknowledge?: (id: number) => Acknowledge;
  /** Whether what departs now leaves at once. */
  isReady(): boolean;
  /** What is connected, while nothing waits to be written. */
  idle(): Socket | undefined;
  /**
   * There where the channel has Blobs: reads those of a payload that is to be sent only then; nothing where it has none. Throws
   * and rejects with a WireError.
   */
  readBlobs?(payload: Prepared): Promise<unknown> | undefined;
  /** Why nothing can be sent or awaited on a channel that is closed or refused. */
  ended(): WireError;
}

/** What the server has said of the end that is to come. */
type ClosingWords = Pick<ConnectionState<unknown> & { readonly status: "closed" }, "reason" | "code">;

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Makes the connection of a channel, which is not opened yet. */
export function channelConnection(
  { path, errors = {}, fingerprint }: ClientDefinition,
  url: string,
  options: ConnectOptions,
  presenter: AuthPresenter,
  report: Report,
): ChannelConnection {
  // A wrong address is the caller's mistake: told at once, not at the first connect().
  const uri = serverAddress(url);
  const state = observableValue<ConnectionState<WireError>>({ status: "closed", by: "client" }, (error) =>
    report("listener", error),
  );
  const { whileDisconnected, maxWaiting = 1_000 } = options;
  /** What is to leave, in order. */
  let line = new Set<Departure>();
  /** Calls that have left, by the ids of their acknowledgements. */
  const calls = new Map<number, Departure>();
  const running: ChannelConnection["running"] = new Set();
  const onEnd: ChannelConnection["onEnd"] = new Set();
  const receivers: ChannelConnection["receivers"] = Object.create(null);
  const address = path === "/" ? "" : `${path},`;
  let seat: Seat | undefined;
  let isReady = false;
  const pace = newPace();
  let batch: BatchWriter;
  /** Whether the server has said that it reads batches. */
  let readsBatches = false;
  let nextId = 0;
  /** What the server takes in one frame, without packet types, separators, an acknowledgement's id and a mark. */
  let maxBytes = Infinity;
  let closing: ClosingWords = {};
  /** Whether the server has asked the client to come back on another connection. */
  let isMoving = false;
  /** Calls at the head of the line that the server refused because it has. */
  let refused = 0;
  /** How much has been done in this turn since something left. */
  let weight = 0;

  receivers[closingEvent] = ([said]) => {
    const { reason, code } = Object(said) as Partial<Closing>;
    closing = { ...(typeof reason === "string" && { reason }), ...(typeof code === "string" && { code }) };
  };
  receivers[moveEvent] = () => {
    isMoving = true;
    seat?.retire();
    later(moveOn);
  };
  receivers[helloEvent] = () => {
    readsBatches = true;
  };
  receivers[batchEvent] = ([entries], socket) =>
    readBatch(entries, {
      named: (name, args, id) =>
        receivers[name]?.(id === undefined ? args : [...args, connection.acknowledge?.(id)], socket),
      reply: receive,
    });

  function receive(
    id: number,
    ok: unknown,
    value: unknown,
    error: unknown,
    values?: readonly unknown[],
  ): void {
    const call = calls.get(id);
    calls.delete(id);
    if (isMoving) later(moveOn);
    if (call && isMoving && Object(error).code === "overloaded") {
      // It has not run, and goes to whoever takes it, ahead of what was called later.
      call.id = undefined;
      const waiting = [...line];
      waiting.splice(refused++, 0, call);
      line = new Set(waiting);
    } else call?.receive?.(ok, value, error, values);
  }

  /** Leaves when nothing is under way any more. */
  function moveOn(): void {
    if (isMoving && isReady && calls.size + running.size === 0) lose("draining");
  }

  function start(socket: Socket): void {
    closing = {};
    isMoving = readsBatches = false;
    refused = 0;
    // A unit takes three bytes at most.
    maxBytes = maxFrameBytes(socket) - address.length - 60;
    batch = batchWriter(address, (frame) => writeText(socket, frame), Math.min(maxBatchLength, maxBytes / 3));
    // Who joins the line meanwhile is still reached by this loop.
    for (const departure of line) {
      if (connection.fits(departure)) continue;
      line.delete(departure);
      departure.end?.(tooLarge(), "server");
    }
    // The application may have closed the channel from its error hook.
    isReady = seat?.socket === socket;
    flush();
    // Not when nobody is there any more.
    if (isReady) state.set({ status: "connected", id: String(socket.id) });
  }

  /** Lets everything leave that waits. */
  function flush(): void {
    weight = 0;
    if (!isReady || !seat || line.size === 0) return;
    const { socket } = seat;
    // Nobody is there: what waits goes with the next connection, which Socket.IO is about to look for.
    isReady = isAlive(socket);
    if (!isReady) return;
    const leaving = line;
    line = new Set();
    for (const departure of leaving) {
      if (isMoving && departure.end) {
        line.add(departure);
        continue;
      }
      if (departure.receive) {
        departure.id = nextId++;
        calls.set(departure.id, departure);
      }
      (departure.write ?? writeDeparture)(departure, batch, socket, departure.isMarked && !readsBatches);
      if (!readsBatches) batch.flush();
    }
    batch.flush();
  }

  function endTick(): void {
    pace.endTick();
    flush();
  }

  function fail(socket: Socket, error: Error): void {
    const { value } = state;
    if (!socket.active) end({ status: "refused", error: readRefusal(error, errors) });
    else if (value.status === "reconnecting") {
      // Engine.IO hands over a bare string where it has no transport left.
      state.set({ ...value, reason: error.message ?? String(error) });
    }
  }

  function lose(reason: string): void {
    isReady = false;
    const isSentAway = reason === "io server disconnect";
    if (isSentAway && !(closing.code && presenter.mayRenew?.())) {
      end({ status: "closed", by: "server", ...closing });
      return;
    }
    if (isMoving) {
      vacate();
      enter();
    }
    const before = seat;
    for (const departure of line) if (!departure.end) line.delete(departure);
    endInFlight("server");
    // A handler that was aborted may have closed the channel; and what never was there is not lost.
    if (seat === before && state.value.status !== "connecting") {
      state.set({ status: "reconnecting", attempt: 1, reason });
    }
    // Socket.IO comes back by itself from all else.
    if (isSentAway && seat === before) seat?.socket.connect();
  }

  function countAttempt(attempt: number): void {
    const { value } = state;
    if (value.status === "reconnecting" && value.attempt !== attempt) state.set({ ...value, attempt });
  }

  /** Refused or closed: everything ends, nothing comes back by itself. */
  function end(last: ConnectionState<WireError> & { status: "refused" | "closed" }): void {
    const by = last.status === "closed" ? last.by : "server";
    isMoving = false;
    flush();
    const departures = [...line];
    const endings = [...onEnd];
    line.clear();
    isReady = false;
    vacate();
    // From here on the application's code runs, which may connect again.
    endInFlight(by);
    const error = disconnected({ cause: Object(last).error });
    for (const departure of departures) departure.end?.(error, by);
    for (const finish of endings) finish(error);
    if (!seat) state.set(last);
  }

  function enter(): void {
    const taken = takeSeat(uri, path, options, (send) =>
      presenter.present((auth) => send({ ...auth, [handshakeKey]: connection.handshake })),
    );
    const { socket } = taken;
    seat = taken;
    takeOver(socket, connection.acknowledge, (id, args) => {
      const { ok, value, error } = Object(args[0]);
      weight += largeReply;
      receive(id, args.length === 1 ? ok : undefined, value, error, args);
    });
    for (const name of Object.keys(receivers)) {
      socket.on(name, (...args: unknown[]) => receivers[name]?.(args, socket));
    }
    socket.on("connect", () => start(socket));
    socket.on("connect_error", (error) => fail(socket, error));
    socket.on("disconnect", (reason) => {
      presenter.stop();
      lose(reason);
    });
    socket.io.on("reconnect_attempt", countAttempt);
    socket.connect();
  }

  function vacate(): void {
    const left = seat;
    seat = undefined;
    presenter.stop();
    left?.socket.io.off("reconnect_attempt", countAttempt);
    left?.leave();
  }

  function endInFlight(by: "client" | "server"): void {
    const error = disconnected({ mayHaveRun: true });
    const departures = [...calls.values()];
    calls.clear();
    for (const departure of departures) departure.end?.(error, by);
    for (const abandon of [...running]) abandon();
  }

  const connection: ChannelConnection = {
    state,
    report,
    running,
    onEnd,
    receivers,
    handshake: { protocol: protocolVersion, contract: fingerprint, batches: true },
    connect() {
      if (seat) return;
      enter();
      state.set({ status: "connecting" });
    },
    close() {
      if (seat) end({ status: "closed", by: "client" });
    },
    depart(departure) {
      if (!seat) throw connection.ended();
      if (!isReady || (isMoving && departure.end)) {
        // What has left before waits in any case: it is being repeated.
        if (departure.id === undefined) {
          if (whileDisconnected === "fail") throw disconnected({});
          if (line.size >= maxWaiting) throw new WireError("overloaded", "More waits than `maxWaiting`.");
        }
        line.add(departure);
        return;
      }
      if (!connection.fits(departure)) throw tooLarge();
      line.add(departure);
      weight += departure.text?.length ?? 0;
      if (pace.step()) later(endTick);
      if (pace.isLone() || weight > enoughWeight || line.size >= maxBatchEntries) flush();
    },
    withdraw(call) {
      const { id } = call;
      line.delete(call);
      if (id === undefined || !calls.delete(id)) return;
      if (isReady && (call.isMarked || readsBatches)) {
        connection.depart({ name: cancelEvent, text: String(id), memory: -1 });
      }
    },
    fits({ name, text = "", memory }) {
      const max = maxBytes - Math.max(memory, 0);
      return (name.length + text.length) * 3 <= max || new TextEncoder().encode(name + text).length <= max;
    },
    isReady: () => isReady,
    idle: () => (isReady && !line.size ? seat?.socket : undefined),
    ended: () => disconnected({ cause: Object(state.value).error }),
  };
  return connection;
}

/**
 * UTF-16 units of payloads after which what waits leaves before the turn ends: the server has a processor of its own, and should not
 * have to wait while this one reads or writes a lot.
 */
const enoughWeight = 8_192;
/** What a reply weighs that came on its own while more are awaited: too large to have company, most likely. */
const largeReply = 800;
