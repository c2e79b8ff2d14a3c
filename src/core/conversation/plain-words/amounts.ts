// How many, how much and of which revision: the numbers of a change that somebody asks for in words.

import { setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";

type Words = readonly LineWord[];

/** `200 Gi` in one word. */
export const withUnits = (words: Words): Words =>
  words.flatMap((each, at) => {
    const next = words[at + 1];
    if (/^\d+$/.test(each.raw) && /^[mgt]i?b?[.,!?]?$/i.test(next?.raw ?? ""))
      return [{ ...each, raw: `${each.raw}${next?.raw ?? ""}`, word: `${each.word}${next?.word ?? ""}` }];
    return /^[mgt]i?b?[.,!?]?$/i.test(each.raw) && /^\d+$/.test(words[at - 1]?.raw ?? "") ? [] : [each];
  });

/** `revision 14`; null where none is said by its number. */
export const revisionIn = (words: Words): number | null => {
  const at = words.findIndex(({ word }) => /^(?:revision|rev|版本|修订)$/.test(word));
  const isNumber = ({ word }: LineWord) => /^[1-9]\d{0,4}$/.test(word);
  const to = words.filter(
    (each, index) => isNumber(each) && /^(?:to|auf|到|回滚到)$/.test(words[index - 1]?.word ?? ""),
  );
  const said = to.length === 1 ? to[0] : words[at + 1];
  return at !== -1 && said !== undefined && isNumber(said) ? Number(said.word) : null;
};

/** So many more or fewer than there are, or a part of a longer number. */
const relative =
  /^(?:add|more|fewer|less|additional|another|extra|off|dozen|hundred|thousand|twenty|thirty|forty|fifty|double|triple|weitere[nr]?|mehr|zus(?:ä|ae)tzliche?|um|dazu|weniger|dutzend|hundert|verdoppel\w*)$|多加|加两|减(?!少?[到至为成])|(?<!减)少|减少(?![到至为成])|一倍|倍|万|加倍/;

/** `scale api up`, `two fewer`: so many more than there are; null where neither, or both, or how many is not said for certain. */
export function moreIn(words: Words, { look }: Language): number | null {
  const isUp = words.some(({ word }) => up.test(word));
  const isDown = words.some(({ word }) => down.test(word));
  if (isUp === isDown || words.some(({ word }) => uncounted.test(word))) return null;
  const numbers = [...setOf(look.numbers)];
  const counts = words.flatMap(({ word }) => {
    const [, digits] = /^\+?(\d{1,2})个?$/.exec(word) ?? [];
    if (digits !== undefined) return [Number(digits)];
    return numbers.includes(word) ? [numbers.indexOf(word) + 1] : [];
  });
  const [count = 1, other] = counts;
  return other !== undefined || count === 0 ? null : isUp ? count : -count;
}
const up =
  /^(?:up|upscale|more|additional|another|extra|increase|higher|add|hoch\w*|rauf\w*|mehr|weitere[nr]?|zus(?:ä|ae)tzliche?|dazu|erh(?:ö|oe)h\w*|aufstock\w*)$|扩|加|增|多/;
const down =
  /^(?:down|downscale|fewer|less|reduce|decrease|lower|shrink|runter\w*|herunter\w*|weniger|reduzier\w*|verringer\w*)$|缩|减|少/;
const uncounted =
  /^(?:dozen|hundred|thousand|twenty|thirty|forty|fifty|double|triple|half|halve|dutzend|hundert|verdoppel\w*|halbier\w*|zero|null|min|max)$|倍|万|一半|零|多少|几/;

/** The last one: `from 3 to 5`; null where several are said otherwise. */
export function countIn(words: Words, { look }: Language): number | null {
  if (words.some(({ word, raw }) => relative.test(word) || /^\+\d/.test(raw))) return null;
  const said = [...setOf(look.numbers)];
  // `by 2`; not `to 5 by 18:00`, nor `to 5, asked for by Anna`.
  const isCount = (word = "") => /^\d{1,4}$/.test(word) || said.includes(word);
  if (words.some(({ word }, at) => word === "by" && isCount(words[at + 1]?.word))) return null;
  // `to zero`; elsewhere it may be what a program says: `it returns null`.
  const isZero = ({ word }: LineWord, at: number) =>
    /^(?:zero|null|零)$/.test(word) && /^(?:to|auf|到|成|为|至|缩到)$/.test(words[at - 1]?.word ?? "");
  if (words.some(isZero)) return 0;
  const ofReplicas = words.filter(
    ({ word }, at) =>
      /^\d{1,4}$/.test(word) && /^(?:replicas?|pods?|副本|个|replikas?)$/.test(words[at + 1]?.word ?? ""),
  );
  if (ofReplicas.length === 1) return Number(ofReplicas[0]?.word);
  const counts = words.flatMap(({ word }) => {
    if (/^\d{1,4}$/.test(word)) return [Number(word)];
    return said.includes(word) ? [said.indexOf(word) + 1] : [];
  });
  if (
    counts.length === 1 &&
    words.some(({ word }, at) => /^(?:from|von|从)$/.test(word) && /^\d/.test(words[at + 1]?.word ?? ""))
  )
    return null;
  const to = words.filter(
    ({ word }, at) => /^\d{1,4}$/.test(word) && /^(?:to|auf|到|成|为|至)$/.test(words[at - 1]?.word ?? ""),
  );
  if (to.length === 1) return Number(to[0]?.word);
  // Between `4 -> 10` stands no word.
  const isArrow = words.some(
    ({ word, end }, at) => /^\d+$/.test(word) && (words[at + 1]?.start ?? 0) - end > 2,
  );
  const isFromTo = isArrow || words.some(({ word }) => /^(?:from|von|从)$/.test(word));
  return counts.length > 1 && !isFromTo ? null : (counts.at(-1) ?? null);
}

/** `it sits at its max of 10, can we go to 15`: of two the one that it does not stand at. Null where there are more. */
export function boundIn(words: Words, language: Language): number | null {
  const count = countIn(words, language);
  if (count !== null) return count;
  const [one, other, third] = words.flatMap(({ word }) => (/^\d{1,4}$/.test(word) ? [Number(word)] : []));
  if (one === undefined || other === undefined || third !== undefined) return null;
  return words.some(({ word }) => lowers.test(word)) ? Math.min(one, other) : Math.max(one, other);
}
const lowers = /^(?:lower|reduce|decrease|down|senk\w*|runter|verringer\w*|reduzier\w*)$|降|减|调低/;

/** `1Gi`, `500m`, as Kubernetes writes it. */
const quantity = /^(\d{1,6}(?:\.\d{1,3})?)(m|k|[mgt]i?b?)[.,!?]?$/i;
export const isQuantity = (raw: string): boolean => quantity.test(raw);

export function quantityIn(words: Words): string | null {
  const said = words.filter(
    ({ raw }, at) => isQuantity(raw) && !/^(?:from|von|statt|anstatt|of|从)$/.test(words[at - 1]?.word ?? ""),
  );
  return said.length === 1 ? quantityOf(said[0]?.raw ?? "") : null;
}

function quantityOf(raw: string): string | null {
  const [, count, unit = ""] = quantity.exec(raw) ?? [];
  if (count === undefined) return null;
  const short = unit.replace(/b$/i, "");
  return `${count}${short === "m" ? short : short.charAt(0).toUpperCase()}${/i$/i.test(short) ? "i" : ""}`;
}

/** `memory limit 4Gi, requests 2Gi` as kubectl's flags; null where they are not told apart. */
export function resourcesIn(words: Words): string | null {
  let [flag, what] = ["", ""];
  const said = words.flatMap(({ word, raw }) => {
    if (/^limits?$|上限/.test(word)) flag = "limits";
    if (/^requests?$/.test(word)) flag = "requests";
    if (/^cpu$/.test(word)) what = "cpu";
    if (/^(?:memory|mem|ram|speicher|arbeitsspeicher|内存)$/.test(word)) what = "memory";
    const written = quantityOf(raw);
    return written === null
      ? []
      : [{ flag, what: what || (/[kmgt]i$/i.test(written) ? "memory" : "cpu"), written }];
  });
  const flags = new Set(said.map((each) => `${each.flag}.${each.what}`));
  if (said.length < 2 || flags.size < said.length || said.some((each) => each.flag === "")) return null;
  return ["requests", "limits"]
    .map((each) => [each, said.filter((one) => one.flag === each)] as const)
    .filter(([, of]) => of.length > 0)
    .map(([each, of]) => ` --${each}=${of.map((one) => `${one.what}=${one.written}`).join(",")}`)
    .join("");
}

/** `min 4 max 16`. */
export function boundsIn(words: Words) {
  const behind = (name: RegExp): number | null => {
    const at = words.findIndex(({ word }) => name.test(word));
    const count =
      at === -1 ? undefined : words.slice(at + 1, at + 4).find(({ word }) => /^\d{1,4}$/.test(word));
    return count === undefined ? null : Number(count.word);
  };
  const [minReplicas, maxReplicas] = [behind(/^min(?:replicas|imum)?$/), behind(/^max(?:replicas|imum)?$/)];
  return minReplicas === null || maxReplicas === null || minReplicas > maxReplicas
    ? null
    : { minReplicas, maxReplicas };
}
