// What is asked of the cluster itself: a diagnosis, and what its answer begins with.

import type { Question } from "../../diagnosis/diagnosis.ts";
import type { FactId } from "../../diagnosis/fact.ts";
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { keptPaste, observedIn } from "../grammar/parse-intent.ts";
import type { Intent, IntentOf } from "../intent.ts";
import { addressesOf, isNotLetIn, turnedAway } from "./addresses.ts";
import { severityIn } from "./amounts.ts";
import { saysAbout } from "./languages/languages.ts";
import { isHan } from "./languages/segment.ts";
import { workloadTypes } from "./look.ts";
import { isNode, isOfState, isShortNode, stateIn, typesIn } from "./match.ts";
import { isCalled, isOwnName, isSoftware, onlyUnknown, thingIn } from "./named-object.ts";
import { lookFor, whateverIsCalled } from "./read-command.ts";
import { isError, type Rest } from "./talk.ts";

const symptomIn = (text: string): Client =>
  observedIn(text).length > 0 || hasKnownError(text) || isError(text) ? { symptom: keptPaste(text) } : {};

export function causeAsked(rest: Rest): IntentOf<"diagnose"> {
  const { language, cluster, text, place, marked } = rest;
  const ip = isNotLetIn(marked, language) ? null : turnedAway(marked, language);
  const client = { ...(ip === null ? place.client : { ip }), ...symptomIn(text) };
  const question = questionIn(rest);
  return {
    ...{ kind: "diagnose", cluster, client, ...(ip === null ? {} : { asksOf: ip }) },
    ...(question === null ? {} : { question }),
  };
}

// What is asked of the cluster itself, and is answered first: of anything that lies in it, its own state says nothing.

