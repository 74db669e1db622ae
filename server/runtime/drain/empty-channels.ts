import type { FastifyBaseLogger } from "fastify";
import type { Socket } from "socket.io";
import type { Channel } from "../channel.js";
import type { ChannelFamily } from "../channel-family.js";
import type { Connection } from "../connection.js";
import { now, pause } from "./real-time.js";

/** Milliseconds for which a generated client that was asked to move, and has nothing under way, is waited for. */
const graceMs = 1_000;
/** Connections that are asked at once, where more are not needed to have asked all within half of the time. */
const leastBatch = 50;
/** Milliseconds between two such batches. */
const batchPauseMs = 100;
/** Longest pause between two looks at what is still under way, in milliseconds. */
const longestPauseMs = 25;

/** What {@link emptyChannels} is told. */
export interface EmptyOptions {
  readonly log: FastifyBaseLogger;
  readonly drainMs: number;
  /** By {@link now}. */
  readonly endsAtMs: number;
}

/** An Engine.IO connection. */
type Transport = Socket["conn"];
type Channels = readonly (Channel | ChannelFamily)[];

/**
 * Asks all clients to move, connection by connection in batches, so that not all return in the same instant. Who has nothing
 * under way any more and stays is cut off; so is at once who knows nothing of moving, for Socket.IO's clients come back by
 * themselves from that alone.
 *
 * Settles when all are gone and no idempotent call runs, or when the time is up.
 */
export async function emptyChannels(
  channels: Channels,
  { log, drainMs, endsAtMs }: EmptyOptions,
): Promise<void> {
  const untold = new Set(findTransports(channels).keys());
  if (untold.size > 0) log.info({ connections: untold.size }, "clients are asked to move");
  const batchSize = Math.max(leastBatch, Math.ceil((untold.size * 2 * batchPauseMs) / drainMs));
  const idleSinceMs = new WeakMap<Transport, number>();
  let tellAtMs = now();

  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const transports = findTransports(channels);
    const nowMs = now();
    if (nowMs >= tellAtMs) {
      tellAtMs = nowMs + batchPauseMs;
      for (const transport of [...untold].slice(0, batchSize)) {
        untold.delete(transport);
        for (const client of transports.get(transport) ?? []) client.move(endsAtMs);
      }
    }
    const isOver = nowMs >= endsAtMs;
    for (const [transport, clients] of transports) {
      if (clients.some(({ isBusy }) => isBusy)) idleSinceMs.delete(transport);
      else if (!idleSinceMs.has(transport)) idleSinceMs.set(transport, nowMs);
      const idleMs = nowMs - (idleSinceMs.get(transport) ?? nowMs);
      const isAwaited =
        untold.has(transport) ||
        !idleSinceMs.has(transport) ||
        (idleMs < graceMs && clients.some(({ isGenerated }) => isGenerated));
      if (isOver || !isAwaited) cut(transport, clients);
    }
    const running = channels.flatMap((channel) => channel.listOnceRunning()).length;
    if (transports.size + running === 0) return;
    if (isOver) {
      log.warn({ connections: transports.size, calls: running }, "cut off what was still under way");
      return;
    }
    await pause(pauseMs);
  }
}

function findTransports(channels: Channels): Map<Transport, Connection[]> {
  const transports = new Map<Transport, Connection[]>();
  for (const client of channels.flatMap((channel) => channel.listConnections())) {
    const { conn } = client.socket;
    const others = transports.get(conn);
    if (others) others.push(client);
    else transports.set(conn, [client]);
  }
  return transports;
}

function cut(transport: Transport, clients: readonly Connection[]): void {
  for (const client of clients) client.flush();
  transport.close();
}
