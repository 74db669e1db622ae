import { atEvent, type PayloadCheck, type ReplayNotice, replayEvent } from "../../contracts/wire/index.js";
import { callListener } from "./call-listener.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Member } from "./client-definition.js";
import type { Gap, Stop } from "./client-types.js";
import { incomingEvent } from "./incoming-event.js";

/** A member of `on`: an event that reaches the client even if it was away when it was sent. */
export function replayedEvent(check?: PayloadCheck): Member {
  return (name, connection) => {
    const { gaps } = replays.get(connection) ?? bindReplay(connection);
    // Asked for what it has: the name of an event may be anything.
    const listeners = new Set<{ readonly call: (gap: Gap) => void }>();
    const onThrow = (error: unknown) => connection.report("listener", error, name);
    gaps.set(name, (gap) => {
      for (const entry of [...listeners]) {
        if (listeners.has(entry)) callListener(entry.call, gap, onThrow);
      }
    });
    const gap = (call: (gap: Gap) => void): Stop => {
      const entry = { call };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    };
    // incomingEvent makes a function.
    return Object.assign(incomingEvent(check)(name, connection) as object, { gap });
  };
}

/** How far one client has come in a channel's log. */
interface Replay {
  /** What tells the listeners of a gap, by the event's name. */
  readonly gaps: Map<unknown, (gap: Gap) => void>;
}

const replays = /* @__PURE__ */ new WeakMap<ChannelConnection, Replay>();

function bindReplay(connection: ChannelConnection): Replay {
  const { receivers, handshake, onEnd } = connection;
  const replay: Replay = { gaps: new Map() };
  replays.set(connection, replay);
  let token: string | undefined;
  let offset: number | undefined;
  const remember = () => {
    handshake.replay = { token, offset };
  };
  remember();

  receivers[atEvent] = ([at, name, ...args], socket) => {
    if (!replay.gaps.has(name) || typeof at !== "number" || at <= (offset ?? 0)) return;
    offset = at;
    remember();
    receivers[name as string]?.(args, socket);
  };
  receivers[replayEvent] = ([notice]) => {
    // Object() makes any value safe to look into.
    const said: ReplayNotice = Object(notice);
    if (typeof said.token === "string") token = said.token;
    if (typeof said.offset === "number") offset = said.offset;
    remember();
    const { reason, events } = Object(said.gap) as NonNullable<ReplayNotice["gap"]>;
    if (!Array.isArray(events)) return;
    for (const name of events) {
      replay.gaps.get(name)?.({ reason: reason === "trimmed" ? reason : "forgotten" });
    }
  };
  // Closed or refused: whoever connects next begins anew.
  onEnd.add(() => {
    token = undefined;
    offset = undefined;
    remember();
  });
  return replay;
}
