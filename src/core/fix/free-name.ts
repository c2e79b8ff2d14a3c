// A name for something that a repair adds. Azure would take a name that is there already as a change of that thing.

/** `name`, else the first of name + separator + 2, 3, … that is not taken; case does not count in Azure. */
export function freeName(name: string, taken: readonly string[], separator: string): string {
  const names = new Set(taken.map((each) => each.toLowerCase()));
  let candidate = name;
  for (let number = 2; names.has(candidate.toLowerCase()); number += 1)
    candidate = `${name}${separator}${number}`;
  return candidate;
}
