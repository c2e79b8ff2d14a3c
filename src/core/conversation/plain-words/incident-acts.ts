// What somebody wants done with an incident, or with what a channel hears, as they say it in a sentence: to whom, how severe,
// how long, which words to note. None of it is done at once: whoever asked gets the line of the grammar as a button.

import type { Ability } from "../examples.ts";
import type { Intent, IntentOf, SaidAct } from "../intent.ts";
import { takeWatchClauses } from "../watch-clauses.ts";
import { ruleIn } from "./alert-rules.ts";
import { isTooLong, isUntil, lengthsMeant, severitiesIn, severityIn, spanIn } from "./amounts.ts";
import { saysAbout } from "./languages/languages.ts";
import { isHan } from "./languages/segment.ts";

/** Each may be meant; where a word of it is missing, a sentence says how it is written. Null: no such ability. */
export function incidentActs(
  ability: Ability,
  cluster: string | null,
  text: string,
): readonly Intent[] | null {
  const act = (each: SaidAct): Intent => ({ kind: "actOnIncident", cluster, incident: null, act: each });
  switch (ability) {
    case "handOver": {
      // `to the night shift`: who that is, a schedule says.
      if (toShift.test(text)) return [{ kind: "onCall", cluster: null, beside: ["byName"] }];
      const to = personIn(text);
      if (to === null && ofShift.test(text)) return [{ kind: "onCall", cluster: null, beside: ["byName"] }];
      return to === null ? howWritten : [act({ act: "handOver", to })];
    }
    case "setSeverity": {
      const severity = severityIn(text);
      const meant = severity === null ? severitiesIn(text) : [severity];
      return meant.map((each) => act({ act: "setSeverity", severity: each }));
    }
    case "note": {
      const noted = noteIn(text);
      return noted === null ? howWritten : [act({ act: "note", text: noted })];
    }
    case "reopen":
      return [act({ act: "reopen" })];
    case "merge":
      return [mergedIn(text) ?? { kind: "told", topic: "merge" }];
    case "split":
      return [act({ act: "split", rule: ruleIn(text) })];
    case "declareIncident": {
      const because = troubleIn(text);
      if (because === null) return howWritten;
      return [{ kind: "incident", cluster, severity: severityIn(text), because }];
    }
    case "mute":
      return isOfLess(text) ? lessThanCluster : mutesMeant(cluster, text);
    case "unmute":
      return isOfLess(text) ? lessThanCluster : [{ kind: "unmute", cluster }];
    case "unwatch":
      return isOfLess(text) ? lessThanCluster : [{ kind: "unwatch", cluster }];
    default:
      return null;
  }
}

/** A mute is one of a whole cluster: never in the place of less. */
export const isOfLess = (text: string): boolean =>
  ruleIn(text) !== null || saysAbout("oneAlert", text) || saysAbout("alertOf", text);
export const lessThanCluster: readonly Intent[] = [{ kind: "told", topic: "muteOne" }];

function mutesMeant(cluster: string | null, text: string): readonly Intent[] {
  const span = spanIn(text);
  const because = whyMuted(text);
  const meant = span === null ? lengthsMeant(text) : [span];
  const mutes = meant.map((minutes): Intent => ({ kind: "mute", cluster, minutes, because }));
  return span === null && !isUntil(text) && !isTooLong(text)
    ? [...mutes, { kind: "unwatch", cluster }]
    : mutes;
}

const toShift =
  /\b(?:to|an) (?:(?:the|whoever|everyone|people|person|team|is|are|on|now|next|night|day|late|early|who|has|die|den|der|das|wer|leute|kollegen|nächste|im|jetzt|gerade|hat)[ ,]+){0,6}(?:on[- ]?call|duty|shift|dienst|bereitschaft\S*|\S*schicht)\b|(?:夜班|白班|早班|晚班|下一班|下个班|值班)的?(?:人|同事|同学|兄弟|那位)?/i;

const ofShift = /\bshifts?\b|\bon[- ]?call\b|schicht|bereitschaft|班/i;

/** `merge I-… with I-…`: the one that is named last goes on. */
function mergedIn(text: string): Intent | null {
  const [first, second, third] = text.toUpperCase().match(/(?<![\w-])I-[0-9A-Z]{10}(?![\w-])/g) ?? [];
  if (first === undefined || third !== undefined || first === second) return null;
  return {
    ...{ kind: "actOnIncident", cluster: null, incident: second === undefined ? null : first },
    act: { act: "merge", into: second ?? first },
  };
}

