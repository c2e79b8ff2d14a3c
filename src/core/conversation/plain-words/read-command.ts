// The command that reads what a line asks for, once it is known what that is.
import { isClusterScoped } from "../../command/grammar/resources.ts";
import { parseKubectl } from "../../command/parse-command.ts";
import { type AbilityThat, isLook, traitsOf } from "../ability/abilities.ts";
import type { Ability } from "../examples.ts";
import { itsName, itsSpace, type SoughtBy } from "../sought.ts";
import { setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { containerCalled, containerIn, isPod, logFlags } from "./log-flags.ts";
import {
  type AskedLook,
  askedLookOf,
  isSaid,
  type LookMeant,
  ofUnknown,
  rows,
  run,
  workloadTypes,
} from "./look.ts";
import { flagsIn, has, isNode, isShortNode, spaceIn, stateIn, typesIn } from "./match.ts";
import { type NamedObject, thingIn } from "./named-object.ts";
import { eventsOf, saidLook } from "./said-look.ts";

type Words = readonly LineWord[];

/** Null where the ability reads nothing in a cluster. */
export function lookFor(ability: Ability, typed: Words, language: Language): LookMeant | null {
  if (!isLook(ability)) return null;
  const [flags, words] = flagsIn(typed);
  const isLog = ability === "logs" || ability === "logsBefore";
  const found = (isLog ? podOf(words, language) : null) ??
    thingIn(words, language) ?? { type: null, names: [], namespace: null };
  const thing = { ...found, namespace: found.namespace ?? spaceIn(flags) };
  const named = askedLookOf(thing, words, language);
  const asked = ofOneThing.has(ability) ? ofUnknown(named) : named;
  const made = onNode(ability, asked) ?? saidLook(ability, asked) ?? looks[ability](asked);
  return "lacks" in made || parseKubectl(made.command).ok ? made : null;
}

/** Nobody asks for these of everything there is. */
const ofOneThing: ReadonlySet<Ability> = new Set(["events", "rollout", "history"]);

/** What a named container is in: its own word names no pod. */
function podOf(words: Words, language: Language): NamedObject | null {
  const container = containerCalled(words);
  if (container === null) return null;
  const found = thingIn(
    words.filter(({ word }) => word !== container),
    language,
  );
  return found !== null && found.names.length > 0 ? found : null;
}

/** `on which node is redis-0`, `what runs on aks-user-3`, `how many nodes has the user pool`. */
function onNode(ability: Ability, { type, types, names, where, says }: AskedLook): LookMeant | null {
  const [name] = names;
  if (says(pool) && (ability === "version" || type === "nodes" || type === null) && traitsOf(ability).ofPools)
    return run("get nodes", `--label-columns=${poolLabels}`);
  if (ability !== "list" && ability !== "describe") return null;
  if (name === undefined)
    return types.includes("nodes") && says(runsThere)
      ? run("get pods", where, "-o wide", "--sort-by=.spec.nodeName")
      : null;
  const isOne = names.every(isNode);
  if (type === "nodes" && !isOne) return run("get pods", where, "-o wide", rows("NAME", names));
  if (!isOne || !says(/^(?:pods?|runs?|running|laufen|läuft|laeuft|liegen|liegt)$|跑/)) return null;
  return isShortNode(name)
    ? run("get pods", where, "-o wide", rows("NAME", names))
    : run("get pods", where, `--field-selector=spec.nodeName=${name}`);
}

const pool = /^[a-z]*pools?\d*$|^node-pools?$|池/;
const poolLabels = "agentpool,kubernetes.azure.com/node-image-version";
/** Of a node that no word names: the pods, each with its node. */
const runsThere = /^(?:pods?|drauf|darauf|dort)$|跑|上面/;

const looks: Readonly<Record<AbilityThat<"look">, (asked: AskedLook) => LookMeant>> = {
  logs: (asked) => logs(asked),
  logsBefore: (asked) => logs(asked, "--previous"),
  events: eventsOf,
  usage: used,
  image: ({ type, workload, where, names }) =>
    run("get", type === "pods" ? type : workload, where, "-o wide", rows("NAME", names)),
  rollout: ({ only, space, workload, where, names }) =>
    only === undefined || space === null
      ? run("get", workload, where, rows("NAME", names))
      : run("rollout status", `${workload}/${only}`, where),
  history: ({ only, space, workload, where, names }) =>
    only === undefined || space === null
      ? run("get replicasets", where, `-o 'custom-columns=${revisions}'`, rows("NAME", names))
      : run("rollout history", `${workload}/${only}`, where),
  certificate: ({ where }) => run("describe certificates", where, "| grep -e Name: -e After: -e Message:"),
  version: ({ types }) => (types.includes("nodes") ? run("get nodes") : run("version")),
  blocked,
  config: (asked) =>
    described(asked.type ?? (asked.says(ofContainers) ? "deployments" : "configmaps"), asked),
  describe: (asked) =>
    isStuck(asked)
      ? blocked(asked)
      : described(asked.type ?? (isPod(asked.only ?? "") ? "pods" : null), asked),
  compare: (asked) =>
    asked.type === "configmaps" && asked.only !== undefined
      ? described(asked.type, asked)
      : run("get", asked.type ?? "deployments", asked.where, "-o wide", rows("NAME", asked.names)),
  list: listed,
  killed: ({ where, names }) =>
    run("get pods", where, `-o custom-columns=${lastEnd}`, rows("NAME", ["OOMKilled", ...names])),
};

const ofContainers = /^(?:env|envs|environment|env-?vars?|env-?variablen?|umgebungsvariablen?)$|环境变量/;

/** How a container ended before it was started again, `get pods` does not show. */
const lastEnd = [
  "NAMESPACE:.metadata.namespace,NAME:.metadata.name,RESTARTS:.status.containerStatuses[*].restartCount",
  "NOW:.status.containerStatuses[*].state.terminated.reason",
  "LAST:.status.containerStatuses[*].lastState.terminated.reason",
  "AT:.status.containerStatuses[*].lastState.terminated.finishedAt",
].join(",");

/** Each revision of a Deployment, with its image: `get replicasets` leaves out which is which. */
const revisions = [
  "NAMESPACE:.metadata.namespace,NAME:.metadata.name",
  String.raw`REVISION:.metadata.annotations.deployment\.kubernetes\.io/revision`,
  "PODS:.status.replicas,IMAGE:.spec.template.spec.containers[*].image,CREATED:.metadata.creationTimestamp",
].join(",");

function logs(
  { type, names, space, where, words, language }: AskedLook,
  ...previous: readonly string[]
): LookMeant {
  const container = containerIn(words, names);
  const [only, second] = names.filter((name) => name !== container);
  if (second !== undefined || (only === undefined && space === null)) return { lacks: "namespace" };
  const flags = logFlags(words, language).filter((flag) => flag !== "--previous");
  const of = container === null ? "" : `-c ${container}`;
  const found = foundBy(words, [only ?? "", space ?? "", container ?? ""]);
  const end = [of, ...previous, ...flags, found].filter((part) => part !== "").join(" ");
  // Each of its pods has a log.
  if (only === undefined || space === null) return { lacks: "namespace", sought: logsOf(only, where, end) };
  const object = isPod(only) ? only : `${type === null || type === "pods" ? "deployment" : type}/${only}`;
  return run("logs", object, where, end);
}

function logsOf(name: string | undefined, where: string, end: string): SoughtBy {
  const look = ["kubectl get pods", where, rows("NAME", name === undefined ? [] : [name])];
  return {
    name: name ?? null,
    look: look.filter((part) => part !== "").join(" "),
    wants: `kubectl logs ${itsName} -n ${itsSpace} ${end}`.trim(),
  };
}

/** `search the logs for "token expired"`, `only errors`: the lines that hold it. */
function foundBy(words: Words, names: readonly string[]): string {
  const text = words.map(({ raw }) => raw).join(" ");
  const [, quoted = ""] = /["“”„‘’']([^"“”„‘’'\\|]{2,60})["“”„‘’']/.exec(text) ?? [];
  const [, grepped = ""] =
    /\bgrep (?:for )?(?!(?:the|in|my|me|it|logs?|from|through)\b)([\w.-]{2,40})/i.exec(text) ?? [];
  const isOfErrors = onlyErrors.test(text);
  const isName = (said: string) => names.includes(said.trim().toLowerCase());
  const [, searched = ""] = searchedInChinese.exec(text) ?? [];
  const said = [quoted, searched, grepped].find((each) => each.trim() !== "" && !isName(each));
  const found = said?.trim() ?? (isOfErrors ? "error" : "");
  return found === "" ? "" : `| grep -i ${found.includes(" ") ? `"${found}"` : found}`;
}
/** `日志里有没有 timeout`, `搜一下 OutOfMemory`. */
const searchedInChinese =
  /(?:有没有|有无|搜索?|查找|找|过滤|包含|带有?|含|出现过?) ?(?:一下|下|出)? ?(?!(?:logs?|pods?|events?|errors?)\b)([a-z][\w.:-]{2,40}(?: [a-z][\w.:-]{1,40}){0,3})(?!\S*\/)/i;
const onlyErrors =
  /\b(?:only|just|nur|bloß)\b.{0,20}\b(?:errors?|fehler)\b|\berrors? only\b|只(?:看|要)?.{0,4}(?:报错|错误|error|异常)/i;

function blocked(asked: AskedLook): LookMeant {
  if (isStuck(asked)) return run("describe namespaces", asked.names[0] ?? asked.space ?? "");
  if (
    stateIn(asked.words, asked.language)?.word === "Evicted" &&
    !asked.types.includes("poddisruptionbudgets")
  )
    return run("get pods", asked.where, rows("NAME", [...asked.names, "Evicted"]));
  return (asked.type === null || asked.type === "pods") &&
    stateIn(asked.words, asked.language)?.word === "Terminating"
    ? run("get pods", asked.where, "-o wide", rows("NAME", [...asked.names, "Terminating"]))
    : run("get poddisruptionbudgets", asked.where);
}

/** A namespace that is being deleted. */
const isStuck = ({ names, space, words, language }: AskedLook): boolean =>
  stateIn(words, language)?.word === "Terminating" && (names.length === 1) !== (space !== null);

function used(asked: AskedLook): LookMeant {
  const { type, names, space, where, words, says } = asked;
  if (type === "horizontalpodautoscalers" || type === "resourcequotas") return listed(asked);
  if (!isOfBoth(words) && says(ofResources)) return resourcesOf(asked);
  const [node] = names;
  if (node !== undefined && names.length === 1 && isNode(node) && !isShortNode(node))
    return run("top nodes", node);
  if (names.length > 0 || space !== null) return run("top pods", where, rows("NAME", names));
  if (type === "nodes" || (type === null && !says(whichOne))) return run("top nodes");
  return run("top pods", where, `--sort-by=${says(/^cpu$/) ? "cpu" : "memory"}`);
}
const ofResources =
  /^(?:requests?|requested|requesting|[\w-]*limite?[sn]?|throttl\w*|gedrosselt|allocatable)$|限流|配额|资源限制/;
/** What each container asks for and may use, and how often and why it ended: what `get pods` leaves out. */
const resources = [
  "NAMESPACE:.metadata.namespace,NAME:.metadata.name",
  ...["requests.cpu", "limits.cpu", "requests.memory", "limits.memory"].map(
    (each) => `${each.replace(".", "_").toUpperCase()}:.spec.containers[*].resources.${each}`,
  ),
  "RESTARTS:.status.containerStatuses[*].restartCount",
  "LAST:.status.containerStatuses[*].lastState.terminated.reason",
].join(",");
const resourcesOf = ({ where, names }: AskedLook): LookMeant =>
  run("get pods", where, `-o custom-columns=${resources}`, rows("NAME", names));

/** `what is its limit, and what does it really use`: one command shows the one, and another the other. */
export const isOfBoth = (words: Words): boolean =>
  bothAsked.test(words.map(({ word }) => word).join(" ")) ||
  (isSaid(words, ofResources) && isSaid(words, ofUse));
const bothAsked =
  /how much .{0,60}\bhave\b.{0,60}\bus(?:e|ing)\b|wie ?viel .{0,60}\bhat\b.{0,60}\b(?:ver)?braucht\b/;
const ofUse =
  /^(?:us(?:es?|ed|ing|age)|consum\w*|actual(?:ly)?|verbrauch\w*|braucht|nutzt|effektiv|tats(?:ä|ae)chlich|wirklich)$|实际|用了|吃|用量/;
const whichOne =
  /^(?:who|which|what|wer|welche[rs]?|was|most|meisten|top|sort(?:ed)?|eats?|eating|frisst|fressen)$|谁|誰|哪|最|排序/;

const anyWorkload = "deployments,statefulsets,daemonsets,cronjobs";
/** Whatever belongs to a name: its workload, what scales it, and its pods. */
const ofOneName = `${anyWorkload},jobs,horizontalpodautoscalers,pods`;

export const whateverIsCalled = (name: string): LookMeant =>
  run("get", ofOneName, "-A", "-o wide", rows("NAME", [name]));

/** `named`: null where nothing says of which type it is. */
function described(named: string | null, asked: AskedLook): LookMeant {
  const { only, space, where, names, words, says } = asked;
  const type = named ?? "deployments";
  // Its own name is mostly that of what it scales, and its list says all that it does.
  if (type === "horizontalpodautoscalers" || names.some((name) => name.includes("."))) return listed(asked);
  if (isOfBoth(words)) return resourcesOf(asked);
  if (named !== null && names.length === 0 && says(labels)) return listed(asked);
  if (isClusterScoped(type)) return only === undefined ? run("get", type) : run("describe", type, only);
  if (only !== undefined && space !== null) return run("describe", type, only, `-n ${space}`);
  // Whichever namespace it is in; a pod may be named by its beginning.
  if (only !== undefined && type !== "secrets" && (type !== "pods" || isWholePod(only)))
    return run("get", named ?? anyWorkload, "-A", `--field-selector=metadata.name=${only}`, "-o yaml");
  return run("get", type, where, rows("NAME", names));
}

const isWholePod = (name: string): boolean => /-\d{1,4}$|-[a-z0-9]{8,10}-[a-z0-9]{5}$/.test(name);

function listed(asked: AskedLook): LookMeant {
  const { type, thing, names, where, words, language, says } = asked;
  const state = stateIn(words, language);
  if (type !== null && names.length === 0 && says(labels))
    return run("get", type, isClusterScoped(type) ? "" : where, "--show-labels");
  if (type === "nodes" && names.length === 0 && has(words, language, "ofNode")) return run("describe nodes");
  if (type !== null && isClusterScoped(type))
    return run("get", type, rows("NAME", type === "namespaces" && state !== null ? [state.word] : names));
  const isOfSpaces = typesIn(words, language).includes("namespaces") || has(words, language, "spaces");
  if (type === null && names.length === 0 && thing.namespace === null && isOfSpaces)
    return run("get namespaces", rows("NAME", state === null ? [] : [state.word]));
  if (says(/^cluster-?admins?$/))
    return run("get clusterrolebindings", "-o wide", rows("NAME", ["cluster-admin"]));
  if (says(ofResources) && (type === null || type === "pods" || workloadTypes.has(type)))
    return resourcesOf(asked);
  if (type === null && says(/^notready$|^机器$|^machines?$/)) return run("get nodes");
  const isOfPods = type === null || type === "pods";
  const ofState = state === null ? "" : state.isNot ? (isOfPods ? notReady : "") : rows("NAME", [state.word]);
  if (isOfPods && says(restarts) && says(ranked))
    return run("get pods", where, "--sort-by=.status.containerStatuses[0].restartCount");
  if (type === null && state === null && names.length === 1 && !names.some(isPod))
    return run("get", ofOneName, where, "-o wide", rows("NAME", names));
  const isOfDeployment = words.some(({ word }) => setOf(language.look.ofDeployment).has(word));
  return run(
    "get",
    type ?? (isOfDeployment ? "deployments" : "pods"),
    where,
    rows(type === "events" ? "REASON" : "NAME", names),
    ofState,
  );
}

const labels = /^labels?$|标签/;

/** What runs is not always ready: kubectl writes how many of a pod's containers are. */
const notReady = "| grep -v -e 1/1 -e 2/2 -e 3/3 -e 4/4 -e 5/5 -e Completed";

const restarts = /^(?:restarts?|restarted|neustarts?|restartet|restartcount)$|重启/;

/** The most of something, or in their order. */
const ranked =
  /^(?:most|meisten|top|highest|sort(?:ed|iert|ieren)?|oftest|(?:am )?öftesten|häufigsten)$|最多|最频繁|排序|排个序/;
