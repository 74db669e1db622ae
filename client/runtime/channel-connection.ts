import type { Socket } from "socket.io-client";
import { type Closing, closingEvent, WireError, type WireErrorOptions } from "../../contracts/wire/index.js";
import type { AuthPresenter } from "./auth-presenter.js";
import type { ClientDefinition } from "./client-definition.js";
import type { ConnectionState, ConnectOptions } from "./client-types.js";
import { type ObservableValue, observableValue } from "./observable-value.js";
import { readRefusal } from "./read-failure.js";
import type { Report } from "./report.js";
import { type Seat, serverAddress, takeSeat } from "./shared-connection.js";
import { measureArguments, tooLarge } from "./weigh-payload.js";

/** Most calls and events that wait for the connection. */
const maxWaiting = 1_000;

/** Something that is to leave as soon as there is a connection. */
export interface Departure {
  /**
   * Puts it on the wire. False when the connection turned out to be dead: it then waits again.
   *
   * @throws WireError `too_large`.
   */
  leave(): boolean;
  /** Tells that the connection ended first, or that it cannot leave; `by` is who ended the connection. */
  end(error: WireError, by: "client" | "server"): void;
}

/** What is put on the wire. */
export interface Frame {
  readonly name: string;
  readonly args: readonly unknown[];
  /** Upper bound of the arguments' length on the wire, in bytes. */
  readonly maxBytes: number;
}

/**
 * One channel's connection: its state, the line of what waits for it, and what hangs on it. Knows nothing of
 * calls and events but that they leave and end.
 */
export interface ChannelConnection {
  readonly state: ObservableValue<ConnectionState<WireError>>;
  readonly report: Report;
  /** What ends with the connection: calls that have left, and calls of the server that still run. */
  readonly inFlight: Set<Pick<Departure, "end">>;
  /** Called when the channel is refused or closed: loops and waits for an event. */
  readonly onEnd: Set<(error: WireError) => void>;
  /** What takes the server's packets, by their names; bound to each socket before it connects. */
  readonly receivers: Record<string, (args: readonly unknown[], socket: Socket) => void>;
  connect(): void;
  close(): void;
  /**
   * Sends now, or as soon as there is a connection.
   *
   * @throws WireError `disconnected` when the channel is closed or refused, `overloaded` when too many wait,
   *   `too_large`.
   */
  depart(departure: Departure): void;
  forget(departure: Departure): void;
  /**
   * Puts a frame on the wire. False when the connection turned out to be dead and nothing left.
   *
   * @param receive - Takes the acknowledgement; forgotten after `timeoutMs`.
   * @throws WireError `too_large` for what the server would end the connection for.
   */
  transmit(frame: Frame, receive?: (reply: readonly unknown[]) => void, timeoutMs?: number): boolean;
  /** Whether the server takes a frame of this size. */
  fits(frame: Frame): boolean;
  /** Whether what leaves now would have to wait: for a connection, or behind what the transport has not sent yet. */
  isCongested(): boolean;
  /** Whether what leaves now keeps the order: connected, and nobody waits any more. */
  isReady(): boolean;
  /** Why nothing can be sent or awaited on a channel that is closed or refused. */
  ended(): WireError;
}

