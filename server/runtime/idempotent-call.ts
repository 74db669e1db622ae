import { firstOpenCode, type Reply, systemCodes, type WireError } from "../../contracts/wire/index.js";
import type { Claim, OnceId } from "./answer-store.js";
import type { ClientToServerMember } from "./channel.js";
import type { Connection } from "./connection.js";
import { countInFlight } from "./limits/calls-in-flight.js";
import { OpenCall, type OpenCallParts } from "./open-call.js";
import { isThenable } from "./run.js";
import { SharedAnswer } from "./shared-answer.js";
import { fromStored, toStored } from "./stored-value.js";

/** Milliseconds after which a call that runs elsewhere is asked for again. */
const askAgainMs = 100;

/**
 * A call that runs once, however often it arrives: its repeats get its answer. It outlives the connection that it came
 * on; its deadline and its caller can end it, the loss of the connection cannot.
 */
export class IdempotentCall extends OpenCall {
  declare readonly member: ClientToServerMember;
  readonly #once: OnceId;
  readonly #shared = new Set<SharedAnswer>();
  #isClaimed = false;

  constructor(
    connection: Connection,
    member: ClientToServerMember,
    parts: OpenCallParts & { readonly once: OnceId },
  ) {
    super(connection, member, parts);
    this.#once = parts.once;
  }

  /** Under which it is found in `channel.onceRunning`. */
  static keyOf({ caller, number }: OnceId): string {
    return `${caller} ${number}`;
  }

  /** Runs the handler, unless the call was run before. */
  begin(input: unknown): void {
    const { channel } = this.connection;
    channel.onceRunning.set(IdempotentCall.keyOf(this.#once), this);
    try {
      const claim = channel.answers.claim(this.#once);
      if (isThenable(claim)) this.#wait(claim, input);
      else this.#take(claim, input);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Answers a repeat as this one will be. */
  share(connection: Connection, parts: OpenCallParts): void {
    const counted = { name: this.member.name, limits: parts.definition.limits };
    const shared = new SharedAnswer(connection, parts, {
      withdraw: () => this.withdraw(),
      leave: () => {
        if (this.#shared.delete(shared)) countInFlight(connection, counted, -1);
      },
    });
    this.#shared.add(shared);
    countInFlight(connection, counted, 1);
  }

  /** The connection is gone; the call is not. */
  override abort(): void {}

  /** The server closes: its repeats learn that nobody knows how far it came. */
  abandon(reason: WireError): void {
    const { code, message } = reason;
    this.answer({ ok: false, error: { code, message } });
    super.abort(reason);
  }

  protected override get ended(): undefined {
    return undefined;
  }

  /** Where no handler was begun there is no run that observers see. */
  protected override answer(reply: Reply): void {
    const { observed } = this.member;
    if (observed && this.observed === undefined && !this.isAnswered)
      this.connection.channel.watch?.notRun(observed, reply.ok ? "ok" : reply.error.code);
    super.answer(reply);
  }

  protected override settle(reply: Reply): void {
    this.connection.channel.onceRunning.delete(IdempotentCall.keyOf(this.#once));
    if (this.#isClaimed) this.#remember(reply);
    for (const shared of [...this.#shared]) shared.answer(reply);
  }

  #wait(claim: PromiseLike<Claim>, input: unknown): void {
    this.open();
    Promise.resolve(claim).then(
      (taken) => this.#take(taken, input),
      (error) => this.#fail(error),
    );
  }

  #take(claim: Claim, input: unknown): void {
    if (claim === "claimed") {
      this.#isClaimed = true;
      // Withdrawn, or late, before the claim came.
      if (this.isAnswered) this.#remember(undefined);
      else this.start(input);
    } else if (this.isAnswered) {
      return;
    } else if (claim === "running") {
      this.open();
      setTimeout(() => {
        if (!this.isAnswered) this.begin(input);
      }, askAgainMs).unref();
    } else if (claim === "settled") {
      this.#refuse("bad_input", "The caller has settled this call already.");
    } else if (claim === "full") {
      this.#refuse("overloaded", "Too many answers are kept.", 1_000);
    } else {
      // What was stored is a reply.
      this.answer(fromStored(claim.answer) as Reply);
    }
  }

  /** Nothing runs that cannot be remembered. */
  #fail(error: unknown): void {
    this.connection.log.error({ err: error, member: this.member.name }, "the store of answers failed");
    this.#refuse("overloaded", "The server cannot remember the call.", 1_000);
  }

  #refuse(code: "bad_input" | "overloaded", message: string, retryAfterMs?: number): void {
    this.answer({
      ok: false,
      error: { code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) },
    });
  }

  /** Keeps a reply; lets go of a call that did not run. Throws for a reply that cannot be encoded. */
  #remember(reply: Reply | undefined): void {
    const { answers } = this.connection.channel;
    const hasRun = reply !== undefined && (reply.ok || !neverRan.has(reply.error.code));
    const answer = hasRun ? toStored(reply) : "";
    const kept = hasRun ? answers.keep(this.#once, answer) : answers.release(this.#once);
    if (!isThenable(kept)) return;
    const { farewells } = this.connection.channel;
    const settled = Promise.resolve(kept).catch((error) => {
      // It stays claimed: a repeat waits for its deadline, and does not run.
      this.connection.log.error({ err: error, member: this.member.name }, "the store of answers failed");
    });
    farewells.add(settled);
    void settled.then(() => farewells.delete(settled));
  }
}

/** Codes that say that nothing ran. */
const neverRan: ReadonlySet<string> = new Set(systemCodes.slice(0, firstOpenCode));
