/**
 * The known name that a mistyped one most likely stands for: at most a third of its letters wrong.
 *
 * @returns undefined where no name comes near.
 */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(typed.length / 3));
  let nearest: string | undefined;
  let least = most + 1;
  for (const name of known) {
    const distance = editDistance(typed.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}

/** Letters to put in, take out, change, or swap with their neighbour (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      const candidates = [
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      ];
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        candidates.push((beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(Math.min(...candidates));
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
