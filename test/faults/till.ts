import { onTestFinished } from "vitest";
import { type ConnectOptions, connectChannel } from "wirepact/client";
import type { ChannelDefinition } from "wirepact/server";
import {
  serveTill,
  type Till,
  type TillClient,
  type TillHandlers,
  type TillOptions,
  tillClientDefinition,
} from "./serve-till.js";

export * from "./serve-till.js";

/** {@link serveTill}, until the test ends. */
export async function startTill(
  handlers: TillHandlers,
  options: TillOptions = {},
  definition?: ChannelDefinition,
): Promise<Till> {
  const till = await serveTill(handlers, { ...(definition && { definitions: [definition] }), ...options });
  onTestFinished(() => till.app.close());
  return till;
}

/** Connects to the till; new attempts come fast. */
export function connectTill(url: string, options: ConnectOptions = {}, path = "/till"): TillClient {
  return connectChannel<TillClient>({ ...tillClientDefinition, path }, url, {
    reconnectionDelayMs: 10,
    reconnectionDelayMaxMs: 50,
    ...options,
  });
}
