import type { WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Call, CallOptions } from "./client-types.js";
import { type ObservableValue, observableValue } from "./observable-value.js";
import type { FamilyPresence, StayPresence } from "./room-presence.js";
import type { AnyRoomState } from "./room-types.js";

/** The calls of a family of rooms; each takes the key. */
export interface RoomCalls {
  readonly join: Call<unknown, void, WireError>;
  readonly leave: Call<unknown, void, WireError>;
}

/** What the stays of a family share. */
export interface RoomFamily {
  readonly name: string;
  readonly connection: ChannelConnection;
  readonly calls: RoomCalls;
  readonly presence: FamilyPresence | undefined;
  /** Whether it is the server that takes clients in again after a loss. */
  readonly isGiven: boolean;
}

/** The state of whoever is in no room. */
export const left: AnyRoomState = { status: "left" };

/** What one client has to do with one room, from its first wish to be inside until it has left. */
export class RoomStay {
  readonly key: unknown;
  readonly state: ObservableValue<AnyRoomState>;
  /** How many listeners the application has on it. */
  observers = 0;
  /** What the client has told of itself, to be told again when it comes back. */
  own: { readonly data: unknown } | undefined;
  /** There for a family with presence. */
  readonly presence: StayPresence | undefined;
  readonly #connection: ChannelConnection;
  readonly #calls: RoomCalls;
  readonly #isGiven: boolean;
  /** How many times it has asked to leave and is not answered yet. */
  #leaving = 0;
  /** What the server said last. */
  #isInside = false;
  /** The latest way in; the outcome of an earlier one no longer counts. */
  #attempt: AbortController | undefined;

  constructor(key: unknown, { name, connection, calls, presence, isGiven }: RoomFamily) {
    this.key = key;
    this.state = observableValue(left, (error) => connection.report("listener", error, name));
    this.#connection = connection;
    this.#calls = calls;
    this.#isGiven = isGiven;
    this.presence = presence?.of(this);
  }

  /** Whether nobody would miss it. */
  get isIdle(): boolean {
    return !this.observers && !this.own && !this.#leaving && this.state.value.status === "left";
  }

  /** Rejects with a WireError. */
  async join(options?: CallOptions): Promise<void> {
    const attempt = this.#begin("joining");
    try {
      await this.#calls.join(this.key, options);
      this.#settle(attempt);
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
    if (status === "rejoining" && this.#connection.state.value.status !== "connected") return;
    this.#leaving++;
    try {
      await this.#calls.leave(this.key, options);
    } catch (error) {
      // The connection has taken the membership with it. Calls reject with WireErrors only.
      if ((error as WireError).code !== "disconnected") throw error;
    } finally {
      this.#leaving--;
    }
  }

  /** The server says that the client is inside, by its own wish or the server's. */
  enter(): void {
    this.#isInside = true;
    // An answer to an earlier wish: what the client has asked since is on its way.
    if (this.#leaving && !this.#attempt) return;
    this.#attempt = undefined;
    if (this.state.value.status !== "joined") this.state.set({ status: "joined" });
  }

  /** The server says that the client is outside. */
  release(): void {
    this.#isInside = false;
    // Not when it is on its way in again meanwhile.
    if (this.state.value.status === "joined") this.exit();
  }

  /** The client is outside, and stays there. */
  exit(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    this.own = undefined;
    if (this.state.value.status !== "left") this.state.set(left);
  }

  /** The connection is gone. `isComing`: there will be another one. */
  suspend(isComing: boolean): void {
    this.#isInside = false;
    if (this.state.value.status === "joined") this.state.set(this.#isGiven ? left : { status: "rejoining" });
    // An attempt that was under way goes on by itself.
    if (isComing && this.state.value.status === "rejoining" && !this.#attempt) void this.#rejoin();
  }

  async #rejoin(): Promise<void> {
    const attempt = this.#begin("rejoining");
    while (this.#attempt === attempt) {
      try {
        // Without a deadline: it waits for as long as there is no connection.
        await this.#calls.join(this.key, { timeoutMs: Number.POSITIVE_INFINITY, signal: attempt.signal });
        this.#settle(attempt);
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

  /** The server has let the client in. What it said of the room is ahead of its answer, and newer than this moment. */
  #settle(attempt: AbortController): void {
    if (this.#attempt !== attempt) return;
    if (this.#isInside) this.enter();
    else this.exit();
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
    this.own = undefined;
    this.state.set({ status: "refused", error });
  }
}
