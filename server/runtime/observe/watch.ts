import type { FastifyBaseLogger } from "fastify";
import { isWireError } from "../../../contracts/wire/index.js";
import { isThenable } from "../run.js";
import { closedCode, disconnectReason, unknownName } from "./closed-names.js";
import type { ObservedMember, Observer, RunObserver, RunOrigin, ServerState } from "./observer.js";
import { Passage } from "./passage.js";

/** What {@link Watch.follow} runs. */
interface Followed<Result> {
  readonly origin: RunOrigin;
  /** Those that the contract declares. */
  readonly errors: object;
  readonly run: () => Promise<Result>;
}

/** All observers of an app as one that never throws; there is none where there are no observers. */
export class Watch {
  readonly #observers: readonly Observer[];
  readonly #log: FastifyBaseLogger;
  readonly #sent = new Map<string, ObservedMember>();
  readonly #unknown = new Map<string, ObservedMember>();
  #hasFailed = false;
  #closers: (() => void)[] = [];

  constructor(observers: readonly Observer[], log: FastifyBaseLogger) {
    this.#observers = observers;
    this.#log = log;
  }

  /** Whether clients are to say which trace they are in. */
  get readsTraces(): boolean {
    return this.#observers.some((observer) => observer.readsTraces === true);
  }

  open(state: () => ServerState): void {
    this.#tell((observer) => {
      const close = observer.open?.(state);
      if (typeof close === "function") this.#closers.push(close);
      return close;
    });
  }

  close(): void {
    const closers = this.#closers;
    this.#closers = [];
    for (const close of closers) this.guard(close);
  }

  connected(channel: string): void {
    this.#tell((observer) => observer.connected?.(channel));
  }

  disconnected(channel: string, reason: string): void {
    const known = disconnectReason(reason);
    this.#tell((observer) => observer.disconnected?.(channel, known));
  }

  /** @param errors - Those that the channel declares. */
  refusedClient(channel: string | undefined, code: string, errors: object = {}): void {
    const known = closedCode(code, errors);
    this.#tell((observer) => observer.refusedClient?.(channel ?? unknownName, known));
  }

  /** Undefined where no observer looks at the run. */
  begin(member: ObservedMember, origin: RunOrigin): Passage | undefined {
    const runs: RunObserver[] = [];
    this.#tell((observer) => {
      const run = observer.begin?.(member, origin);
      if (run !== undefined && !isThenable(run)) runs.push(run);
      return run;
    });
    return runs.length === 0 ? undefined : new Passage(this, runs);
  }

  /** Runs what is answered by the other side, from its beginning to its end. */
  async follow<Result>(member: ObservedMember, { origin, errors, run }: Followed<Result>): Promise<Result> {
    const passage = this.begin(member, origin);
    if (passage === undefined) return run();
    try {
      const result = await passage.within(run);
      passage.end("ok");
      return result;
    } catch (error) {
      passage.end(isWireError(error) ? closedCode(error.code, errors) : "internal");
      throw error;
    }
  }

  notRun(member: ObservedMember, code: string): void {
    this.#tell((observer) => observer.notRun?.(member, code));
  }

  sent(member: ObservedMember): void {
    this.#tell((observer) => observer.sent?.(member));
  }

  /** A member that the server sends. */
  outgoing(channel: string, member: string, kind: "call" | "event"): ObservedMember {
    return keep(this.#sent, { channel, member, kind, from: "server" });
  }

  /** What stands for all names that the contract does not have. */
  unknown(channel: string, kind: "call" | "event"): ObservedMember {
    return keep(this.#unknown, { channel, member: unknownName, kind, from: "client" });
  }

  /** Runs what is an observer's own: what it throws, now or later, is logged. */
  guard(run: () => unknown): void {
    try {
      const result = run();
      // An async function passes for one that returns nothing.
      if (isThenable(result)) Promise.resolve(result).catch((error: unknown) => this.report(error));
    } catch (error) {
      this.report(error);
    }
  }

  /** At level error the first time, so that an observer that always fails cannot flood the log. */
  report(error: unknown): void {
    this.#log[this.#hasFailed ? "debug" : "error"]({ err: error }, "observer failed");
    this.#hasFailed = true;
  }

  #tell(tell: (observer: Observer) => unknown): void {
    for (const observer of this.#observers) this.guard(() => tell(observer));
  }
}

function keep(members: Map<string, ObservedMember>, made: ObservedMember): ObservedMember {
  const key = `${made.kind} ${made.channel}.${made.member}`;
  const known = members.get(key);
  if (known === undefined) members.set(key, made);
  return known ?? made;
}
