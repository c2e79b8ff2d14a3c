// Looks that follow from what a line names in a cluster, whichever look the examples take it for: a quota, what holds a claim,
// the pods of the ingress controller, what runs on a node that may go, a host of an ingress, how a namespace is.

import type { Ability } from "../examples.ts";
import { fillersOf, setOf } from "./languages/known-words.ts";
import { type AskedLook, askedLookOf, type LookMeant, rows, run } from "./look.ts";
import { isAddress, isNode, isShortNode, pressure } from "./match.ts";
import { isOwnName, thingIn } from "./named-object.ts";

/** Of a line that orders something, or is about an incident, none of them is wanted. */
const looking: ReadonlySet<Ability> = new Set([
  ...(["blocked", "compare", "config", "describe", "events", "impact", "killed", "list", "rollout"] as const),
  ...(["terms", "usage", "volume", "whoChanged", "why"] as const),
]);

/** Null where nothing is named that says so. */
export function namedLook(ability: Ability, { line, language, text }: Said): string | null {
  const found = looking.has(ability) ? thingIn(line, language) : null;
  if (found === null) return null;
  const asked = askedLookOf(found, line, language);
  const look =
    quotas(asked, text) ??
    holders(asked, text) ??
    released(asked) ??
    policies(asked) ??
    jobs(asked) ??
    balanced(asked) ??
    controllers(asked, text) ??
    pressed(asked) ??
    unready(asked, text) ??
    onNode(ability, asked, text) ??
    behindHost(asked, text);
  return look !== null && "command" in look ? look.command : null;
}

type Said = Readonly<{ line: AskedLook["words"]; language: AskedLook["language"]; text: string }>;

/** A namespace has one of its own, and its name is its namespace's. */
function quotas({ types, names: [name, second], space, says }: AskedLook, text: string): LookMeant | null {
  const isOfQuota = types.some((each) => ofQuota.has(each)) || says(/^quotas?$|配额/);
  if (!isOfQuota || ofAzure.test(text)) return null;
  const isOfOne = name !== undefined && second === undefined;
  const isItsName = isOfOne && /quota|limit/.test(name);
  const of = space ?? (isOfOne && !isItsName ? name : null);
  return run(
    "get resourcequotas,limitranges",
    of === null ? "-A" : `-n ${of}`,
    isItsName ? rows("NAME", [name]) : "",
  );
}
const ofQuota: ReadonlySet<string> = new Set(["resourcequotas", "limitranges"]);
/** That of a subscription, which Azure keeps. */
const ofAzure =
  /\b(?:azure|subscription|abo|abonnement|region|v?cpus?|cores?|kerne|vms?|node ?pools?|sku|family)\b.{0,30}\bquotas?\b|\bquotas?\b.{0,30}\b(?:azure|subscription|abo|region|vcpus?|cores|vms?|node ?pools?|sku|family)\b|\b(?:uk|west|north|east|south|central|switzerland|germany|sweden|france)(?:south|north|west|east|central|us|europe|westcentral)\d?\b|订阅|区域|节点池/i;

/** A claim goes once no pod uses it. */
const holders = ({ types, only, where }: AskedLook, text: string): LookMeant | null =>
  types.includes("persistentvolumeclaims") && only !== undefined && holds.test(text)
    ? run("get pods", where, `-o custom-columns=${claims}`, rows("NAME", [only]))
    : null;
