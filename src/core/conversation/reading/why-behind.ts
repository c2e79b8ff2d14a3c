// A change in words, with why: `restart api in shop because it hangs`, and behind a comma alone, `restart api in shop, it hangs`.
// The command that is asked back says why, too.

import { isChange } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { isSure, likely } from "../ability/learn.ts";
import { takeReason } from "../grammar/change-line.ts";
import { isNoOrder } from "../plain-words/is-ordered.ts";
import { isHan } from "../plain-words/languages/segment.ts";
import { isClusterLike } from "../plain-words/line-parts.ts";
import type { Line } from "../plain-words/read-plain-words.ts";

const parted = {
  other: /[,;:.]\s+|\s[-\u2013\u2014]\s/g,
  // Nothing has to stand behind a comma.
  chinese: /[,;:.](?:\s+|(?=\D))|\s[-\u2013\u2014]\s/g,
};

type Why = Readonly<{ reason?: string; breakGlass?: true }>;

/** `read`: what a line means. Null where no command is known that the line orders, or nothing is said of why. */
export function changeInWords(text: string, read: (line: string) => Line): Line | null {
  const said = takeReason(text);
  if (said !== null) return orderedWith(read(said.line), said.why);
  const parts = whysBehind(text);
  for (const { line, reason } of parts) {
    const ordered = orderedWith(read(line), { reason });
    if (ordered !== null) return ordered;
  }
  // Its symptom would hide the order, and what "we have" and "we are" tell of it would make it a report.
  const [whole] = abilitiesOf(text);
  const isHidden = whole !== undefined && (!isChange(whole.label) || isNoOrder(text));
  return isHidden ? (parts.map(({ line }) => read(line)).find(isLacking) ?? null) : null;
}

/** An order of which a word is missing. */
const isLacking = (line: Line): boolean =>
  line.is === "readings" &&
  line.readings.some(({ intent }) => intent.kind === "change" && intent.lacks !== undefined);

function orderedWith(line: Line, why: Why): Line | null {
  if (line.is !== "readings" || !line.readings.some(({ intent }) => intent.kind === "askBack")) return null;
  const readings = line.readings.map((each) => {
    if (each.intent.kind !== "askBack") return each;
    const reason = [each.intent.reason, why.reason].filter((said) => said !== undefined).join(", ");
    return { ...each, intent: { ...each.intent, ...why, ...(reason !== "" && { reason }) } };
  });
  return { ...line, readings };
}

/** As the grammar takes it. */
const longestReason = 200;
/** Nobody says one thing in more. */
const mostParts = 6;

/** Where the line may be parted into an order and why, the longest order first. */
function whysBehind(text: string): readonly Readonly<{ line: string; reason: string }>[] {
  if (/\b(?:kubectl|helm)\b|`|\n/.test(text)) return [];
  const [, order, why] = led.exec(text) ?? [];
  if (order !== undefined && why !== undefined && isOrder(order))
    return [{ line: order, reason: why.trim() }];
  const ends = [...text.matchAll(isHan(text) ? parted.chinese : parted.other)].slice(0, mostParts);
  return ends.reverse().flatMap(({ 0: mark, index }) => {
    const [line, reason] = [text.slice(0, index), text.slice(index + mark.length).trim()];
    return isReason(reason) && isOrder(line) ? [{ line, reason }] : [];
  });
}

/** `reason: the node is full`, `Grund ist …`, `原因是…` */
const led =
  /^(.{8,300}?)[\s,;.(]+(?:(?:the |der |die )?(?:reason|grund|begründung)(?:\s+(?:is|ist))?|原因是?)(?:\s*:\s*|\s+|(?=\p{Script=Han}))(.{2,200}?)\)?$/iu;

function isOrder(line: string): boolean {
  const [best] = abilitiesOf(line);
  return best !== undefined && isChange(best.label) && best.share >= likely;
}

/** It tells how something is, and neither when, with what, or on which condition the order is meant. */
function isReason(typed: string): boolean {
  const text = typed.replace(/[.!]+$/, "");
  if (text.length < 2 || text.length > longestReason || /\?\s*$/.test(text)) return false;
  // In Chinese every verb would have to be listed: a name or a number may be more of the order.
  if (!tells.test(text) && (!isHan(text) || /[a-z\d]/i.test(text))) return false;
  if (
    adds.test(text) ||
    thanks.test(text) ||
    asksInChinese.test(text) ||
    text.split(/[\s,]+/).some(isClusterLike)
  )
    return false;
  const [best] = abilitiesOf(text);
  return best === undefined || !isChange(best.label) || !isSure(best) || isNoOrder(text);
}

const tells =
  /^(?:it|they|we|users|customers|der|die|das|er|sie|es|wir|ignoriert)\s+\p{L}{3,}|\b(?:is|are|was|were|has|have|had|does|did|isn['’]?t|doesn['’]?t|it['’]?s|hangs?|hanging|stuck|fails?|failing|crash\w*|keeps?|since|due to|out of|runs?|answers?|needs?|got|lost|growing|climbing|exploding|full|sick|broken|overloaded|leaks?|eats?|says?|throws?|ends?|complain\w*|coming|errors?)\b|\b(?:ist|sind|war|waren|hat|haben|wird|hängt|haengt|steht|geht|läuft|laeuft|kommt|antwortet|braucht|stirbt|frisst|macht|seit|wegen|voll|kaputt|krank|leckt|meldet|wirft|wächst|steigt|explodiert|beschweren|reagiert|flattert|tot|fehler)\b|[了着]|一直|老是|总是|因为|没|卡|挂|满|爆|慢|涨|坏|报|断|超时|问题|异常|泄漏|内存|OOM|panic|不[动了行通过发]|失效|过期/iu;

const thanks = /^(?:谢|多谢|感谢|拜托|辛苦|麻烦|劳驾|thx|thanks|danke|merci)/i;

/** `重启 api，会不会影响线上`: asked before it is ordered. */
const asksInChinese =
  /[吗么呢]\W*$|会不会|行不行|好不好|可不可以|能不能|要不要|有没有|是不是|(?:风险|影响).{0,2}(?:大不大|大吗|多大)|多久|怎么|怎样|如何|什么时候/;

/** It says more of the order itself. */
const adds =
  /^(?:but|only|if|unless|when|until|till|then|and|or|after|before|except|not|no|don['’]?t|do not|please|also|with|without|at|on|in|tomorrow|tonight|later|aber|nur|wenn|falls|sobald|bis|dann|danach|und|oder|nach|vor|außer|nicht|kein\w*|bitte|auch|mit|ohne|um|auf|morgen|später|但|只|如果|要是|等|到|然后|再|和|或|除|别|不要|先|明|晚点|也)(?![\p{L}])|\b(?:container|sidecar|force|grace|dry[- ]run|namespace|ns|revision|undo|instead|emptydir\S*|daemonsets?|stattdessen|sonst)\b|容器|强制|命名空间|^(?:但|只|如果|要是|等|到|然后|再|和|或|除|别|不要|先|明|晚点|也)/iu;
