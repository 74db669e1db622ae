import { onTestFinished } from "vitest";
import { type ConnectOptions, connectChannel } from "wirepact/client";
import { type Feed, type FeedClient, feedClientDefinition, serveFeed } from "./feed.js";

/** {@link serveFeed}, until the test ends. */
export async function startFeed(...setup: Parameters<typeof serveFeed>): Promise<Feed> {
  const feed = await serveFeed(...setup);
  onTestFinished(() => feed.app.close());
  return feed;
}

/** Connects to the feed, until the test ends; new attempts come fast. */
export function connectFeed(url: string, options: ConnectOptions = {}): FeedClient {
  const client = connectChannel<FeedClient>(feedClientDefinition, url, {
    transports: ["websocket"],
    reconnectionDelayMs: 10,
    reconnectionDelayMaxMs: 50,
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}
