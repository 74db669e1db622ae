import { latestKey, type PayloadCheck } from "../../contracts/wire/index.js";
import type { Member } from "./client-definition.js";
import type { Emit } from "./client-types.js";
import { isCongested } from "./is-congested.js";
import { sendEvent } from "./outgoing-event.js";
import { type Prepared, preparePayload } from "./prepare-payload.js";

/** Milliseconds between two looks at a connection that is congested. */
const lookMs = 50;
/** Milliseconds after which a value goes into the line of all others, so that these cannot hold it up for ever. */
const heldMs = 1_000;

interface Held {
  prepared: Prepared;
  readonly sinceMs: number;
}

/** What {@link latestEvent} is made with. */
export interface LatestShape {
  readonly payload?: PayloadCheck;
  /** The payload's field of which each value has a latest of its own; `true` where there is but one. */
  readonly latest: true | string;
}

/**
 * A member of `emit` of whose events only the latest counts: while the connection cannot take them, the newest takes the
 * place of the one before it.
 */
export function latestEvent({ payload: check, latest }: LatestShape): Member {
  return (name, connection): Emit<unknown> => {
    const { state } = connection;
    /** By key, the one that has waited longest first. */
    const held = new Map<string, Held>();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const look = () => {
      timer = undefined;
      // One for all: together they are no more than one of each.
      const mustWait = isCongested(connection);
      for (const [id, { prepared, sinceMs }] of held) {
        if (mustWait && performance.now() - sinceMs < heldMs) break;
        held.delete(id);
        try {
          sendEvent(connection, name, prepared);
        } catch (error) {
          connection.report("emit", error, name);
        }
      }
      lookLater();
    };
    // Without a connection there is nothing to look at.
    const lookLater = () => {
      if (held.size > 0 && state.value.status === "connected") timer ??= setTimeout(look, lookMs);
    };
    state.subscribe(({ status }) => {
      if (status === "connected") look();
    });
    connection.onEnd.add(() => {
      held.clear();
      clearTimeout(timer);
      timer = undefined;
    });

    return (payload) => {
      const prepared = preparePayload(check, payload, name);
      const id = latestKey(latest, prepared.value);
      const known = held.get(id);
      if (known !== undefined) known.prepared = prepared;
      else if (isCongested(connection) && hasHope(state.value.status)) {
        held.set(id, { prepared, sinceMs: performance.now() });
        lookLater();
      } else sendEvent(connection, name, prepared);
    };
  };
}

/** Without, an event throws like any other. */
function hasHope(status: string): boolean {
  return status !== "closed" && status !== "refused";
}
