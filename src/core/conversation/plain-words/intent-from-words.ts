// What a line asks for, where it is known which ability that is: as the intent.

import { lookUp } from "../../text/look-up.ts";
import { foldCase } from "../../text/text.ts";
import { traitsOf } from "../ability/abilities.ts";
import type { Ability } from "../examples.ts";
import type { Intent } from "../intent.ts";
import { addressesOf } from "./addresses.ts";
import { ruleAsked, ruleMeant } from "./alert-rules.ts";
import { heardOf, incidentActs, ofIncident } from "./incident-acts.ts";
import { intentFor } from "./intent-of-ability.ts";
import { readSpoken, saysAbout } from "./languages/languages.ts";
import { candidatesIn, isPlaceLike } from "./line-parts.ts";
import { typesIn } from "./match.ts";
import { namedLook } from "./named-look.ts";
import { thingIn } from "./named-object.ts";
import { causeAsked, factAsked, lookAtIt, questionIn } from "./question-asked.ts";
import { ofOthers, rightsAsked } from "./rights-asked.ts";
import { lookSaid, writersOf } from "./said-look.ts";
import { type Rest, restOf } from "./talk.ts";
import { fails, letInAsked, lookAtPod, ofAddress, privateAsked, wayAsked } from "./way-asked.ts";

export function askedFor(asked: Ability, rest: Rest): Intent | null {
  const ability = heardOf(asked, rest.text);
  if (isOfOtherClouds(rest.text)) return { kind: "beyond" };
  if (toldOfAddress.has(ability) && ofOwnAddress.test(rest.text) && addressesOf(rest.line).length === 0)
    return { kind: "told", topic: "address" };
  const said = namedLook(ability, rest) ?? lookSaid(ability, rest);
  if (said !== null) return { kind: "run", command: said, cluster: rest.cluster };
  const wanted = lookAtPod(rest) ?? letInAsked(rest);
  if (wanted !== null) return wanted;
  const isOfAll = ofAll.test(rest.text) || (whichCluster.test(rest.text) && toldOfEach.has(ability));
  if (isOfAll && toldOfAll.has(ability)) return { kind: "clusters" };
  const own = lookUp<(rest: Rest) => Intent | null>(ownWays, ability);
  return own === undefined ? inGeneral(ability, rest) : own(rest);
}