const howWritten: readonly Intent[] = [{ kind: "told", topic: "incident" }];

const ends =
  /\bnicht mehr\b(?! als)|\bkeine?n?\b.{0,40}\bmehr\b|\b(?:no longer|no more|any ?more|stop)\b|不要再|别再|不再|取消/i;

/** What more than its ability a line says of what a channel hears, or of what it lists. */
export function heardOf(ability: Ability, text: string): Ability {
  // `stop pinging us about it for 45m`: it ends by itself.
  if (ability === "unwatch" && (spanIn(text) !== null || isUntil(text))) return "mute";
  // `don't post the alerts of prod-1 here any more`: said of what goes on, it is its end.
  if (ability === "watch" && ends.test(text)) return "unwatch";
  if (ability === "mute" && unmutes.test(text)) return "unmute";
  // `别再弹了静音一小时`
  if (ability === "unmute" && spanIn(text) !== null && !unmutes.test(text)) return "mute";
  // `which pod restarts most`
  return ability === "restart" && ranks.test(text) ? "list" : ability;
}
const unmutes =
  /\bun-?(?:mute|silence|snooze)|\b(?:mute|silence|snooze) (?:off|away)\b|\b(?:take|lift|remove|end|cancel|undo|stop|switch off|turn off)\b.{0,20}\b(?:mute|silence|muting|snooze)\b|(?:stumm\S*|mute|ruhe|snooze)\b.{0,25}\b(?:weg|raus|aus|aufheben|beenden)\b|nicht mehr stumm|entstumm|静音.{0,3}(?:去掉|取消|关|解除|结束)|(?:取消|解除|关掉|去掉|停止).{0,12}静音|(?:别再?|不要再?|不用)(?:对.{0,8}|给.{0,8}|把.{0,8})?静音/i;
const ranks =
  /\b(?:most|often|top \d|ranking|meisten|öftesten|häufigsten|rangliste)\b|最多|得多|最频繁|排行|排序|次数/i;

/** Of this month; of the one before, all that is kept is shown. */
const ofMonth =
  /\b(?:this|current) month\b|\b(?:diesen|diesem|laufenden) monat\b|(?:这|這|本)(?:个|個)?月|今个月|今個月/i;

/** What else is asked of incidents, or of what a channel hears of a cluster. */
export function ofIncident(ability: Ability, cluster: string | null, text: string): Intent | null {
  const acted = { kind: "actOnIncident", cluster, incident: null } as const;
  switch (ability) {
    case "owner":
      return { kind: ability, cluster };
    case "earlier":
      return { kind: "pastIncidents", cluster, ...(ofMonth.test(text) && { month: true }) };
    case "week":
      return ofMonth.test(text) ? { kind: "pastIncidents", cluster, month: true } : null;
    case "story":
      return { kind: ability, cluster, incident: null, as: formatOf(text) };
    case "watch": {
      const taken = takeWatchClauses(text);
      if (!taken.ok) return null;
      const { ok: _, rest: __, ...clauses } = taken;
      return { kind: ability, cluster, ...clauses };
    }
    case "takeIncident":
      return { ...acted, act: { act: "take" } };
    case "closeIncident":
      return { ...acted, act: { act: "resolve", because: causeIn(text) } };
    default:
      return incidentActs(ability, cluster, text)?.[0] ?? null;
  }
}

const formatOf = (text: string): IntentOf<"story">["as"] => {
  if (/\b(?:markdown|md)\b/i.test(text)) return "md";
  return asFile.test(text) || saysAbout("report", text) ? "docx" : "timeline";
};
const asFile =
  /reports?\b|bericht|post-?mortem|\b(?:word|docx|document|file|datei|dokument)\b|write (?:it |the incident )?up|报告|報告|复盘|文档|文件/i;

// To whom.

const name = "@?\\p{L}[\\p{L}.'’-]*";
const capital = "\\p{Lu}[\\p{L}.'’-]+";

