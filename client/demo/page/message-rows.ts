import type { Conversation, Entry, Outgoing } from "./conversation.js";
import { formatDay, isSameDay } from "./format-time.js";

/** One row of the log. Rows with equal `key` stand for the same thing; equal `look`, that nothing changed. */
export type Row = { readonly key: string; readonly look: string } & (
  | { readonly kind: "day"; readonly text: string }
  | { readonly kind: "note"; readonly text: string; readonly at: Date }
  | MessageRow
  | { readonly kind: "outgoing"; readonly outgoing: Outgoing; readonly startsGroup: boolean }
);

/** A message as it is shown; the first one of a group bears author and time. */
export interface MessageRow {
  readonly kind: "message";
  readonly author: string;
  readonly text: string;
  readonly at: Date;
  readonly isMine: boolean;
  readonly startsGroup: boolean;
}

const groupGapMs = 5 * 60_000;

/** A conversation as rows: days apart, and what one person says in one go together. */
export function messageRows(conversation: Conversation, self: string): readonly Row[] {
  const rows: Row[] = [];
  let lastAt: Date | undefined;
  let group: { readonly author: string; readonly at: Date } | undefined;

  for (const entry of conversation.entries) {
    const at = timeOf(entry);
    if (lastAt === undefined || !isSameDay(lastAt, at)) {
      const text = formatDay(at);
      rows.push({ kind: "day", key: `day ${at.toDateString()}`, look: text, text });
      group = undefined;
    }
    lastAt = at;
    if (entry.kind === "note") {
      rows.push({ kind: "note", key: entry.id, look: "", text: entry.text, at });
      group = undefined;
      continue;
    }
    const { id, author, text } = entry.message;
    const startsGroup = group?.author !== author || at.getTime() - group.at.getTime() > groupGapMs;
    const row: MessageRow = { kind: "message", author, text, at, isMine: author === self, startsGroup };
    rows.push({ ...row, key: id, look: String(startsGroup) });
    group = { author, at };
  }

  for (const outgoing of conversation.outgoing) {
    const startsGroup = group?.author !== self;
    const look = `${outgoing.status} ${outgoing.problem ?? ""} ${startsGroup}`;
    rows.push({ kind: "outgoing", key: outgoing.id, look, outgoing, startsGroup });
    group = { author: self, at: new Date() };
  }
  return rows;
}

function timeOf(entry: Entry): Date {
  return entry.kind === "message" ? new Date(entry.message.sentAt) : entry.at;
}
