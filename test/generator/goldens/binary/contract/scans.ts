import { call, channel, event } from "wirepact/contract";
import { z } from "zod";

const Page = z.instanceof(Uint8Array);

export const scans = channel("/scans", {
  clientToServer: {
    /** Gives the pages back. */
    turn: call({ input: z.array(Page), output: z.array(Page) }),
    /** As many pages as are asked for. */
    print: call({ input: z.int(), output: z.object({ pages: z.array(Page).max(12) }) }),
    /** Never more than a packet carries. */
    cover: call({ input: z.tuple([Page, Page]), output: z.array(Page).max(10) }),
  },
  serverToClient: { scanned: event(z.record(z.string(), Page)) },
});
