import type { FastifyBaseLogger } from "fastify";
import type { Server } from "socket.io";

/** Different names that are logged at level info; the rest goes to debug. */
const maxNotes = 32;

/** Refuses namespaces that are no channel's, and says so in the log, where Socket.IO says nothing. */
export function refuseOtherNamespaces(io: Server, log: FastifyBaseLogger, paths: ReadonlySet<string>): void {
  const noted = new Set<string>();
  const note = (name: string) => {
    const namespace = name.slice(0, 100);
    const message = "client asked for a namespace that is no channel";
    if (noted.has(namespace) || noted.size >= maxNotes) {
      log.debug({ namespace }, message);
      return;
    }
    noted.add(namespace);
    log.info({ namespace }, message);
  };

  io.of((name, _auth, next) => {
    note(name);
    next(null, false);
  });

  // Socket.IO always has "/". It is open where a channel has it, or where somebody listens there on their own account.
  if (paths.has("/")) return;
  const root = io.of("/");
  root.use((socket, next) => {
    const isLegacy = socket.conn.protocol === 3;
    if (isLegacy || root.listenerCount("connection") + root.listenerCount("connect") > 0) {
      next();
      return;
    }
    note("/");
    next(new Error("Invalid namespace"));
  });
}
