import type { UnboundedMember } from "./channel.js";
import type { MemberRun } from "./middleware.js";
import { redactPayload } from "./sensitive/redact.js";

/** What middleware is told of a run; made for members that have some. */
export function memberRun(channel: string, member: UnboundedMember, input: unknown): MemberRun {
  // A member about a room has both a kind and a room of its own, all others the kind of their definition.
  return new SurroundedRun(channel, member, input) as MemberRun;
}

class SurroundedRun {
  readonly channel: string;
  readonly member: string;
  readonly kind: MemberRun["kind"];
  readonly room: string | undefined;
  readonly input: unknown;
  readonly #definition: UnboundedMember["definition"];

  constructor(channel: string, { name, definition, ofRoom }: UnboundedMember, input: unknown) {
    this.channel = channel;
    this.member = ofRoom === undefined ? name : `rooms.${ofRoom.room}`;
    this.kind = ofRoom?.kind ?? definition.kind;
    this.room = ofRoom?.room;
    this.input = input;
    this.#definition = definition;
  }

  get redactedInput(): unknown {
    const definition = this.#definition;
    return redactPayload(definition.kind === "event" ? definition.payload : definition.input, this.input);
  }

  redactOutput(output: unknown): unknown {
    const definition = this.#definition;
    return definition.kind === "call" ? redactPayload(definition.output, output) : undefined;
  }
}
