import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { until } from "./start-arena.js";

/** A client that speaks in frames: nothing between the test and the wire but Engine.IO's heartbeat. */
export interface RawClient {
  readonly frames: readonly string[];
  send(frame: string | Buffer): void;
  /** The first frame from now on that is none of Engine.IO's own. */
  next(): Promise<string>;
  readonly isOpen: boolean;
  ping(data: string): void;
  /** Stops reading: the peer is there and says nothing, not even goodbye. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** Opens a WebSocket and says Engine.IO's hello; joins no namespace yet. */
export async function openRaw(url: string): Promise<RawClient> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  const frames: string[] = [];
  let read = 0;
  let isReady = false;
  socket.on("message", (data) => {
    const frame = String(data);
    if (frame.startsWith("0")) isReady = true;
    else if (frame === "2") socket.send("3");
    else frames.push(frame);
  });
  // Ends like any other close; `isOpen` tells.
  socket.on("error", () => undefined);
  onTestFinished(() => socket.terminate());
  await until(() => isReady);
  return {
    frames,
    send: (frame) => socket.send(frame),
    next: async () => {
      await until(() => frames.length > read);
      return frames[read++] ?? "";
    },
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    ping: (data) => socket.ping(data),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.close(),
  };
}
