// What a line says beside the command that is made of it: whoever presses the button sees what it leaves out.

import { isMarkedName, isOrdinary } from "../ability/ordinary.ts";
import { isOrderWord } from "./is-ordered.ts";
import { allWords, isOfKubectl, setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import { languages, readSpoken } from "./languages/languages.ts";
import type { LineWord } from "./languages/line-words.ts";
import { isHan } from "./languages/segment.ts";
import { slipsOf, swaps } from "./languages/slips.ts";
import { halfWidth, simplified } from "./languages/written-form.ts";
import { typeOf, typeOrSlip } from "./match.ts";
import { isCalled } from "./named-object.ts";

/** The words of `typed` of which `line` says nothing, in their order: `until Monday`. Empty where it says all. */
export function unreadIn(typed: string, line: string): readonly string[] {
  const { line: words, language } = readSpoken(simplified(halfWidth(typed)));
  const isRead = readBy(words, line, language);
  const parts: string[][] = [];
  let isOpen = false;
  for (const [at, word] of words.entries()) {
    const read = isRead(word, words[at - 1]);
    if (!read && isOpen) parts.at(-1)?.push(word.raw);
    if (!read && !isOpen) parts.push([word.raw]);
    isOpen = !read;
  }
  return parts.map((part) => part.join(" "));
}

/** In the order of the words: a command expresses one deed and names one type, and what orders or names another is left out. */
function readBy(words: readonly LineWord[], line: string, language: Language) {
  const said = new Set(partsOf(line));
  const isCluster = clusterOf(line);
  const types = new Set([...said].flatMap((part) => typeOf(part, language) ?? []));
  const isOrder = ({ word }: LineWord) => isOrderWord(word) || setOf(language.change.verbs).has(word);
  let orders = words.some((each) => isOrder(each) && said.has(each.word)) ? 0 : 1;
  let kinds = types.size > 0 ? 0 : 1;
  return (each: LineWord, before: LineWord | undefined): boolean => {
    const { word } = each;
    if (isSaid(each, said) || word === "" || silent.has(word) || isCluster(word)) return true;
    if (isHan(word) && line.includes(word)) return true;
    const type = typeOrSlip(each, language);
    // The pods of a workload are its own.
    if (type === "pods" && [...types].some((each) => workloads.has(each))) return true;
    if (type !== null) return types.has(type) || kinds-- > 0;
    if (isOrder(each)) return orders-- > 0;
    if (directions.has(word)) return before !== undefined && isOrder(before);
    if (/^mor(?:ning|gen)$/.test(word)) return /^(?:good|guten)$/.test(before?.word ?? "");
    return setOf(language.look.namespaces).has(word);
  };
}

const workloads = new Set(["deployments", "statefulsets", "daemonsets"]);

/** `scale up`, `roll back`. */
const directions = setOf("up down back hoch runter zurück zurueck");

const partsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s/=,"'{}:[\]()]+/)
    // `tier-` takes the label `tier` away.
    .flatMap((part) => (part === "" ? [] : [part, part.replace(/-$/, "")]));

/** `stage`, `prod1`, `prdo-1`: the cluster of the line by its beginning, or with a slip. */
function clusterOf(line: string): (word: string) => boolean {
  const cluster = /\son\s(\S+)(?:\sbecause\s.*)?$/s.exec(line)?.[1]?.toLowerCase() ?? "";
  const plain = (name: string) => name.replace(/[-_]/g, "");
  return (word) =>
    cluster !== "" &&
    word.length > 2 &&
    [word, ...swaps(word)].some((each) => cluster.startsWith(`${each}-`) || plain(cluster) === plain(each));
}

const isSaid = ({ raw, word, slips }: LineWord, said: ReadonlySet<string>): boolean =>
  said.has(word) ||
  [...slips, ...swaps(word)].some((slip) => slip.length > 3 && said.has(slip)) ||
  partsOf(raw)
    .map((part) => part.replace(/[.!?;]+$/, ""))
    .every((part) => part === "" || said.has(part));

const silent = setOf(`
  a an the this that my our your please pls plz kindly hey hi hello ok okay so well and can could would will you u i we me us need
  want like id to for on in of at from into by is it then now just thanks thx good bot the cluster
  bitte mal den die das dem der des ein eine einen im ins auf von vom für fuer mit zu zur zum und ich wir du sie mir uns kannst
  könntest koenntest können könnten möchte moechte möchten brauche brauchen kurz schnell jetzt danke hallo moin guten neu
  replikas replicas limit limits image tag version revision
  请 麻烦 帮 帮我 我 你 把 将 给 的 里 里的 里面 上 上的 一下 下 吧 到 成 为 个 在 中 谢谢 现在 立刻 马上 这个 那个 副本 命名空间
  集群 改 改成 设 设为 设成 调 调到 调成 扩到 缩到 台 节点 镜像 版本 上一个 上个 起来
`);

// A line that somebody typed in a hurry, `lgos frotnend`, as they meant it.

/** A word of some language, of the examples, or of Kubernetes. */
const isKnown = (word: string): boolean =>
  isOfKubectl(word) ||
  isOrdinary(word) ||
  isMarkedName(word) ||
  isCalled(word) ||
  languages.some((language) => allWords(language).has(word));

/** Words of sentences, and no names. */
const sayings = { has: (word: string) => isOrdinary(word) || isOrderWord(word) };

/** What a look is asked for by. */
const asking = setOf(
  "log logs event events pod pods node nodes deployment describe rollout status restart restarts incident secret previous image close closed",
);
export const isAsking = (word: string): boolean => asking.has(word);

/** `lgs`, `evnts`, `lohs`: a letter of one of them is missing, or another one stands in its place. */
const aboutAsked = (word: string): readonly string[] =>
  [...asking].filter((each) =>
    [...each].some((_, at) => {
      const [before, behind] = [each.slice(0, at), each.slice(at + 1)];
      const isOther = each.length === word.length && each.length > 3 && word.endsWith(behind);
      return at > 0 && word.startsWith(before) && (isOther || word === before + behind);
    }),
  );
const isShort = (word: string): boolean => !isKnown(word) && aboutAsked(word).length > 0;

/**
 * Letters in the wrong order are put right where that makes one known word; null where there are none. `isWanted`: nothing
 * else is mended.
 */
export function typedWell(text: string, isWanted: (word: string) => boolean = () => true): string | null {
  if (/\b(?:kubectl|helm|az)\b|[`\n]|[Ee]rror/.test(text)) return null;
  const well = text.replace(/(?<![\w./:=@"'-])[a-z]{3,20}(?![\w./:=@"'-])/gi, (word) => {
    const small = word.toLowerCase();
    if (small.length < 4 && !isShort(small)) return word;
    const swapped = isKnown(small) ? [] : [...swaps(small), ...aboutAsked(small)].filter(isKnown);
    // Of a letter too many or too few a name may consist.
    const [meant, other] = new Set(isKnown(small) || swapped.length > 0 ? swapped : slipsOf(small, sayings));
    return meant === undefined || other !== undefined || !isWanted(meant) ? word : meant;
  });
  return well === text ? null : well;
}

/** `more` is no slip in `mode`: a word that people use, or a short one with another letter in it, is none in a verb. */
export function isOtherWord(typed: string, phrase: string): boolean {
  const parted = (of: string) => /^\s*([a-z-]*)(.*)$/s.exec(of.toLowerCase()) ?? [];
  const [[, word = "", rest = ""], [, verb = "", same]] = [parted(typed), parted(phrase)];
  const letters = (of: string) => [...of].sort().join("");
  const isShort = verb.length <= 4 && word.length === verb.length;
  return (
    word !== verb &&
    rest.trim() === same?.trim() &&
    (isOrdinary(word) || (isShort && letters(word) !== letters(verb)))
  );
}
