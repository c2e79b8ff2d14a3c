// A property held against many things at once: one test that names all that break it, instead of one a thing.

/**
 * Fails with a line for each named thing that breaks the property: `check` throws, as `expect` does.
 * Holding it against nothing proves nothing, and fails too.
 */
export function expectEach<T>(
  things: readonly (readonly [name: string, T])[],
  check: (thing: T) => void,
): void {
  expect(things).not.toHaveLength(0);
  const broken = things.flatMap(([name, thing]) => {
    try {
      check(thing);
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  expect(broken).toEqual([]);
}
