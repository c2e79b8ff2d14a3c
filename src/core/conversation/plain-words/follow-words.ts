// Words that lean on what was shown before: an object of it ("the second one", "that pod"), and what the same command is to
// show besides ("since 02:40", "nur die Fehler", "payments 命名空间").

import { abilitiesOf } from "../ability/ability.ts";
import type { Intent } from "../intent.ts";
import { isVague } from "../parse-error.ts";
import { spanIn } from "./amounts.ts";
import { saysAbout } from "./languages/languages.ts";
import type { Line } from "./read-plain-words.ts";

/** `which`: its place in the list from 1, the last one, or the one that was spoken of. `type`: as kubectl calls it. */
export type Pick = Readonly<{ which: number | "last" | "that" | "other"; type: string | null; rest: string }>;

const typeWords: readonly (readonly [said: RegExp, type: string])[] = [
  [/pods?|容器|container[sn]?/iu, "pods"],
  [/deployments?|deploy|部署/iu, "deployments"],
  [/statefulsets?|有状态/iu, "statefulsets"],
  [/nodes?|knoten|节点|机器/iu, "nodes"],
  [/services?|服务/iu, "services"],
  [/cronjobs?|定时任务/iu, "cronjobs"],
  [/jobs?/iu, "jobs"],
];
const thing =
  "(?:pods?|containers?|deployments?|statefulsets?|nodes?|knoten|services?|cronjobs?|jobs?|workloads?)";
const inList = {
  en: "(?: (?:in|of|from|on) (?:the |that |this |your )?(?:list|table|output|card|above|result))",
  de: "(?: (?:in|aus|von|auf) (?:der|dieser|deiner) (?:liste|tabelle|ausgabe|karte))",
  zh: "(?:列表|清单|表|上面|刚才)(?:里面|里|中|上)?的?",
} as const;

const ordinals: readonly (readonly [said: string, which: number | "last"])[] = [
  ["first|1st|erste[nrsm]?|1\\.", 1],
  ["second|2nd|zweite[nrsm]?|2\\.", 2],
  ["third|3rd|dritte[nrsm]?|3\\.", 3],
  ["fourth|4th|vierte[nrsm]?|4\\.", 4],
  ["fifth|5th|fünfte[nrsm]?|fuenfte[nrsm]?|5\\.", 5],
  ["last|letzte[nrsm]?", "last"],
];
const anyOrdinal = ordinals.map(([said]) => said).join("|");
const hanDigits = "一二三四五六七八九十";

/** A time, a share or a page may be first or last as well: what is counted has to be said, or the list. */
const places: readonly RegExp[] = [
  new RegExp(
    `\\b(?:the )?(${anyOrdinal})(?: (?:ones?|rows?|entry|line|${thing})${inList.en}?|${inList.en})(?![\\w-])`,
    "iu",
  ),
  new RegExp(
    `(?:\\b(?:der|die|das|den|dem|vom|beim|zum)|(?<=\\s|^)(?:de[nrm]s?)) (${anyOrdinal})(?: (?:eintrag|zeile|${thing})${inList.de}?|${inList.de}|(?=\\s*(?:davon|da|dort|bitte)?\\s*(?:[,.!?]|$|(?:die|das|den)\\s)))(?![\\w-])`,
    "iu",
  ),
  /\b(?:number|row|entry|nummer|zeile|nr\.?|no\.) ?#?(\d{1,2})(?![\w.:%-])/iu,
  /(?<![\w&])#(\d{1,2})(?![\w.:%-])/u,
  new RegExp(
    `(?:${inList.zh})?(?:第\\s?([${hanDigits}]|\\d{1,2})\\s?(?:个|行|条|台|项)|最后(一)(?:个|行|条|台))(?:\\s?(?:pod|容器|节点|部署|服务))?`,
    "iu",
  ),
];

