/** Calls a listener of the application and hands on what it throws, or rejects with where it is async. */
export function callListener<Value>(
  listener: (value: Value) => unknown,
  value: Value,
  onThrow: (error: unknown) => void,
): void {
  try {
    const result = listener(value);
    if (result instanceof Promise) result.catch(onThrow);
  } catch (error) {
    onThrow(error);
  }
}
