import { exactly, type Table } from "../report/part-result.js";

/**
 * Where the time of the loads goes whose goals are missed: shares of each process's time, by V8's profiler (`node --cpu-prof` samples; 100 µs apart)
 * on a machine that had other work. Taken once, by hand, and not renewed by a run.
 */
export const profileTable: Table = {
  title: "Where the time goes, by a profile",
  columns: [
    "JSON",
    "validation",
    "write calls",
    "garbage",
    "Socket.IO and ws",
    "Node's own",
    "wirepact's own",
    "the load",
  ],
  rows: [
    row("chat 1 × 100, raw server", 11, 0, 19, 11, 18, 35, 0, 5),
    row("chat 1 × 100, our server", 18, 8, 22, 3, 6, 23, 4, 16),
    row("chat 1 × 100, raw client", 8, 0, 25, 9, 32, 24, 0, 2),
    row("chat 1 × 100, our client", 18, 3, 9, 13, 15, 27, 14, 1),
    row("chat 50 × 10, our server", 17, 8, 8, 4, 11, 32, 6, 14),
    row("chat 50 × 10, our client", 19, 3, 16, 9, 16, 22, 13, 2),
    row("list 1 × 100, raw server", 57, 0, 6, 8, 9, 21, 0, 0),
    row("list 1 × 100, our server", 38, 25, 8, 6, 1, 20, 1, 0),
    row("list 1 × 100, raw client", 63, 0, 8, 6, 10, 13, 0, 0),
    row("list 1 × 100, our client", 50, 19, 1, 9, 4, 15, 1, 0),
  ],
};

/** What the table says of the goals. */
export const profileNotes: readonly string[] = [
  "A list spends most of its time in JSON, on both sides and whoever sends it; validation comes on top of that, once on the server and once on the client, and the goal of 1 × would need it to be free. Two thirds of validation is zod's patterns of UUIDs, e-mail addresses and times: loops over the characters in their place took 0.9 to 1.9 × of the time.",
  "Chat messages: what JSON, the handler and the system's writes take has to be spent by all. On the client a fifth is JSON and a seventh the calls' own state (a promise, a deadline, an id), which a batch does not make fewer.",
];

function row(name: string, ...shares: readonly number[]): Table["rows"][number] {
  return { name, figures: shares.map((share) => exactly(share, "%")) };
}
