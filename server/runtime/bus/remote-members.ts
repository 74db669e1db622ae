import type { BusGuard } from "./bus-guard.js";
import { fromPortable, type Member, type PortableMember, toPortable } from "./portable-data.js";
import { type BusAudience, readRecord, readText } from "./read-bus-message.js";

/** Milliseconds that other processes have, where the caller does not say. */
const defaultWaitMs = 5_000;

/** How an adapter is asked and told. */
export interface MembersBus {
  /** Clients of this process. */
  fetchLocal(audience: BusAudience): Promise<readonly Member[]>;
  /** Processes on the bus, this one among them; rejects while the bus is away. */
  count(): Promise<number>;
  ask(requestId: string, audience: BusAudience): void;
}

/** A question that other processes have not all answered. */
interface Question {
  readonly found: unknown[];
  missing: number;
  readonly settle: () => void;
}

/**
 * Finds clients on all processes, in the place of what adapters do themselves: one that is stuck or was killed costs its own
 * clients and not the whole answer, sessions come over whole, and what comes in is checked.
 */
export class RemoteMembers {
  readonly #bus: MembersBus;
  readonly #guard: BusGuard;
  readonly #questions = new Map<string, Question>();
  /** Set apart from the adapter's own requests. */
  readonly #prefix = `members-${crypto.randomUUID()}-`;
  #asked = 0;
  #isLossTold = false;

  constructor(bus: MembersBus, guard: BusGuard) {
    this.#bus = bus;
    this.#guard = guard;
  }

  /** The clients of an audience. Rejects where nobody can be asked. */
  async fetch(audience: BusAudience): Promise<unknown[]> {
    const [local, count] = await Promise.all([this.#bus.fetchLocal(audience), this.#bus.count()]);
    if (count <= 1) return [...local];
    const requestId = `${this.#prefix}${this.#asked++}`;
    const { timeout } = audience.flags ?? {};
    return new Promise((resolve) => {
      const found: unknown[] = [...local];
      const settle = () => {
        clearTimeout(timer);
        this.#questions.delete(requestId);
        resolve(found);
      };
      const giveUp = () => {
        const { missing } = question;
        this.#guard.warn({ missing }, "processes have not said which clients they have; those are left out");
        settle();
      };
      const timer = setTimeout(giveUp, typeof timeout === "number" ? timeout : defaultWaitMs);
      const question: Question = { found, missing: count - 1, settle };
      this.#questions.set(requestId, question);
      this.#bus.ask(requestId, audience);
    });
  }

  /** Whether the request is one of {@link fetch}'s in this process. */
  isOurs(requestId: unknown): boolean {
    return typeof requestId === "string" && requestId.startsWith(this.#prefix);
  }

  /** Takes the answer of another process. Throws for what is none. */
  take(answer: unknown): void {
    const { requestId, sockets } = readRecord(answer, "an answer");
    const question = this.#questions.get(readText(requestId, "`requestId`"));
    // Too late: it has been given up.
    if (question === undefined) return;
    question.missing -= 1;
    try {
      for (const each of Array.isArray(sockets) ? sockets : [undefined]) this.#add(question, each);
    } finally {
      if (question.missing === 0) question.settle();
    }
  }

  /** What another process is answered. */
  async answer(audience: BusAudience): Promise<readonly PortableMember[]> {
    const local = await this.#bus.fetchLocal(audience);
    return local.map((member) => toPortable(member, (error) => this.#tellLoss(error)));
  }

  #add({ found }: Question, value: unknown): void {
    try {
      found.push(fromPortable(value));
    } catch (error) {
      // The others are to be found all the same.
      this.#guard.reject(error);
    }
  }

  #tellLoss(error: unknown): void {
    if (this.#isLossTold) return;
    this.#isLossTold = true;
    this.#guard.warn(
      { err: error },
      "a session holds what no other process can be told; it is left out there",
    );
  }
}
