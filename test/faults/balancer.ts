import { onTestFinished } from "vitest";
import { serveBalancer } from "./serve-balancer.js";

/** {@link serveBalancer}, until the test ends; gives its address. */
export async function startBalancer(ports: readonly number[]): Promise<string> {
  const balancer = await serveBalancer(ports);
  onTestFinished(() => balancer.close());
  return balancer.url;
}
