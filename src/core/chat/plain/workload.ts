// "What's wrong with the frontend pod in namespace-75", "web in shop is down", "how much cpu does shop/web use": a look at what
// the line speaks of. Its pods are found by the beginning of their names, so it is a list of them, each row judged, with what
// to look at next beside it. Whatever else the line says, a look changes nothing.
import { isClusterScoped } from "../../command/grammar/resources.ts";
import { parseKubectl } from "../../command/parse-kubectl.ts";
import { edgesOf } from "./edges.ts";
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { isCounted, isPod, logFlags } from "./look.ts";
import { flagsIn, has, typesIn } from "./look-target.ts";
import { isAddress, isNode, isRange, isShortNode, matchPhrases } from "./match.ts";
import { type Thing, thingOf } from "./thing.ts";
import { perLine, setOf } from "./words.ts";

type Words = readonly LineWord[];

/** Words that nobody knows, beside the name of a type: a question may hold some. */
const mostNames = 3;

/** What is read of it. */
type What = "logs" | "usage" | "rollout" | "describe" | "list";

/** Null where nothing in it lies in a cluster, or it may be on another one. */
export function workloadIn(typed: Words, language: Language): string | null {
  const [, words] = flagsIn(typed);
  if (words.some(({ word }) => isAddress(word) || isRange(word)) || isCounted(words, language)) return null;
  if (isOfVersion(words, language)) return "kubectl version";
  if (isOfCertificate(words, language)) return "kubectl get certificates -A";
  const found = thingOf(words, language);
  if (found === null) return null;
  const what = whatIn(words, language);
  const told =
    found.type === null && found.names.length > 0
      ? undefined
      : typesIn(words, language).find((each) => each !== "namespaces");
  const type = found.type === "nodes" ? found.type : (told ?? toldBy(words, found, language));
  const state = stateIn(words, language);
  const isOfAll = found.namespace !== null && found.names.length === 0 && isAiling(words, language);
  const isUsed = what === "usage" && found.names.length === 1;
  const isTyped = isUsed || type !== null || has(words, language, "namespaces") || state !== null || isOfAll;
  const thing = { ...found, type, names: isTyped ? found.names.slice(0, mostNames) : found.names };
  if (!isTyped && !isPlaced(thing)) return null;
  const command = commandFor(what, thing, state, words, language);
  return command !== null && parseKubectl(command).ok ? command : null;
}

/** As cert-manager keeps them; the cluster's own is found by a diagnosis. */
const isOfCertificate = (words: Words, language: Language): boolean =>
  matchPhrases(words, language.look.expiry, edgesOf(words, language), { words: 2 }) !== null &&
  !words.some(({ word }) => /^(?:cluster|aks|apiserver|集群)$/.test(word));

/** A log of what nobody says the namespace of; a word that may be a namespace, and not a cluster, says it. */
export const lacksSpace = (
  command: string,
  cluster: string | null,
  words: Words,
  language: Language,
): boolean =>
  has(words, language, "logs") &&
  (cluster === null || /[\d-]/.test(cluster)) &&
  /^kubectl get \w+ -A \| grep -e NAME -e \S+$/.test(command);

/** Of Kubernetes, and of nothing in it. */
const isOfVersion = (words: Words, language: Language): boolean =>
  has(words, language, "versions") && words.some(({ word }) => /^(?:k8s|kubernetes|aks|cluster)$/.test(word));

/** How many replicas, which image: a Deployment says so; what happened in a namespace, its events. */
function toldBy(words: Words, { names, namespace }: Thing, { look }: Language): string | null {
  if (namespace !== null && names.length === 0 && says(words, look.happens)) return "events";
  return names.length === 1 && says(words, look.ofDeployment) ? "deployments" : null;
}

const says = (words: Words, list: string): boolean => words.some(({ word }) => setOf(list).has(word));

/** Any other word may be a cluster, or anything. */
const isPlaced = ({ names: [name, second], namespace }: Thing): boolean =>
  name !== undefined &&
  second === undefined &&
  (namespace !== null || /^[a-z]+(?:-[a-z]+)+$|-[a-z0-9]{8,10}-[a-z0-9]{5}$/.test(name));

/** It says what is to be read. */
export const isLook = (words: Words, language: Language): boolean =>
  whatIn(words, language) !== "list" ||
  stateIn(words, language) !== null ||
  isAiling(words, language) ||
  isOfType(words, language);

/** A type, and where it is. */
function isOfType(words: Words, language: Language): boolean {
  const { type = null, names = [], namespace = null } = thingOf(words, language) ?? {};
  return type !== null && (namespace !== null || names.some((name) => /[\d-]/.test(name)));
}

export const isAiling = (words: Words, language: Language): boolean =>
  matchPhrases(words, language.look.ails, edgesOf(words, language), { words: 2 }) !== null;

function whatIn(words: Words, language: Language): What {
  const isOfLines = has(words, language, "lines") && words.some(({ word }) => /^\d{1,5}$/.test(word));
  if (has(words, language, "logs") || isOfLines) return "logs";
  const kinds = ["usage", "rollout", "describe"] as const;
  if (has(words, language, "history")) return "rollout";
  const isOfState = stateIn(words, language) !== null;
  if (typesIn(words, language).includes("nodes") && has(words, language, "ofNode")) return "describe";
  return kinds.find((kind) => has(words, language, kind) && !(kind === "usage" && isOfState)) ?? "list";
}

