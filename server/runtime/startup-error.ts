/**
 * Why channels do not start; thrown by `app.register(sockets, …)`, hence by `app.ready()` and `app.listen()`, and by
 * `attachSockets`.
 */
export type StartupErrorCode =
  /** A channel of the contracts has no implementation under `channels`. */
  | "WP_MISSING_CHANNEL"
  /** `channels` names a channel that no contract has. */
  | "WP_UNKNOWN_CHANNEL"
  /** An implementation stands under another channel's name. */
  | "WP_WRONG_CHANNEL"
  /** A call or an event has no handler. */
  | "WP_MISSING_HANDLER"
  /** A handler is there for a name that the contract does not have. */
  | "WP_UNKNOWN_HANDLER"
  /** What stands under a handler's name cannot be called. */
  | "WP_HANDLER_NOT_A_FUNCTION"
  /** Pages of any origin would be given the cookies of their visitors. */
  | "WP_ANY_ORIGIN_WITH_CREDENTIALS"
  /** The WebSocket library that is loaded has a hole that is closed in later ones. */
  | "WP_OLD_WS"
  /** `client.from` names nothing that is there. */
  | "WP_CLIENT_NOT_FOUND"
  /** The folder in `client.from` holds no generated client. */
  | "WP_CLIENT_EMPTY"
  /** The client cannot be bundled. */
  | "WP_CLIENT_NOT_BUILT"
  /** `client.path` is no path of a script. */
  | "WP_CLIENT_PATH"
  /** What is to run around handlers was not made by `middleware`. */
  | "WP_NOT_A_MIDDLEWARE"
  /** A middleware is named for a call or an event that the contract does not have. */
  | "WP_UNKNOWN_MEMBER"
  /** The inner workings of the installed Socket.IO are not those that wirepact knows. */
  | "WP_OTHER_SOCKET_IO"
  /** A namespace of the Socket.IO server that channels are attached to has one already. */
  | "WP_CHANNEL_TWICE"
  /** A limit in the options is none. */
  | "WP_WRONG_LIMIT"
  /** Events are to be replayed, and the processes of a cluster have no log in common. */
  | "WP_REPLAY_STORE"
  /** Events are to be replayed, and Socket.IO's connection state recovery is on as well. */
  | "WP_REPLAY_RECOVERY"
  /** A package that is installed only where it is wanted is not. */
  | "WP_MISSING_PACKAGE"
  /** Redis cannot be reached. */
  | "WP_NO_REDIS"
  /** `adapter` and `redis` both say how processes are joined. */
  | "WP_TWO_LINKS"
  /** The name of a group of processes is none. */
  | "WP_LINK_GROUP"
  /** A worker of `serveCluster` ended before it was ready. */
  | "WP_WORKER_ENDED"
  /** A worker's app takes no connections. */
  | "WP_NOT_SERVED";

/** An error of the kind that Fastify's own start-up errors are: told apart by `code`. */
export class StartupError extends Error {
  override readonly name = "WirepactError";
  readonly code: StartupErrorCode;

  constructor(code: StartupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
