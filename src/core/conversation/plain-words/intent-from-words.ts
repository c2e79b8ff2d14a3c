// What a line asks for, where it is known which ability that is: as the intent.

import type { Question } from "../../diagnosis/diagnosis.ts";
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { foldCase } from "../../text/text.ts";
import { isLook } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import type { Ability } from "../examples.ts";
import { keptPaste, observedIn } from "../grammar/parse-intent.ts";
import type { Intent, IntentOf } from "../intent.ts";
import { seenFrom } from "../parse-error.ts";
import { addressesOf, askedOf, isNotLetIn, turnedAway } from "./addresses.ts";
import { heardOf, incidentActs, ofIncident } from "./incident-acts.ts";
import { changeAsked, intentFor } from "./intent-of-ability.ts";
import { setOf } from "./languages/known-words.ts";
import { readSpoken } from "./languages/languages.ts";
import { isHan } from "./languages/segment.ts";
import { candidatesIn } from "./line-parts.ts";
import { isAddress, isOneOf, matchPhrases, typesIn } from "./match.ts";
import { thingIn } from "./named-object.ts";
import { lookFor } from "./read-command.ts";
import { isError, type Rest, restOf } from "./talk.ts";

export function askedFor(asked: Ability, rest: Rest): Intent | null {
  const { cluster } = rest;
  const ability = heardOf(asked, rest.text);
  if (ofOtherClouds.test(rest.text) && !/\baks\b|azure/i.test(rest.text)) return { kind: "beyond" };
  const wanted = letInAsked(rest);
  if (wanted !== null) return wanted;
  if (ofAll.test(rest.text) && (ability === "version" || ability === "list" || ability === "why"))
    return { kind: "clusters" };
  switch (ability) {
    case "why":
      return lookAtPolicies(rest) ?? lookAtIt(rest) ?? causeAsked(rest);
    case "whoChanged":
      return changesAsked(rest);
    case "certificate":
      return certificateAsked(rest);
    case "image":
    case "version":
      return versionAsked(ability, rest);
    case "restart":
      return isOfCluster(rest) ? { kind: "told", topic: "azure" } : intentFor(ability, rest);
    case "compare":
      if (isOfClusters(rest)) return causeAsked(rest);
      return /kubernetes|k8s/i.test(rest.text) && /version|版本/i.test(rest.text)
        ? { kind: "clusters" }
        : intentFor(ability, rest);
    case "clusterPower":
      if (!isOfObject(rest)) return intentFor(ability, rest);
      return intentFor(restarting.test(rest.text) ? "restart" : "scale", rest);
    case "access":
      return wayAsked(rest);
    case "story":
      return isOfClusterItself(rest) ? causeAsked(rest) : ofIncident(ability, cluster, rest.text);
    case "canI":
      return ofRights(canIAsked(rest));
    case "again":
    case "onCall":
    case "unwatch":
      return { kind: ability, cluster };
    default:
      return ofIncident(ability, cluster, rest.text) ?? intentFor(ability, rest);
  }
}

/** `GKE`, `RDS`: nothing here looks at them. */
const ofOtherClouds =
  /\b(?:gke|eks|openshift|aws|lambda|ec2|rds|s3 bucket|gcp|google cloud|cloud run|bigquery|alibaba|aliyun|tencent|digitalocean|vmware|vsphere)\b|阿里云|腾讯云|华为云/i;

/** `whitelist 20.50.9.9 on prod-1`: the diagnosis from there proves whether it is shut out, and offers the fix. */
function letInAsked(rest: Rest): IntentOf<"diagnose"> | null {
  const [only, ...others] = addressesOf(rest.line);
  if (only === undefined || others.length > 0 || !isAddress(only)) return null;
  if (!letsIn.test(rest.text) || isAboutIt.test(rest.text)) return null;
  return { kind: "diagnose", cluster: rest.cluster, client: { ip: only }, asksOf: only };
}
const letsIn =
  /\b(?:white-?list|allow-?list|unblock|add|permit)\b(?!.*\?\s*$)|\bcould you (?:add|allow)\b|\blet .{0,30}\b(?:in|through)\b|\bopen up for\b|freischalt|freigeb|durchl(?:ä|ae)?ss|reinl(?:ä|ae)?ss|hinzuf(?:ü|ue)g|\beintragen\b|whitelisten|白名单|放行一下|加到|加进|加入|放通|开通/i;

/** Whether it is let in already. */
const isAboutIt =
  /^\W*(?:is|are|does|do|has|was|which|why|ist|sind|steht|hat|war|welche|warum)\b|\b(?:already|bereits|schon)\b|(?:吗|么|没有)\W*$|(?:在|里)有|是不是|有没有/i;

/** `compare prod-1 with prod-2`: each is diagnosed. */
const isOfClusters = (rest: Rest): boolean => isOfCluster(rest) && !/\bversions?\b|版本/i.test(rest.text);

