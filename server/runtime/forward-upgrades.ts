import { type IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";

/** A connection that asks to become a WebSocket and waits for the route to say so. */
export interface PendingUpgrade {
  readonly head: Buffer;
  /** Takes the connection back from the HTTP response that hooks may have answered with. */
  readonly release: () => Duplex;
}

/**
 * Sends upgrade requests for `path` through Fastify's routing, so that hooks run and may answer instead. Those for other
 * paths go where they would have gone.
 *
 * The requests are taken before any listener of `upgrade` sees them, because some (@fastify/websocket's, `ws` with a
 * `path`) answer every upgrade of the server, whosoever it is meant for. Secondary servers, which Fastify opens for
 * `localhost`, hand their upgrades on to the main one and are covered as well.
 *
 * @param isOurs - Whether the URL of a request is the engine's.
 */
export function forwardUpgrades(
  app: FastifyInstance,
  isOurs: (url: string) => boolean,
): {
  /** The upgrade that a request asks for, once. The request lives as long as its connection and must not keep it. */
  readonly take: (request: IncomingMessage) => PendingUpgrade | undefined;
  readonly stop: () => void;
} {
  const { server } = app;
  const pending = new WeakMap<IncomingMessage, PendingUpgrade>();
  // Its typed overloads are of no use to whoever passes everything on.
  const emit: (event: string, ...values: unknown[]) => boolean = server.emit;

  const emitUnlessOurs = (event: string, ...values: unknown[]): boolean => {
    if (event === "upgrade") {
      // Node's own arguments of the event.
      const [request, socket, head] = values as [IncomingMessage, Duplex, Buffer];
      if (isOurs(request.url ?? "")) {
        route(app, request, socket, (release) => pending.set(request, { head, release }));
        return true;
      }
    }
    return emit.call(server, event, ...values);
  };
  server.emit = emitUnlessOurs;

  // Node tells a server without a listener of nothing. Where nobody else listens, the request is what it would be then: a
  // plain one.
  const onUpgrade = (request: IncomingMessage, socket: Duplex) => {
    if (server.listenerCount("upgrade") === 1) route(app, request, socket, () => undefined);
  };
  server.on("upgrade", onUpgrade);

  return {
    take: (request) => {
      const upgrade = pending.get(request);
      pending.delete(request);
      return upgrade;
    },
    stop: () => {
      server.off("upgrade", onUpgrade);
      if (server.emit === emitUnlessOurs) server.emit = emit;
    },
  };
}

function route(
  app: FastifyInstance,
  request: IncomingMessage,
  socket: Duplex,
  setPending: (release: () => Duplex) => void,
): void {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  // Node has taken its own listener away, and `ws` adds one only once Engine.IO is done with it.
  socket.on("error", destroyThis);
  response.assignSocket(socket as Parameters<typeof response.assignSocket>[0]);
  response.once("finish", () => socket.end(() => socket.destroy()));
  setPending(() => {
    response.detachSocket(socket as Parameters<typeof response.detachSocket>[0]);
    return socket;
  });
  app.routing(request, response);
}

function destroyThis(this: Duplex): void {
  this.destroy();
}