const those: readonly RegExp[] = [
  new RegExp(`\\b(?:that|this|the same|said) (?:${thing}|one)(?![\\w-])`, "iu"),
  new RegExp(
    `\\b(?:dies(?:e[rnms]?)?|jene[rnms]?|de(?:rs|ms|ns)elben|de[rnm]|vom|beim|das|dessen) ${thing}(?![\\w-])(?: da)?`,
    "iu",
  ),
  /(?:那|这|该|刚才那|上面那)(?:一)?(?:个|台)?\s?(?:pod|容器|节点|node|deployment|部署|服务|job)/iu,
  /(?:刚才|上面)(?:的)?那个/u,
];
/** `its logs`, `restart it`, `它的日志`: said of what was shown where nothing else is. */
const its: readonly RegExp[] = [
  /\bits\b/iu,
  /(?<=\b(?:logs?|events?|description|yaml|limits|image|restart|describe|delete|scale) (?:(?:of|for|from|to) )?)it\b/iu,
  /(?<=\brolle? )(?:it|that|ihn|es|das)\b/iu,
  /\bdessen\b|\bdavon\b|(?<=\b(?:starte?|lösche?|skaliere?) )(?:ihn|es)\b/iu,
  /它/u,
];

/** `and the other pod?`: of those that were shown, since nobody knows which was meant before. */
const others = new RegExp(
  `\\b(?:the |an)other ${thing}(?![\\w-])|\\b(?:de[rnm]|das|ein(?:en)?) andere[nrsm]? ${thing}(?![\\w-])|另(?:外)?(?:一|那)?(?:个|台)?\\s?(?:pod|容器|节点|node|部署|服务|job)`,
  "iu",
);

export function pickIn(text: string): Pick | null {
  const other = others.exec(text);
  if (other !== null) return { which: "other", type: typeOf(other[0]), rest: cut(text, other) };
  for (const each of places) {
    const found = each.exec(text);
    if (found !== null) return { which: placeOf(found), type: typeOf(found[0]), rest: cut(text, found) };
  }
  for (const each of [...those, ...its]) {
    const found = each.exec(text);
    if (found !== null) return { which: "that", type: typeOf(found[0]), rest: cut(text, found) };
  }
  return null;
}

function placeOf([, said = "", last]: RegExpExecArray): Pick["which"] {
  if (last !== undefined) return "last";
  const at = hanDigits.indexOf(said);
  if (said !== "" && at !== -1) return at + 1;
  const named = ordinals.find(([words]) => new RegExp(`^(?:${words})$`, "iu").test(said))?.[1];
  return named ?? Number(said);
}

const typeOf = (said: string): string | null => typeWords.find(([words]) => words.test(said))?.[1] ?? null;

/** A mark stands where it was said. */
export const place = "\uFFFC";
const cut = (text: string, { 0: said, index }: RegExpExecArray): string =>
  `${text.slice(0, index)}${place}${text.slice(index + said.length)}`;

// What the same command is to show, or another amount of it.

export type Wanted = Readonly<{
  /** `02:40`, as hours and minutes. */
  clock?: readonly [hours: number, minutes: number];
  /** In minutes. */
  span?: number;
  lines?: number;
  previous?: true;
  /** The lines that hold this. */
  find?: string;
  /** Null: all of them. */
  namespace?: string | null;
  form?: "wide" | "yaml";
  count?: number;
}>;

type Part = readonly [said: RegExp, wanted: (found: RegExpExecArray) => Wanted | null];

