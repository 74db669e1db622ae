import { type Balancer, serveBalancer } from "../faults/serve-balancer.js";
import { startRedis } from "../redis/redis-server.js";
import { CallLedger } from "./call-ledger.js";
import { EventCounts } from "./event-ledger.js";
import { serveSoak } from "./serve-soak.js";
import { eventOf, topicCount } from "./soak-channel.js";
import { BusyClient, callTimeoutMs, type Notes } from "./soak-client.js";
import { type SoakLife, spawnSoak } from "./spawn-soak.js";
import { StreamLedger } from "./stream-ledger.js";

export interface SoakOptions {
  readonly minutes: number;
  readonly clients: number;
  /** Seconds between two ends of a server, which are graceful and not by turns; 0 for none. */
  readonly restartSeconds: number;
  /** Called once a minute, and at the end. */
  readonly report: (state: SoakState) => void;
}

/** What is known at a moment. */
export interface SoakState {
  readonly minutes: number;
  readonly notes: Notes;
  readonly cuts: number;
  readonly restarts: number;
  readonly kills: number;
  readonly sent: number;
  /** Servers that are there now. */
  readonly lives: readonly SoakLife[];
  /** Those that ended since the last report. */
  readonly ended: readonly SoakLife[];
}

/** Each second so many connections are cut. */
const cutShare = 0.03;
/** Milliseconds between two events of the publisher, each to another topic. */
const publishMs = 50;
/** Beyond a call's deadline: what a machine takes that does much else. */
const graceMs = 15_000;

/**
 * Lets clients work on two servers behind a balancer, through cuts, restarts and kills, while this process sends events as a
 * third server. Gives what was broken of docs/delivery.md, a line each.
 */
export async function runSoak(options: SoakOptions): Promise<readonly string[]> {
  const redis = await startRedis();
  const publisher = await serveSoak(redis.url);
  const sent = new Array<number>(topicCount).fill(0);
  const calls = new CallLedger();
  const notes: Notes = {
    calls,
    streams: new StreamLedger(),
    events: new EventCounts(),
    sentTo: (topic) => sent[topic] ?? 0,
    nextOrder: 0,
  };
  let nextLife = 0;
  const spawnLife = (port = 0) =>
    spawnSoak({ url: redis.url, port, life: nextLife++, hearRun: (run) => calls.hearRun(run) });
  const lives = await Promise.all([spawnLife(), spawnLife()]);
  const balancer = await serveBalancer(lives.map(({ port }) => port));
  const clients = Array.from({ length: options.clients }, () => new BusyClient(balancer.url, notes));

  const startedAtMs = performance.now();
  const counts = { restarts: 0, kills: 0 };
  let ended: SoakLife[] = [];
  const report = () => {
    calls.settle(callTimeoutMs + graceMs);
    options.report({
      minutes: (performance.now() - startedAtMs) / 60_000,
      notes,
      cuts: balancer.cuts,
      ...counts,
      sent: sum(sent),
      lives,
      ended,
    });
    ended = [];
  };
  let turn = 0;
  const timers = [
    setInterval(report, 60_000),
    setInterval(() => balancer.cut(cutShare), 1_000),
    setInterval(() => {
      const topic = turn++ % topicCount;
      sent[topic] = (sent[topic] ?? 0) + 1;
      publisher.sockets.to.topic(String(topic)).emit.posted(eventOf(topic, sent[topic]));
    }, publishMs),
  ];

  const endsAtMs = startedAtMs + options.minutes * 60_000;
  const restartMs = options.restartSeconds * 1_000 || Number.POSITIVE_INFINITY;
  // However short it is, there is one end of each sort.
  const leastEnds = options.restartSeconds > 0 ? 2 : 0;
  for (let index = 0; index < leastEnds || performance.now() + restartMs < endsAtMs; index++) {
    await sleep(restartMs);
    // Two ends of one server, then two of the other: each is restarted and killed.
    const place = Math.floor(index / 2) % lives.length;
    const life = lives[place] as SoakLife;
    const isKill = index % 2 === 1;
    counts[isKill ? "kills" : "restarts"]++;
    if (isKill) calls.hearKill();
    await life.end(isKill ? "SIGKILL" : "SIGTERM");
    if (isKill) calls.hearKill();
    ended.push(life);
    lives[place] = await spawnLife(life.port);
  }
  await sleep(endsAtMs - performance.now());

  for (const timer of timers) clearInterval(timer);
  const broken = await finish({ clients, lives, balancer, notes });
  report();
  await publisher.app.close();
  await redis.stop();
  return broken;
}

interface Running {
  readonly clients: readonly BusyClient[];
  readonly lives: readonly SoakLife[];
  readonly balancer: Balancer;
  readonly notes: Notes;
}

/** Waits for all that is under way, ends everything and says what was broken. */
async function finish({ clients, lives, balancer, notes }: Running): Promise<readonly string[]> {
  const { calls, events, streams } = notes;
  const stopped = Promise.all(clients.map((client) => client.stop()));
  await Promise.race([stopped, sleep(2 * (callTimeoutMs + graceMs))]);
  const awaited = () => sum(clients.map((client) => client.awaited));
  await until(() => awaited() === 0);
  events.lost += awaited();
  for (const client of clients) client.close();
  const openStreams = () => sum(lives.map(({ pulse }) => pulse?.openStreams ?? 0));
  await until(() => openStreams() === 0);
  const leftOpen = openStreams();
  await Promise.all(lives.map((life) => life.end("SIGTERM")));
  await balancer.close();
  calls.settle(0, true);
  const counted: Readonly<Record<string, number>> = {
    "calls lost": calls.lost,
    "calls run twice": calls.runTwice,
    "replayed events lost": events.lost,
    "replayed events heard twice": events.twice,
    "replayed events out of order": events.outOfOrder,
    "gaps told where nothing was missing": events.gaps,
    "streams that did not end": streams.opened - streams.ended,
    "streams whose handlers did not end": leftOpen,
  };
  return [
    ...Object.entries(counted).flatMap(([what, times]) => (times === 0 ? [] : [`${times} ${what}`])),
    ...calls.untrue,
    ...streams.untrue,
  ];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, ms));
  });
}

/** Gives up after a while: what is still so then is broken. */
async function until(isSo: () => boolean): Promise<void> {
  for (const startedAtMs = performance.now(); !isSo() && performance.now() < startedAtMs + 30_000; ) {
    await sleep(100);
  }
}
