import type { Socket } from "socket.io-client";
import { WireError } from "../../contracts/wire/index.js";
import type { ConnectOptions, Stop } from "./client-types.js";
import { type GuardedManager, guardedManager } from "./guarded-manager.js";

/** One Engine.IO connection, and the channels that share it. */
interface SharedConnection {
  readonly key: string;
  readonly agent: object | undefined;
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
  /** Nobody takes a place on the connection any more. */
  readonly retire: () => void;
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
  uri: string,
  namespace: string,
  options: ConnectOptions,
  authenticate: (send: (auth: object) => void) => void,
): Seat {
  const shared = findConnection(uri, namespace, options);
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
    retire: () => open.delete(shared),
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
function findConnection(uri: string, namespace: string, options: ConnectOptions): SharedConnection {
  const { path, transports, extraHeaders, withCredentials, agent } = options;
  const { reconnectionDelayMs: reconnectionDelay, reconnectionDelayMaxMs: reconnectionDelayMax } = options;
  const chosen = { path, transports, extraHeaders, withCredentials, reconnectionDelay, reconnectionDelayMax };
  const key = JSON.stringify([uri, chosen]);
  for (const shared of open) {
    if (shared.key === key && shared.agent === agent && !shared.sockets.has(namespace)) return shared;
  }
  // Parsed: without what is undefined, and a copy that nobody changes.
  const managerOptions = { ...JSON.parse(key)[1], agent };
  const shared: SharedConnection = {
    key,
    agent,
    manager: guardedManager(uri, managerOptions),
    sockets: new Map(),
    users: 0,
  };
  open.add(shared);
  return shared;
}

/** Ends a namespace for good; the connection with it when no other one is active. */
function release({ manager, sockets }: SharedConnection, namespace: string, socket: Socket): void {
  socket.off();
  socket.disconnect();
  sockets.delete(namespace);
  // Private in the types: the Manager has no other way to let go of a socket, whose session the next one of the
  // namespace would inherit.
  delete (manager as unknown as { readonly nsps: Record<string, unknown> }).nsps[namespace];
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
  let address: URL | undefined;
  try {
    address = new URL(url, page?.href);
  } catch {
    // No address at all.
  }
  if (!address || !/^(https?|wss?):$/.test(address.protocol) || (url !== "" && address.pathname !== "/")) {
    // Socket.IO's own path is an option.
    throw new WireError(
      "bad_input",
      `\`${url}\` is no address like \`https://example.org\`, without a path.`,
    );
  }
  return `${address.protocol}//${address.host}/${url === "" ? "" : address.search}`;
}
