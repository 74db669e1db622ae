import { type PayloadCheck, WireError } from "../../contracts/wire/index.js";
import { answerCalls } from "./answer-calls.js";
import type { ArgumentList } from "./argument-list.js";
import type { ChannelConnection } from "./channel-connection.js";
import { brokenBy, failure, readPayload } from "./prepare-payload.js";

/** What an event carries: one payload or, where there is a `list`, several arguments. */
export interface Taken {
  readonly check: PayloadCheck | undefined;
  readonly list?: ArgumentList | undefined;
}

/** Hands each payload of an event to `take`, validated; what breaks the contract is reported and goes no further. */
export function receiveEvent(
  name: string,
  { check, list }: Taken,
  connection: ChannelConnection,
  take: (payload: unknown) => void,
): void {
  answerCalls(connection);
  connection.receivers[name] = (args, socket) => {
    const last = args.at(-1);
    // JSON carries no function: this is Socket.IO's, for a sender that awaits an answer.
    if (typeof last === "function") {
      const message = `\`${name}\` is an event and is not answered.`;
      last(failure({ code: "bad_input", message }));
      connection.report("bad_event", new WireError("bad_input", message), name);
      return;
    }
    // Private in the types: where the server recovers connections, it puts a number, as text, behind the arguments.
    const { _pid: session } = socket as unknown as { readonly _pid?: unknown };
    const isNumbered =
      typeof session === "string" &&
      args.length > (list ? list.count : check ? 1 : 0) &&
      typeof last === "string";
    const given = isNumbered ? args.slice(0, -1) : args;
    const verdict = list ? list.read(check, given) : readPayload(check, given);
    if (verdict.ok) {
      take(verdict.value);
      return;
    }
    const { issues } = verdict;
    connection.report("bad_event", new WireError("bad_input", brokenBy(name), { issues }), name);
  };
}
