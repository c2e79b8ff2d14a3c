// What a line asks for, as people's own lines teach it.
import { type Ability, examples, plainOf } from "../examples.ts";
import { spelling } from "../plain-words/languages/known-words.ts";
import { isHan } from "../plain-words/languages/segment.ts";
import { halfWidth, simplified } from "../plain-words/languages/written-form.ts";
import { type Features, type Learned, learn, type Ranked, rank } from "./learn.ts";

// What a line is told by: its words, their neighbours and their parts. Names, numbers and addresses count as what they are, so
// that nothing is learned of one cluster.

/** How much each kind of feature counts. */
const weight = { word: 1.5, pair: 1, part: 0.4, letter: 0.7 } as const;

/** A message of this many characters says in its beginning what it asks for. */
const longest = 400;

export function featuresOf(text: string): Features {
  const found = new Map<string, number>();
  const add = (feature: string, value: number) => found.set(feature, (found.get(feature) ?? 0) + value);
  let before = "^";
  for (const word of wordsOf(text)) {
    if (isHan(word)) {
      for (const part of partsOf(word, 1, 3)) add(part, part.length === 1 ? weight.letter : weight.pair);
      before = word.slice(-1);
      continue;
    }
    add(word, weight.word);
    add(`${before} ${word}`, weight.pair);
    before = word;
    if (/^[a-z]{4,20}$/.test(word))
      for (const part of partsOf(`^${word}$`, 3, 4)) add(`~${part}`, weight.part);
  }
  add(`${before} $`, weight.pair);
  return found;
}

function partsOf(word: string, shortest: number, longest: number): readonly string[] {
  const parts: string[] = [];
  for (let length = shortest; length <= longest; length += 1)
    for (let at = 0; at + length <= word.length; at += 1) parts.push(word.slice(at, at + length));
  return parts;
}

function wordsOf(text: string): readonly string[] {
  const line = spelling(simplified(halfWidth(withoutHyphens(text.slice(0, longest)))).toLowerCase()).replace(
    /[’'`"“”„]/g,
    "",
  );
  return (line.match(/\p{Script=Han}{1,100}|[a-z0-9][a-z0-9_./:@-]*|[?!]/gu) ?? []).map(kindOf);
}

/** `Memory-Limit`: words of a sentence, since no name in Kubernetes has a capital letter. */
const withoutHyphens = (text: string): string =>
  text.replace(/(?<![\w./-])\p{Lu}\p{L}{0,40}(?:-\p{L}{1,40}){1,4}(?![\w./-])/gu, (word) =>
    word.replaceAll("-", " "),
  );

function kindOf(typed: string): string {
  const word = typed.replace(/[.:/@_-]{1,10}$/, "");
  if (/^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/.test(word)) return "<address>";
  if (/^\d+$/.test(word)) return "<number>";
  if (/^\d+(?:[a-z]{1,3}|%)$/.test(word)) return "<quantity>";
  if (/^[^:]*[a-z][^:]*:[^:]+$/.test(word)) return "<image>";
  if (isRule.test(word)) return "<rule>";
  const isName = /^[a-z0-9.-]+$/.test(word) && /-|\d$|\d{2}/.test(word);
  return isName && !/^(?:k8s|p[0-4]|sev-?\d|[45]\d\d)$/.test(word) ? "<name>" : word;
}

/** As alert rules are called, in small letters. */
const isRule =
  /^(?:kube(?!ctl|login|config|rnetes|let|adm)[a-z]{5,60}|(?:node|pod|cpu|coredns|etcd|target|container|kubelet)[a-z]{0,40}(?:down|high|low|up|notready|mismatch|failed|errors?|burn|full|unreachable|looping|stuck|flapping|exceeded|pods))$/;

export type { Ability };

/** It takes a second. */
export const learnAbilities = (): Learned<Ability> =>
  learn(
    examples.map(({ ability, example }) => ({
      features: () => featuresOf(plainOf(example)),
      label: ability,
    })),
  );

let known: Learned<Ability> | null = null;

/** Learned elsewhere, from the same examples. */
export function know(learned: Learned<Ability>): void {
  known = learned;
}

/** The likeliest first. Learned here and now where nobody has before. */
export function abilitiesOf(line: string): readonly Ranked<Ability>[] {
  known ??= learnAbilities();
  return rank(featuresOf(line), known);
}
