import type { Socket } from "socket.io-client";
import { WireError } from "../../contracts/wire/index.js";
import type { ConnectOptions, Stop } from "./client-types.js";
import { GuardedManager, mendPacket } from "./guarded-manager.js";
import { socketsOf } from "./socket-internals.js";

/** A namespace's place on an Engine.IO connection, which channels share. */
export interface Seat {
  /** Not connected yet; no listener is on it. */
  readonly socket: Socket;
  /** Nobody takes a place on the connection any more. */
  readonly retire: () => void;
  /** Ends the namespace, and the connection with the last one; called once. */
  readonly leave: Stop;
}

/** What is shared by whom: connections, and what they were made of. Not `io()`'s cache: that one never forgets a server. */
const open = new Map<GuardedManager, string>();

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
  const manager = findConnection(uri, namespace, options);
  const socket = manager.socket(namespace);
  manager.users++;
  let awaitsAnswer = false;
  socket.auth = (send) =>
    authenticate((auth) => {
      awaitsAnswer = true;
      send(auth);
    });
  socket.on("disconnect", () => {
    awaitsAnswer = false;
  });
  const retire = () => open.delete(manager);
  return {
    socket,
    retire,
    leave() {
      socket.off();
      if (--manager.users > 0) {
        if (awaitsAnswer && socket.active && !socket.connected) abandon(manager, namespace, socket);
        else release(manager, namespace, socket);
      } else {
        retire();
        for (const [name, left] of Object.entries(socketsOf(manager))) release(manager, name, left);
      }
    },
  };
}

/** One for the same server and the same options on which the namespace is free; else a new one. */
function findConnection(uri: string, namespace: string, options: ConnectOptions): GuardedManager {
  const { agent, path, transports, extraHeaders, withCredentials } = options;
  const { reconnectionDelayMs: reconnectionDelay, reconnectionDelayMaxMs: reconnectionDelayMax } = options;
  const chosen = { path, transports, extraHeaders, withCredentials, reconnectionDelay, reconnectionDelayMax };
  const wanted = JSON.stringify([uri, chosen]);
  for (const [manager, made] of open) {
    if (made === wanted && manager.opts.agent === agent && !socketsOf(manager)[namespace]) return manager;
  }
  // Parsed: without what is undefined, and a copy that nobody changes.
  const manager = new GuardedManager(uri, { ...JSON.parse(wanted)[1], agent, autoConnect: false });
  manager.on("packet", mendPacket);
  open.set(manager, wanted);
  return manager;
}

/** Ends a namespace for good; the connection with it when no other one is active. */
function release(manager: GuardedManager, namespace: string, socket: Socket): void {
  socket.off();
  socket.disconnect();
  // The Manager has no other way to let go of a socket, whose session the next one of the namespace would inherit.
  delete socketsOf(manager)[namespace];
}

/**
 * Gives up a namespace that has not been answered yet while the connection stays. The protocol has no way to
 * take a CONNECT back (a DISCONNECT before its answer ends the whole connection), so the answer is awaited;
 * until then nobody else gets the namespace, whose session would be the old one's.
 */
function abandon(manager: GuardedManager, namespace: string, socket: Socket): void {
  const end = () => release(manager, namespace, socket);
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
