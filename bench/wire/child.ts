import { fork } from "node:child_process";
import { once } from "node:events";
import type { Requests } from "./requests.js";

/** A process that answers requests. */
export interface Child {
  /** What it said when it was ready; 0 for a client. */
  readonly port: number;
  ask<Name extends keyof Requests>(name: Name, ask: Requests[Name]["ask"]): Promise<Requests[Name]["reply"]>;
  /** Ends the process. */
  stop(): Promise<void>;
}

type Message =
  | { readonly port: number }
  | { readonly id: number; readonly reply: never; readonly failure?: undefined }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (reply: never) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a program of {@link serve} or {@link drive}; settles when it is ready. */
export function startChild(program: string): Promise<Child> {
  // A process that opens thousands of connections needs as many files; Node itself raises the limit to the hard one.
  const child = fork(program, { execArgv: ["--expose-gc"] });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  return new Promise((resolve, reject) => {
    child.on("exit", (code) => {
      const ended = new Error(`${program} ended with ${code}.`);
      for (const { reject: rejectOne } of waiting.values()) rejectOne(ended);
      reject(ended);
    });
    child.on("message", (message: Message) => {
      if (!("id" in message)) {
        resolve({ port: message.port, ask, stop });
        return;
      }
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.failure === undefined) one?.resolve(message.reply);
      else one?.reject(new Error(`${program}: ${message.failure}`));
    });
  });

  function ask<Name extends keyof Requests>(name: Name, question: Requests[Name]["ask"]) {
    return new Promise<Requests[Name]["reply"]>((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      child.send({ id, name, ask: question });
    });
  }

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}
