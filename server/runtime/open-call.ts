import {
  type CallDefinition,
  type Deadline,
  defaultTimeoutMs,
  type Issue,
  padArguments,
  type Reply,
  setDeadline,
  WireError,
} from "../../contracts/wire/index.js";
import type { Member } from "./channel.js";
import type { Connection } from "./connection.js";
import { failurePayload, logFailure } from "./failure-payload.js";
import { countInFlight } from "./limits/calls-in-flight.js";
import { isThenable, Run } from "./run.js";
import { writePayload } from "./write-payload.js";

/** What an {@link OpenCall} is made of. */
export interface OpenCallParts {
  readonly definition: CallDefinition;
  /** Socket.IO's id of the acknowledgement. */
  readonly id: number;
  /** What the caller marked the call with, if it did. */
  readonly mark: number | undefined;
  readonly traceparent: string | undefined;
}

/** A client's call that is being handled: answered exactly once, whatever happens first. */
export class OpenCall extends Run {
  readonly #definition: CallDefinition;
  readonly #id: number;
  readonly #mark: number | undefined;
  #isAnswered = false;
  #deadline: Deadline | undefined;

  constructor(connection: Connection, member: Member, { definition, id, mark, traceparent }: OpenCallParts) {
    super(connection, member);
    this.#definition = definition;
    this.#id = id;
    this.#mark = mark;
    this.traceparent = traceparent;
  }

  /** Runs the handler and sees to the answer. */
  start(input: unknown): void {
    const { member } = this;
    const { input: check, argumentCount } = this.#definition;
    try {
      const result =
        argumentCount !== undefined
          ? member.handle(...padArguments(input, argumentCount), this.context)
          : check === undefined
            ? member.handle(this.context)
            : member.handle(input, this.context);
      if (isThenable(result)) this.#wait(result);
      else this.#succeed(result);
    } catch (error) {
      this.#fail(error);
    }
  }

  #wait(result: PromiseLike<unknown>): void {
    Promise.resolve(result).then(
      (value) => this.#succeed(value),
      (error) => this.#fail(error),
    );
    if (this.ended === undefined) this.open();
    else this.abort(this.ended);
  }

  /** Only what takes its time can be withdrawn, be late, or lose its client. */
  protected open(): void {
    if (this.#deadline !== undefined) return;
    const { connection, member } = this;
    const { limits } = this.#definition;
    countInFlight(connection, { name: member.name, limits }, 1);
    connection.calls.set(this.#id, this);
    if (this.#mark !== undefined) connection.marked.set(this.#mark, this);
    const timeoutMs = this.#definition.timeoutMs ?? defaultTimeoutMs;
    this.#deadline = setDeadline(timeoutMs, () =>
      this.#giveUp("timeout", `\`${member.place}\` did not answer within ${timeoutMs} ms.`),
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
    this.observed?.end(reason.code);
  }

  protected get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /**
   * Called with the reply, whether or not the client is still there to get it; once more where that one turns out not to be
   * encodable. May throw for such a reply.
   */
  protected settle(_reply: Reply): void {}

  #giveUp(code: "timeout" | "aborted", message: string): void {
    this.answer({ ok: false, error: { code, message } });
    super.abort(new WireError(code, message, { mayHaveRun: true }));
  }

  #succeed(value: unknown): void {
    if (this.#isAnswered) return;
    const { output } = this.#definition;
    try {
      const written = writePayload(output, value);
      if (!written.ok) this.#answerBadOutput(undefined, written.issues);
      else this.answer(written.value === undefined ? { ok: true } : { ok: true, value: written.value });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (!this.#isAnswered) {
      this.answer({ ok: false, error: failurePayload(this, error, this.#definition.errors) });
    } else if (!this.isOwnAbort(error)) {
      logFailure(this, error, "handler failed after its call had ended");
    }
  }

  protected answer(reply: Reply): void {
    if (this.#isAnswered) return;
    this.#close();
    try {
      this.settle(reply);
      if (this.connection.socket.connected) this.#send(reply);
      this.observed?.end(reply.ok ? "ok" : reply.error.code);
    } catch (error) {
      // Nothing is sent before it is encoded, so there is still an answer to give.
      this.#answerBadOutput(error);
    }
  }

  /** Throws for what cannot be encoded. */
  #send(reply: Reply): void {
    const { connection, member } = this;
    const { reply: form } = this.#definition;
    if (form === undefined) {
      connection.answer(this.#id, reply);
    } else if (reply.ok) {
      const { value } = reply;
      // The check of a tuple gives a list.
      const values = form === "values" ? (value as readonly unknown[]) : value === undefined ? [] : [value];
      connection.answerPlain(this.#id, values);
    } else {
      const message = "call is not answered: a plain acknowledgement has no place for an error";
      connection.log.info({ member: member.name, code: reply.error.code }, message);
    }
  }

  #answerBadOutput(cause: unknown, issues?: readonly Issue[]): void {
    const message = `The reply of \`${this.member.place}\` breaks the contract or cannot be encoded.`;
    const error = cause ?? new WireError("bad_output", message, issues && { issues });
    logFailure(this, error, "reply breaks the contract or cannot be encoded", { issues });
    this.#close();
    const reply = { ok: false, error: { code: "bad_output", message } } satisfies Reply;
    try {
      this.settle(reply);
      this.#send(reply);
    } catch (error) {
      // Plain text is always encodable: what fails here is a parser or adapter of the user's.
      logFailure(this, error, "acknowledgement cannot be sent");
    }
    this.observed?.end(reply.error.code);
  }

  #close(): void {
    this.#isAnswered = true;
    this.finish();
    if (this.#deadline === undefined) return;
    this.#deadline.clear();
    this.#deadline = undefined;
    const { connection, member } = this;
    const { limits } = this.#definition;
    countInFlight(connection, { name: member.name, limits }, -1);
    connection.calls.delete(this.#id);
    if (this.#mark !== undefined) connection.marked.delete(this.#mark);
  }
}
