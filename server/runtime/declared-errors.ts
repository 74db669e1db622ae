import { type PayloadCheck, WireError } from "../../contracts/wire/index.js";

type ErrorChecks = Readonly<Record<string, PayloadCheck | undefined>>;

/** The constructors of a member's declared errors: `context.error`. Made once per member; they hold nothing else. */
export function declaredErrors(place: string, errors: ErrorChecks): Readonly<Record<string, unknown>> {
  return Object.freeze(
    Object.fromEntries(
      Object.entries(errors).map(([name, data]) => [name, errorConstructor(place, name, data)]),
    ),
  );
}

/** What `connect` may refuse with: the declared errors, and the two that every channel has. */
export function refusals(place: string, errors: ErrorChecks): Readonly<Record<string, unknown>> {
  return Object.freeze({
    ...declaredErrors(place, errors),
    unauthorized: (message = "This client may not come in.") => new WireError("unauthorized", message),
    overloaded: (message = "There is no room for another client now.", retryAfterMs?: number) =>
      new WireError("overloaded", message, retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function errorConstructor(place: string, name: string, data: PayloadCheck | undefined) {
  const defaultMessage = `\`${place}\` failed with \`${name}\`.`;
  if (data === undefined) return (message = defaultMessage) => new WireError(name, message);
  return (value: unknown, message = defaultMessage) => new WireError(name, message, { data: value });
}
