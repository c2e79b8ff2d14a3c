// What somebody wants changed in a cluster, in words: "scale web in shop to 5". It becomes the command that does it, which is
// only ever asked back; or it is known which word of it is missing.

import { parseCommand } from "../../command/parse-command.ts";
import {
  boundIn,
  boundsIn,
  countIn,
  isQuantity,
  quantityIn,
  resourcesIn,
  revisionIn,
  withUnits,
} from "./amounts.ts";
import { isOrderWord } from "./is-ordered.ts";
import { allWords, fillersOf, setOf } from "./languages/known-words.ts";
import type { Deed, Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { isPod, ofSystem } from "./log-flags.ts";
import { type Change, withSought } from "./look.ts";
import { flagsIn, isOneOf, isShortNode, spaceIn, typeOrSlip } from "./match.ts";
import { type NamedObject, onlyUnknown, thingIn } from "./named-object.ts";

type Words = readonly LineWord[];

/** What is done is known; `type`: of what, where no word says it. */
export function deedOf(
  deed: Deed,
  typed: Words,
  language: Language,
  type: string | null = null,
): Change | null {
  const words = withUnits(typed);
  const images = words
    .map(({ raw }) => raw.replace(/^[\w.-]+=/, ""))
    .filter((raw) => /^[\w.-]+(?:[/:][\w.-]+)*:[\w.-]+$/.test(raw) && !/^\d+:\d+$/.test(raw));
  // Of two, nothing says for certain which is the new one.
  const image = images.length === 1 ? images[0] : undefined;
  const [flags, bare] = flagsIn(words);
  const rest = bare.filter(({ raw }) => raw.replace(/^[\w.-]+=/, "") !== image && !isQuantity(raw));
  const found = thingIn(rest, language);
  const thing = found && {
    ...found,
    names: onlyOf(namesOf(found, rest, language)),
    type: found.type ?? type,
    namespace: found.namespace ?? spaceIn(flags),
  };
  if (thing === null || (deed === "restart" && thing.type === "nodes") || isTurnedRound(deed, words))
    return null;
  const said: Said = {
    ...{
      ...thing,
      replicas: countIn(rest, language),
      bound: boundIn(rest, language),
      image: image ?? null,
      revision: revisionIn(words),
    },
    ...{
      quantity: quantityIn(words),
      resources: resourcesIn(words),
      bounds: boundsIn(words),
      of: (list) => words.some(({ word }) => setOf(list).has(word)),
    },
  };
  const made = withSought(commands[deed](said), said, commands[deed], [words, language]);
  return made !== null && "command" in made && !isChange(made.command) ? null : made;
}

/** It says the opposite of the deed: `undo the scaling`, `setze den CronJob fort`, `解封节点`. */
const isTurnedRound = (deed: Deed, words: Words): boolean =>
  opposites.some(([deeds, said]) => deeds.has(deed) && words.some(({ word }) => said.test(word)));

const opposites: readonly (readonly [ReadonlySet<Deed>, RegExp])[] = [
  [
    new Set<Deed>(["suspend", "pause"]),
    /^(?:resume|continue|end|unpause|unsuspend|fort|wieder|aktivier\w*|beende|fortsetzen)$|继续|恢复/,
  ],
  [
    new Set<Deed>(["cordon", "drain"]),
    /^(?:uncordon\w*|undo|entsperr\w*|freigeb\w*|revert)$|解封|(?<!不)可调度|恢复|撤销|解除/,
  ],
  [new Set<Deed>(["uncordon"]), /^(?:cordon|不可调度|停止调度|禁止调度|暂停调度)$/],
  [new Set<Deed>(["undo"]), /^(?:resume|continue|restart|neustart)$|继续/],
  [
    new Set<Deed>(["scale", "restart", "image", "limits", "delete", "resize", "autoscale"]),
    /^(?:undo|revert|r(?:ü|ue)ckg(?:ä|ae)ngig)$|撤销/,
  ],
];

/** Else the only word that nobody knows, or the one before the namespace: `take invoice in billing back`. */
function namesOf({ names, namespace }: NamedObject, rest: Words, language: Language): readonly string[] {
  if (names.length > 0) return names;
  const unknown = onlyUnknown(rest, language);
  const at = rest.findIndex(({ word }) => word === namespace);
  const before = rest[at - 2]?.word ?? "";
  const isLed = at > 1 && setOf(language.look.inside).has(rest[at - 1]?.word ?? "");
  const mayBe = /^[a-z][a-z0-9-]{2,}$/.test(before) && !notNames.has(before) && !isOrderWord(before);
  if (unknown.length > 0) return unknown;
  if (namespace === null) return onlyNoun(rest, language);
  return !isLed || !mayBe || allWords(language).has(before) ? [] : [before];
}

/** `starte rechnung neu`: a word of people, and where it is nothing that is said of a change, a name that lacks its namespace. */
function onlyNoun(rest: Words, language: Language): readonly string[] {
  const { change, look, sentence } = language;
  if (!look.capitals) return [];
  const others = setOf(
    [change.verbs, look.ofDeployment, look.ofNode, look.namespaces, look.lines, sentence.polite].join(" "),
  );
  const found = rest.filter(
    (each) =>
      each.clause === rest[0]?.clause &&
      /^[a-z][a-z0-9-]{3,}$/.test(each.raw) &&
      ![others, fillersOf(language), notNames].some((words) => isOneOf(each, words)) &&
      !isOrderWord(each.word) &&
      typeOrSlip(each, language) === null,
  );
  return found.length === 1 ? found.map(({ word }) => word) : [];
}
const notNames = setOf(
  "errors problems issues memory traffic release version rollout load latency pods everything something things fehler probleme speicher last version release alles down kaputten",
);

/** What is written as names are, where other words may be names as well. */
function onlyOf(names: readonly string[]): readonly string[] {
  const written = names.filter((name) => /[\d-]/.test(name));
  return names.length > 1 && written.length === 1 ? written : names;
}

const isChange = (command: string): boolean => {
  const parsed = parseCommand(command);
  return parsed.ok && parsed.is === "change";
};

/** `of`: one of these words stands in the line. */
type Said = NamedObject &
  Readonly<{
    replicas: number | null;
    /** Of an autoscaler. */
    bound: number | null;
    image: string | null;
    quantity: string | null;
    resources: string | null;
    bounds: Readonly<{ minReplicas: number; maxReplicas: number }> | null;
    revision: number | null;
    of: (words: string) => boolean;
  }>;

const workloads = new Set(["deployments", "statefulsets", "daemonsets"]);
const onlyDeployments = new Set(["deployments"]);
const scaled = new Set(["deployments", "statefulsets", "replicasets"]);

/** Of another type it is nothing that is done to a workload; a pod is its workload's. */
function kindOf(type: string | null, known: ReadonlySet<string>): string | null {
  if (type !== null && known.has(type)) return type.replace(/s$/, "");
  return type === null || type === "pods" ? "deployment" : null;
}

/** `name`: the only one. */
function withName(said: Said, of: (name: string, namespace: string) => Change | null): Change | null {
  const [name, second] = said.names;
  if (name === undefined || second !== undefined) return { lacks: "name" };
  const namespace = said.namespace ?? (ofSystem.test(name) ? "kube-system" : null);
  return namespace === null ? { lacks: "namespace" } : of(name, namespace);
}

/** `args`: what stands behind the name. */
const ofWorkload =
  (
    verb: string,
    known: ReadonlySet<string>,
    end = "",
    args = (_name: string) => "",
  ): ((said: Said) => Change | null) =>
  (said) => {
    const kind = kindOf(said.type, known);
    if (kind === null) return said.type === "nodes" ? null : { lacks: "name" };
    return withName(said, (name, namespace) => ({
      command: `kubectl ${verb} ${kind}/${name}${args(name)} -n ${namespace}${end}`,
    }));
  };

function ofNode(verb: string, end = ""): (said: Said) => Change {
  return ({ names: [name, second], namespace }) =>
    name === undefined || second !== undefined || namespace !== null || !/\d/.test(name) || isShortNode(name)
      ? { lacks: "node" }
      : { command: `kubectl ${verb} ${name}${end}` };
}

/** A pod is restarted by its workload, or made anew in its place. */
function restart(said: Said): Change | null {
  const [name = ""] = said.names;
  return isPod(name) && (said.type === null || said.type === "pods")
    ? remove({ ...said, type: "pods" })
    : ofWorkload("rollout restart", workloads)(said);
}

function remove(said: Said): Change | null {
  const [name = ""] = said.names;
  const type = said.type ?? (isPod(name) ? "pods" : null);
  // The namespace itself: nothing here deletes one.
  if (type === null && name === "" && said.namespace !== null) return null;
  if (type === "nodes") return { lacks: "type" };
  const made = withName(said, (each, namespace) => ({
    command: `kubectl delete ${type ?? ""} ${each} -n ${namespace}`,
  }));
  return made !== null && "command" in made && type === null ? { lacks: "type" } : made;
}

/** Nothing but one field of it. */
const patched = (said: Said, type: string, spec: Readonly<Record<string, unknown>>): Change | null =>
  withName(said, (name, namespace) => ({
    command: `kubectl patch ${type} ${name} -n ${namespace} -p '${JSON.stringify({ spec })}'`,
  }));

const suspended =
  (suspend: boolean): ((said: Said) => Change | null) =>
  (said) =>
    patched(said, "cronjob", { suspend });

function limits(said: Said): Change | null {
  const { quantity, resources, of } = said;
  if (resources !== null) return ofWorkload("set resources", workloads, resources)(said);
  if (quantity === null) return { lacks: "quantity" };
  const isCpu = of("cpu cpus cpu-limit cpu-limits cpu-request cpulimit");
  const isMemory = of("memory mem ram speicher arbeitsspeicher 内存");
  // `512m` of memory would be half a byte.
  if ((isCpu && isMemory) || (!isCpu && /^\d+m$/.test(quantity))) return { lacks: "quantity" };
  const what = isCpu ? "cpu" : "memory";
  const flag = of("request requests 请求 内存请求") ? "requests" : "limits";
  return ofWorkload("set resources", workloads, ` --${flag}=${what}=${quantity}`)(said);
}

/** Of a claim: a volume only grows. */
const resize = (said: Said): Change | null =>
  said.quantity === null
    ? { lacks: "quantity" }
    : patched(said, "pvc", { resources: { requests: { storage: said.quantity } } });

const commands: Readonly<Record<Deed, (said: Said) => Change | null>> = {
  resize,
  undo: (said) =>
    ofWorkload(
      "rollout undo",
      workloads,
      said.revision === null ? "" : ` --to-revision=${said.revision}`,
    )(said),
  image: (said) =>
    said.image === null
      ? { lacks: "image" }
      : ofWorkload("set image", workloads, "", (name) => ` ${name}=${said.image}`)(said),
  scale: (said) =>
    kindOf(said.type, scaled) === null
      ? null
      : said.replicas === null
        ? { lacks: said.names.length === 1 ? "replicas" : "name" }
        : ofWorkload("scale", scaled, ` --replicas=${said.replicas}`)(said),
  autoscale: (said) => {
    if (said.bounds !== null) return patched(said, "hpa", said.bounds);
    const bound = said.of("min minreplicas minimum minimale minimalen mindestanzahl 最小 最少")
      ? "minReplicas"
      : "maxReplicas";
    return said.bound === null ? { lacks: "replicas" } : patched(said, "hpa", { [bound]: said.bound });
  },
  limits,
  suspend: suspended(true),
  resume: (said) =>
    said.type === "cronjobs" || said.type === "jobs"
      ? suspended(false)(said)
      : ofWorkload("rollout resume", onlyDeployments)(said),
  restart,
  uncordon: ofNode("uncordon"),
  cordon: ofNode("cordon"),
  drain: (said) =>
    ofNode(
      "drain",
      ` --ignore-daemonsets${said.of("emptydir emptydirs") && !said.of("keep keeps keeping not dont behalte behalten nicht kein 保留 不 不删") ? " --delete-emptydir-data" : ""}`,
    )(said),
  pause: ofWorkload("rollout pause", onlyDeployments),
  delete: remove,
};