const handed: readonly RegExp[] = [
  new RegExp(`@(${capital}(?: ${capital})?|\\p{L}[\\p{L}.'’-]*)`, "u"),
  new RegExp(`(?:^|\\s)to ((?:(?:Mr|Mrs|Ms)\\.? )?${name}(?: ${capital})?)`, "u"),
  new RegExp(`(?:^|\\s)an (?:die |den |das )?((?:Frau |Herrn )?${name}(?: ${capital})?)`, "u"),
  /(?:转交|移交|交接|分|归|转|交|派|丢|移|换|让|給|给|让|由)(?:给|給|到|由)?\s?@?([\p{Script=Han}]{2,4}?|[A-Za-z][\w.-]*(?: [A-Z][\w.-]+)?)(?=[\s,，。!！吧了来來跟处處接负負管]|$)/iu,
  new RegExp(`^(?:[Gg]ib|[Gg]ive) (?:es |das |it |this )?(${name}) `, "u"),
  new RegExp(`macht (?:der |die )?(${name}) (?:ab hier )?weiter`, "u"),
  new RegExp(`(?:weis|teil)e? (?:es |das |ihn |den )?(${name}) zu`, "iu"),
  new RegExp(`gehört (?:ab )?(?:jetzt )?(?:de[mr] )?(${name})`, "iu"),
  new RegExp(
    `(?:it['’]?s|this (?:one )?is|das ist jetzt) (${name.replace(/\*$/, "*?")})['’]?s(?: now)?\\W*$`,
    "iu",
  ),
  new RegExp(
    `(${name}),? (?:please |pls |bitte |can you |could you |kannst du )?(?:machst du weiter|is on (?:it|this)|takes|take (?:it|over|this)|has (?:it|this)|you(?:['’]re| are) (?:it|up|on)|(?:it['’]?s|you have|your) (?:yours|turn|it|this|now)|übernimmt|übernimm|nimmt|hat (?:das|es|ihn) (?:jetzt|ab)|macht (?:das|jetzt|ab)|du bist (?:dran|jetzt)|ist (?:jetzt )?dran)`,
    "iu",
  ),
  /(?:^|[\s,，。])(?:让|由|叫|请)?\s?@?([A-Za-z][\w.-]*(?: [A-Z][\w.-]+)?)\s?(?:麻烦)?(?:你)?(?:来|来接|在跟|接|接手|跟|跟进|负责|上)(?:一下|吧|了|着|手|进)?\s*$/iu,
];

/** No name, wherever it stands. */
const nobody =
  /^(?:do|be|get|go|fix|me|you|us|him|her|them|it|this|that|the|a|an|my|our|your|somebody|someone|anybody|anyone|who|whoever|one|next|day|night|shift|team|next|bed|sleep|sev\d?|mir|mich|dir|uns|ihn|sie|jemand(?:en)?|wen|wer|meine?n?|unsere?n?|den|die|das|der|dem|andere?n?|einen?|kollegen|team|schicht|我|你|他|她|谁|誰|别人|別人|人|下一班|大家|这个|我们|值班|班.{0,2}|[接交换下].{0,2}班)$/iu;

