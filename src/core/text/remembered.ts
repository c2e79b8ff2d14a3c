// What is worked out of the same few texts hundreds of times in one diagnosis: ids and prefixes.

/** Texts come from Azure, so there may be any number of them. */
const mostRemembered = 5_000;

/**
 * `read` with its answers kept, for a function that always gives the same one. No id or prefix is longer: what somebody pastes in
 * place of one is not kept.
 */
export function remembered<T>(read: (text: string) => T, longest = 1_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= mostRemembered) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