const name = "([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)";
/** `shop natürlich, nicht web` */
const notThat = "(?:[^,.]{0,12},? (?:not|nicht|statt|instead of) [a-z0-9-]{2,63})?";
const parts: readonly Part[] = [
  [/\b(?:since|from|after|seit|ab|von)\s+(\d{1,2})[:.](\d{2})(?:\s?(?:uhr|utc|h))?(?!\d|\.\d)/iu, clockOf],
  [/(?:从|自从|自|只看)?\s?(\d{1,2})(?::|点)(\d{2})?分?\s?(?:以后|之后|之後|以来|开始|起)的?/u, clockOf],
  [
    /\b(?:(?:for|of|in|only|nur|from) )?(?:the |die |der |den )?(?:last|past|letzten?|vergangenen?) (?:\d{1,3}|half an|an?|einer|ein) ?(?:h|hrs?|hours?|stunden?|m|mins?|minutes?|minuten?)\b|(?:最近|过去)\s?(?:\d{1,3}|[一二两三四五六八十半])\s?(?:个)?(?:小时|分钟)的?/iu,
    ([said]) => {
      const span = spanIn(said);
      return span === null ? null : { span };
    },
  ],
  [
    /\b(?:(?:the )?last |(?:die )?letzten? )?(\d{1,4}) (?:lines|zeilen|logzeilen)\b|(?:最后|最近)?\s?(\d{1,4})\s?行/iu,
    ([, one, other]) => ({ lines: Number(one ?? other) }),
  ],
  [
    /\b(?:the |das |die |den |dem )?(?:previous|vorherige[nrsm]?|vorige[nrsm]?|davor|earlier)(?: (?:one|container|run|instance))?\b|\bbefore (?:the|its|it) (?:restart(?:ed)?|crash(?:ed)?)\b|\bvor dem (?:neustart|absturz)\b|(?:上一次|上一个|上次|之前|前一个|前一次|重启前)(?:容器|实例)?的?/iu,
    () => ({ previous: true }),
  ],
  [
    /\b(?:only|just|nur|davon nur|bloß) (?:the |die )?(?:errors?|fehler)(?: lines| zeilen)?\b|\berrors? only\b|只(?:看|要)(?:里面的?|其中的?)?(?:报错|错误|error|异常)(?:的)?(?:行|信息)?/iu,
    () => ({ find: "error" }),
  ],
  [
    /\b(?:grep|filter(?:ed|e)?|search)(?: (?:it|that|them|das|es))?(?: (?:for|by|on|nach))? ["“”'„]?([\w.:-]{2,40})["“”']?|(?:过滤|grep)\s?(?:一下)?\s?["“”']?([\w.:-]{2,40})["“”']?/iu,
    ([, one, other]) => ({ find: one ?? other ?? "" }),
  ],
  [
    /\b(?:(?:for|in|of|from|für|aus|von) )?(?:all|every|alle[nr]?)(?: the| den)? namespaces?\b|\beverywhere\b|\büberall\b|所有(?:的)?(?:命名空间|空间|namespace)/iu,
    () => ({ namespace: null }),
  ],
  [
    new RegExp(
      `\\b(?:(?:for|in|of|from|für|im|aus|vom|auf) )?(?:the |den |dem )?(?:namespace|ns|namensraum) ${name}(?![\\w-])${notThat}`,
      "iu",
    ),
    ([, said = ""]) => ({ namespace: said.toLowerCase() }),
  ],
  [
    new RegExp(
      `\\b(?:(?:for|in|of|from|für|im|aus|vom) )(?:the |den |dem )?${name}[ -](?:namespace|ns|namensraum)\\b`,
      "iu",
    ),
    ([, said = ""]) => ({ namespace: said.toLowerCase() }),
  ],
  [
    new RegExp(
      `(?:换成|改成|换|看)?\\s?(?<![a-z0-9-])${name}\\s?(?:命名空间|空间|namespace)(?:里|下|中)?(?:的)?`,
      "iu",
    ),
    ([, said = ""]) => ({ namespace: said.toLowerCase() }),
  ],
  [
    /(?:换成|改成|换|看)?\s?(?<![\w-])(kube-(?:system|public|node-lease)|[a-z]+-system)(?![\w-])/iu,
    ([, said = ""]) => ({ namespace: said.toLowerCase() }),
  ],
  [
    /\b(?:as|in|with|als|mit) (?:-o )?wide\b|-o ?wide\b|\bwide\b(?: output)?|\bmit (?:den )?nodes\b|\bwith (?:the )?nodes\b/iu,
    () => ({ form: "wide" }),
  ],
  [/\b(?:as|in|als) (?:a )?ya?ml\b|-o ?yaml\b|(?:用|以)?\s?yaml\s?(?:格式|形式)/iu, () => ({ form: "yaml" })],
  [
    /\b(?:make|set|scale|put) (?:it|that) (?:to )?(\d{1,3})\b(?: (?:replicas|instead))?|\bmach(?:e)?(?:'?s| es| das)?(?: (?:mal|doch|lieber|bitte))? (\d{1,3})(?: (?:draus|daraus))?\b|\b(?:rather|better|lieber|doch) (\d{1,3})(?: replicas| replikas)?\b|(?:改成|改为|还是|调成|弄成)\s?(\d{1,3})\s?(?:个|副本)*/iu,
    (found) => ({ count: Number(found.slice(1).find((each) => each !== undefined)) }),
  ],
];

function clockOf([, hours = "", minutes = "0"]: RegExpExecArray): Wanted | null {
  return Number(hours) < 24 && Number(minutes) < 60 ? { clock: [Number(hours), Number(minutes)] } : null;
}

/** All of them, and the text without. */
export function wantedIn(text: string): Readonly<{ wanted: Wanted; rest: string }> {
  if (saysAbout("more", text)) return { wanted: { form: "wide" }, rest: "" };
  let [wanted, rest]: [Wanted, string] = [{}, text];
  for (const [said, of] of parts) {
    const found = said.exec(rest);
    const part = found && of(found);
    if (found === null || part === null) continue;
    wanted = { ...wanted, ...part };
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
  }
  return { wanted, rest };
}

/** Nothing is left that asks for anything of its own. */
export const isFollowing = (rest: string): boolean => rest.replace(following, " ").trim() === "";
const following =
  /(?<![\p{L}\d])(?:and|now|but|also|too|then|ok(?:ay)?|same|the same|again|only|just|please|pls|show|me|it|that|this|can|could|you|i|want|need|with|for|in|the|logs?|one|instead|what about|how about|actually|sorry|no|oh|ah|und|jetzt|aber|auch|dann|nochmal|das|dasselbe|selbe|gleiche|es|nur|noch|bitte|zeig(?:e)?|mir|mal|die|den|der|dazu|davon|ja|genau|dafür|von|für|lieber|doch|natürlich|nein|einmal)(?![\p{L}\d])|再|那|也|不过|换成|改成|现在|然后|同样|一样|看看|看下|看一下|看|给我|帮我|麻烦|请|呢|吧|吗|的|了|只|一下|日志|查|不对|哦|[\s,.!?;:"'“”()-]/giu;

/** Most lines hold no such word, and for those nothing has to be looked up. */
export function leansOnShown(text: string): boolean {
  if (text.length > 200 || text.includes("\n") || /\b(?:kubectl|helm)\b|`/.test(text)) return false;
  if (saysAbout("sinceWhen", text)) return true;
  const { wanted, rest } = wantedIn(text);
  return pickIn(rest) !== null || (Object.keys(wanted).length > 0 && isFollowing(rest));
}

/** Where something was shown that it leans on, it was taken for that before. */
export function leansOnNothing(line: Line, typed: string): boolean {
  if (line.is === "intent" || !leansOnShown(typed) || saysAbout("more", typed)) return false;
  const { wanted, rest } = wantedIn(typed);
  if (line.is === "misread" && Object.keys(wanted).length > 0 && isFollowing(rest)) return true;
  const isAgain = line.is === "readings" && line.readings.every(({ intent }) => intent.kind === "again");
  if (isAgain && wanted.namespace !== undefined) return true;
  const label = abilitiesOf(typed)[0]?.label;
  const picked = pickIn(rest);
  const isPicked = picked !== null && picked.which !== "that";
  if (picked?.which === "other" && isFollowing(picked.rest.replaceAll(place, " "))) return true;
  if (line.is === "misread")
    return (isVague(line.reason) || isPicked) && label !== "talk" && label !== "courtesy";
  // `describe the second one` lists all that there is of a type.
  return isPicked && line.readings.every(({ intent }) => isList(intent));
}

const isList = (intent: Intent): boolean =>
  intent.kind === "run" && /^kubectl get \S+(?: -A)?$/.test(intent.command);
