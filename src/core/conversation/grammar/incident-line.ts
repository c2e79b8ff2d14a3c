// Lines about an incident: declare one, take it, hand it over, say how severe it is, close it, write a note on it. Each may
// name the incident by its id, or by its cluster; without either it is the one in whose thread it is written. A line that is
// none of these to its last word is a sentence like any other: `close the ticket`, `note that prod-1 is down`.

import type { AlertSeverity } from "../../alert/alert.ts";
import { parseClusterName } from "../../cluster-name.ts";
import type { Phrases } from "../chat-verb.ts";
import {
  actWords,
  declaringWords,
  mutingWords,
  owningWords,
  storyWords,
  weeklyWords,
  weekWords,
} from "../incident-words.ts";
import type { Intent, SaidAct, Understood } from "../intent.ts";
import { type ParseError, written } from "../parse-error.ts";
import { takeReason } from "./change-line.ts";

/** In UTF-16 code units: a rule fits into the line of a button, a reason stands on the card, a note on the trail. */
const longest = { reason: 200, note: 500, rule: 250 } as const;

const understood = (intent: Intent): Understood => ({ ok: true, intent });
const malformed = (reason: ParseError): Understood => ({ ok: false, reason });

/** Chinese stands without spaces. */
const beginsWith = ({ en, de, zh }: Phrases): RegExp =>
  new RegExp(`^(?:(?:${en}|${de})(?=[\\s,:!]|$|\\d)|(?:${zh}))[\\s,:!，：]*`, "iu");

const declaring = beginsWith(declaringWords);
const muting = beginsWith(mutingWords);
/** The cluster stands before the word. */
const nameBefore =
  /^(?:把\s?)?([a-z0-9][\w./-]*(?: [^ ]+){0,3}?)\s?(mute(?= |$)|stumm(?:schalten)?(?= |$)|静音)\s?(.*)$/i;
const owning = beginsWith(owningWords);
const timeline = beginsWith(storyWords.timeline);
const report = beginsWith(storyWords.report);
const week = beginsWith(weekWords);
const weekly = { on: beginsWith(weeklyWords.on), off: beginsWith(weeklyWords.off) };
const acts = Object.entries(actWords).map(
  ([act, words]) => [act as SaidAct["act"], beginsWith(words)] as const,
);

/** What it ends with is its own. */
export const isNote = (line: string): boolean => notes.test(line.trim());
const notes = beginsWith(actWords.note);

/** Null: a sentence like any other. */
export function incidentLine(
  kind: "incident" | "actOnIncident" | "owner" | "story" | "mute" | "week" | "weekly",
  sentence: string,
): Understood | null {
  const line = sentence.replaceAll(/\s+/g, " ").trim();
  if (kind === "incident")
    return declaring.test(line) ? declared(behind(declaring, line), /incident/i.test(line)) : null;
  if (kind === "owner") return owning.test(line) ? owned(behind(owning, line)) : null;
  if (kind === "story") return told(line);
  // Any other word makes it a sentence: `numbers of pods`.
  if (kind === "week") return behind(week, line) === "" ? understood({ kind }) : null;
  if (kind === "weekly") return weeklySet(line);
  if (kind === "mute") {
    const turned = line.replace(nameBefore, "$2 $1 $3");
    return muting.test(turned) ? muted(behind(muting, turned)) : null;
  }
  const found = acts.find(([, begins]) => begins.test(line));
  return found === undefined ? null : acted(found[0], behind(found[1], line));
}

const behind = (begins: RegExp, line: string): string => line.replace(begins, "");

// Which incident.

type Named = Readonly<{ incident: string | null; cluster: string | null; rest: string }>;

const fillers =
  /^(?:(?:(?:it|this|that|the|incident|das|den|die|diesen|vorfall|störung)(?=[\s,:]|$)|这个|该|事件|事故|故障)[\s,:]*)+/i;