/** How kubectl prints what people say of pods, in any language. */
const states: Readonly<Record<string, string>> = {
  pending: "Pending",
  evicted: "Evicted",
  evict: "Evicted",
  terminating: "Terminating",
  containercreating: "ContainerCreating",
  crashloop: "CrashLoop",
  crashloops: "CrashLoop",
  crashlooping: "CrashLoop",
  crashloopbackoff: "CrashLoop",
  imagepullbackoff: "ImagePull",
  errimagepull: "ImagePull",
  imagepull: "ImagePull",
  oomkilled: "OOMKilled",
};
type State = Readonly<{ word: string; isNot?: true }>;
export const stateIn = perLine((words: Words, language: Language): State | null => {
  const word = words
    .flatMap((each) => [each.word, ...each.slips])
    .map((each) => states[each])
    .find((state) => state !== undefined);
  if (word !== undefined) return { word };
  const edges = edgesOf(words, language);
  const said = Object.entries(language.look.states).find(
    ([, phrases]) => matchPhrases(words, phrases, edges, { words: 1 }) !== null,
  );
  if (said !== undefined) return { word: said[0] };
  const isNot =
    typesIn(words, language).includes("pods") &&
    matchPhrases(words, language.look.notRunning, edges, { words: 1 }) !== null;
  return isNot ? { word: "Running", isNot } : null;
});

function commandFor(
  what: What,
  { type, names, namespace }: Thing,
  state: State | null,
  words: Words,
  language: Language,
): string | null {
  const [name, ...others] = names;
  const where = namespace === null ? "-A" : `-n ${namespace}`;
  const isByRestarts = matchPhrases(words, language.look.byRestarts, edgesOf(words, language), { words: 2 });
  if (isByRestarts !== null && (type === null || type === "pods"))
    return `kubectl get pods ${where} --sort-by=.status.containerStatuses[0].restartCount${rows("NAME", names)}`;
  const isSure = name !== undefined && others.length === 0;
  if (what === "usage" && (type === null || type === "pods" || type === "nodes")) {
    if (type === "nodes" || (!isSure && namespace === null && type === null)) return "kubectl top nodes";
    return `kubectl top pods ${where}${rows("NAME", names)}`;
  }
  if (what === "logs" && isSure && namespace !== null) {
    const object = type === "pods" || isPod(name) ? name : `${type ?? "deployment"}/${name}`;
    return ["kubectl logs", object, where, ...logFlags(words, language)].join(" ");
  }
  if (what === "rollout" && isSure && namespace !== null) {
    const verb = has(words, language, "history") ? "history" : "status";
    return `kubectl rollout ${verb} ${type ?? "deployment"}/${name} ${where}`;
  }
  if (namespace === null && type === "deployments" && says(words, language.look.ofDeployment))
    return `kubectl get deployments -A -o wide${rows("NAME", names)}`;
  if (what === "logs" && name === undefined) return null;
  return listed(type, names, namespace, state, what);
}

function listed(
  type: string | null,
  names: readonly string[],
  namespace: string | null,
  state: State | null,
  what: What,
): string | null {
  const [name] = names;
  if (type === null && name === undefined && namespace !== null && state?.word === "Terminating")
    return `kubectl describe namespaces ${namespace}`;
  if (type === "nodes" && names.some(isShortNode)) return `kubectl get nodes${rows("NAME", names)}`;
  // `on which node is web in shop`
  if (type !== null && isClusterScoped(type) && (namespace === null || name === undefined))
    return name === undefined && what !== "describe"
      ? `kubectl get ${type}`
      : `kubectl describe ${[type, ...names].join(" ")}`;
  const node = names.find(isNode);
  const where = namespace === null ? "-A" : `-n ${namespace}`;
  if (type === "pods" && node !== undefined)
    return isShortNode(node)
      ? `kubectl get pods ${where} -o wide${rows("NAME", [node])}`
      : `kubectl get pods ${where} --field-selector=spec.nodeName=${node}`;
  const kind = type === null || isClusterScoped(type) ? "pods" : type;
  const isWhole = name !== undefined && namespace !== null && names.length === 1 && kind !== "events";
  if (isWhole && (kind !== "pods" || isPod(name) || what === "describe"))
    return `kubectl describe ${type === null && !isPod(name) ? "deployment" : kind} ${name} ${where}`;
  if (name === undefined && namespace === null && state === null) return null;
  // The row of heads stays, by a word of it.
  const head = kind === "events" ? "REASON" : "NAME";
  const ofState =
    state === null || (state.isNot && name !== undefined)
      ? ""
      : state.isNot
        ? " | grep -v -e Running -e Completed"
        : rows(head, [state.word]);
  return `kubectl get ${kind} ${where}${rows(head, names)}${ofState}`;
}

/** The row of heads, and those in which one of them stands. */
const rows = (head: string, names: readonly string[]): string =>
  names.length === 0 ? "" : ` | grep ${[head, ...names].map((name) => `-e ${name}`).join(" ")}`;