/** `what is my ip`: Teams tells nobody, and the way out of the nodes is another one. */
const toldOfAddress: ReadonlySet<Ability> = new Set(["identity", "egress", "whoAmI", "courtesy", "ranges"]);
const ofOwnAddress =
  /\b(?:what['’]?s|what|which|tell|know|show|see)\b.{0,25}\b(?:my|own|i|me)\b.{0,20}\b(?:ip|address)\b(?!.{0,20}\b(?:allow|let in|white)\w*)|\b(?:which|what) (?:ip|address)\b.{0,20}\b(?:i|me)\b|\b(?:what|which) ip do i\b|\b(?:was|welche|wie|mit welcher|sag|siehst)\b.{0,25}\b(?:meine?|ich)\b.{0,20}\b(?:ip|adresse)\b(?!.{0,20}(?:frei|erlaub|drin))|\b(?:welche|mit welcher) (?:ip|adresse)\b.{0,20}\bich\b|我(?:的|自己|现在|是从|这边).{0,10}\bIP\b.{0,6}(?:是|多少|什么|过来|地址)|我的?出口 ?IP|你看到的.{0,6}IP/i;

const inGeneral = (ability: Ability, rest: Rest): Intent | null =>
  ofIncident(ability, rest.cluster, rest.text) ?? factOr(ability, rest);

function factOr(ability: Ability, rest: Rest): Intent | null {
  const traits = traitsOf(ability);
  if (traits.asks !== "fact") return intentFor(ability, rest);
  return (traits.fact === "ranges" ? ofAddress(rest) : null) ?? factAsked(traits.fact, rest);
}

/** Another day or shift than this one, or that somebody takes it over. */
const later =
  /\b(?:next|tomorrow|weekend|after me|yesterday|last night|my shift|when am i|\d{1,2}(?:st|nd|rd|th)|(?:january|february|march|april|june|july|august|september|october|november|december)|easter|new year\w*|(?:mon|tue|wed|thu|fri|sat|sun)\b|gestern|letzte nacht|heiligabend|silvester|neujahr|ostern|feiertag\w*|(?:am|den) \d{1,2}\.|(?:meine|nächste) schicht|(?:wieder|als nächstes) dran|am (?:mo|di|mi|do|fr|sa|so)|swap|cover|replac\w*|substitut\w*|sick|ill|vacation|holiday|christmas|(?:mon|tues|wednes|thurs|fri|satur|sun)day|n(?:ä|ae)chste\w*|(?:ü|ue)bern(?:ä|ae)chste\w*|morgen|wochenende|tausch\w*|vertret\w*|vertritt|ersatz|ersetzt|krank|urlaub|weihnachten|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|dienstplan|rota|schedule)\b|下周|下下周|明天|后天|周末|周[一二三四五六日天]|换班|换一下|顶班|顶上|替我|请假|病假|休假|春节|下次|值班表|排班|接班|昨[天晚]|圣诞|元旦|国庆|中秋|五一|节假日|假期|\d+ ?[号月]|(?:轮|到)我|我的班|下个班/i;

const onCallAsks = ["phone", "tier"] as const;

/** What more than the ability alone decides of. */
const ownWays: Readonly<Partial<Record<Ability, (rest: Rest) => Intent | null>>> = {
  access: (rest) => wayAsked(rest),
  // Which other one, the list of them asks.
  again: ({ cluster, text }) =>
    cluster === null && saysAbout("otherCluster", text) ? { kind: "clusters" } : { kind: "again", cluster },
  alertMeaning: (rest) => ruleMeant(rest.text) ?? causeAsked(rest),
  approve: (rest) =>
    approvalAsked(rest) ?? { kind: "told", topic: rejects.test(rest.text) ? "reject" : "approve" },
  approvers: (rest) =>
    atOnce.test(rest.text)
      ? { kind: "told", topic: "impact" }
      : (approvalAsked(rest) ?? inGeneral("approvers", rest)),
  canI: rightsAsked,
  certificate: (rest) => certificateAsked("certificate", rest),
  clusterCertificates: (rest) => certificateAsked("clusterCertificates", rest),
  clusterPower: (rest) => {
    if (!isOfObject(rest)) return powerAsked(rest);
    return intentFor(restarting.test(rest.text) ? "restart" : "scale", rest);
  },
  compare: (rest) => {
    if (isOfClusters(rest)) return causeAsked(rest);
    const isOfVersions = /version|版本/i.test(rest.text) && !ofImages.test(rest.text);
    return isOfVersions && (namesNoObject(rest) || isOfCluster(rest) || /kubernetes|k8s/i.test(rest.text))
      ? { kind: "clusters" }
      : intentFor("compare", rest);
  },
  // `prod-1, are you still alive`
  courtesy: (rest) =>
    rest.cluster !== null && (rest.asks || questionIn(rest) !== null)
      ? causeAsked(rest)
      : inGeneral("courtesy", rest),
  image: (rest) => versionAsked("image", rest),
  onCall: ({ cluster, text }) => {
    const beside = [
      ...(later.test(text) ? ["later" as const] : []),
      ...onCallAsks.filter((each) => saysAbout(each, text)),
    ];
    return { kind: "onCall", cluster, ...(beside.length > 0 && { beside }) };
  },
  owner: (rest) => (ofMany.test(rest.text) ? { kind: "incidents" } : inGeneral("owner", rest)),
  // Of a cluster it is a way in, or one that is missing.
  place: (rest) =>
    rest.cluster === null
      ? { kind: "told", topic: "place" }
      : fails.test(rest.text) || saysAbout("failing", rest.text)
        ? causeAsked(rest)
        : wayAsked(rest),
  private: privateAsked,
  restart: (rest) => (isOfCluster(rest) ? { kind: "told", topic: "azure" } : intentFor("restart", rest)),
  status: (rest) =>
    takesBack.test(rest.text) ? { kind: "told", topic: "withdraw" } : inGeneral("status", rest),
  story: (rest) => (isOfClusterItself(rest) ? causeAsked(rest) : inGeneral("story", rest)),
  terms: (rest) => {
    const { text } = rest;
    if (ofCards.test(text)) return { kind: "told", topic: "cards" };
    return saysAbout("private", text) ? privateAsked(rest) : { kind: "told", topic: "terms" };
  },
  unwatch: ({ cluster, text }) => incidentActs("unwatch", cluster, text)?.[0] ?? null,
  version: (rest) => versionAsked("version", rest),
  whoAmI: (rest) => {
    const asked = ofOthers(rest) ?? rightsAsked(rest);
    return asked.kind === "told" ? asked : inGeneral("whoAmI", rest);
  },
  whoChanged: (rest) => changesAsked(rest),
  why: (rest) => (isOfNothing(rest) ? ruleAsked(rest.text) : null) ?? lookAtIt(rest) ?? causeAsked(rest),
};

/** `which incidents are open, and who has them` */
const ofMany =
  /\bhow many\b|\bwhich incidents\b|\bwie viele\b|\bwelche (?:vorfälle|incidents|störungen)\b|几个|多少|哪些(?:事件|incident|事故)/i;

/** `do you restart it at once, or must somebody approve` */
const atOnce = /\b(?:right away|immediately|at once|straight away|sofort|gleich|direkt)\b|马上|立刻|直接/i;

/** Words that our cards use in their own way. */
const ofCards =
  /\b(?:verdict|evidence|access paths?|degraded|not assessed|proved|contributing|your (?:card|answer|diagnosis)|outcome unknown)\b|\bbelege?n?\b|zugangsweg|\burteil|beeinträchtigt|nicht bewertet|bewiesen|\bbefund|deiner? (?:karte|antwort|diagnose)|证据|结论|访问路径|降级|未评估|已证实|卡片|诊断卡/i;

/** A no to what somebody asked for. */
const rejects =
  /\breject|\bdeclin|\bden(?:y|ied)\b|\brefus|\bveto\b|\bturn (?:it|that|this) down\b|\b(?:not|don['’]?t|never) (?:\w+ )?(?:approve|sign)|\bsay no\b|^\W*no\b|won['’]?t sign|ablehn|abgelehnt|\blehne?\b|verweiger|\bveto\b|\bnein\b|nicht (?:genehmig|freigeb|freigegeb|unterschreib)|genehmige? .{0,30}\bnicht\b|unterschreibe? .{0,20}nicht|so nicht|驳回|拒|否决|打回|不批|不同意|不予|别批|不签|不通过|不可以批/i;

/** `GKE`, `RDS`: nothing here looks at them. */
const ofOtherClouds =
  /\b(?:gke|eks|openshift|aws|lambda|ec2|rds|s3 bucket|gcp|google cloud|cloud run|bigquery|alibaba|aliyun|tencent|digitalocean|vmware|vsphere)\b|阿里云|腾讯云|华为云/i;

export const isOfOtherClouds = (text: string): boolean =>
  ofOtherClouds.test(text) && !/\baks\b|azure/i.test(text);

/** `compare prod-1 with prod-2`: each is diagnosed. */
const isOfClusters = (rest: Rest): boolean => isOfCluster(rest) && !/\bversions?\b|版本/i.test(rest.text);

function versionAsked(ability: "image" | "version", rest: Rest): Intent | null {
  const { line, language, text } = rest;
  const { names = [], namespace = null, type = null } = thingIn(line, language) ?? {};
  const isOfObject = names.length > 0 || namespace !== null || type !== null;
  if (ability === "version" && ofSupport.test(text)) return factAsked("version", rest);
  if (ability === "version" && inShort.test(text)) return causeAsked(rest);
  if (ofImages.test(text) || isOfObject || (ability === "image" && !isOfCluster(rest)))
    return intentFor(ability, rest);
  return factAsked("version", rest);
}

/** `the 30 second version` */
const inShort =
  /\b(?:overview|summary|in short|tl;?dr|nutshell|(?:short|quick|brief|second|sentence|line|minute)[- ]version|überblick|kurzfassung|kurzversion)\b|概况|概览|总结|[秒句]话?版|简短|简版/i;

/** `what happened to prod-1` */
const isOfClusterItself = (rest: Rest): boolean =>
  rest.cluster !== null && questionIn(rest) === "whatHappened" && !ofStory.test(rest.text);
const ofStory =
  /incident|timeline|report|summar|vorfall|zeitachse|bericht|zusammenfass|事故|事件|时间线|报告|总结/i;

function changesAsked(rest: Rest): Intent | null {
  const { text, line, language } = rest;
  if (takesBack.test(text)) return { kind: "told", topic: "withdraw" };
  if (rollouts.test(text)) return intentFor("history", rest);
  const approval = approvalAsked(rest);
  if (approval !== null) return approval;
  const isKept = typesIn(line, language).some((type) => kept.has(type));
  if (isKept || ofTrail.test(text)) return intentFor("whoChanged", rest);
  const { names = [], namespace = null } = thingIn(line, language) ?? {};
  // What was written there, its events tell.
  if (namespace !== null && names.length === 0 && !/\b(?:who|wer)\b|谁|誰/i.test(text))
    return intentFor("events", rest);
  const asked = { ...causeAsked(rest), question: "whoChanged" } as const;
  if (who.test(text) && (ofAzure.test(text) || ofNodes.test(text))) return asked;
  if (who.test(text) && (isOfCluster(rest) || questionIn(rest) !== null)) return asked;
  // What is gone says nothing of who took it.
  if (who.test(text) && deletes.test(text)) return intentFor("whoChanged", rest);
  const written = writersOf(line, language);
  if (who.test(text) && written !== null) return { kind: "run", command: written, cluster: rest.cluster };
  if (who.test(text)) return intentFor("whoChanged", rest);
  return own.test(text) && !saysAbout("wish", text) ? { kind: "status" } : asked;
}

function certificateAsked(ability: "certificate" | "clusterCertificates", rest: Rest): Intent | null {
  const { text } = rest;
  if (ofAll.test(text) && !ofNames.test(text)) return { kind: "told", topic: "certificates" };
  if (ofNames.test(text) || (ability === "certificate" && ofWorkloads.test(text)))
    return intentFor("certificate", rest);
  const isOfIt =
    ability === "clusterCertificates" ||
    ofClusterItself.test(text) ||
    isOfCluster(rest) ||
    (rest.cluster === null && namesNoObject(rest));
  return isOfIt ? factAsked("clusterCertificates", rest) : intentFor("certificate", rest);
}

/** AKS keeps those itself. */
const ofClusterItself =
  /\bcluster['’]?s?[- ](?:own )?cert|\bcertificates? of the cluster|\bapi[- ]?server|control ?plane|\bkubelet\b|rotat|rotier|service ?principal|client secret|cluster-?zertifik|zertifikate? (?:vom|des|von dem) cluster|集群(?:自己|自身|本身)?的?(?:证书|凭据)|服务主体|轮换/i;

/** Of certificates in the cluster, which cert-manager keeps; that of the API server a diagnosis judges. */
const ofWorkloads =
  /cert-?manager|ingress|\btls\b|wildcard|let['’]?s ?encrypt|(?<!cluster )certificates\b(?! of the cluster)|(?<!cluster-?)zertifikate\b(?! (?:vom|des) cluster)|(?<![\w.-])(?!\S*(?:azmk8s|azk8s))[a-z0-9-]+(?:\.[a-z0-9-]+)+\.(?:com|net|org|io|cn|de|eu|dev|cloud|internal|local)\b/i;
const ofNames =
  /cert-?manager|\bin (?:the|this) cluster\b|\bim cluster\b|集群(?:里|内|中)|ingress|wildcard|let['’]?s ?encrypt|(?<![\w.-])(?!\S*(?:azmk8s|azk8s))[a-z0-9-]+(?:\.[a-z0-9-]+)+\.(?:com|net|org|io|cn|de|eu|dev|cloud|internal|local)\b/i;
const ofImages = /\bimages?\b|\btags?\b|\babbild|镜像|標籤|标签/i;

/** It names a cluster, and nothing that lies in one. */
const isOfCluster = ({ cluster, line, language }: Rest): boolean => {
  const { names = [], namespace = null, type = null } = thingIn(line, language) ?? {};
  return (
    cluster !== null && names.length === 0 && namespace === null && (type === null || type === "certificates")
  );
};

/** Whatever clusters it names. */
function namesNoObject({ line, language, text }: Rest): boolean {
  const others = line.filter(({ word }) => !isPlaceLike(word));
  const { names = [], type = null } = thingIn(others, language) ?? {};
  return names.length === 0 && type === null && !ofImages.test(text);
}

/** It names neither a cluster nor anything in one. */
const isOfNothing = ({ cluster, line, language }: Rest): boolean =>
  cluster === null && thingIn(line, language)?.names.length === 0;

/** A diagnosis of one that is stopped offers to start it; nothing here stops or restarts one. */
const powerAsked = (rest: Rest): Intent =>
  restarting.test(rest.text) || (stops.test(rest.text) && !starts.test(rest.text))
    ? { kind: "told", topic: "azure" }
    : factAsked("power", rest);
const stops =
  /\b(?:stop|stoppe?n?|shut|deallocate|ab(?:schalt|stell)\w*|aus(?:schalt|mach)\w*|herunter\w*|runter\w*|suspend|hibernate|power (?:off|down)|turn off|switch off|kill|sleep)\b|关|關|停|熄/i;
const starts =
  /\b(?:start(?:e|en|et)?|boot|wake|power (?:on|up)|turn (?:it )?(?:back )?on|switch on|bring|hoch\w*|weck\w*|anmachen|einschalten|dreh|back up|up again)\b|mach .{0,20}\ban\b|启动|啟動|開|开|起来|起來|start/i;

/** `restart returns-api`, `stop returns-api`: no cluster that can be stopped or started. */
const isOfObject = ({ line, language }: Rest): boolean =>
  thingIn(line, language)?.names.length === 1 && !typesIn(line, language).includes("nodes");
const restarting = /restart|neu ?start|重启/i;

/** What the list of clusters says of each. */
const toldOfAll: ReadonlySet<Ability> = new Set(["version", "upgrades", "power", "list", "why"]);

/** `which cluster has the oldest version`. */
const whichCluster = /\b(?:which|what|welche[rsn]?) clusters?\b|哪(?:一?个|些|几个) ?(?:集群|cluster)/i;
const toldOfEach: ReadonlySet<Ability> = new Set(["version", "upgrades", "power"]);

const ofAll =
  /\b(?:all|each|every|alle[nr]?|jede[nmrs]?)\s+(?:(?:of\s+)?(?:the|our|den|unsere[nr]?)\s+)?clusters?n?\b|\b(?:our|unsere[rn]?) clusters?\b|\balle[nr]? clusters?\w*|(?:所有|全部|每个|各个|[二两三四五六]个|五個|四個|三個)的?\s?(?:集群|cluster|叢集)/i;
const own = /\b(?:i|ich)\b|(?<!帮|给|让|替|告诉)我(?!们)/i;
/** `undo what I did at 14:05` */
const takesBack = /\b(?:undo|revert|take .{0,40}\bback)\b|rückgängig|撤销|撤回/i;
/** What changed in Azure, and when, a diagnosis says. */
const who = /\b(?:who|whose|somebody|someone|anybody|anyone|wer|jemand|wessen)\b|谁|誰|哪个人/i;

const ofAzure =
  /firewall|node ?-?pools?|\bnodepools?\b|节点池|\bnsgs?\b|\budrs?\b|peering|route[ -]?tab|\brout(?:e|en|ing)\b|\bdns\b|\bv?nets?\b|subnet|subnetz|\bnetz(?:werk)?\b|\bnetwork\b|\branges?\b|bereiche?\b|allow-?list|white-?list|gateway|防火墙|路由|对等|子网|网络|网段|白名单/i;

/** `who added the nodes`: a node pool of Azure grew. */
const ofNodes =
  /\b(?:add(?:ed|ing|s)?|scal\w*|more|grew|resiz\w*|count|number|hinzu\w*|dazu\w*|hoch\w*|skalier\w*|anzahl|mehr)\b.{0,40}\b(?:nodes?|knoten)\b|\b(?:nodes?|knoten)\b.{0,40}\b(?:add(?:ed|s)?|scaled?|grew|jump\w*|up|more|hinzu\w*|dazu\w*|hoch\w*|skaliert|vergrößert|erhöht|mehr)\b|(?:加|扩|缩|增).{0,6}(?:节点|node)|(?:节点|node).{0,8}(?:加|扩|缩|变成|变多|增)/i;

/** What was rolled out in the cluster, a diagnosis does not say. */
const rollouts =
  /\b(?:roll(?:ed)? ?out|rollouts?|deployed|deploys?|deployments?|released?|pushed|shipped|gepusht|ausgerollt|deployt|deployed)\b|上线|发布|发版|部署了|推的|推了/i;
const deletes = /\b(?:deleted?|removed?|gel(?:ö|oe)scht|entfernt)\b|删/i;
/** When those were changed, only the trail of Kubernetes says. */
const kept: ReadonlySet<string> = new Set(["secrets", "configmaps"]);

/** What was changed through us, by whom, and who approved it: the audit trail says so. */
const ofTrail =
  /\baudits?\b|approver|\bapproved\b|through you|über dich|(?:ü|ue)ber Sie|freigegeben|genehmigt|审计|查询记录|你查过|批准|審批|审批|核准/i;

/** `who approved the scale last night`: its incident tells it, and who asked for it. */
const approvalAsked = ({ text, cluster }: Rest): Intent | null =>
  who.test(text) && ofApproval.test(text) && !ofAudit.test(text)
    ? { kind: "story", cluster, incident: null, as: "timeline" }
    : null;
const ofApproval =
  /\b(?:approved|signed? off|gave (?:the|his|her|their) (?:go|ok|approval))\b|\bsigned .{0,30}\boff\b|\blet .{0,20} through\b|genehmigt|freigegeben|zugestimmt|durchgewunken|durchgelassen|\bdas go\b|freigabe .{0,30}gegeben|(?:批准?|审批|核准|放行|同意)(?:了|的|过|重启|扩|缩|那|昨|半夜|凌晨)|点的?头|放过去/i;
const ofAudit = /\baudits?\b|through you|über dich|(?:ü|ue)ber Sie|审计|审核记录|通过你/i;

/** A diagnosis says until when a version is supported. */
const ofSupport =
  /support|unterst(?:ü|ue)tz|deprecat|veraltet|\beol\b|end of life|upgrade|aktualisier|支持|支援|过期|升级|升到|升級/i;

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
