import type { Socket } from "socket.io-client";
import {
  type ChannelDefinition,
  type Closing,
  cancelEvent,
  closingEvent,
  WireError,
} from "../../contracts/wire/index.js";
import type { AuthPresenter } from "./auth-presenter.js";
import type { ConnectionState, ConnectOptions, Stop } from "./client-types.js";
import { type ObservableValue, observableValue } from "./observable-value.js";
import { readRefusal } from "./read-failure.js";
import type { Report } from "./report.js";
import { type Seat, serverAddress, takeSeat } from "./shared-connection.js";

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

/** Takes the acknowledgement of a frame; forgotten after `timeoutMs`. */
export interface Acknowledgement {
  readonly timeoutMs: number;
  readonly receive: (args: readonly unknown[]) => void;
}

/** What {@link ChannelConnection} is made of. */
export interface ChannelConnectionOptions {
  readonly definition: ChannelDefinition;
  readonly url: string;
  readonly options: ConnectOptions;
  readonly presenter: AuthPresenter;
  readonly report: Report;
  /** Binds the channel's listeners to a new socket, before it connects. */
  readonly bind: (socket: Socket) => void;
}

/**
 * One channel's connection: its state, the line of what waits for it, and what hangs on it. Knows nothing of
 * calls and events but that they leave and end.
 */
export class ChannelConnection {
  readonly state: ObservableValue<ConnectionState<WireError>>;
  readonly report: Report;
  /** What has left and awaits its answer; ended when the connection is lost. */
  readonly inFlight = new Set<Departure>();
  /** Called once each time that the connection is lost or ended: calls of the server that still run. */
  readonly onLoss = new Set<() => void>();
  /** Called when the channel is refused or closed: loops and waits for an event. */
  readonly onEnd = new Set<(error: WireError) => void>();
  /** Withdraws a running call of the server, by its cancel id. */
  readonly withdraw = new Map<unknown, () => void>();

  readonly #with: ChannelConnectionOptions;
  #waiting = new Set<Departure>();
  #seat: Seat | undefined;
  #leaveSeat: Stop = () => {};
  /** Whether what leaves now keeps the order: connected, and nobody waits any more. */
  #isReady = false;
  /** Attempts since the connection was lost; undefined while it never was there. */
  #attempts: number | undefined;
  #closingReason: string | undefined;

  constructor(options: ChannelConnectionOptions) {
    // A wrong address is the caller's mistake: told at once, not at the first connect().
    serverAddress(options.url);
    this.#with = options;
    this.report = options.report;
    this.state = observableValue<ConnectionState<WireError>>({ status: "closed", by: "client" }, (error) =>
      this.report("listener", error),
    );
  }

