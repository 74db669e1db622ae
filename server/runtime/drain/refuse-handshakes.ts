import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Server } from "socket.io";
import { movingError } from "../connection.js";

/** What Engine.IO 6.6 is given by the HTTP server. */
interface Engine {
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

const body = JSON.stringify(movingError);
/** Seconds: nobody has to wait for another process. */
const retryAfter = "1";

/**
 * Answers new connections with 503 from now on. Requests and upgrades of those that are there go on. `allowRequest`, Engine.IO's
 * own way to refuse, knows no answer but 403.
 */
export function refuseHandshakes(io: Server): void {
  const engine = io.engine as unknown as Engine | undefined;
  // A server that was never attached to anything.
  if (engine === undefined) return;
  const handleRequest = engine.handleRequest.bind(engine);
  const handleUpgrade = engine.handleUpgrade.bind(engine);
  engine.handleRequest = (request, response) => {
    if (hasSession(request)) return handleRequest(request, response);
    response.writeHead(503, {
      "Retry-After": retryAfter,
      "Content-Type": "application/json",
      "Content-Length": body.length,
      Connection: "close",
    });
    response.end(body);
  };
  engine.handleUpgrade = (request, socket, head) => {
    if (hasSession(request)) return handleUpgrade(request, socket, head);
    socket.end(
      `HTTP/1.1 503 Service Unavailable\r\nRetry-After: ${retryAfter}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );
  };
}

/** Whether a request is of a connection that is there: its id is a query parameter. */
function hasSession({ url = "" }: IncomingMessage): boolean {
  return /[?&]sid=/.test(url);
}
