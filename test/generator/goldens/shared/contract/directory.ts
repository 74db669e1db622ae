import { call, channel, event } from "wirepact/contract";
import { z } from "zod";
import { Person } from "./people.js";

export const phoneDirectory = channel("/directory", {
  clientToServer: { find: call({ input: z.object({ name: z.string() }), output: z.array(Person) }) },
  serverToClient: { added: event(Person) },
});
