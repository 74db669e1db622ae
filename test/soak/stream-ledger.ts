import { isWireError } from "wirepact/client";
import type { SoakClient } from "./soak-channel.js";

/** Counts streams by how they ended, and what docs/streams.md does not allow. */
export class StreamLedger {
  /** `complete`, or the code. */
  readonly outcomes: Record<string, number> = {};
  opened = 0;
  ended = 0;
  /** Items out of order, an end before the last item, a failure without a code. */
  readonly untrue: string[] = [];

  async read(count: SoakClient["stream"]["count"], to: number): Promise<void> {
    this.opened++;
    const items = count.safe(to);
    let next = 0;
    for await (const item of items) {
      if (item !== next) this.untrue.push(`a stream brought ${item} where ${next} was next`);
      next = item + 1;
    }
    const result = await items.result;
    this.ended++;
    if (result.ok && (result.value !== to || next !== to)) {
      this.untrue.push(`a stream of ${to} items ended well after ${next}`);
    }
    if (!result.ok && !isWireError(result.error)) this.untrue.push(`a stream failed with ${result.error}`);
    const ending = result.ok ? "complete" : result.error.code;
    this.outcomes[ending] = (this.outcomes[ending] ?? 0) + 1;
  }
}
