// Looks that some words of a line ask for, whichever look the examples take it for: which pod has an address, which jobs failed,
// where something is reached from outside, on which node a pod runs, what is first in some order.

import type { Ability } from "../examples.ts";
import { type AskedLook, askedLookOf, type LookMeant, ofUnknown, rows, run, workloadTypes } from "./look.ts";
import { flagsIn, has, isAddress, isNode, isUnbound, pressure, spaceIn, stateIn, typesIn } from "./match.ts";
import { thingIn } from "./named-object.ts";

/** Null where no word of it asks for one. */
export function saidLook(ability: Ability, asked: AskedLook): LookMeant | null {
  if (!looking.has(ability)) return null;
  return (
    withAddress(asked) ??
    unbound(asked) ??
    evicted(asked) ??
    outside(asked) ??
    unwellNodes(asked) ??
    inOrder(asked) ??
    placed(asked)
  );
}

const looking: ReadonlySet<Ability> = new Set(["list", "describe", "config", "compare", "killed", "image"]);

/** `which pod has 10.42.7.19`. */
function withAddress({ words, type }: AskedLook): LookMeant | null {
  const [address, second] = words.filter(({ word }) => isAddress(word));
  if (
    address === undefined ||
    second !== undefined ||
    (type !== null && type !== "pods" && type !== "services")
  )
    return null;
  return type === "services"
    ? run("get services", "-A", "-o wide", rows("NAME", [address.word]))
    : run("get pods", "-A", "-o wide", `--field-selector=status.podIP=${address.word}`);
}

/** With the time of each, where one is said: kubectl alone tells how long ago it was. */
export function eventsOf({ where, names, words, says }: AskedLook): LookMeant {
  const isTimed = isAtTime(words);
  return run(
    ...["get events", where, says(warning) ? "--field-selector=type=Warning" : ""],
    ...[
      isTimed || says(ofTime) ? "--sort-by=.lastTimestamp" : "",
      isTimed ? `-o custom-columns=${times}` : "",
    ],
    rows("REASON", [...names, ...reasonsIn(words), ...(says(probe) ? ["Unhealthy"] : [])]),
  );
}

/** `FailedScheduling`, as an event says why. */
const reasonsIn = (words: AskedLook["words"]): readonly string[] =>
  words.flatMap(
    ({ raw }) =>
      /^(?:Failed[A-Z]\w+|BackOff|Unhealthy|Evicted|Killing|NodeNotReady|OOMKilling|Preempted)\b/.exec(
        raw,
      )?.[0] ?? [],
  );

/** As the event of one that fails is called. */
const probe = /^(?:liveness|readiness|startup)-?(?:probes?)?$|探针/;

/** The newest stand last. */
const ofTime =
  /^(?:time|timestamp|sort(?:ed|iert|ieren)?|sortiere?|newest|latest|recent|order(?:ed)?|last|past|since|zeit\w*|neueste[nr]?|aktuelle[nr]?|letzte[nr]?|vergangenen?|seit|minuten?|minutes?|stunden?|hours?)$|时间|最近|最新|分钟|小时|过去|排序/;
const warning = /^warn(?:ing|ung)|^warns?$|警告/;
const times =
  "NAMESPACE:.metadata.namespace,FIRST:.firstTimestamp,LAST:.lastTimestamp,TYPE:.type,REASON:.reason,KIND:.involvedObject.kind,OBJECT:.involvedObject.name,MESSAGE:.message";

/** `around 3 am`, `zwischen 2 und 3`, `凌晨三点`, `last night`. */
export const isAtTime = (words: AskedLook["words"]): boolean =>
  atTime.test(words.map(({ raw }) => raw).join(" ")) ||
  atTimeInChinese.test(words.map(({ raw }) => raw).join(""));