/** Makes the connection of a channel, which is not opened yet. */
export function channelConnection(
  { path, errors = {} }: ClientDefinition,
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
  const waiting = new Set<Departure>();
  const inFlight: ChannelConnection["inFlight"] = new Set();
  const onEnd = new Set<(error: WireError) => void>();
  const receivers: ChannelConnection["receivers"] = {};
  let seat: Seat | undefined;
  let isReady = false;
  let closingReason: string | undefined;

  function start(socket: Socket): void {
    closingReason = undefined;
    // Who joins the line meanwhile is still reached by this loop.
    for (const departure of waiting) {
      try {
        if (!departure.leave()) return;
      } catch (error) {
        // transmit throws WireErrors only.
        departure.end(error as WireError, "server");
      }
      waiting.delete(departure);
    }
    // The application may have closed the channel from its error hook.
    if (seat?.socket !== socket) return;
    isReady = true;
    state.set({ status: "connected", id: String(socket.id) });
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
    if (reason === "io server disconnect") {
      end({ status: "closed", by: "server", reason: closingReason });
      return;
    }
    const before = seat;
    endInFlight("server");
    // A handler that was aborted may have closed the channel; and what never was there is not lost.
    if (seat === before && state.value.status !== "connecting") {
      state.set({ status: "reconnecting", attempt: 1, reason });
    }
  }

  function countAttempt(attempt: number): void {
    const { value } = state;
    if (value.status === "reconnecting" && value.attempt !== attempt) state.set({ ...value, attempt });
  }

  /** Refused or closed: everything ends, nothing comes back by itself. */
  function end(last: ConnectionState<WireError> & { status: "refused" | "closed" }): void {
    const by = last.status === "closed" ? last.by : "server";
    const departures = [...waiting];
    const endings = [...onEnd];
    const left = seat;
    waiting.clear();
    isReady = false;
    seat = undefined;
    presenter.stop();
    left?.manager.off("reconnect_attempt", countAttempt);
    left?.leave();
    // From here on the application's code runs, which may connect again.
    endInFlight(by);
    const error = disconnected({ cause: Object(last).error });
    for (const departure of departures) departure.end(error, by);
    for (const finish of endings) finish(error);
    if (!seat) state.set(last);
  }

  function endInFlight(by: "client" | "server"): void {
    const error = disconnected({ mayHaveRun: true });
    for (const departure of [...inFlight]) departure.end(error, by);
  }

  const connection: ChannelConnection = {
    state,
    report,
    inFlight,
    onEnd,
    receivers,
    connect() {
      if (seat) return;
      const taken = takeSeat(uri, path, options, presenter.present);
      const { socket, manager } = taken;
      seat = taken;
      closingReason = undefined;
      for (const name of Object.keys(receivers)) {
        socket.on(name, (...args: unknown[]) => receivers[name]?.(args, socket));
      }
      socket.on(closingEvent, (closing: Partial<Closing> | null) => {
        closingReason = typeof closing?.reason === "string" ? closing.reason : undefined;
      });
      socket.on("connect", () => start(socket));
      socket.on("connect_error", (error) => fail(socket, error));
      socket.on("disconnect", (reason) => {
        presenter.stop();
        lose(reason);
      });
      manager.on("reconnect_attempt", countAttempt);
      socket.connect();
      state.set({ status: "connecting" });
    },
    close() {
      if (seat) end({ status: "closed", by: "client" });
    },
    depart(departure) {
      if (!seat) throw connection.ended();
      if (isReady && departure.leave()) return;
      if (waiting.size >= maxWaiting) throw new WireError("overloaded", "Too much waits for the connection.");
      waiting.add(departure);
    },
    forget(departure) {
      waiting.delete(departure);
      inFlight.delete(departure);
    },
    transmit(frame, receive, timeoutMs = 0) {
      const { name, args } = frame;
      if (!seat) throw connection.ended();
      const { socket } = seat;
      if (!connection.fits(frame)) throw tooLarge();
      if (receive) {
        // The deadline is the caller's; this one only makes Socket.IO forget what is never answered.
        socket.timeout(timeoutMs).emit(name, ...args, (error: Error | null, ...reply: unknown[]) => {
          if (!error) receive(reply);
        });
      } else socket.emit(name, ...args);
      if (socket.sendBuffer.length === 0) return true;
      // Socket.IO noticed that no heartbeat came and would send this on the next connection, whatever has become
      // of the call by then. Our own line knows better.
      socket.sendBuffer = [];
      isReady = false;
      return false;
    },
    fits({ name, args, maxBytes }) {
      // Packet types, separators and an acknowledgement's id.
      const overhead = path.length + 24;
      const isOver = (bytes: number) => bytes + overhead > (seat?.manager.maxFrameBytes ?? Number.NaN);
      // A cancel mark besides.
      return !isOver(maxBytes + name.length * 6 + 48) || !isOver(measureArguments([name, ...args]));
    },
    isCongested: () => !isReady || !seat || !isWritable(seat.socket),
    isReady: () => isReady,
    ended: () => disconnected({ cause: Object(state.value).error }),
  };
  return connection;
}

/** Bytes that a WebSocket has taken and not sent, above which it is slow: a segment or so. */
const maxBufferedBytes = 16_384;

/** Socket.IO's own look at `transport.writable`, and what a WebSocket says besides: that one takes everything. */
function isWritable({ io }: Socket): boolean {
  const { transport } = io.engine ?? {};
  const { ws } = Object(transport) as { readonly ws?: { readonly bufferedAmount: number } };
  return transport?.writable === true && (ws?.bufferedAmount ?? 0) <= maxBufferedBytes;
}

/** `cause` is the refusal, where there is one. */
function disconnected(options: WireErrorOptions): WireError {
  return new WireError("disconnected", "The channel is closed, or its connection was lost.", options);
}
