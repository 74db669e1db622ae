import {
  creditEvent,
  type ErrorPayload,
  firstWindow,
  ItemReader,
  type ItemSource,
  ItemWriter,
  itemEvent,
  type Reply,
  readBlobs,
  type StreamDefinition,
  WireError,
} from "../../contracts/wire/index.js";
import type { ClientToServerMember } from "./channel.js";
import type { Connection } from "./connection.js";
import { failurePayload, logFailure } from "./failure-payload.js";
import { IdleTimer } from "./idle-timer.js";
import { countInFlight } from "./limits/calls-in-flight.js";
import { badInput, readPayload } from "./read-payload.js";
import { invoke, Run } from "./run.js";
import { unread } from "./send-when-read.js";
import { isCongested, whenTransportDrains } from "./when-transport-drains.js";
import { writePayload } from "./write-payload.js";

/** What a stream was opened with, besides its input. */
export interface OpenStreamOptions {
  readonly definition: StreamDefinition;
  /** Socket.IO's id of the acknowledgement. */
  readonly id: number;
  /** What the client calls the stream. */
  readonly streamId: number;
  /** Items that the client takes to begin with. */
  readonly credit: number;
  readonly traceparent: string | undefined;
}

/** A client's stream while its handler is at it: answered exactly once, with its result or with why it ended. */
export class OpenStream extends Run {
  declare readonly member: ClientToServerMember;
  readonly #options: OpenStreamOptions;
  readonly #idle: IdleTimer;
  readonly #reader: ItemReader | undefined;
  readonly #writer: ItemWriter | undefined;
  #isOver = false;
  #hasAllItems = false;

