/** What the loads send; the same values in every run and for every stack. */

export interface TinyCall {
  a: number;
  b: number;
}

export interface ChatCall {
  room: string;
  text: string;
  tags: string[];
  replyTo?: string | undefined;
}

export interface Receipt {
  id: string;
  sentAt: string;
  seq: number;
}

export interface ListedRow {
  id: string;
  name: string;
  email: string;
  age: number;
  balance: number;
  isActive: boolean;
  role: "admin" | "editor" | "viewer";
  createdAt: string;
}

export interface PulsePayload {
  seq: number;
  source: string;
  text: string;
}

const roles = ["admin", "editor", "viewer"] as const;
const words = "the quick brown fox jumps over the lazy dog while nobody at all is looking at it ";

export function tinyCall(index: number): TinyCall {
  return { a: index, b: index + 1 };
}

/** 100 characters of text, three tags; every second one replies to another. */
export function chatCall(index: number): ChatCall {
  const text = words
    .repeat(2)
    .slice(index % 40)
    .slice(0, 100);
  const message = { room: `room-${index % 8}`, text, tags: ["news", "team", `topic-${index % 5}`] };
  return index % 2 === 0 ? message : { ...message, replyTo: uuidOf(index) };
}

export function receipt(index: number): Receipt {
  return { id: uuidOf(index), sentAt: timeOf(index), seq: index };
}

/** 100 rows of eight fields: about 17 kB of JSON. */
export function listRows(): ListedRow[] {
  return Array.from({ length: 100 }, (_, index) => ({
    id: uuidOf(index),
    name: `Person number ${index}`,
    email: `person.${index}@example.org`,
    age: 20 + (index % 60),
    balance: index * 12.25,
    isActive: index % 3 !== 0,
    role: roles[index % 3] ?? "viewer",
    createdAt: timeOf(index),
  }));
}

/** 200 bytes of JSON, more or less. */
export function pulse(seq: number): PulsePayload {
  return { seq, source: "bench/fan-out", text: words.repeat(2).slice(0, 140) };
}

function uuidOf(index: number): string {
  return `3f2a9c4e-7b1d-4e6a-9c8f-${index.toString(16).padStart(12, "0")}`;
}

function timeOf(index: number): string {
  return new Date(Date.UTC(2024, 0, 1) + index * 1_234_567).toISOString();
}
