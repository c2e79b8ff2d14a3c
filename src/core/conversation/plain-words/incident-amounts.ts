// How severe, and how long, as people say it: `sev1`, `P2`, `二级`; `for 30`, `half an hour`, `ne Stunde`, `半小时`.

import type { AlertSeverity } from "../../alert/alert.ts";

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
