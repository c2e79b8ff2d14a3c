// Slips of the fingers: two letters in the wrong order, and in longer words one too many or too few.

const alphabet = [..."abcdefghijklmnopqrstuvwxyz"];
/** Shorter words are too near to each other. */
const shortest = 6;

/** The known words that this one may be; none where it is known itself, or may be a name. */
export function slipsOf(word: string, known: Pick<ReadonlySet<string>, "has">): readonly string[] {
  if (known.has(word) || word.length > 20 || !/^[a-z]{3,}$/.test(word)) return [];
  const swapped = swaps(word).filter((each) => known.has(each));
  if (swapped.length > 0) return [...new Set(swapped)];
  const others = [...shorter(word), ...longer(word)];
  return [...new Set(others.filter((each) => each.length >= shortest && known.has(each)))];
}

/** With two neighbours in the other order. */
export const swaps = (word: string): readonly string[] =>
  [...word]
    .slice(1)
    .map((next, at) => `${word.slice(0, at)}${next}${word[at] ?? ""}${word.slice(at + 2)}`)
    .filter((each) => each !== word);

const shorter = (word: string): readonly string[] =>
  [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));

const longer = (word: string): readonly string[] =>
  [...word, ""].flatMap((_, at) => alphabet.map((letter) => word.slice(0, at) + letter + word.slice(at)));
