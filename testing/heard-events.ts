import { type Clock, fakedClockHint } from "./clock.js";
import { PairError } from "./pair-error.js";

/** How long to wait; milliseconds of the test's clock. */
export interface WaitOptions {
  /** Default 1,000. */
  readonly timeoutMs?: number | undefined;
}

/** The payload of an event, from its member of a generated client's `on`. */
export type PayloadOf<Listener> = Listener extends { once(): Promise<infer Payload> } ? Payload : never;

/** What a client heard of each event, from the members of a generated client's `on`. */
export type Heard<Listeners> = {
  readonly [Name in keyof Listeners]: HeardEvent<PayloadOf<Listeners[Name]>>;
};

/** What a client heard of one event since it was connected. */
export interface HeardEvent<Payload> {
  /** Every payload so far, in order. */
  readonly payloads: readonly Payload[];
  /**
   * The first payload that this has not given yet; waits for it. Rejects with a {@link PairError} `WP_NOT_HEARD` after
   * the deadline.
   */
  next(options?: WaitOptions): Promise<Payload>;
  /**
   * Settles once all that is on its way has come, and `withinMs` (default 0) have passed, without a payload that
   * {@link next} has not given. Rejects with a {@link PairError} `WP_HEARD` when there is one.
   */
  none(options?: { readonly withinMs?: number | undefined }): Promise<void>;
}

/** Default of {@link WaitOptions.timeoutMs}. */
export const defaultWaitMs = 1_000;

/** Listens to every event of a client from now on. */
export function hearEvents(
  on: object,
  clock: Clock,
  note: (name: string, payload: unknown) => void,
): Readonly<Record<string, HeardEvent<unknown>>> {
  const heard = Object.entries(on).map(([name, listen]) => {
    const payloads: unknown[] = [];
    // What stands in `on` is an event's listening function; its `once` gives a list where it has several arguments.
    (listen as (listener: (...values: unknown[]) => void) => unknown)((...values) => {
      const payload = "isList" in listen ? values : values[0];
      payloads.push(payload);
      note(name, payload);
    });
    return [name, heardEvent(name, payloads, clock)] as const;
  });
  return Object.fromEntries(heard);
}

function heardEvent(name: string, payloads: readonly unknown[], clock: Clock): HeardEvent<unknown> {
  let given = 0;
  // Each `next` has a place of its own: two that wait at once get two payloads.
  return {
    payloads,
    async next({ timeoutMs = defaultWaitMs } = {}) {
      const place = given++;
      if (await clock.waitUntil(() => payloads.length > place, timeoutMs)) return payloads[place];
      given--;
      throw new PairError(
        "WP_NOT_HEARD",
        `\`${name}\` did not come within ${timeoutMs} ms. ${fakedClockHint}`,
      );
    },
    async none({ withinMs = 0 } = {}) {
      await clock.settle();
      if (withinMs > 0) await clock.waitUntil(() => payloads.length > given, withinMs);
      if (payloads.length <= given) return;
      throw new PairError("WP_HEARD", `\`${name}\` came, and should not have.`);
    },
  };
}