const holds =
  /\b(?:hold\w*|held|keeps?|us(?:es|ed by|ing)|mounts|terminating|finalizers?|hält|haelt|halten|festgehalten|löscht|loescht|gelöscht|(?:be|ver)?nutzt|verwendet)\b|\b(?:never|not|won['’]?t|nicht|can['’]?t|cannot|doesn['’]?t) (?:\w+ )?(?:delete[ds]?|go|goes|weg|gelöscht|löschen)\b|谁|誰|占|在用|删不掉|终止/i;
const claims =
  "NAMESPACE:.metadata.namespace,NAME:.metadata.name,NODE:.spec.nodeName,PHASE:.status.phase,CLAIMS:.spec.volumes[*].persistentVolumeClaim.claimName";

/** A volume whose claim is gone. */
const released = ({ types, words, says }: AskedLook): LookMeant | null =>
  says(/^released?$/) && (types.some((each) => each.startsWith("persistentvolume")) || isSaidOf(words))
    ? run("get persistentvolumes", rows("NAME", ["Released"]))
    : null;
const isSaidOf = (words: AskedLook["words"]): boolean => words.some(({ word }) => /^pvs?$|卷/.test(word));

/** Whether one lets traffic through, only the policies themselves say. */
function policies({ types, where, words, language, says }: AskedLook): LookMeant | null {
  if (!types.includes("networkpolicies") || !says(lets)) return null;
  const spaces = words.filter(({ word }) => setOf(language.look.namespaces).has(word));
  return run("describe networkpolicies", spaces.length > 1 ? "-A" : where);
}
const lets =
  /^(?:blocks?|blocking|blocken|allows?|lets?|denies|drops?|way|blockt|blockiert|erlaubt|verbietet|weg)$|拦|挡|放行|允许|阻/;

/** A CronJob itself says nothing of how its Jobs ended. */
function jobs({ types, where, names, words, language, says }: AskedLook): LookMeant | null {
  const isOfJobs = types.some((each) => each === "jobs" || each === "cronjobs") || says(/-jobs?$/);
  if (!isOfJobs || !(says(failed) || says(done))) return null;
  const isOpen = says(failed) && says(done);
  const unless = says(failed) && !isOpen ? "--field-selector=status.successful=0" : "";
  const called = names.length > 0 ? names : calledBefore(words, language);
  return run("get jobs", where, unless, "--sort-by=.status.startTime", rows("NAME", called));
}
const failed =
  /^(?:fail\w*|broken|errors?|wrong|unsuccessful|fehl(?:ge)?schl\w*|fehlgeschlagen\w*|gescheitert\w*|schief\w*|kaputt\w*|fehler\w*)$|失败|挂了|出错|报错|跑坏|没跑完|坏/;
const done =
  /^(?:complete[d]?|finish\w*|through|succeed\w*|success\w*|durch\w*|fertig|erfolgreich|beendet)$|跑完|完成|成功/;

/** `the nightly reconcile job`. */
const calledBefore = (words: AskedLook["words"], language: AskedLook["language"]): readonly string[] =>
  words.flatMap((each, at) => {
    const before = words[at - 1];
    const isCalledSo =
      /^(?:cron)?job$/.test(each.word) &&
      /^[a-z][a-z0-9-]{3,}$/.test(before?.word ?? "") &&
      before !== undefined &&
      !fillersOf(language).has(before.word) &&
      !ofAnyJob.test(before.word);
    return isCalledSo ? [before.word] : [];
  });
const ofAnyJob =
  /^(?:night(?:ly)?|daily|hourly|weekly|monthly|last|latest|failed|failing|cron|batch|kubernetes|k8s|this|that|which|some|every|each|same|other|any|whole|letzte[rn]?|n(?:ä|ae)chtliche[rn]?|t(?:ä|ae)gliche[rn]?|welche[rn]?|jede[rn]?|diese[rn]?|unser\w*|mein\w*|einen?)$/;

/** `which service has the load balancer ip 20.1.2.3`. */
const balanced = ({ words, says, where }: AskedLook): LookMeant | null => {
  const address = words.find(({ word }) => isAddress(word))?.word;
  return address !== undefined && says(/^(?:loadbalancers?|balancers?|lb)$|负载均衡/)
    ? run("get services", where, rows("NAME", [address]))
    : null;
};

/** `restarts of the ingress controller`: it is no Ingress. */
function controllers({ names, where, says }: AskedLook, text: string): LookMeant | null {
  if (!controller.test(text)) return null;
  const own = names.filter((name) => name !== "controller" && isOwnName(name));
  const isSorted = says(/^(?:restart\w*|neustart\w*|neu)$|重启/);
  return run(
    ...["get pods", where, isSorted ? "--sort-by=.status.containerStatuses[0].restartCount" : "-o wide"],
    rows("NAME", own.length > 0 ? own : ["ingress", "nginx", "traefik"]),
  );
}
const controller = /(?<![\w-])ingress[- ]?(?:nginx[- ])?controllers?(?![\w-])|ingress ?控制器|入口控制器/i;

/** `disk pressure on one of the nodes`: what they report of themselves. */
const pressed = ({ type, types, names, says }: AskedLook): LookMeant | null =>
  names.every((name) => pressure.test(name) || !isOwnName(name)) &&
  (type === null || types.includes("nodes")) &&
  says(pressure)
    ? run("describe nodes")
    : null;

/** `is any node not ready`: asked of all of them. */
const unready = ({ types, names, space, says }: AskedLook, text: string): LookMeant | null =>
  types.includes("nodes") &&
  names.length === 0 &&
  space === null &&
  asksOfAny.test(text) &&
  (full.test(text) ||
    says(/^(?:not)?ready$|^(?:bereit|gesund|unhealthy|healthy|down|tot|dead|weg|ok|alive)$|就绪|正常|挂/))
    ? run(full.test(text) ? "describe nodes" : "get nodes")
    : null;
const asksOfAny =
  /\b(?:any|some|all|every|which|one of|how many|irgend\w*|alle|welche[rs]?|wieviele|wie viele)\b|有没有|哪|几|都|所有|吗/i;
const full =
  /\b(?:disk|platte|platz\w*|speicherplatz)\b.{0,20}\b(?:full|voll|problem\w*|space|eng|knapp)\b|\bplatzprobleme?\b|\bplatz(?:mangel|not)\b|磁盘.{0,4}满/i;

/** `which pods go if this node goes`: those that run there. */
function onNode(
  ability: Ability,
  { names: [name, second], where }: AskedLook,
  text: string,
): LookMeant | null {
  if (name === undefined || second !== undefined || !isNode(name)) return null;
  if (ability !== "impact" && !goes.test(text)) return null;
  return isShortNode(name)
    ? run("get pods", where, "-o wide", rows("NAME", [name]))
    : run("get pods", where, `--field-selector=spec.nodeName=${name}`);
}
const goes =
  /\b(?:which|whats?|whose) (?:pods?|workloads?|else|services?|would|will|is|gets?|affected)\b.{0,60}\b(?:evict\w*|affected|go(?:es)?|dies?|drain\w*|lost?|lose|move[ds]?|impact\w*|reschedul\w*)\b|\b(?:welche|was|wer) .{0,60}\b(?:weg|rausfliegen|fliegen|fliegt|betroffen|ausf(?:ä|ae)llt|verdr(?:ä|ae)ngt|evicted|umziehen|drain\w*)\b|(?:哪些|什么|哪个).{0,20}(?:影响|驱逐|迁移|没了)|(?:没了|挂了|下线|驱逐).{0,12}(?:哪些|什么|影响)/i;

/** `502 at shop.example.com`: an Ingress says which Service stands behind it, and its description whether that has endpoints. */
function behindHost({ types, space, words }: AskedLook, text: string): LookMeant | null {
  const hosts = words.filter(({ word }) => host.test(word) && !ofOthers.test(word)).map(({ word }) => word);
  const [name, second] = hosts;
  const isOfEndpoints = types.includes("endpoints");
  const isOfWeb = isOfEndpoints || types.includes("ingresses") || /\b50[234]s?\b/.test(text);
  if (name === undefined || second !== undefined || !isOfWeb) return null;
  const where = space === null || space === name ? "-A" : `-n ${space}`;
  return isOfEndpoints ? run("describe ingresses", where) : run("get ingresses", where, rows("NAME", [name]));
}
const host = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}$/;
const ofOthers = /\.(?:azmk8s\.io|azurecr\.io|local|internal|ya?ml|json|log|go|windows\.net)$|^[\d.]+$/;
