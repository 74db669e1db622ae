/**
 * A handler's arguments and its context, which stands behind them: for contracts whose last argument may come any number
 * of times.
 *
 * @example
 * ```ts
 * import { splitContext } from "wirepact/server";
 *
 * export function add(...given: [...numbers: number[], context: { readonly id: string }]): string {
 *   const [numbers, context] = splitContext(given);
 *   return `${context.id}: ${numbers.reduce((sum, each) => sum + each, 0)}`;
 * }
 * ```
 */
export function splitContext<Args extends readonly unknown[], Context>(
  given: readonly [...Args, Context],
): [args: Args, context: Context] {
  // The compiler does not follow `slice` through a tuple.
  return [given.slice(0, -1) as unknown as Args, given.at(-1) as Context];
}
