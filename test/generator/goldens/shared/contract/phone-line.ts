import { call, channel, event } from "wirepact/contract";
import { z } from "zod";
import { Call, Person, Promise, Session } from "./people.js";

/** A channel that is the file's default export. */
export default channel("/phone", {
  auth: z.object({ person: Person }),
  clientToServer: {
    dial: call({ input: Call, output: Session, errors: { Engaged: Person } }),
    promise: call({ input: Promise }),
  },
  serverToClient: { ringing: event(Call), answer: call({ output: Session }) },
});
