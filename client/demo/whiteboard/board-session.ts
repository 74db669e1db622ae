import type { Ink, Pen, Point } from "../../generated/schemas.js";
import { connectWhiteboard, type WhiteboardClient } from "../../generated/whiteboard.js";
import { explainFailure, type Failure } from "../explain-failure.js";
import { OwnStroke } from "./own-stroke.js";
import { Picture, type Stroke } from "./picture.js";

/** What the page does when something happens at the board. */
export interface BoardSessionEvents {
  /** A stroke has grown. */
  drawn(stroke: Stroke): void;
  /** Strokes went, so that the picture is another one. */
  redrawn(): void;
  cursorMoved(person: string, at: Point): void;
  /** People, connection or problem have changed. */
  changed(): void;
  /** The server did not let the person in. */
  refused(sentence: string): void;
}

/** Somebody at the board. */
export interface Person {
  readonly name: string;
  readonly color: Pen["color"];
}

/** A person at a board: one connection, what is drawn, who is here. */
export class BoardSession {
  readonly name: string;
  readonly board: string;
  readonly picture = new Picture();
  people: readonly Person[] = [];
  connection = "Connecting…";
  problem: string | undefined;
  /** Strokes that the server does not have in full. */
  readonly #unsent = new Set<OwnStroke>();
  readonly #client: WhiteboardClient;
  readonly #events: BoardSessionEvents;
  #color: Pen["color"];
  #history = new AbortController();

  /** Connects to the server that the page came from; throws a `WireError` for a name that breaks the contract. */
  constructor(name: string, board: string, color: Pen["color"], events: BoardSessionEvents) {
    this.name = name.trim();
    this.board = board;
    this.#color = color;
    this.#events = events;
    this.#client = connectWhiteboard(location.origin, {
      auth: { name },
      reconnectionDelayMs: 500,
      reconnectionDelayMaxMs: 3_000,
    });
    this.#listen();
    void this.#enter();
  }

  /** Chooses what colour the others see beside this person's name. */
  async choose(color: Pen["color"]): Promise<void> {
    this.#color = color;
    await this.#client.rooms.board(this.board).setPresence.safe({ color });
  }

  /** Begins a stroke: it is seen here at once, and by the others as fast as the network takes it. */
  draw(pen: Pen): OwnStroke {
    const own = new OwnStroke(newId(), pen);
    this.#unsent.add(own);
    this.picture.put(own);
    void this.#send(own);
    return own;
  }

  /** Tells the others where this person's pen is. */
  point(at: Point): void {
    this.#client.emit.moveCursor({ board: this.board, at });
  }

  /** Wipes the board, for everybody. */
  async clear(): Promise<void> {
    const result = await this.#client.call.clear.safe({ board: this.board }, { timeoutMs: 30_000 });
    if (!result.ok) this.#report(explainFailure(result.error));
  }

  close(): void {
    this.#history.abort();
    this.#client.close();
  }

  #listen(): void {
    const { on, state, rooms } = this.#client;
    on.inkDrawn((ink) => this.#take(ink));
    on.boardCleared(({ board }) => {
      if (board !== this.board) return;
      this.#history.abort();
      this.picture.clear();
      // What the server takes all the same, because it came later, is put back when it says so.
      for (const own of this.#unsent) own.end();
      this.#events.redrawn();
    });
    // What was missed is more than the server has kept: the picture is asked for anew.
    on.inkDrawn.gap(() => void this.#readHistory());
    on.cursorMoved(({ board, person, at }) => {
      if (board === this.board && person !== this.name) this.#events.cursorMoved(person, at);
    });
    rooms.board(this.board).presence.subscribe((present) => {
      this.people = present.map(({ id, data }) => ({ name: id, color: data.color }));
      this.#events.changed();
    });
    state.subscribe(() => this.#follow());
  }

  #follow(): void {
    const state = this.#client.state.value;
    if (state.status === "refused") {
      this.#takeRefusal(state.error);
      return;
    }
    const words = {
      connecting: "Connecting…",
      connected: "Connected",
      reconnecting: "Reconnecting: what you draw is sent when the connection is back",
      closed: "Disconnected",
    };
    this.connection = words[state.status];
    this.#events.changed();
  }

  #takeRefusal(refusal: Failure): void {
    this.#client.close();
    this.#events.refused(explainFailure(refusal));
  }

  /** Joins first and reads what was there before second, so that nothing falls between. */
  async #enter(): Promise<void> {
    const room = this.#client.rooms.board(this.board);
    const joined = await room.join.safe();
    if (!joined.ok) return this.#report(explainFailure(joined.error));
    void room.setPresence.safe({ color: this.#color });
    await this.#readHistory();
  }

  async #readHistory(): Promise<void> {
    this.#history.abort();
    this.#history = new AbortController();
    const { signal } = this.#history;
    this.picture.clear();
    for (const own of this.#unsent) this.picture.put(own);
    this.#events.redrawn();
    const history = this.#client.stream.history.safe({ board: this.board }, { signal });
    for await (const ink of history) this.#take(ink);
    const outcome = await history.result;
    if (outcome.ok || signal.aborted) return;
    if (outcome.error.code === "disconnected" && this.#mayComeBack()) return this.#readHistory();
    this.#report(explainFailure(outcome.error));
  }

  /** Sends a stroke, from its first point again where the connection was lost meanwhile. */
  async #send(own: OwnStroke): Promise<void> {
    const opening = { board: this.board, stroke: own.id, pen: own.pen };
    const send = () => this.#client.stream.draw.safe(opening, own.parts());
    let result = await send();
    while (!result.ok && result.error.code === "disconnected" && this.#mayComeBack()) result = await send();
    this.#unsent.delete(own);
    if (result.ok) this.picture.put(own);
    else this.picture.remove(own.id);
    this.#events.redrawn();
    // A stroke that was being drawn when the board was cleared is gone like the others.
    if (!result.ok && result.error.code !== "StrokeGone") this.#report(explainFailure(result.error));
  }

  #mayComeBack(): boolean {
    const { status } = this.#client.state.value;
    return status !== "closed" && status !== "refused";
  }

  #take(ink: Ink): void {
    if (ink.board === this.board) this.#events.drawn(this.picture.add(ink));
  }

  #report(problem: string): void {
    this.problem = problem;
    this.#events.changed();
  }
}

/** A UUID, also where the page did not come over TLS and `crypto.randomUUID` is missing. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
