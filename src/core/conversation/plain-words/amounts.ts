// How many, how much and of which revision: the numbers of a change that somebody asks for in words.

import type { AlertSeverity } from "../../alert/alert.ts";
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

// How severe, and how long, as people say it: `sev1`, `P2`, `二级`; `for 30`, `half an hour`, `ne Stunde`, `半小时`.

const digits: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, zero: 0, an: 1, a: 1 },
  ...{ eins: 1, zwei: 2, drei: 3, vier: 4, null: 0, ein: 1, eine: 1, einer: 1, ne: 1, ner: 1, nen: 1 },
  ...{ 一: 1, 二: 2, 两: 2, 兩: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 八: 8, 十: 10, 零: 0 },
};
const numberOf = (said: string): number => digits[said.toLowerCase()] ?? Number(said);

const levels = [
  /(?:sev(?:erity)?|schweregrad|stufe|prio(?:rität)?|级别|等级|優先級|优先级)[\s-]?(?:(?:to|auf|level|=|为|到|成)\s?)?([0-4]|one|two|three|four|zero|eins|zwei|drei|vier)(?![\w])/giu,
  /(?<![\w-])p([0-4])(?![\w-])/giu,
  /([0-4一二三四])\s?级/gu,
];
/** `from sev2 to sev1` */
const led =
  /(?:to|auf|到|成|为|成为)\s?(?:a\s|an\s|ein(?:en)?\s)?(?:sev(?:erity)?|p|schweregrad)?[\s-]?([0-4])(?![\w])/iu;

/** `raise it to the highest level` */
const ends: readonly (readonly [said: RegExp, level: AlertSeverity])[] = [
  [/\b(?:highest|worst|maximum|max|top)\b|höchste|hoechste|schlimmste|maximal|最高|最严重|顶级/iu, "Sev0"],
  [/\b(?:lowest|minimum|least)\b|niedrigste|geringste|最低/iu, "Sev4"],
];
/** `no Sev 2 any more`: the one that it is not. */
const notLevel =
  /(?:\bkein(?:e|en)?|\bnot (?:an? )?|\bno(?: longer| more)?(?: an?)?|不是|不算|不只是)\s?(?:sev(?:erity)?|p|schweregrad)?[\s-]?([0-4])(?!\w)/iu;
const raised =
  /\b(?:raise|increase|up(?:grade)?|higher|worse|escalate)\b|\bbump .*up\b|hoch|rauf|erhöh|verschärf|调高|升级|提高|升高|升/iu;
const lowered = /\b(?:lower|reduce|decrease|down(?:grade)?|less)\b|runter|herab|senk|niedriger|调低|降/iu;

/** Those that may be meant where none is said: worse or less than the one that it is not. */
export function severitiesIn(text: string): readonly AlertSeverity[] {
  const at = notLevel.exec(text)?.[1];
  const way = raised.test(text) ? -1 : lowered.test(text) ? 1 : 0;
  const from = at === undefined ? (way === 1 ? 2 : 1) : Number(at);
  const meant =
    way === 0 ? [1, 2, 3] : at === undefined ? [from - 1, from, from + 1] : [from + way, from + 2 * way];
  return meant.filter((level) => level >= 0 && level <= 4).map((level) => `Sev${level}` as AlertSeverity);
}

/** Null where none is said, or several and none of them is led to. */
export function severityIn(typed: string): AlertSeverity | null {
  const text = typed.replace(notLevel, " ");
  const to = led.exec(text)?.[1];
  const said = new Set(
    levels.flatMap((each) => [...text.matchAll(each)].map(([, level = ""]) => numberOf(level))),
  );
  const [one, second] = to === undefined ? said : [Number(to)];
  if (one === undefined) return ends.find(([end]) => end.test(text))?.[1] ?? null;
  return second !== undefined ? null : (`Sev${one}` as AlertSeverity);
}

const count =
  "(\\d{1,3}(?:[.,]5)?|an?|one|two|three|four|ein(?:er|e)?|ne[rn]?|zwei|drei|vier|[一二两兩俩三四五六八十])";