function versionAsked(ability: "image" | "version", rest: Rest): Intent | null {
  if (ability === "version" && ofSupport.test(rest.text)) return causeAsked(rest);
  const isOfImage = !isOfCluster(rest) || ofImages.test(rest.text);
  return intentFor(isOfImage ? ability : "version", rest);
}

function wayAsked(rest: Rest): Intent | null {
  if (addressesOf(rest.line).length > 0 && why.test(rest.text)) return causeAsked(rest);
  if (fails.test(rest.text) && !asksWay.test(rest.text)) return causeAsked(rest);
  return addressesOf(rest.line).length === 1 && isNotLetIn(rest.marked, rest.language)
    ? null
    : accessAsked(rest);
}

/** `what happened to prod-1` */
const isOfClusterItself = (rest: Rest): boolean =>
  rest.cluster !== null && questionIn(rest) === "whatHappened" && !ofStory.test(rest.text);
const ofStory =
  /incident|timeline|report|summar|vorfall|zeitachse|bericht|zusammenfass|事故|事件|时间线|报告|总结/i;

function changesAsked(rest: Rest): Intent | null {
  const { text, line, language } = rest;
  if (rollouts.test(text)) return intentFor("history", rest);
  const isKept = typesIn(line, language).some((type) => kept.has(type));
  if (isKept || ofTrail.test(text)) return intentFor("whoChanged", rest);
  const asked = { ...causeAsked(rest), question: "whoChanged" } as const;
  if (who.test(text) && ofAzure.test(text)) return asked;
  if (who.test(text))
    return isOfCluster(rest) || questionIn(rest) !== null ? asked : intentFor("whoChanged", rest);
  return own.test(text) ? { kind: "status" } : asked;
}

function certificateAsked(rest: Rest): Intent | null {
  if (ofWorkloads.test(rest.text)) return intentFor("certificate", rest);
  if (ofClusterItself.test(rest.text)) return { kind: "told", topic: "certificates" };
  return isOfCluster(rest) ? causeAsked(rest) : intentFor("certificate", rest);
}

