// Numbers and lists in a sentence.

export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const join = (parts: readonly string[], separator = " · "): string =>
  parts.filter((part) => part !== "").join(separator);

/** The first ones by name; nobody reads on through a list of ten. */
export const few = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