const spans: readonly (readonly [said: RegExp, minutes: number])[] = [
  [
    /\bhalf an? (?:hour|hr)\b|\b(?:(?:eine|ne)? ?halbe) stunde\b|半(?:个|個)?(?:小时|小時|钟头|鐘頭|点钟)/iu,
    30,
  ],
  [
    /\b(?:an?|1) hour and a half\b|\banderthalb stunden?\b|\beineinhalb stunden?\b|一个半小时|一個半小時/iu,
    90,
  ],
];
const counted = (unit: string): RegExp =>
  new RegExp(`(?<![\\p{Script=Latin}\\d:.-])${count}\\s?(?:${unit})`, "iu");
const hours = counted(
  "(?:h|hrs?|hours?|std\\.?|stunden?)(?![\\p{Script=Latin}\\d])|(?:个|個)?(?:小时|小時|钟头|鐘頭|鐘)",
);
const minutes = counted("(?:m|mins?|minutes?|minuten?)(?![\\p{Script=Latin}\\d])|分(?:钟|鐘)?");
/** `mute this for 30` */
const bare = /\b(?:for|für|fuer)\s(\d{2,3})\s*(?:$|[,.!?])/iu;
const longest = 24 * 60;

/** How often it rings: no length of a mute. */
const often =
  /\b(?:every|each|alle|jede[nr]?)\s+(?:\d+|few|paar|two|five|ten|zwei|fünf|zehn)?\s?(?:s|sec\w*|sek\w*|m|mins?|minutes?|minuten?|h|hours?|stunden?)\b|每(?:隔)?\s?[\d一二两三五十几半]*\s?(?:个)?(?:秒|分钟|小时)/giu;

/** `for 3 days`: longer than any mute. */
export const isTooLong = (text: string): boolean => {
  const said = hours.exec(text.replace(often, ""))?.[1];
  return (
    days.test(text.replace(often, "")) ||
    (said !== undefined && numberOf(said.replace(",", ".")) * 60 > longest)
  );
};
const days =
  /(?:\d+|two|three|four|five|a few|several|zwei|drei|vier|fünf|ein paar|mehrere)\s?(?:days?|tagen?|tage)\b|\b(?:a|one|two|eine|zwei|this|die|\d+)\s(?:whole |ganze )?(?:weeks?|wochen?|months?|monate?)\b|\bweekend\b|\bwochenende\b|[\d二两三四五六七几]\s?天|(?:一|\d|两|这|整)个?(?:周|星期|礼拜|月)(?![一二三四五六日天末])|周末/iu;

/** `until Monday`, `bis morgen früh`: most of a day, and more. */
const isFar = (text: string): boolean => isTooLong(text) || far.test(text);
const far =
  /\b(?:tomorrow|morning|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morgen|früh|frueh|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b|明|早上|早晨|周[一二三四五六日天]|下周|天亮/iu;

/** Where no length is said that can be: those that are near it, in minutes. */
export function lengthsMeant(text: string): readonly number[] {
  const meant = isTooLong(text) ? [24] : isUntil(text) ? (isFar(text) ? [8, 12, 24] : [1, 4, 8]) : [1, 8];
  return meant.map((each) => each * 60);
}

/** In minutes; null where no length is said. */
export function spanIn(typed: string): number | null {
  const text = typed.replace(often, "");
  const fixed = spans.find(([said]) => said.test(text))?.[1];
  if (fixed !== undefined) return fixed;
  const ofHours = hours.exec(text)?.[1];
  const ofMinutes = minutes.exec(text)?.[1] ?? bare.exec(text)?.[1];
  const number = (said: string): number => numberOf(said.replace(",", "."));
  const found =
    ofHours !== undefined ? number(ofHours) * 60 : ofMinutes === undefined ? null : number(ofMinutes);
  return found === null || !(found >= 1 && found <= longest) ? null : Math.round(found);
}

/** `until 7`, `bis morgen früh`, `到八点`: an end is said, and no length. */
export const isUntil = (text: string): boolean =>
  /\b(?:till?|until|'til|bis)\s(?!now\b|jetzt\b|auf\b)|到.{0,6}(?:点|點|明|早|晚|天亮|周|\d:)/iu.test(text);