function personIn(text: string): string | null {
  for (const each of handed) {
    const found = each.exec(text)?.[1]?.replace(/^@|[.'’-]+$/g, "") ?? "";
    if (found !== "" && !found.split(" ").some((part) => nobody.test(part))) return found;
  }
  return null;
}

// What is noted, and why an incident is declared.

const noting =
  /^.{0,40}?(?:(?:timeline|protocol|record|log(?: it| this| that| down)?|jot(?: it| this| that)? down|write (?:it |this )?down|note|notes|incident|zeitachse|zeitleiste|timeline|protokoll|verlauf|notier\w*|notiz|vermerk\w*|halte? fest|schreib auf|(?<!\p{L})ticket|kommentar(?: zum vorfall)?|comment(?: on the incident)?|fürs protokoll)(?=[\s,:.]|$)|时间线|時間線|时间轴|記錄|记录|记一笔|記一筆|记一下|記一下|记下来|記下來|记下|備註|备注|加一条|补一条|补充|写上|寫上|写一笔|登记)(?:里|裡|中|上|下|一下)?[\s,:，：]*(?:that|dass|daß)?[\s,:，：]*/iu;

/** What stands behind the word that says so; a note cannot be taken back, so half a word is none. */
function noteIn(text: string): string | null {
  const rest = text
    .replace(noting, "")
    .replace(/^(?:fest|auf)[\s,:]+|^[加补添]一?[条笔][\s,:，：]*/i, "")
    .trim();
  return rest === text.trim() || rest.length < (/\p{Script=Han}/u.test(rest) ? 4 : 8)
    ? null
    : rest.slice(0, 480);
}

const troubleBehind =
  /(?:[:：](?!\d)|[,，]|\s[-–—]\s|\bbecause\b|\bweil\b|\bwegen\b|\bsince\b|因为|因為)\s*(.{6,190})$/iu;
const causeBehind =
  /(?:\bbecause(?: of)?\b|\b(?:root )?cause\b(?: was| is)?|\breason\b(?: was| is)?|[,;.] ?(?:it|that|this) was\b|\b(?:grund|ursache)\b(?: war| ist)?|\bweil\b|\b(?:es )?lag an\b|(?:原因|根因)(?:是|为)?|因为|因為|[,，;；。] ?是)\s*[:：,，]?\s*(.{3,190})$/iu;

/** Why it is over, as somebody says it behind that, or in a clause of its own. */
const causeIn = (text: string): string | null => causeBehind.exec(text)?.[1]?.trim() ?? clausesBeside(text);

const clauseEnds = /[,;!，；。！]|\s[-–—]+\s|[:：](?!\d)|\.(?=\s|$)|(?<=\p{Script=Han})\s+/u;

/** `close it, false alarm`: what is said beside the clause that orders it, and beside thanks. */
function clausesBeside(text: string): string | null {
  const parts = text.split(clauseEnds).map((part) => part.trim());
  const others = parts.filter(
    (part) =>
      /\p{L}/u.test(part) && !saysAbout("closes", part) && !saysAbout("isOver", part) && !which.test(part),
  );
  // `inc can be clsoed`: nothing says which part orders it.
  if (others.length === parts.filter((part) => /\p{L}/u.test(part)).length) return null;
  const said = others.join(isHan(text) ? "，" : ", ");
  return others.length === 0 || said.length < (isHan(text) ? 2 : 5) ? null : said.slice(0, 190);
}

/** `mute stage 2h, upgrade running`: in words of its own behind the order. */
function clausesBehind(text: string): string | null {
  const parts = text.split(clauseEnds).map((part) => part.trim());
  const behind = parts.slice(parts.findIndex((part) => saysAbout("mutes", part)) + 1);
  const isSaid = (part: string) =>
    (isHan(part) ? part.length > 2 : /\p{L} +\p{L}/u.test(part)) &&
    ![spanIn(part) !== null, isUntil(part), saysAbout("isOver", part)].includes(true);
  const said = parts.length === behind.length ? [] : behind.filter(isSaid);
  return said.length === 0 ? null : said.join(isHan(text) ? "，" : ", ").slice(0, 190);
}

/** No more than which incident it is. */
const which =
  /^(?:[\w.]*[-\d][\w.-]* ?的?)?(?:(?:这个|那个)?(?:事故|事件|故障|单子?)|incident|vorfall)?吧?$/i;

const mutedBecause =
  /(?:\b(?:because(?: of)?|since|due to|weil|wegen)\b|因为)\s*(.{2,190})$|[,，;；]\s*((?:we|wir|i|ich|it['’]?s|there|da|es|我们).{3,190})$/iu;

/** Why nothing is to be heard. */
function whyMuted(text: string): string | null {
  const [, given, told] = mutedBecause.exec(text) ?? [];
  const because = given ?? told;
  // A length that stands behind it is none of it.
  if (because !== undefined && (spanIn(because) !== null || isUntil(because))) return null;
  return because?.trim() ?? clausesBehind(text);
}

const declaring =
  /^.{0,30}?(?:\bincidents?\b|\bsev(?:erity)?[\s-]?[0-4]\b|störung|vorfall|事故|事件|故障)(?:\s(?:on|for|auf|für|bei|in)(?=\s))?/iu;

/** As somebody says it, behind a colon or what names the cluster. */
function troubleIn(text: string): string | null {
  const behind = troubleBehind.exec(text)?.[1];
  const rest = (behind ?? text.replace(declaring, ""))
    .replace(/^\s*(?:(?:on|for|auf|für|bei|in|在)\s)?(?:[a-z]+(?:-[a-z0-9]+)+)[\s,:，：的]*/iu, "")
    .replace(/^\s*(?:as )?sev(?:erity)?[\s-]?[0-4][\s,:，]*/iu, "")
    .replace(/^[\s,:，：]+/u, "")
    .trim();
  const isSaid = rest !== text.trim() && rest.length >= (/\p{Script=Han}/u.test(rest) ? 3 : 6);
  return isSaid ? rest : null;
}
