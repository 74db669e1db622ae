/** The parameters of a channel's path, in its order: the names of its parts that begin with a colon. */
export function pathParams(path: string): readonly string[] {
  return path.split("/").flatMap((part) => (part.startsWith(":") ? [part.slice(1)] : []));
}
