// How lines about an incident begin.
import type { Phrases } from "./chat-verb.ts";
import type { SaidAct } from "./intent.ts";

/** How what is done with an incident is written; it may name the incident, or its cluster, behind that. */
export const actWords: Readonly<Record<SaidAct["act"], Phrases>> = {
  take: {
    en: "ack(?:nowledge)?|take (?:it|this)(?: over)?|take over|take(?= (?:the |this )?incident\\b| I-)|(?:i['’]?m |i am )?on it|i(?:['’]ll| will) take (?:it|this)(?: over)?|i['’]?(?:ve| have) got (?:it|this)",
    de: "(?:ich )?übernehme(?: ich)?(?: das| es| den vorfall)?(?: von [^ ,:]+)?|ich kümmere mich(?: da?rum)?|(?:ich )?bin dran|quittieren",
    zh: "从\\s?[^ ,:]+\\s?(?:那|那里|那边|手里)接手|我来处理|我来跟进|我来|我接手|认领",
  },
  handOver: {
    en: "hand(?:over| over| off)(?: it| this)?|hand (?:it|this) (?:over|off)|(?:give|assign) (?:it|this)(?= to )",
    de: "gib(?: das| es| den vorfall)?(?= an )|übergib(?: das| es| den vorfall)?|übergebe|übergeben",
    zh: "(?:转交|移交|交接|转|交)(?=给)",
  },
  setSeverity: {
    en: "(?:set |lower |raise |change )?(?:the )?sev(?:erity)?|(?:this|it) is (?:an? )?sev",
    de: "(?:setz(?:e)? )?(?:den )?schweregrad|(?:das|es) ist (?:ein )?sev",
    zh: "(?:把)?(?:严重)?级别(?:改成|改为|调到|调成|降到|升到)?",
  },
  resolve: {
    en: "close|resolve",
    de: "schlie(?:ß|ss)en?|beenden?|(?:den |diesen )?(?:incident|vorfall) (?:schlie(?:ß|ss)en|beenden|zumachen)",
    zh: "关闭|结束",
  },
  reopen: { en: "re-?open|open again", de: "wieder öffnen|wieder aufmachen", zh: "重新打开|重开" },
  merge: {
    en: "merge",
    de: "zusammenführen|zusammenlegen|(?:führe|lege)(?=.* zusammen\\b)",
    zh: "合并|[把将](?=.*合并)",
  },
  split: {
    en: "split(?: off| out)?",
    de: "abtrennen|abspalten|(?:trenne|spalte)(?=.* ab\\b)",
    zh: "拆分(?:出)?|拆出|[把将](?=.*拆(?:分|出))",
  },
  note: { en: "(?:(?:add|make|take) a )?note", de: "notiz|notiere?", zh: "(?:加个)?备注|记一下|记录一下" },
};

/** All of them. */
export const anyOf = (all: readonly Phrases[]): Phrases => {
  const of = (language: keyof Phrases) => all.flatMap((each) => each[language] ?? []).join("|");
  return { en: of("en"), de: of("de"), zh: of("zh") };
};

export const saidActs = {
  grammar: { reads: "sentence", phrases: anyOf(Object.values(actWords)) },
  help: [
    { line: "take", write: "ack", place: 20 },
    { line: "handOver", write: "hand over to NAME", place: 21 },
    { line: "severity", write: "severity 1", place: 22 },
    { line: "note", write: "note TEXT", place: 23 },
    { line: "close", write: "close because REASON", place: 24 },
    { line: "merge", write: "merge into I-0123456789", place: 26 },
    { line: "split", write: "split RULE", place: 27 },
  ],
} as const;

/** How an incident is declared: behind it stand its cluster, how severe it is, and why. */
export const declaringWords: Phrases = {
  en: "(?:declare |open )?(?:an )?incident",
  de: "(?:störung|vorfall|incident)(?: melden)?",
  zh: "(?:报|上报|宣布)?(?:事件|事故|故障)",
};

/** What happened in an incident, in the thread or in a file. */
export const storyWords = {
  timeline: {
    en: "(?:show )?(?:the )?(?:incident )?timeline",
    de: "zeitachse|zeitleiste|zeitverlauf",
    zh: "(?:事件|事故|故障)?(?:时间线|时间轴)",
  },
  report: {
    en: "(?:incident )?report",
    de: "(?:vorfalls?|störungs)?bericht",
    zh: "(?:事件|事故|故障)?报告",
  },
} as const satisfies Readonly<Record<string, Phrases>>;

export const saidStory = {
  grammar: { reads: "sentence", phrases: anyOf(Object.values(storyWords)) },
} as const;

/** Who is on an incident. */
export const owningWords: Phrases = {
  en: "who owns|who(?: is|['’]s) (?:on|handling)|who took",
  de: "wer ist an|wer kümmert sich um|wer bearbeitet",
  zh: "谁在处理|谁在跟进|谁负责",
};

/** For how long a channel hears nothing of a cluster. Without a time behind it, `mute prod-1` is asked back. */
export const mutingWords: Phrases = {
  en: "mute|silence|snooze|(?:be|keep) quiet (?:about|on)",
  de: "stummschalten|stumm",
  zh: "静音",
};

/** The same with the cluster before it: `prod-1 mute 2h`, `prod-1 2 Stunden stumm`, `把 prod-1 静音 2 小时`. */
export const mutingBehind: Phrases = {
  en: "[a-z0-9][\\w./-]* mute(?= |$)",
  de: "[a-z0-9][\\w./-]* (?:[^ ]+ ){0,3}stumm(?:schalten)?(?= |$)",
  zh: "(?:把\\s?)?[a-z0-9][\\w./-]*\\s?静音",
};

/** How a channel's week went, in numbers. */
export const weekWords: Phrases = {
  en: "(?:show )?(?:the )?(?:numbers|week(?:ly)?(?: (?:numbers|card|report))?)",
  de: "zahlen(?: der woche)?|woche|wochen(?:bericht|karte|zahlen)",
  zh: "(?:本周|每周)?(?:数字|周报)|本周",
};

/** The same as a card of each week: on, or off again. */
export const weeklyWords = {
  on: {
    en: "weekly(?: card)? on",
    de: "wochen(?:bericht|karte) (?:an|ein)",
    zh: "(?:开启|打开|订阅)周报|周报开",
  },
  off: { en: "weekly(?: card)? off", de: "wochen(?:bericht|karte) aus", zh: "(?:关闭|取消|退订)周报|周报关" },
} as const satisfies Readonly<Record<string, Phrases>>;

export const saidWeekly = {
  grammar: { reads: "sentence", phrases: anyOf(Object.values(weeklyWords)) },
} as const;
