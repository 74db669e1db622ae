/** A member's arguments as a function gets them that has something behind them: each declared one in its place. */
export function padArguments(values: unknown, count: number): readonly unknown[] {
  // The check of a tuple gives a list.
  const list = values as readonly unknown[];
  return list.length < count ? Array.from({ length: count }, (_, index) => list[index]) : list;
}
