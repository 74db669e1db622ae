const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const calendar = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

/** Hours and minutes, in the person's own zone and habit. */
export function formatTime(at: Date): string {
  return clock.format(at);
}

/** Date and time in full, for whoever wants to know exactly. */
export function formatMoment(at: Date): string {
  return full.format(at);
}

/** `Today`, `Yesterday`, or the day. */
export function formatDay(at: Date, now = new Date()): string {
  if (isSameDay(at, now)) return "Today";
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return isSameDay(at, yesterday) ? "Yesterday" : calendar.format(at);
}

/** Whether both moments are of one day in the person's zone. */
export function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
