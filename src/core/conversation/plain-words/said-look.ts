// Looks that some words of a line ask for, whichever look the examples take it for: which pod has an address, which jobs failed,
// where something is reached from outside, on which node a pod runs, what is first in some order.

import type { Ability } from "../examples.ts";
import { type AskedLook, askedLookOf, type LookMeant, rows, run, workloadTypes } from "./look.ts";
import { has, isAddress, isNode } from "./match.ts";
import { thingIn } from "./named-object.ts";
import { stateIn } from "./state.ts";

/** Null where no word of it asks for one. */
export function saidLook(ability: Ability, asked: AskedLook): LookMeant | null {
  if (!looking.has(ability)) return null;
  return (
    withAddress(asked) ??
    evicted(asked) ??
    failedJobs(asked) ??
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

/** The kubelet throws pods out where a node has too little memory or disk; they stay in the list. */
function evicted({ type, where, names, words, language }: AskedLook): LookMeant | null {
  if ((type !== null && type !== "pods") || stateIn(words, language)?.word !== "Evicted") return null;
  return run("get pods", where, rows("NAME", [...names, "Evicted"]));
}

/** A CronJob itself says nothing of how its Jobs ended. */
function failedJobs({ types, where, names, says }: AskedLook): LookMeant | null {
  const isOfJobs = types.some((each) => each === "jobs" || each === "cronjobs") || says(/-jobs?$/);
  if (!isOfJobs || !(says(failed) || says(done))) return null;
  const unless = says(failed) ? "--field-selector=status.successful=0" : "";
  return run("get jobs", where, unless, "--sort-by=.status.startTime", rows("NAME", names));
}
const failed =
  /^(?:fail\w*|broken|errors?|wrong|unsuccessful|fehl(?:ge)?schl\w*|fehlgeschlagen\w*|gescheitert\w*|schief\w*|kaputt\w*|fehler\w*)$|失败|挂了|出错|报错|跑坏|没跑完|坏/;
const done = /^(?:complete[d]?|finish\w*|through|succeed\w*|durch\w*|fertig|erfolgreich)$|跑完|完成|成功/;

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
const pressure = /^\w*pressure$|^conditions?$|压力/;

/** `who scaled web`: Kubernetes keeps which tool wrote an object, and when. Null where no one workload is named. */
export function writersOf(words: AskedLook["words"], language: AskedLook["language"]): string | null {
  const found = thingIn(words, language);
  if (found === null || found.names.length !== 1 || found.names.some(isNode)) return null;
  const { type, workload, where, names } = askedLookOf(found, words, language);
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
