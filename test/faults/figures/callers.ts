import { io } from "socket.io-client";
import { connectTill } from "./connect-till.js";

/** How a call ended for whoever made it. `failed` says nothing of whether it ran. */
export type Ending = "answered" | "did not run" | "may have run" | "failed";

/** Makes calls in one of the ways that there are. */
export interface Caller {
  call(order: number): Promise<Ending>;
  close(): void;
}

export interface Subject {
  readonly name: string;
  /** Of the handler. */
  readonly call: "charge" | "look";
  readonly isPlain: boolean;
  connect(url: string): Caller;
}

/** Milliseconds until Socket.IO sends again. */
const ackTimeoutMs = 1_000;
const reconnection = { reconnectionDelay: 10, reconnectionDelayMax: 50 };

function throughWirepact(call: Subject["call"]): Subject["connect"] {
  return (url) => {
    const till = connectTill(url);
    return {
      async call(order) {
        const result = await till.call[call].safe({ order }, { timeoutMs: 15_000 });
        if (result.ok) return "answered";
        return result.error.mayHaveRun ? "may have run" : "did not run";
      },
      close: () => till.close(),
    };
  };
}

function throughSocketIo(options: object, isCallback = false): Subject["connect"] {
  return (url) => {
    const socket = io(`${url}/till`, {
      forceNew: true,
      transports: ["websocket"],
      ...reconnection,
      ...options,
    });
    return {
      async call(order) {
        if (isCallback) await new Promise((resolve) => socket.emit("look", { order }, resolve));
        else {
          try {
            await socket.emitWithAck("look", { order });
          } catch {
            // It says that there was no answer, and no more.
            return "failed";
          }
        }
        return "answered";
      },
      close: () => void socket.close(),
    };
  };
}

export const subjects: readonly Subject[] = [
  { name: "wirepact, `idempotent`", call: "charge", isPlain: false, connect: throughWirepact("charge") },
  { name: "wirepact", call: "look", isPlain: false, connect: throughWirepact("look") },
  {
    name: "Socket.IO, `emit` with a callback",
    call: "look",
    isPlain: true,
    connect: throughSocketIo({}, true),
  },
  { name: "Socket.IO, `emitWithAck`", call: "look", isPlain: true, connect: throughSocketIo({}) },
  {
    name: "Socket.IO, `emitWithAck` and `retries`",
    call: "look",
    isPlain: true,
    connect: throughSocketIo({ ackTimeout: ackTimeoutMs, retries: 10 }),
  },
];