const atTime =
  /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|o['’]?clock)\b|\b(?:between|from|zwischen|von) \d{1,2}(?:[:.]\d\d)?(?: uhr)? (?:and|to|und|bis) \d{1,2}\b|\b(?:around|about|at|gegen|um|kurz nach|since|seit) \d{1,2}(?! ?(?:m|min\w*|h|hours?|stunden?|s|sec\w*|days?|tage\w*|%)\b)\b|\b(?:tonight|midnight|overnight|yesterday|this morning|last (?:night|evening)|during the night|half past|heute? nacht|(?:um|gegen|so|nach|vor) halb|(?:letzte[rn]?|vergangene[rn]?|gestern|diese[rn]?|der|in der) nacht|nachts|mitternacht|gestern|heute? (?:früh|frueh|morgen))\b/i;
const atTimeInChinese =
  /[\d一二三四五六七八九十两] ?点|昨[晚夜天]|今晚|凌晨|半夜|夜里|今[早晨]|(?:早上|晚上)|\d[:：]\d\d/;

/** Claims without a volume: those that are bound are left out. */
function unbound({ type, where, names, words, language }: AskedLook): LookMeant | null {
  if (type !== "persistentvolumeclaims" || !isUnbound(words, language)) return null;
  return run("get", type, where, names.length > 0 ? rows("NAME", names) : "| grep -v -e Bound");
}

/** The kubelet throws pods out where a node has too little memory or disk; they stay in the list. */
function evicted({ type, where, names, words, language }: AskedLook): LookMeant | null {
  if ((type !== null && type !== "pods") || stateIn(words, language)?.word !== "Evicted") return null;
  return run("get pods", where, rows("NAME", [...names, "Evicted"]));
}

/** `the external address of web`, `which services have a public ip`. */
function outside({ type, types, names, where, says }: AskedLook): LookMeant | null {
  const isOfService = types.some((each) => each === "services" || each === "ingresses") || says(balancer);
  if (type === "nodes" || !(says(external) || says(balancer)) || says(outgoing)) return null;
  if (!isOfService && names.length === 0) return null;
  return run("get services", where, rows("NAME", names.length > 0 ? names : ["LoadBalancer"]));
}
const external =
  /^(?:external(?:-?ips?)?|public|outside|extern\w*|öffentlich\w*|oeffentlich\w*|außen|aussen)$|外网|公网|外部|外面/;
const balancer = /^(?:(?:load-?)?balancers?|loadbalancer-?\S*|lb)$|负载均衡/;
const outgoing = /^(?:egress|outbound|outgoing|ausgehend\w*|raus)$|出口|出站/;

/** `is any node under disk pressure`: what they report of themselves. */
const unwellNodes = ({ type, names, words, language, says }: AskedLook): LookMeant | null =>
  (type === null || type === "nodes") &&
  names.every((name) => pressure.test(name)) &&
  (says(pressure) || has(words, language, "ofNode"))
    ? run("describe nodes")
    : null;

// What its words say, whatever the examples take the line for: the command. Null where they do not.

type Said = Readonly<{ line: AskedLook["words"]; language: AskedLook["language"]; text: string }>;

/** `rollout of web in shop is stuck half way`, `what happened in shop last night`. */
export function lookSaid(ability: Ability, said: Said): string | null {
  const found = thingIn(said.line, said.language);
  if (found === null) return null;
  const asked = askedLookOf(found, said.line, said.language);
  const look =
    (mayBeRollout.has(ability) ? stuckRollout(ofUnknown(asked), said.text) : null) ??
    (mayBeEvents.has(ability) && asked.names.length === 0 && asked.space !== null && happened.test(said.text)
      ? isAtTime(said.line)
        ? eventsOf(asked)
        : null
      : null);
  return look !== null && "command" in look ? look.command : null;
}

const mayBeRollout: ReadonlySet<Ability> = new Set([
  ...(["why", "rollout", "describe", "list", "config", "history", "blocked", "compare"] as const),
]);
const mayBeEvents: ReadonlySet<Ability> = new Set([
  ...(["why", "events", "story", "incidents", "whoChanged", "list", "status"] as const),
]);
const happened =
  /\bwhat(?:['’]?s| has| was| is| were)? (?:just )?(?:happen\w*|going on|went (?:on|wrong)|up|there|wrong)\b|\b(?:anything|something) (?:happen|go|weird|odd|strange|wrong|unusual)\w*|\b(?:what broke|errors?|trouble|kaputt\w*|fehler|auffälligkeiten|irgendwas|irgend ?etwas)\b|\bwas (?:ist|war|ging|geht|lief|passierte?)\b|\b(?:passiert|vorgefallen|war .{0,30}los)\b|发生|出了?[什啥]|[什啥]么?(?:情况|动静|事|状况)|有(?:没有)?事|异常|报错|出错|怪|什么问题/i;

function stuckRollout(
  { only, space, workload, where, names, type }: AskedLook,
  text: string,
): LookMeant | null {
  if (only === undefined || (type !== null && type !== "pods" && !workloadTypes.has(type))) return null;
  const isStuck = (rolls.test(text) && stops.test(text)) || (deploys.test(text) && halfWay.test(text));
  if (!isStuck) return null;
  return space === null
    ? run("get", workload, where, rows("NAME", names))
    : run("rollout status", `${workload}/${only}`, where);
}
const rolls =
  /\broll(?:ing)?[- ]?(?:out|outs|update|ing)?\b|\bausroll\w*|\b(?:new|neue) version\b|发布|发版|上线|滚动|灰度|部署/i;
const deploys = /\b(?:deploy\w*|release\w*|updates?|version)\b/i;
const halfWay =
  /\bhalf|\bhalb\w*|\bhälfte\b|\bhaelfte\b|\d ?%|\d ?\/ ?\d|\d (?:of|von) \d|\bmidway\b|\bnot (?:finish|progress|complet)\w*|\bprogress\w*|\bkommt nicht (?:durch|weiter)|一半|半路/i;
const stops = new RegExp(
  `${halfWay.source}|\\b(?:stuck|hang\\w*|stall\\w*|frozen|steckt|hängt|haengt|stockt|klemmt|steht|blockiert)\\b|\\b(?:nicht|never|not|doesn['’]?t|won['’]?t) (?:durch|fertig|weiter|done|going|moving|finish\\w*)|卡|不动|停住|停了|没(?:完|发完|跑完|动)|动不了|不完|完不了|发不完`,
  "i",
);

/** `export the secret db in shop`: the command that would print it, which says why it is refused. Null where no value is asked for. */
export function valuesAsked({ line, language, text }: Said): string | null {
  const [flags, words] = flagsIn(line);
  const { type = null, names = [], namespace = null } = thingIn(words, language) ?? {};
  const [name, second] = names;
  const isOfSecret =
    type === "secrets" ||
    typesIn(words, language).includes("secrets") ||
    (type === null && password.test(text));
  if (!isOfSecret || name === undefined || second !== undefined || !values.test(text)) return null;
  const space = namespace ?? spaceIn(flags);
  return ["kubectl get secrets", name, ...(space === null ? [] : ["-n", space]), "-o yaml"].join(" ");
}
const password = /\b(?:passwor[dt]|kennwort)\b|密码/i;
const values =
  /\b(?:export\w*|dump\w*|decod\w*|base64|plain ?text|clear ?text|unmask\w*|reveal|passw(?:or[dt]|örter)\w*|credentials?|values?|klartext|unverschlüsselt|dekodier\w*|entschlüssel\w*|auslesen|ausgeben|werte?|ya?ml|json|in (?:the )?clear|(?:to|into) (?:a|my) file|in (?:eine|meine) datei|speicher\w*)\b|存成|保存|明文|导出|导(?:一下)?出来|解码|解密|密码|的值|原文/i;

/** `who scaled web`: Kubernetes keeps which tool wrote an object, and when. Null where neither one object nor a namespace is named. */
export function writersOf(words: AskedLook["words"], language: AskedLook["language"]): string | null {
  const found = thingIn(words, language);
  if (found === null || found.names.length > 1 || found.names.some(isNode)) return null;
  const { type, workload, where, names, space } = askedLookOf(found, words, language);
  if (names.length === 0 && space === null) return null;
  if (type !== null && type !== "pods" && !workloadTypes.has(type)) return null;
  const look = run("get", workload, where, `-o custom-columns=${writers}`, rows("NAME", names));
  return "command" in look ? look.command : null;
}
const writers =
  "NAMESPACE:.metadata.namespace,NAME:.metadata.name,WRITTEN_BY:.metadata.managedFields[*].manager,AT:.metadata.managedFields[*].time";

/** The last row is what is asked for. */
function inOrder({ type, where, names, words, language, says }: AskedLook): LookMeant | null {
  if (type !== null && type !== "pods") return null;
  if (says(restarts) && says(ranked))
    return run("get pods", where, "--sort-by=.status.containerStatuses[0].restartCount", rows("NAME", names));
  const isByAge = says(sorted) && says(age) && stateIn(words, language) === null;
  return isByAge
    ? run("get pods", where, "--sort-by=.metadata.creationTimestamp", rows("NAME", names))
    : null;
}
const restarts = /^(?:restart\w*|neustart\w*|neugestartet\w*|neu)$|重启|重其/;
/** The most of something, or in their order. */
const ranked =
  /^(?:most|meisten|top|highest|sort\w*|order(?:ed)?|geordnet|more|many|mehr|viele|oft|haeufig|often|oftest|öftesten|häufigsten|haeufigsten)$|最多|最频繁|得多|排序|排行|排个序|次数.{0,2}[列排]/;
const sorted = /^(?:sort\w*|order(?:ed)?|geordnet)$|排序|排/;
const age = /^(?:age|alter|time|zeit|creation|created|newest|oldest)$|时间|创建|年龄/;

/** `on which node does api-0 run`, `the pods in shop with their nodes`. */
function placed({ type, types, names, where, says }: AskedLook): LookMeant | null {
  const isOfPods = types.includes("pods") || says(addresses) || (names.length > 0 && !names.every(isNode));
  if (!isOfPods || (type !== null && type !== "pods" && type !== "nodes" && !workloadTypes.has(type)))
    return null;
  if (names.some(isNode)) return null;
  return types.includes("nodes") ||
    says(place) ||
    says(addresses) ||
    ((names.length > 0 || types.includes("pods")) && says(somewhere))
    ? run("get pods", where, "-o wide", rows("NAME", names))
    : null;
}
const place = /^(?:nodename\w*|machines?|maschinen?|hosts?|hostet|wide|ips?|pod-?ips?)$|机器|哪台|^ip$/;
const addresses = /^pod-?ips?$/;
const somewhere = /^(?:where|wo)$|跑哪|在哪|哪里/;
