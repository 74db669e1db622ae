import type { EventDefinition } from "../../contracts/wire/index.js";

/** What sends an event as it is called: with its payload, or with each of its arguments. */
export function takePayload(
  { argumentCount }: EventDefinition,
  send: (payload: unknown) => void,
): (...values: readonly unknown[]) => void {
  if (argumentCount === undefined) return send;
  return (...values) => send(values);
}
