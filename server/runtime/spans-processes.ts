/**
 * Whether an adapter of Socket.IO reaches other processes. The in-memory one has a `serverSideEmit` that only warns;
 * one that reaches others brings its own along.
 */
export function spansProcesses(adapter: object): boolean {
  let owners = 0;
  for (let link: unknown = adapter; link instanceof Object; link = Object.getPrototypeOf(link)) {
    if (Object.hasOwn(link, "serverSideEmit")) owners++;
  }
  return owners > 1;
}
