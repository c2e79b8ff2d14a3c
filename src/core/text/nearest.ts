// The names that somebody may have meant by one that does not exist.

/** Azure allows 63 characters in a cluster's name; what is longer is compared by its beginning. */
const comparedLength = 63;

/**
 * Up to `limit` of the names, closest first: by typing errors (one for each three characters, at least one),
 * then names that begin with or contain what was wanted. Case does not count.
 */
export function nearest(wanted: string, names: readonly string[], limit: number): readonly string[] {
  const asked = wanted.toLowerCase().slice(0, comparedLength);
  return names
    .map((name) => ({ name, distance: distance(asked, name.toLowerCase().slice(0, comparedLength)) }))
    .filter((candidate) => candidate.distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map((candidate) => candidate.name);
}

function distance(asked: string, name: string): number {
  if (Math.min(asked.length, name.length) < 2) {
    return Number.POSITIVE_INFINITY;
  }
  const tolerance = Math.max(1, Math.floor(asked.length / 3));
  const comparable = Math.abs(asked.length - name.length) <= tolerance;
  const errors = comparable ? typingErrors(asked, name) : Number.POSITIVE_INFINITY;
  return Math.min(errors <= tolerance ? errors : Number.POSITIVE_INFINITY, partDistance(asked, name));
}

/** Ranks a common beginning after one typing error, and one name within the other after two. */
function partDistance(asked: string, name: string): number {
  if (name.startsWith(asked) || asked.startsWith(name)) {
    return 1.5;
  }
  return name.includes(asked) || asked.includes(name) ? 2.5 : Number.POSITIVE_INFINITY;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function typingErrors(a: string, b: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