const questions: readonly (readonly [asked: RegExp, question: Question])[] = [
  [
    /\bwho(?:['’]?s| has)? (?:changed|touched|broke|modified|messed)\b|\bwhat(?:['’]?s| has| was)? changed\b|\bdid anything change\b|\b(?:did|has|have) (?:any|some)(?:one|body) (?:\w+ )?(?:change|touch|edit|modif|alter|do|break)\w*\b|\bhat (?:da )?(?:jemand|wer|irgendwer) (?:.{0,40} )?(?:geändert|verändert|angefasst|gemacht|umgestellt)\b|\b(?:recent|latest|last) changes\b|\bwer hat (?:.{0,40} )?(?:geändert|verändert|angefasst|kaputt ?gemacht)\b|\bwas (?:hat sich|wurde) (?:.{0,40} )?geändert\b|谁(?:改|动|弄|加)|有人(?:改|动)过|(?:改|动|变)了?什么|什么(?:变更|改动|变化)/,
    "whoChanged",
  ],
  [
    /\bwhat(?:['’]?s| has| is)? (?:just )?happen(?:ed|ing)\b|\bwhat (?:broke|went wrong)\b|\bwas (?:ist|war) .{0,40}(?:passiert|geschehen|vorgefallen)\b|\bwas (?:passiert|war (?:da |denn |hier )?los)\b|发生了?什么|出了?什么事/,
    "whatHappened",
  ],
  [
    /\b(?:is|if|whether) (?:it|the cluster|<cluster>)(?: is)?(?: \w+){0,2} (?:down|up|dead|alive|ok|okay|healthy|offline|reachable|working|broken|back|gone|running)\b/,
    "isDown",
  ],
  [
    /\b(?:ist|ob) (?:er|es|der cluster|das cluster|<cluster>)(?: [\wäöüß]+){0,2} (?:down|tot|weg|offline|ok|okay|erreichbar|gesund|kaputt|da|oben|unten|ausgefallen)\b|\bläuft (?:er|es|der cluster|das cluster|<cluster>)(?= |$)/,
    "isDown",
  ],
  [/^<cluster> (?:down|up|ok|okay|dead|alive|offline|tot|weg|da|erreichbar)$/, "isDown"],
  [
    /(?:挂|宕机|宕|坏|恢复|好)了?(?:吗|没|么)|挂没挂|(?:正常|活着|能用|在线|可用)(?:吗|么)|是不是(?:挂|宕|坏)/,
    "isDown",
  ],
];

/** Whoever asks why knows that it is. */
const isKnownToBe = /\b(?:why|how come|since when|warum|wieso|weshalb|seit wann)\b|为什么|为啥/;

export function questionIn({ marked, line, language, asks }: Rest): Question | null {
  const { names = [], type = null } = thingIn(line, language) ?? {};
  if (names.length > 0 || type !== null) return null;
  const said = marked.map(({ word, raw }) =>
    word === "<cluster>" ? word : raw.toLowerCase().replace(/[?!.,;]+$/, ""),
  );
  const text = said.join(isHan(said.join("")) ? "" : " ");
  if (isKnownToBe.test(text)) return null;
  const question = questions.find(([asked]) => asked.test(text))?.[1] ?? null;
  // `prod-1 is down`: whoever says so asks for the cause.
  return question === "isDown" && !asks ? null : question;
}

// Facts of it, which are read from Azure: nobody has to look inside for them, unless something is wrong.

export function factAsked(fact: FactId, rest: Rest): IntentOf<"diagnose"> {
  const asked: IntentOf<"diagnose"> = { ...causeAsked(rest), question: fact };
  const looksInside =
    fact === "everybody" || isKnownToBe.test(rest.text) || isStuck.test(rest.text.replaceAll(eitherWay, ""));
  return looksInside ? asked : { ...asked, withoutInside: true };
}

/** `在不在`, `有没有`, `加白不`: only asked. */
const eitherWay = /(\p{Script=Han}{1,2})[不没](?=\1)|有没有|[不没][\s?？!！。]*$/gu;

/** Of ways in: what its own words ask for, whatever else is said; an error that is pasted beside it is asked about itself. */
export function wayFactAsked(rest: Rest): IntentOf<"diagnose"> | null {
  const { text, line } = rest;
  if (isError(text) || hasKnownError(text) || addressesOf(line).length > 0) return null;
  const fact = wayFacts.find(([said]) => saysAbout(said, text))?.[1];
  const isOther = fact === "kubeconfig" && saysAbout("shutOut", text) && !/-admin/.test(text);
  return fact === undefined || isOther ? null : { ...causeAsked(rest), question: fact, withoutInside: true };
}
const wayFacts = [
  ["withoutEntra", "withoutEntra"],
  ["runCommand", "runCommand"],
  ["publicAnswer", "nameLeadsTo"],
  ["kubeconfig", "kubeconfig"],
  ["apiAddress", "apiServer"],
] as const;

const isStuck =
  /\b(?:not|doesn['’]?t|won['’]?t|isn['’]?t|aren['’]?t|stuck|pending|dead|nicht|keine|klemmt|hängt|tot)\b|不|没|沒|卡|唔/i;

// Of what lies in the cluster.

/**
 * `why does web keep restarting`: what lies in the cluster is looked at; how the API server is reached says nothing of it.
 * Null where somebody does not get on from there: `argocd can't sync to prod-1`.
 */
export function lookAtIt(rest: Rest): Intent | null {
  const { line, language, cluster, text, place } = rest;
  const { names = [], namespace = null, type = null } = thingIn(line, language) ?? {};
  const isOfOthers = isError(text) || place.words.length > 0 || addressesOf(line).length > 0;
  const state = stateIn(line, language);
  const said = text.toLowerCase().replaceAll(/\w+-[\w-]+/g, "");
  if (isOfOthers || saysAbout("reaches", said)) return null;
  const called = names.length === 0 && namespace === null ? softwareIn(rest) : null;
  const isOfSpace = names.length === 0 && namespace !== null && (type === "pods" || whatIs.test(text));
  const isOfType = typesIn(line, language).some((each) => saysMore.has(each));
  const isEvicted = names.length === 0 && state?.word === "Evicted";
  const isIt = (name: string) =>
    isOwnName(name) ||
    ((state !== null || saysAbout("crashes", text)) && !isCalled(name)) ||
    namespace !== null ||
    workloadTypes.has(type ?? "");
  const isOfObject = names.length > 0 && names.every(isIt);
  if (!isOfSpace && !isOfObject && !isOfType && !isEvicted && called === null) return null;
  // In whichever state it is by now; of a node its conditions say why.
  const words = line.filter(({ word }) => !isOfState(word));
  const isOfNode = names.length === 1 && names.every((name) => isNode(name) && !isShortNode(name));
  const ability = type === "events" ? type : isOfNode ? "describe" : "list";
  const look =
    called !== null
      ? whateverIsCalled(called)
      : state?.word === "OOMKilled"
        ? lookFor("killed", line, language)
        : lookFor(ability, isEvicted ? line : words, language);
  return look !== null && "command" in look ? { kind: "run", command: look.command, cluster } : null;
}

/** `is keda up`; `crash loop of mahnlauf on prod-1`: the only word that is not of any sentence. */
const softwareIn = ({ line, language, cluster, text }: Rest): string | null =>
  line.find(({ word }) => isSoftware(word))?.word ??
  ((cluster !== null && stateIn(line, language) !== null) || saysAbout("crashes", text)
    ? onlyUnknown(line, language)[0]
    : null) ??
  null;

const whatIs =
  /\bwhat(?:['’]?s| is)\b|\b(?:any|some)thing (?:\w+ ){0,2}(?:weird|odd|wrong|strange|broken|unusual|off|failing|fishy|up)\b|\b(?:weird|broken|wrong|healthy|unhealthy|fine|okay|all good|in order|well|ok)\b|\bwas ist\b|\b(?:irgendwas|etwas|was) .{0,20}(?:komisch|kaputt|seltsam|auffällig|merkwürdig|faul|schief)\w*|\b(?:alles|gesund|heil) (?:ok|okay|gut|in ordnung|klar|grün|fit|im lot)\b|\b(?:gesund|in ordnung|kaputt)\b|怎么(?:了|回事|样)|出什么|异常|正常|有没有(?:问题|毛病|事)|健康|不对劲|奇怪/i;

/** Their own list tells more of them than how the cluster is. */
const saysMore: ReadonlySet<string> = new Set([
  ...["horizontalpodautoscalers", "networkpolicies", "endpoints", "persistentvolumeclaims", "events"],
  ...["jobs", "cronjobs", "daemonsets", "statefulsets", "poddisruptionbudgets", "replicasets"],
]);

// What is asked of the bot itself, and of the people around it.

const ofItself = ["bot", "data", "languages", "team", "calls", "remind", "shift"] as const;

/** Its own words say it, whatever the examples make of them. */
export function botAsked(text: string, cluster: string | null): Intent | null {
  const topic = ofItself.find((each) => saysAbout(each, text));
  if (topic !== undefined) return { kind: "told", topic };
  if (saysAbout("solved", text)) return { kind: "told", topic: "hello" };
  if (saysAbout("wasOnCall", text)) return { kind: "onCall", cluster: null, beside: ["later"] };
  if (saysAbout("escalates", text) && severityIn(text) === null)
    return { kind: "onCall", cluster, beside: ["escalate"] };
  if (cluster !== null && saysAbout("upgrade", text)) return { kind: "told", topic: "azure" };
  return saysAbout("before", text) ? { kind: "pastIncidents", cluster } : null;
}

/** Of people who may only talk: its own words ask for something. */
export const saysPlainly = (text: string): boolean =>
  botAsked(text, null) !== null ||
  (
    [
      "everyCluster",
      "port",
      "proposal",
      "resolves",
      "newCluster",
      "beyond",
      "trail",
      "denied",
      "harm",
      "withoutEntra",
      "runCommand",
      "publicAnswer",
      "kubeconfig",
      "records",
      "rule",
    ] as const
  ).some((each) => saysAbout(each, text)) ||
  (/\d\.\d/.test(text) && saysAbout("whoseRange", text));
