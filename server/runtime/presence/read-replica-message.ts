import { maxPresenceIdLength, maxPresenceLength } from "../../../contracts/wire/index.js";
import { BadMessage } from "../bus/bus-guard.js";
import { readRecord, readText } from "../bus/read-bus-message.js";
import type { Family } from "../room-families.js";
import { readRoomName } from "../room-name.js";
import type { ReplicaChange, ReplicaMessage } from "./presence-replicas.js";

/** What another process tells of its clients' presence, checked as what clients tell is. Throws a {@link BadMessage}. */
export function readReplicaMessage(families: ReadonlyMap<string, Family>, value: unknown): ReplicaMessage {
  const { from, version, changes, state, ask, isLast } = readRecord(value, "what is told of presence");
  if (!Number.isSafeInteger(version) || Number(version) < 0) throw new BadMessage("`version` is no count");
  const read = (list: unknown) => {
    if (!Array.isArray(list)) throw new BadMessage("changes of presence are no list");
    return list.map((change) => readChange(families, change));
  };
  return {
    from: readText(from, "`from`"),
    version: Number(version),
    ...(changes !== undefined && { changes: read(changes) }),
    ...(state !== undefined && { state: read(state) }),
    ...(ask !== undefined && { ask: readText(ask, "`ask`") }),
    ...(isLast === true && { isLast }),
  };
}

function readChange(families: ReadonlyMap<string, Family>, change: unknown): ReplicaChange {
  if (!Array.isArray(change)) throw new BadMessage("a change of presence is no list");
  const [room, clientId, id, data, atMs]: unknown[] = change;
  const place = [readText(room, "a room"), readText(clientId, "a client's id")] as const;
  const check = readRoomName(families, place[0])?.family.definition.presence;
  if (check === undefined) throw new BadMessage("a room of presence is none of the contract's");
  if (change.length === 2) return place;
  if (readText(id, "an id that is present").length > maxPresenceIdLength)
    throw new BadMessage("an id is too long");
  if (typeof atMs !== "number" || !Number.isFinite(atMs)) throw new BadMessage("`atMs` is no time");
  if ((JSON.stringify(data) ?? "").length > maxPresenceLength || !check.read(data).ok) {
    throw new BadMessage("what is told of a client breaks the contract");
  }
  return [...place, String(id), data, atMs];
}
