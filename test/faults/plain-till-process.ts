/** `till-process.ts` without wirepact, to compare with: plain Socket.IO, whose `look` prints its run and answers. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

/** Milliseconds that a handler takes. */
const handlerMs = 10;

const [, port = "0"] = process.argv.slice(2);
const http = createServer();
const io = new Server(http);
/** Writing to a pipe is synchronous: what was printed is there even when the process is killed. */
const print = (line: string) => void process.stdout.write(`${line}\n`);

io.of("/till").on("connection", (socket) => {
  socket.on("look", ({ order }: { order: number }, answer: (text: string) => void) => {
    print(`look ${order}`);
    setTimeout(() => answer(`look ${order}`), handlerMs);
  });
});
process.once("SIGTERM", () => void io.close());
http.listen(Number(port), "127.0.0.1", () => {
  // A server that listens on a port has an address.
  print(`port ${(http.address() as AddressInfo).port}`);
});