  connect(): void {
    if (this.#seat !== undefined) return;
    const { definition, url, options, presenter, bind } = this.#with;
    const seat = takeSeat(url, definition.path, options, presenter.present);
    const { socket, manager } = seat;
    const countAttempt = () => this.#countAttempt();
    this.#seat = seat;
    this.#attempts = undefined;
    this.#closingReason = undefined;
    this.#leaveSeat = () => {
      presenter.stop();
      manager.off("reconnect_attempt", countAttempt);
      seat.leave();
    };
    bind(socket);
    socket.on(cancelEvent, (id) => this.withdraw.get(id)?.());
    socket.on(closingEvent, (closing: Partial<Closing> | null) => {
      this.#closingReason = typeof closing?.reason === "string" ? closing.reason : undefined;
    });
    socket.on("connect", () => this.#start(socket));
    socket.on("connect_error", (error) => this.#fail(socket, error));
    socket.on("disconnect", (reason) => {
      presenter.stop();
      this.#lose(reason);
    });
    manager.on("reconnect_attempt", countAttempt);
    socket.connect();
    this.state.set({ status: "connecting" });
  }

  close(): void {
    if (this.#seat === undefined) return;
    this.#end({ status: "closed", by: "client" }, "The channel was closed.");
  }

  /**
   * Sends now, or as soon as there is a connection.
   *
   * @throws WireError `disconnected` when the channel is closed or refused, `overloaded` when too many wait,
   *   `too_large`.
   */
  depart(departure: Departure): void {
    if (this.#seat === undefined) throw this.ended();
    if (this.#isReady && departure.leave()) return;
    if (this.#waiting.size >= maxWaiting) {
      throw new WireError("overloaded", `${maxWaiting} calls and events wait for the connection already.`);
    }
    this.#waiting.add(departure);
  }

  forget(departure: Departure): void {
    this.#waiting.delete(departure);
    this.inFlight.delete(departure);
  }

  /**
   * Puts a frame on the wire. False when the connection turned out to be dead and nothing left.
   *
   * @throws WireError `too_large` for what the server would end the connection for.
   */
  transmit(frame: Frame, acknowledgement?: Acknowledgement): boolean {
    const socket = this.#seat?.socket;
    if (socket === undefined) throw this.ended();
    if (!this.fits(frame)) {
      throw new WireError("too_large", "The payload is larger than the server takes.");
    }
    const { name, args } = frame;
    if (acknowledgement === undefined) socket.emit(name, ...args);
    else {
      const { timeoutMs, receive } = acknowledgement;
      // The deadline is the caller's; this one only makes Socket.IO forget what is never answered.
      socket.timeout(timeoutMs).emit(name, ...args, (error: Error | null, ...reply: unknown[]) => {
        if (error === null) receive(reply);
      });
    }
    if (socket.sendBuffer.length === 0) return true;
    // Socket.IO noticed that no heartbeat came and would send this on the next connection, whatever has become
    // of the call by then. Our own line knows better.
    socket.sendBuffer = [];
    this.#isReady = false;
    return false;
  }

  /** Whether the server takes a frame of this size. */
  fits({ name, args, maxBytes }: Frame): boolean {
    const limit = this.#seat?.manager.maxFrameBytes ?? Number.POSITIVE_INFINITY;
    // Packet types, separators and an acknowledgement's id; a cancel mark.
    const overhead = this.#with.definition.path.length + 24;
    if (maxBytes + name.length * 6 + overhead + 48 <= limit) return true;
    return new TextEncoder().encode(JSON.stringify([name, ...args])).length + overhead <= limit;
  }

  /** Whether the server puts a number behind each event's arguments, to recover connections. */
  get isRecovering(): boolean {
    return this.#seat?.manager.recovering.has(this.#with.definition.path) ?? false;
  }

  /** Tells the server that a call is withdrawn. */
  cancel(cancelId: number): void {
    if (this.#isReady) this.transmit({ name: cancelEvent, args: [cancelId], maxBytes: 20 });
  }

  #start(socket: Socket): void {
    this.#attempts = 0;
    this.#closingReason = undefined;
    // Who joins the line meanwhile is still reached by this loop.
    for (const departure of this.#waiting) {
      try {
        if (!departure.leave()) return;
        this.#waiting.delete(departure);
      } catch (error) {
        this.#waiting.delete(departure);
        // transmit throws WireErrors only.
        departure.end(error as WireError, "server");
      }
    }
    // The application may have closed the channel from its error hook.
    if (this.#seat?.socket !== socket) return;
    this.#isReady = true;
    this.state.set({ status: "connected", id: String(socket.id) });
  }

  #fail(socket: Socket, error: Error): void {
    if (!socket.active) {
      const refusal = readRefusal(error, this.#with.definition.errors);
      this.#end({ status: "refused", error: refusal }, "The server refused the connection.");
    } else if (this.state.value.status === "reconnecting") {
      // Engine.IO hands over a bare string where it has no transport left.
      this.state.set({ ...this.state.value, reason: error.message ?? String(error) });
    }
  }

  #lose(reason: string): void {
    this.#isReady = false;
    if (reason === "io server disconnect") {
      this.#end(
        { status: "closed", by: "server", reason: this.#closingReason },
        "The server ended the channel.",
      );
      return;
    }
    const seat = this.#seat;
    this.#endInFlight("The connection was lost.", "server");
    // A handler that was aborted may have closed the channel; and what never was there is not lost.
    if (this.#seat !== seat || this.#attempts === undefined) return;
    this.#attempts = 0;
    this.state.set({ status: "reconnecting", attempt: 1, reason });
  }

  #countAttempt(): void {
    const { value } = this.state;
    if (this.#attempts === undefined || value.status !== "reconnecting") return;
    this.#attempts++;
    if (value.attempt !== this.#attempts) this.state.set({ ...value, attempt: this.#attempts });
  }

  /** Refused or closed: everything ends, nothing comes back by itself. */
  #end(state: ConnectionState<WireError> & { status: "refused" | "closed" }, message: string): void {
    const by = state.status === "closed" ? state.by : "server";
    const cause = state.status === "refused" ? state.error : undefined;
    const waiting = [...this.#waiting];
    const endings = [...this.onEnd];
    this.#waiting.clear();
    this.#isReady = false;
    this.#seat = undefined;
    this.#leaveSeat();
    // From here on the application's code runs, which may connect again.
    this.#endInFlight(message, by);
    const error = new WireError("disconnected", message, { cause });
    for (const departure of waiting) departure.end(error, by);
    for (const end of endings) end(error);
    if (this.#seat === undefined) this.state.set(state);
  }

  #endInFlight(message: string, by: "client" | "server"): void {
    const error = new WireError("disconnected", message, { mayHaveRun: true });
    for (const departure of [...this.inFlight]) departure.end(error, by);
    for (const lose of [...this.onLoss]) lose();
  }

  /** Why nothing can be sent or awaited on a channel that is closed or refused. */
  ended(): WireError {
    const { value } = this.state;
    return value.status === "refused"
      ? new WireError("disconnected", "The server refused the connection.", { cause: value.error })
      : new WireError("disconnected", "The channel is closed: `connect()` opens it.");
  }
}