const incidentId = /^I[-\u2010-\u2013]([0-9A-Z]{10})(?=[\s,:]|$)[\s,:]*/i;
const led =
  /^(?:on|of|in|for|auf|an|von|für|在)\s(?:cluster\s)?(?!\d+(?:[\s,:]|$))(\S+?)(?:\s(?:incident|vorfall))?(?=[\s,:]|$)[\s,:]*/i;
/** Any word could be a cluster: where nothing else says so, it has to look like a name. */
const bare = /^(?:cluster\s)?([a-z0-9][\w./-]*?)(?:['’]s)?(?:\s(?:incident|vorfall))?(?=[\s,:]|$)[\s,:]*/i;
const isNameLike = (word: string): boolean => /[-\d]/.test(word) && !/^(?:sev)?\d$/i.test(word);

/** What stands at the beginning of `text`, and the rest of it. `isMeant`: whether this word, which may be any, is a cluster. */
function takeNamed(text: string, isMeant = isNameLike): Named {
  const line = text.replace(fillers, "");
  const id = incidentId.exec(line);
  if (id) return { incident: `I-${id[1]?.toUpperCase()}`, cluster: null, rest: line.slice(id[0].length) };
  const [whole = "", name = ""] = led.exec(line) ?? [];
  const [alone = "", word = ""] = bare.exec(line) ?? [];
  const found = name !== "" ? [whole, name] : isMeant(word) ? [alone, word] : null;
  const [taken = "", cluster = ""] = found ?? [];
  if (found === null || parseClusterName(cluster) === null)
    return { incident: null, cluster: null, rest: line };
  return { incident: null, cluster, rest: line.slice(taken.length) };
}

// What is done with it.

function acted(act: SaidAct["act"], rest: string): Understood | null {
  if (act === "note") return noted(rest);
  if (act === "merge") return merged(rest);
  if (act === "split") return splitOff(rest);
  const why = act === "resolve" ? reasonIn(rest) : { line: rest, reason: null };
  const isToWhom = act === "handOver" && toWhom.test(why.line);
  const named = isToWhom ? { incident: null, cluster: null, rest: why.line } : takeNamed(why.line);
  const said: Said = (by, { incident, cluster } = named) =>
    understood({ kind: "actOnIncident", incident, cluster, act: by });
  switch (act) {
    case "handOver":
      return handedOver(named, said);
    case "setSeverity":
      return severitySet(named, said);
    case "resolve":
      if (named.rest !== "") return null;
      return tooLong(why.reason ?? "", longest.reason) ?? said({ act, because: why.reason });
    default:
      return named.rest === "" ? said({ act }) : null;
  }
}

const idOf = (digits: string): string => `I-${digits.toUpperCase()}`;
const merging =
  /^(?:(?:it|this|es|diesen|这个)\s?)?(?:I[-\u2010-\u2013]([0-9A-Z]{10})\s?)?(?:into|with|to|in|mit|und|and|(?:合并)?[到至入和与])\s?I[-\u2010-\u2013]([0-9A-Z]{10})(?:\s?(?:zusammen|合并))?$/i;

/** `merge I-ABC into I-DEF`; without the first, the one in whose thread it is written. */
function merged(rest: string): Understood | null {
  const [, from, into] = merging.exec(rest) ?? [];
  if (into === undefined) return null;
  const incident = from === undefined ? null : idOf(from);
  return understood({
    kind: "actOnIncident",
    incident,
    cluster: null,
    act: { act: "merge", into: idOf(into) },
  });
}

/** `trenne NodeNotReady ab`, `把 NodeNotReady 拆出来`. */
const splitEnd = /(?:\sab|\s?拆[分出](?:来|去)?)$/i;
const fromIncident =
  /^(.*?)\s?(?:(?:from|out of|of|aus|von)\s|从\s?)?I[-\u2010-\u2013]([0-9A-Z]{10})\s?[中里]?$/i;
const alertWords = /^(?:(?:the\s)?alerts?(?:\sof)?|(?:den\s|die\s)?alarme?(?:\svon)?|告警|警报)(?:\s|$)/i;
/** What people split that is no incident: `split brain in etcd`, `split the traffic`. */
const ofNoRule =
  /^(?:brain|horizon|dns|tunnel\w*|traffic|view|the|up|between|into|in|it|this|das|es)(?:\s|$)/i;

/** `split NodeNotReady`, `split NodeNotReady from I-ABC`; the first is of the one in whose thread it is written. */
function splitOff(rest: string): Understood | null {
  const said = rest.replace(splitEnd, "");
  const [, before = said, id] = fromIncident.exec(said) ?? [];
  const rule = before
    .replace(alertWords, "")
    .replace(/^["'`„“]|["'`“”]$/g, "")
    .trim();
  if (id === undefined && ofNoRule.test(rule)) return null;
  const act = { act: "split", rule: rule === "" ? null : rule } as const;
  const incident = id === undefined ? null : idOf(id);
  return tooLong(rule, longest.rule) ?? understood({ kind: "actOnIncident", incident, cluster: null, act });
}

type Said = (act: SaidAct, named?: Pick<Named, "incident" | "cluster">) => Understood;

const toWhom = /^(?:to|an|给)[\s:]*(.+)$/i;

/** `hand over to Megan`, `转交给王芳`, whose words hold the `to`. */
function handedOver({ rest }: Named, said: Said): Understood | null {
  const name = (toWhom.exec(rest)?.[1] ?? (/\p{Script=Han}/u.test(rest) ? rest : ""))
    .replace(/^["'@`\s]+|["'`\s]+$/g, "")
    .slice(0, 100);
  if (name !== "") return said({ act: "handOver", to: name });
  return rest === "" ? malformed({ is: "personMissing" }) : null;
}

const level = /^(?:(?:to|=|auf|为|到)\s*)?(?:sev(?:erity)?[\s-]?)?(\d)(?=[\s,:]|$)[\s,:]*/i;

/** The incident is named before how severe it is, or behind that. */
function severitySet(named: Named, said: Said): Understood | null {
  const [whole = "", digit] = level.exec(named.rest) ?? [];
  if (digit === undefined) return null;
  const rest = named.rest.slice(whole.length);
  const isNamed = named.incident !== null || named.cluster !== null;
  const of = isNamed ? { ...named, rest } : takeNamed(rest);
  if (of.rest !== "") return null;
  const severity = severityCalled(digit);
  return severity === null
    ? malformed({ is: "noSeverity", ...written(digit) })
    : said({ act: "setSeverity", severity }, of);
}

const severityCalled = (digit: string): AlertSeverity | null =>
  /^[0-4]$/.test(digit) ? (`Sev${digit}` as AlertSeverity) : null;

/** `note that …` tells somebody something, and a note cannot be taken back. */
const isTold = /^(?:that|how|dass|wie)\b/i;

function noted(rest: string): Understood | null {
  if (isTold.test(rest)) return null;
  const id = incidentId.exec(rest);
  const [whole = "", cluster = null] = id === null ? (/^on\s(\S+?):\s*/i.exec(rest) ?? []) : [];
  const text = rest.slice((id?.[0] ?? whole).length).trim();
  if (text === "") return malformed({ is: "noteMissing" });
  const incident = id === null ? null : `I-${id[1]?.toUpperCase()}`;
  return (
    tooLong(text, longest.note) ??
    understood({ kind: "actOnIncident", incident, cluster, act: { act: "note", text } })
  );
}

// One is declared, or its owner asked for.

const howSevere = /^(?:as\s)?(?:sev(?:erity)?|schweregrad|级别)[\s-]?(\d)(?=[\s,:]|$)\s*/i;

/** `isCertain`: no other word that is read so (`事件 prod-1`, `Störung auf prod-1`). `prod-1 sev 1 because nobody can log in`, `prod-1: nobody can log in`. */
function declared(rest: string, isCertain: boolean): Understood | null {
  const { line, reason } = reasonIn(rest);
  const [, before = "", told] = reason === null ? (/^([^:]{1,80}):\s+(.+)$/.exec(line) ?? []) : [];
  const named = takeNamed(before === "" ? line : before, isNoLevel);
  const level = named.rest.replace(/^melden[\s,:]*/i, "");
  const [whole = "", digit] = howSevere.exec(level) ?? [];
  if (named.incident !== null || level.slice(whole.length).trim() !== "") return null;
  const severity = digit === undefined ? null : severityCalled(digit);
  if (digit !== undefined && severity === null) return malformed({ is: "noSeverity", ...written(digit) });
  const because = reason ?? told ?? "";
  if (because === "")
    return isCertain && (named.cluster !== null || digit !== undefined)
      ? malformed({ is: "incidentReasonMissing" })
      : null;
  return (
    tooLong(because, longest.reason) ??
    understood({ kind: "incident", cluster: named.cluster, severity, because })
  );
}

const isNoLevel = (word: string): boolean =>
  word !== "" && !/^(?:as|sev(?:erity)?\d?|schweregrad)$/i.test(word);

/** `who is on call`: of people, and of no cluster. */
const ofPeople = /^(?:call|duty|shift|leave|holiday|vacation|standby|pager|rotation)?$/i;

function owned(rest: string): Understood | null {
  const { cluster, incident, rest: more } = takeNamed(rest, (word) => !ofPeople.test(word));
  return more === "" && incident === null ? understood({ kind: "owner", cluster }) : null;
}

// What happened in it is asked for.

const asWhat = /(?:^|[\s,])(?:(?:as|in|als|为)\s*(?:an?\s)?)?(markdown|md|word|docx)$/i;
/** `of this incident`: the word before it names nothing. */
const ofThis = /^(?:of|for|on|zu|von|für)\s(?=(?:it|this|that|the|diesem|dem)(?:\s|$))/i;

/** `timeline`, `timeline of prod-1`, `report I-K3JX7Q2M9P as markdown`. */
function told(line: string): Understood | null {
  const isReport = report.test(line);
  if (!isReport && !timeline.test(line)) return null;
  const rest = behind(isReport ? report : timeline, line);
  const format = isReport ? asWhat.exec(rest) : null;
  const isMarkdown = /^(?:markdown|md)$/i.test(format?.[1] ?? "");
  const of = rest.slice(0, rest.length - (format?.[0].length ?? 0)).replace(ofThis, "");
  const { incident, cluster, rest: more } = takeNamed(of);
  const as = isReport ? (isMarkdown ? "md" : "docx") : "timeline";
  return more === "" ? understood({ kind: "story", incident, cluster, as }) : null;
}

function weeklySet(line: string): Understood | null {
  const said = (["on", "off"] as const).find((way) => behind(weekly[way], line) === "");
  return said === undefined ? null : understood({ kind: "weekly", on: said === "on" });
}

const howLong =
  /^(?:(?:for|für)\s)?(\d{1,4})\s?(m|min|minutes?|minuten?|分钟|h|hours?|stunden?|小时)(?=[\s,:]|$)[\s,:]*/i;

/** Without a time it is asked back how long. */
function muted(text: string): Understood | null {
  const { line, reason } = reasonIn(text);
  const before = howLong.exec(line);
  const named = takeNamed(
    line.slice(before?.[0].length ?? 0),
    (word) => word !== "" && !/^(?:for|für)$/i.test(word),
  );
  const [whole = "", count = "", unit = ""] = before ?? howLong.exec(named.rest) ?? [];
  const rest = before === null ? named.rest.slice(whole.length) : named.rest;
  if (count === "" || rest !== "" || named.incident !== null) return null;
  const minutes = Number(count) * (/^(?:m|分)/i.test(unit) ? 1 : 60);
  const intent = { kind: "mute", cluster: named.cluster, minutes, because: reason || null } as const;
  return tooLong(reason ?? "", longest.reason) ?? understood(intent);
}

function reasonIn(text: string): Readonly<{ line: string; reason: string | null }> {
  const said = takeReason(text);
  if (said === null || said.why.breakGlass) return { line: text, reason: null };
  return { line: said.line.replace(/[,:;]+$/, ""), reason: said.why.reason ?? null };
}

const tooLong = ({ length }: string, most: number): Understood | null =>
  length > most ? malformed({ is: "textTooLong", length, longest: most }) : null;
