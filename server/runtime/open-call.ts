import {
  type CallDefinition,
  defaultTimeoutMs,
  type Issue,
  type Reply,
  WireError,
} from "../../contracts/wire/index.js";
import type { Member } from "./channel.js";
import type { Connection } from "./connection.js";
import { failurePayload, logFailure } from "./failure-payload.js";
import { invoke, Run } from "./run.js";
import { longestTimeoutMs } from "./timeout.js";
import { writePayload } from "./write-payload.js";

/** Socket.IO's acknowledgement function; throws for what it cannot encode. */
export type Acknowledge = (reply: Reply) => void;

/** What a call was sent with, besides its input. */
export interface OpenCallOptions {
  readonly definition: CallDefinition;
  readonly acknowledge: Acknowledge;
  readonly cancelId: number | undefined;
}

/** A client's call that is being handled: answered exactly once, whatever happens first. */
export class OpenCall extends Run {
  readonly #options: OpenCallOptions;
  #isAnswered = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection, member: Member, options: OpenCallOptions) {
    super(connection, member);
    this.#options = options;
  }

  /** Runs the handler and sees to the answer. */
  start(input: unknown): void {
    const { connection, member } = this;
    const { cancelId, definition } = this.#options;
    connection.runs.add(this);
    if (cancelId !== undefined) connection.withdrawable.set(cancelId, this);
    const isRunning = invoke(
      () =>
        definition.input === undefined ? member.handle(this.context) : member.handle(input, this.context),
      (value) => this.#succeed(value),
      (error) => this.#fail(error),
    );
    if (!isRunning || this.#isAnswered) return;
    const timeoutMs = definition.timeoutMs ?? defaultTimeoutMs;
    this.#timer = setTimeout(
      () => this.#giveUp("timeout", `\`${member.place}\` did not answer within ${timeoutMs} ms.`),
      Math.min(timeoutMs, longestTimeoutMs),
    );
  }

  /** The caller withdrew the call. */
  withdraw(): void {
    this.#giveUp("aborted", `\`${this.member.place}\` was withdrawn.`);
  }

  /** The connection is gone; there is nobody to answer. */
  override abort(reason: WireError): void {
    this.#close();
    super.abort(reason);
  }

  #giveUp(code: "timeout" | "aborted", message: string): void {
    this.#answer({ ok: false, error: { code, message } });
    super.abort(new WireError(code, message, { mayHaveRun: true }));
  }

  #succeed(value: unknown): void {
    if (this.#isAnswered) return;
    const { output } = this.#options.definition;
    try {
      const written = writePayload(output, value);
      if (!written.ok) this.#answerBadOutput(undefined, written.issues);
      else this.#answer(written.value === undefined ? { ok: true } : { ok: true, value: written.value });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (!this.#isAnswered) {
      this.#answer({ ok: false, error: failurePayload(this, error, this.#options.definition.errors) });
    } else if (!this.signal.aborted || error !== this.signal.reason) {
      logFailure(this, error, "handler failed after its call had ended");
    }
  }

  #answer(reply: Reply): void {
    if (this.#isAnswered) return;
    this.#close();
    if (!this.connection.socket.connected) return;
    try {
      this.#options.acknowledge(reply);
    } catch (error) {
      // Socket.IO counts an acknowledgement as sent only once it is encoded, so there is still one to give.
      this.#isAnswered = false;
      this.#answerBadOutput(error);
    }
  }

  #answerBadOutput(cause: unknown, issues?: readonly Issue[]): void {
    const message = `The reply of \`${this.member.place}\` breaks the contract or cannot be encoded.`;
    const error = cause ?? new WireError("bad_output", message, issues && { issues });
    logFailure(this, error, "reply breaks the contract or cannot be encoded", { issues });
    this.#close();
    try {
      this.#options.acknowledge({ ok: false, error: { code: "bad_output", message } });
    } catch (error) {
      // Plain text is always encodable: what fails here is a parser or adapter of the user's.
      logFailure(this, error, "acknowledgement cannot be sent");
    }
  }

  #close(): void {
    this.#isAnswered = true;
    clearTimeout(this.#timer);
    this.connection.runs.delete(this);
    const { cancelId } = this.#options;
    if (cancelId !== undefined) this.connection.withdrawable.delete(cancelId);
  }
}