/** AKS keeps those itself. */
const ofClusterItself =
  /\bcluster['’]?s?[- ](?:own )?cert|\bcertificates? of the cluster|\bapi[- ]?server|control ?plane|\bkubelet\b|rotat|rotier|service ?principal|client secret|cluster-?zertifik|zertifikate? (?:vom|des|von dem) cluster|集群(?:自己|自身|本身)?的?(?:证书|凭据)|服务主体|轮换/i;

/** Of certificates in the cluster, which cert-manager keeps; that of the API server a diagnosis judges. */
const ofWorkloads =
  /cert-?manager|ingress|\btls\b|wildcard|let['’]?s ?encrypt|(?<!cluster )certificates\b(?! of the cluster)|(?<!cluster-?)zertifikate\b(?! (?:vom|des) cluster)|(?<![\w.-])(?!\S*(?:azmk8s|azk8s))[a-z0-9-]+(?:\.[a-z0-9-]+)+\.(?:com|net|org|io|cn|de|eu|dev|cloud|internal|local)\b/i;
const ofImages = /\bimages?\b|\btags?\b|\babbild|镜像|標籤|标签/i;

const lets =
  /^(?:blocks?|blocking|allows?|lets?|denies|drops?|way|blockt|blockiert|erlaubt|verbietet|weg)$|拦|挡|放行|允许|阻/;

/** Whether one lets traffic through, only the policies themselves say. */
function lookAtPolicies({ line, language, cluster }: Rest): Intent | null {
  return typesIn(line, language).includes("networkpolicies") && line.some(({ word }) => lets.test(word))
    ? { kind: "run", command: "kubectl describe networkpolicies -A", cluster }
    : null;
}

/** `what's wrong with the web pod in shop`: whoever says where it is sees it, and what to look at next. */
function lookAtIt({ line, language, cluster, text }: Rest): Intent | null {
  const { names = [], namespace = null } = thingIn(line, language) ?? {};
  if (names.length !== 1 || namespace === null || !whatIs.test(text)) return null;
  const look = lookFor("list", line, language);
  return look !== null && "command" in look ? { kind: "run", command: look.command, cluster } : null;
}

const whatIs = /\bwhat(?:['’]?s| is)\b|\bwas ist\b|怎么(?:了|回事)|出什么/i;

/** It names a cluster, and nothing that lies in one. */
const isOfCluster = ({ cluster, line, language }: Rest): boolean => {
  const { names = [], namespace = null, type = null } = thingIn(line, language) ?? {};
  return (
    cluster !== null && names.length === 0 && namespace === null && (type === null || type === "certificates")
  );
};

/** `restart returns-api`, `stop returns-api`: no cluster that can be stopped or started. */
const isOfObject = ({ line, language }: Rest): boolean =>
  thingIn(line, language)?.names.length === 1 && !typesIn(line, language).includes("nodes");
const restarting = /restart|neu ?start|重启/i;

const ofAll =
  /\b(?:all|each|every|alle[nr]?|jede[nmrs]?)\s+(?:(?:of\s+)?(?:the|our|den|unsere[nr]?)\s+)?clusters?n?\b|\b(?:our|unsere[rn]?) clusters?\b|\balle[nr]? clusters?\w*|(?:所有|全部|每个|各个|[二两三四五六]个|五個|四個|三個)的?\s?(?:集群|cluster|叢集)/i;
const own = /\b(?:i|ich)\b|(?<!帮|给|让|替|告诉)我(?!们)/i;
const why = /^\W*(?:why|how come|warum|wieso|weshalb)\b|为什么|为啥|為什麼/i;
/** `i cant connect to prod-1 from home`: why not, unless it is asked what works instead. */
const fails =
  /\b(?:can['’]?t|cannot|can not|unable to) (?:connect|reach|get (?:to|in|on))\b|\bkomme? (?:ich )?.{0,30}\bnicht (?:auf|an|in|rein|drauf|ran)\b|连不上|进不去|上不去/i;
const asksWay = /\b(?:which|what|how|welche[rnms]?|wie|was)\b|\?|怎么|哪|如何|？/i;
/** What changed in Azure, and when, a diagnosis says. */
const who = /\b(?:who|whose|somebody|someone|anybody|anyone|wer|jemand|wessen)\b|谁|誰|哪个人/i;

const ofAzure =
  /firewall|\bnsgs?\b|\budrs?\b|peering|route[ -]?tab|\brout(?:e|en|ing)\b|\bdns\b|\bv?nets?\b|subnet|subnetz|\bnetz(?:werk)?\b|\bnetwork\b|\branges?\b|bereiche?\b|allow-?list|white-?list|gateway|防火墙|路由|对等|子网|网络|网段|白名单/i;

/** What was rolled out in the cluster, a diagnosis does not say. */
const rollouts =
  /\b(?:roll(?:ed)? ?out|rollouts?|deployed|deploys?|deployments?|released?|ausgerollt|deployt|deployed)\b|上线|发布|发版|部署了/i;
/** When those were changed, only the trail of Kubernetes says. */
const kept: ReadonlySet<string> = new Set(["secrets", "configmaps"]);

/** What was changed through us, by whom, and who approved it: the audit trail says so. */
const ofTrail =
  /\baudits?\b|approver|\bapproved\b|through you|über dich|(?:ü|ue)ber Sie|freigegeben|genehmigt|批准|審批|审批|核准/i;

/** A diagnosis says until when a version is supported. */
const ofSupport =
  /support|unterst(?:ü|ue)tz|deprecat|veraltet|\beol\b|end of life|upgrade|aktualisier|支持|支援|过期|升级|升到|升級/i;

/** What no command says is a question about rights in general. */
const ofRights = (asked: Intent | null): Intent =>
  asked === null || asked.kind === "change" ? { kind: "whoAmI" } : asked;

/** What each would be in this line, of the cluster that it names; without the words of any that it names. */
export function intentsFor(
  text: string,
  abilities: readonly Ability[],
  clusters: readonly string[],
): readonly Intent[] {
  const spoken = readSpoken(text);
  const named = candidatesIn(spoken.line, spoken.language).filter(({ written }) =>
    clusters.includes(foldCase(written)),
  );
  const gone = named.flatMap(({ words }) => words);
  const words = spoken.line.filter((_, at) => !gone.includes(at));
  const rest = { ...restOf(spoken, null, words, text), cluster: null };
  return abilities.flatMap(
    (ability) => incidentActs(heardOf(ability, text), null, text) ?? askedFor(ability, rest) ?? [],
  );
}

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

function questionIn({ marked, line, language, asks }: Rest): Question | null {
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

function accessAsked({ language, line, cluster, place }: Rest): Intent {
  const asksOf = askedOf(line, language);
  if (asksOf !== null) return { kind: "access", cluster, client: seenFrom(asksOf), asksOf };
  const isVia = setOf(language.sentence.via).has(place.lead);
  return { kind: "access", cluster, client: isVia ? {} : place.client };
}

const canIAsked = ({ language, line, edges, cluster, text }: Rest): Intent | null => {
  const { phrases, beside } = language.may;
  const found = matchPhrases(line, phrases, edges, { words: 3 });
  if (found === null) return null;
  const about = line.filter(
    (each, at) =>
      !isOneOf(each, setOf(beside)) && (!found.includes(at) || isOneOf(each, setOf(language.change.verbs))),
  );
  const changing = changeAsked(about, language);
  if (changing?.command === null) return { kind: "change", cluster };
  if (changing?.isOfAll) return { kind: "run", command: changing.command, cluster };
  if (changing !== null) return { kind: "canI", command: changing.command, cluster };
  const { names = [], namespace = null } = thingIn(about, language) ?? {};
  if (names.length === 0 && namespace === null && typesIn(about, language).length === 0) return null;
  const reading = abilitiesOf(text).find(({ label }) => isLook(label))?.label ?? "list";
  const look = lookFor(reading, about, language);
  return look === null || "lacks" in look ? null : { kind: "canI", command: look.command, cluster };
};
