import { once } from "node:events";
import { WebSocket } from "ws";

/** What a call was answered with. */
export interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

/** A client that sends whatever frames it is told to, and reads the answers. */
export interface HostileSocket {
  send(frame: string | Buffer): void;
  /** Sends a frame with an acknowledgement in the place of `ID`, and waits for what it is answered with. */
  ask(frame: string): Promise<Answer>;
  /** Waits for a frame that begins so, from now on. */
  hears(start: string): Promise<void>;
  /** Every frame that was no answer. */
  readonly frames: string[];
  readonly closed: Promise<unknown>;
  readonly isOpen: boolean;
  close(): void;
}

/** Opens a WebSocket and joins namespaces, with what they ask for. */
export async function openHostile(url: string, namespaces: readonly string[] = []): Promise<HostileSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  const frames: string[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(frame: string) => void>();
  let nextId = 0;
  socket.on("error", () => undefined); // the close that follows says enough
  const closed = once(socket, "close");
  socket.on("message", (data) => {
    const frame = String(data);
    if (frame === "2") {
      socket.send("3");
      return;
    }
    const [, id, answer] = /^43[^,]*,(\d+)\[(.*)\]$/s.exec(frame) ?? [];
    const settle = waiting.get(Number(id));
    if (settle && answer !== undefined) {
      waiting.delete(Number(id));
      settle(JSON.parse(answer));
    } else frames.push(frame);
    for (const listener of listeners) listener(frame);
  });
  await Promise.race([once(socket, "open"), closed]);
  for (const namespace of namespaces) {
    socket.send(`40${namespace},{"name":"Mallory"}`);
    while (!frames.some((frame) => frame.startsWith(`40${namespace},`))) await once(socket, "message");
  }
  return {
    frames,
    closed,
    send: (frame) => socket.send(frame),
    ask(frame) {
      const id = nextId++;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        socket.send(frame.replace("ID", String(id)));
      });
    },
    hears: (start) =>
      new Promise((resolve) => {
        const listener = (frame: string) => {
          if (!frame.startsWith(start)) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      }),
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    close: () => socket.close(),
  };
}
