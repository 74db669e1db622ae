import type { CallName } from "./handlers.js";

/** What the parent asks of a server's or a client's process; each is answered by a reply of the same name. */
export interface Requests {
  /** Server: processor time of the whole process so far, in milliseconds. */
  cpu: { readonly ask: Record<never, never>; readonly reply: { readonly cpuMs: number } };
  /** Server: bytes in use after garbage collection. */
  memory: { readonly ask: Record<never, never>; readonly reply: { readonly bytes: number } };
  /** Server: sends that many events to every client, one in each turn of the event loop. */
  broadcast: { readonly ask: { readonly events: number }; readonly reply: Record<never, never> };
  /** Client: opens that many clients in place of the ones before. */
  connect: {
    readonly ask: { readonly port: number; readonly clients: number };
    readonly reply: Record<never, never>;
  };
  /** Client: calls for that long, on every client that many at a time. */
  load: { readonly ask: Load; readonly reply: LoadReport };
  /** Client: counts what its clients hear from now on. */
  listen: { readonly ask: { readonly events: number }; readonly reply: Record<never, never> };
  /** Client: answers once every client has heard as many events as `listen` said. */
  heard: { readonly ask: Record<never, never>; readonly reply: Record<never, never> };
}

/** Calls to make. */
export interface Load {
  readonly call: CallName;
  readonly inFlight: number;
  readonly durationMs: number;
}

/** Calls made. */
export interface LoadReport {
  readonly calls: number;
  readonly seconds: number;
  /** Microseconds of the call in the middle; only where one client makes one call at a time. */
  readonly medianLatencyUs?: number;
}

/** A request on its way to a process. */
export interface Envelope<Name extends keyof Requests = keyof Requests> {
  readonly id: number;
  readonly name: Name;
  readonly ask: Requests[Name]["ask"];
}

/** Answers requests in a process; a process of one kind answers some of them. */
export type Answers = {
  readonly [Name in keyof Requests]?: (
    ask: Requests[Name]["ask"],
  ) => Requests[Name]["reply"] | Promise<Requests[Name]["reply"]>;
};

/** Answers the parent process from now on. */
export function answerParent(answers: Answers): void {
  process.on("message", async ({ id, name, ask }: Envelope) => {
    try {
      // The name chooses answer and question alike.
      const answer = answers[name] as ((ask: unknown) => unknown) | undefined;
      if (answer === undefined) throw new Error(`\`${name}\` is not answered here.`);
      process.send?.({ id, reply: await answer(ask) });
    } catch (error) {
      process.send?.({ id, failure: error instanceof Error ? error.stack : String(error) });
    }
  });
  process.on("disconnect", () => process.exit());
}
