// A word from outside, looked up in a table: an object also answers to `constructor` and `__proto__`.

/** What the table itself says for this key, and nothing that every object has. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
