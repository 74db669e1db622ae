import type { FastifyBaseLogger } from "fastify";
import type { Socket } from "socket.io";
import type { Connection } from "./connection.js";
import type { Run } from "./run.js";
import type { ConnectionContext } from "./server-types.js";
import type { Target } from "./target.js";

/**
 * What a handler is given as `context`. One is made for each packet, so everything is reached by getters and nothing is
 * built before it is asked for.
 */
export class HandlerContext implements ConnectionContext<unknown, unknown> {
  readonly #run: Run;
  #log: FastifyBaseLogger | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  get id(): string {
    return this.#run.connection.id;
  }

  get session(): unknown {
    return this.#run.identity.session;
  }

  get params(): unknown {
    return this.#run.connection.channel.params;
  }

  get auth(): unknown {
    return this.#run.identity.auth;
  }

  get roles(): ReadonlySet<string> {
    return this.#run.identity.roles;
  }

  get signal(): AbortSignal {
    return this.#run.signal;
  }

  get log(): FastifyBaseLogger {
    this.#log ??= this.#run.connection.log.child({ member: this.#run.member.name });
    return this.#log;
  }

  get socket(): Socket {
    return this.#run.connection.socket;
  }

  get error(): object {
    return this.#run.member.errors;
  }

  get emit(): object {
    return this.#run.connection.peer.emit;
  }

  get call(): object {
    return this.#run.connection.peer.call;
  }

  get volatile(): { readonly emit: object } {
    return this.#run.connection.peer.volatile;
  }

  get to(): object {
    return this.all.to;
  }

  get except(): object {
    return this.all.except;
  }

  get all(): Target {
    return this.#run.connection.channel.all;
  }

  get others(): Target {
    return this.#run.connection.others;
  }

  get rooms(): object {
    return this.#run.connection.rooms;
  }

  /** Whose context it is; not for handlers. */
  static connectionOf(context: HandlerContext): Connection {
    return context.#run.connection;
  }

  /** What it is the context of; not for handlers. */
  static runOf(context: HandlerContext): Run {
    return context.#run;
  }

  /** Made when it is asked for, and bound: one for each packet would be most of a context's weight. */
  get disconnect(): (reason?: string) => void {
    const { connection } = this.#run;
    return (reason) => connection.disconnect(reason);
  }
}
