import type { WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Call, CallOptions } from "./client-types.js";
import { type ObservableValue, observableValue } from "./observable-value.js";
import type { AnyRoomState } from "./room-types.js";

/** The calls of a family of rooms; each takes the key. */
export interface RoomCalls {
  readonly join: Call<unknown, void, WireError>;
  readonly leave: Call<unknown, void, WireError>;
}

/** Joining again has no deadline of its own, in milliseconds: the longest that a timer takes. */
const noDeadlineMs = 2 ** 31 - 1;

/** The state of whoever is in no room. */
export const left: AnyRoomState = { status: "left" };

/** What one client has to do with one room, from its first wish to be inside until it has left. */
export class RoomStay {
  readonly key: unknown;
  readonly state: ObservableValue<AnyRoomState>;
  /** How many listeners the application has on it. */
  observers = 0;
  readonly #connection: ChannelConnection;
  readonly #calls: RoomCalls;
  /** The latest way in; the outcome of an earlier one no longer counts. */
  #attempt: AbortController | undefined;

  constructor(key: unknown, family: string, connection: ChannelConnection, calls: RoomCalls) {
    this.key = key;
    this.state = observableValue(left, (error) => connection.report("listener", error, family));
    this.#connection = connection;
    this.#calls = calls;
  }

  /** Whether nobody would miss it. */
  get isIdle(): boolean {
    return !this.observers && this.state.value.status === "left";
  }

  /** Rejects with a WireError. */
  async join(options?: CallOptions): Promise<void> {
    const attempt = this.#begin("joining");
    try {
      await this.#calls.join(this.key, options);
      if (this.#attempt === attempt) this.enter();
    } catch (error) {
      // Calls reject with WireErrors only.
      if (this.#attempt === attempt) this.#refuse(error as WireError);
      throw error;
    }
  }

  /** Leaves at once; tells the server where it knows of the client, or may come to know of it. */
  async leave(options?: CallOptions): Promise<void> {
    const { status } = this.state.value;
    this.exit();
    // The connection has taken the membership with it.
    if (status !== "rejoining" || this.#connection.state.value.status === "connected")
      await this.#calls.leave(this.key, options);
  }

  /** The client is inside, by its own wish or the server's. */
  enter(): void {
    this.#attempt = undefined;
    if (this.state.value.status !== "joined") this.state.set({ status: "joined" });
  }

  /** The client is outside, and stays there. */
  exit(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    if (this.state.value.status !== "left") this.state.set(left);
  }

  /** The connection is gone. `isComing`: there will be another one. */
  suspend(isComing: boolean): void {
    const { status } = this.state.value;
    if (status === "joined") this.state.set({ status: "rejoining" });
    // An attempt that was under way goes on by itself.
    if (isComing && this.state.value.status === "rejoining" && !this.#attempt) void this.#rejoin();
  }

  async #rejoin(): Promise<void> {
    const attempt = this.#begin("rejoining");
    while (this.#attempt === attempt) {
      try {
        await this.#calls.join(this.key, { timeoutMs: noDeadlineMs, signal: attempt.signal });
        if (this.#attempt === attempt) this.enter();
      } catch (error) {
        if (this.#attempt !== attempt) return;
        // As above.
        const failure = error as WireError;
        const { status } = this.#connection.state.value;
        if (failure.code !== "disconnected") this.#refuse(failure);
        // Else once more with the next connection, and after a close when the application connects again.
        else if (status === "closed" || status === "refused") this.#attempt = undefined;
      }
    }
  }

  #begin(status: "joining" | "rejoining"): AbortController {
    this.#attempt?.abort();
    const attempt = new AbortController();
    this.#attempt = attempt;
    if (this.state.value.status !== status) this.state.set({ status });
    return attempt;
  }

  #refuse(error: WireError): void {
    this.#attempt = undefined;
    this.state.set({ status: "refused", error });
  }
}