  constructor(connection: Connection, member: ClientToServerMember, options: OpenStreamOptions) {
    super(connection, member);
    const { definition, credit } = options;
    this.traceparent = options.traceparent;
    this.#options = options;
    this.#idle = new IdleTimer(definition.timeoutMs, () =>
      this.#giveUp("timeout", `\`${member.place}\` was silent for ${definition.timeoutMs} ms.`),
    );
    if (definition.serverItem) {
      this.#writer = new ItemWriter(credit, (resume) => this.#waitsForNetwork(resume));
    }
    if (definition.clientItem) {
      this.#reader = new ItemReader({
        grant: (count) => this.#send(creditEvent, count),
        take: () => this.#noteProgress(),
        // A handler that leaves its items has not failed: what comes is dropped, and its end is the stream's.
        leave: () => undefined,
      });
    }
  }

  /** Runs the handler and sees to the answer. */
  start(input: unknown): void {
    const { connection, member } = this;
    const { definition, id, streamId } = this.#options;
    this.#count(1);
    connection.calls.set(id, this);
    connection.streams ??= new Map();
    connection.streams.set(streamId, this);
    this.#noteProgress();
    if (this.#reader) this.#send(creditEvent, firstWindow);
    const values = [
      ...(definition.input ? [input] : []),
      ...(this.#reader ? [this.#reader] : []),
      this.context,
    ];
    invoke(
      () => member.handle(...values),
      (value) => this.#receiveReturn(value),
      (error) => this.#fail(error),
    );
  }

  /** The client sends an item. */
  receiveItem(payload: unknown): void {
    const { definition } = this.#options;
    const { place } = this.member;
    if (!this.#reader?.mayPush) {
      const message = `\`${place}\` was sent more items than it granted.`;
      this.refuse({ code: "overloaded", message });
      return;
    }
    this.#noteProgress();
    const read = readPayload(this.member, definition.clientItem, payload);
    if (read.ok) this.#reader.push(read.value);
    else this.refuse(read.error);
  }

  /** The client takes more items. */
  receiveCredit(count: unknown): void {
    if (this.#writer?.grant(count)) this.#noteProgress();
    else this.refuse(badInput(`\`${this.member.place}\` was granted what is no number of items.`));
  }

  /** The client has sent all its items; false where it has said so before. */
  receiveItemsEnd(): boolean {
    if (this.#hasAllItems) return false;
    this.#hasAllItems = true;
    this.#noteProgress();
    this.#reader?.end({ ok: true, value: undefined });
    return true;
  }

  /** The client leaves. */
  withdraw(): void {
    this.#giveUp("aborted", `\`${this.member.place}\` was left.`);
  }

  /** Ends the stream for what the client did wrong. */
  refuse(error: ErrorPayload): void {
    this.connection.note(`client broke a stream: ${error.code}`, this.member.name, { reason: error.message });
    this.#answer({ ok: false, error });
    this.#stop(new WireError(error.code, error.message, { ...error, mayHaveRun: true }));
  }

  /** The connection is gone; there is nobody to answer. */
  override abort(reason: WireError): void {
    if (this.#isOver) return;
    this.#close();
    this.#stop(reason);
    this.observed?.end(reason.code);
  }

  #receiveReturn(value: unknown): void {
    if (!this.#writer) this.#succeed(value);
    else if (isItemSource(value)) this.#write(this.#writer, value);
    else this.#fail(new TypeError(`The handler of \`${this.member.place}\` returned no items.`));
  }

  #write(writer: ItemWriter, source: ItemSource): void {
    writer
      .write(source, (item) => this.#sendItem(item))
      .then(
        (result) => this.#succeed(result),
        (error: unknown) => this.#fail(error),
      );
  }

  /** A Blob within the item is read first, and holds up nothing but the items behind it. */
  #sendItem(item: unknown): Promise<unknown> | undefined {
    const { place } = this.member;
    try {
      const written = writePayload(this.#options.definition.serverItem, item);
      if (!written.ok) {
        this.#answerBadOutput(`An item of \`${place}\` breaks the contract.`, { issues: written.issues });
        return undefined;
      }
      const reading = this.connection.channel.definition.writesBlobs && readBlobs(written.value);
      if (reading) return this.#sendWhenRead(reading, written.value);
      this.#send(itemEvent, written.value);
    } catch (error) {
      this.#answerBadOutput(`An item of \`${place}\` cannot be encoded.`, { err: error });
      return undefined;
    }
    this.#noteProgress();
    return undefined;
  }

  async #sendWhenRead(reading: Promise<unknown>, item: unknown): Promise<void> {
    try {
      await reading;
      if (this.#isOver) return;
      this.#send(itemEvent, item);
      this.#noteProgress();
    } catch (err) {
      if (this.#isOver) return;
      this.#answerBadOutput(`An item of \`${this.member.place}\` is not sent: ${unread}.`, { err });
    }
  }

  #waitsForNetwork(resume: () => void): boolean {
    const { socket } = this.connection;
    if (!isCongested(socket)) return false;
    this.#idle.pause();
    whenTransportDrains(socket, () => {
      this.#noteProgress();
      resume();
    });
    return true;
  }

  /** Silence begins anew; there is none while the client has to take an item first. */
  #noteProgress(): void {
    if (this.#isOver || this.#writer?.isHeldBack) this.#idle.pause();
    else this.#idle.restart();
  }

  /** Behind the stream's id; nothing where there is nothing to say. */
  #send(event: string, value: unknown): void {
    const { streamId } = this.#options;
    const { connection } = this;
    if (connection.socket.connected) {
      connection.sendOnce(event, value === undefined ? [streamId] : [streamId, value]);
    }
  }

  #succeed(value: unknown): void {
    if (this.#isOver) return;
    const { place } = this.member;
    try {
      const written = writePayload(this.#options.definition.result, value);
      if (!written.ok) {
        this.#answerBadOutput(`The result of \`${place}\` breaks the contract.`, { issues: written.issues });
        return;
      }
      this.#answer(written.value === undefined ? { ok: true } : { ok: true, value: written.value });
      this.#finish();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (!this.#isOver) {
      this.#answer({ ok: false, error: failurePayload(this, error, this.#options.definition.errors) });
      this.#finish();
    } else if (!this.isOwnAbort(error)) {
      logFailure(this, error, "handler failed after its stream had ended");
    }
  }

  #answerBadOutput(message: string, cause: object): void {
    this.connection.log.error({ ...cause, member: this.member.name }, message);
    this.#answer({ ok: false, error: { code: "bad_output", message } });
    this.#stop(new WireError("bad_output", message));
  }

  #giveUp(code: "timeout" | "aborted", message: string): void {
    this.#answer({ ok: false, error: { code, message } });
    this.#stop(new WireError(code, message, { mayHaveRun: true }));
  }

  #answer(reply: Reply): void {
    if (this.#isOver) return;
    this.#close();
    const { connection, member } = this;
    const { id } = this.#options;
    if (!connection.socket.connected) {
      this.observed?.end("disconnected");
      return;
    }
    try {
      connection.answer(id, reply);
      this.observed?.end(reply.ok ? "ok" : reply.error.code);
    } catch (error) {
      // Nothing is sent before it is encoded, and plain text always can be.
      connection.log.error({ err: error, member: member.name }, "result cannot be encoded");
      const message = `The result of \`${member.place}\` cannot be encoded.`;
      connection.answer(id, { ok: false, error: { code: "bad_output", message } });
      this.observed?.end("bad_output");
    }
  }

  #close(): void {
    this.#isOver = true;
    this.#idle.pause();
    this.#count(-1);
    const { id, streamId } = this.#options;
    this.connection.calls.delete(id);
    this.connection.streams?.delete(streamId);
  }

  /** Streams have a limit of their own; the contract may give one of them a narrower one. */
  #count(change: 1 | -1): void {
    const { connection, member } = this;
    const { limits } = this.#options.definition;
    if (limits?.maxInFlight !== undefined) countInFlight(connection, { name: member.name, limits }, change);
  }

  /** The handler is done, though it may have left items unread. */
  #finish(): void {
    this.finish();
    this.#reader?.discard({ ok: true, value: undefined });
  }

  /** Ends what the handler is at, on both of its sides. */
  #stop(reason: WireError): void {
    super.abort(reason);
    this.#reader?.discard({ ok: false, error: reason });
    this.#writer?.stop().catch((error: unknown) => this.#fail(error));
  }
}

function isItemSource(value: unknown): value is ItemSource {
  return (
    typeof value === "object" && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value)
  );
}
