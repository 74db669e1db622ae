import type { Socket } from "socket.io-client";
import { WireError } from "../../contracts/wire/index.js";
import type { ConnectOptions, Stop } from "./client-types.js";
import { GuardedManager } from "./guarded-manager.js";

/** One Engine.IO connection, and the channels that share it. */
interface SharedConnection {
  readonly key: string;
  readonly manager: GuardedManager;
  /** Sockets by namespace: those in use, and those that still await the answer to an abandoned CONNECT. */
  readonly sockets: Map<string, Socket>;
  /** How many of the sockets are in use. */
  users: number;
}

/** A namespace's place on a connection. */
export interface Seat {
  readonly manager: GuardedManager;
  /** Not connected yet; no listener is on it. */
  readonly socket: Socket;
  /** Ends the namespace, and the connection with the last one. */
  readonly leave: Stop;
}

// Not `io()`'s cache: that one never forgets a server.
const open = new Set<SharedConnection>();

/**
 * Takes a place on the connection to a server, opening none before the socket is told to connect.
 *
 * @param authenticate - Asked at each connection for what goes with Socket.IO's CONNECT.
 */
export function takeSeat(
  url: string,
  namespace: string,
  options: ConnectOptions,
  authenticate: (send: (auth: object) => void) => void,
): Seat {
  const shared = findConnection(url, namespace, options);
  const { manager, sockets } = shared;
  const socket = manager.socket(namespace);
  sockets.set(namespace, socket);
  shared.users++;
  let isTaken = true;
  let awaitsAnswer = false;
  socket.auth = (send) =>
    authenticate((auth) => {
      awaitsAnswer = true;
      send(auth);
    });
  socket.on("disconnect", () => {
    awaitsAnswer = false;
  });
  return {
    manager,
    socket,
    leave() {
      if (!isTaken) return;
      isTaken = false;
      shared.users--;
      socket.off();
      if (awaitsAnswer && socket.active && !socket.connected && shared.users > 0) {
        abandon(shared, namespace, socket);
      } else {
        release(shared, namespace, socket);
      }
      if (shared.users > 0) return;
      open.delete(shared);
      for (const [name, abandoned] of sockets) release(shared, name, abandoned);
    },
  };
}

/** One for the same server and the same options on which the namespace is free; else a new one. */
function findConnection(url: string, namespace: string, options: ConnectOptions): SharedConnection {
  const uri = serverAddress(url);
  const { path, transports, extraHeaders, withCredentials, reconnectionDelayMs, reconnectionDelayMaxMs } =
    options;
  const key = JSON.stringify([
    uri,
    path,
    transports,
    extraHeaders,
    withCredentials,
    reconnectionDelayMs,
    reconnectionDelayMaxMs,
  ]);
  for (const shared of open) {
    if (shared.key === key && !shared.sockets.has(namespace)) return shared;
  }
  const manager = new GuardedManager(uri, {
    ...(path !== undefined && { path }),
    ...(transports !== undefined && { transports: [...transports] }),
    ...(extraHeaders !== undefined && { extraHeaders: { ...extraHeaders } }),
    ...(withCredentials !== undefined && { withCredentials }),
    ...(reconnectionDelayMs !== undefined && { reconnectionDelay: reconnectionDelayMs }),
    ...(reconnectionDelayMaxMs !== undefined && { reconnectionDelayMax: reconnectionDelayMaxMs }),
  });
  const shared: SharedConnection = { key, manager, sockets: new Map(), users: 0 };
  open.add(shared);
  return shared;
}

/** Ends a namespace for good; the connection with it when no other one is active. */
function release({ manager, sockets }: SharedConnection, namespace: string, socket: Socket): void {
  socket.off();
  socket.disconnect();
  sockets.delete(namespace);
  manager.forget(namespace);
}

/**
 * Gives up a namespace that has not been answered yet while the connection stays. The protocol has no way to
 * take a CONNECT back (a DISCONNECT before its answer ends the whole connection), so the answer is awaited;
 * until then nobody else gets the namespace, whose session would be the old one's.
 */
function abandon(shared: SharedConnection, namespace: string, socket: Socket): void {
  const end = () => release(shared, namespace, socket);
  socket.on("connect", end);
  socket.on("disconnect", end);
  socket.on("connect_error", end);
}

/**
 * The server's address as the Manager takes it.
 *
 * @throws WireError `bad_input` for what is no address of a server.
 */
export function serverAddress(url: string): string {
  const page = (globalThis as { readonly location?: { readonly href: string } }).location;
  let address: URL;
  try {
    address = new URL(url, page?.href);
  } catch {
    throw new WireError(
      "bad_input",
      `\`${url}\` is no address of a server: \`http://localhost:3000\` is one.`,
    );
  }
  const { protocol, host, pathname, search } = address;
  if (!/^(https?|wss?):$/.test(protocol)) {
    throw new WireError(
      "bad_input",
      `\`${url}\` begins with \`${protocol}\`: expected \`https:\` or \`http:\`.`,
    );
  }
  if (url !== "" && pathname !== "/") {
    throw new WireError("bad_input", `\`${url}\` has a path: Socket.IO's path is the option \`path\`.`);
  }
  return `${protocol}//${host}/${url === "" ? "" : search}`;
}
