import { type PayloadCheck, padArguments, type Validation } from "../../contracts/wire/index.js";
import { type Prepared, preparePayload } from "./prepare-payload.js";

/** What a member does that takes a list of arguments in the place of one payload. */
export interface ArgumentList {
  /** How many of them have places of their own. */
  readonly count: number;
  prepare(check: PayloadCheck | undefined, args: readonly unknown[], name: string): Prepared;
  read(check: PayloadCheck | undefined, args: readonly unknown[]): Validation;
  /** Calls a function with each declared argument in its place, and then `last`. */
  spread(run: (...args: unknown[]) => unknown, values: unknown, ...last: readonly unknown[]): unknown;
  /** What listens with each argument on its own; `isList` tells those who listen for others. */
  listen<Stop>(
    listen: (listener: (values: unknown) => void) => Stop,
  ): ((listener: (...values: unknown[]) => unknown) => Stop) & { readonly isList: true };
}

/** A list of arguments in a generated definition. */
export function argumentList(count: number): ArgumentList {
  const spread: ArgumentList["spread"] = (run, values, ...last) =>
    run(...padArguments(values, count), ...last);
  return {
    count,
    spread,
    prepare: (check, args, name) => ({ ...preparePayload(check, args, name), isList: true }),
    // The generator gives each list its check.
    read: (check, args) => check?.read(args) ?? { ok: true, value: args },
    listen: (listen) =>
      Object.assign(
        (listener: (...values: unknown[]) => unknown) => listen((values) => spread(listener, values)),
        { isList: true as const },
      ),
  };
}
