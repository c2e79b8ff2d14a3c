// What somebody wants changed in a cluster, in words: "scale web in shop to 5". It becomes the command that does it, which is
// only ever asked back; or it is known which word of it is missing.
import { parseCommand } from "../../command/parse-command.ts";
import type { Lack } from "../../command/refusal.ts";
import type { Deed, Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { isPod, ofSystem } from "./look.ts";
import { flagsIn, spaceIn } from "./look-target.ts";
import { isShortNode } from "./match.ts";
import { onlyUnknown, type Thing, thingIn } from "./thing.ts";
import { setOf } from "./words.ts";

type Words = readonly LineWord[];

export type Change = Readonly<{ command: string } | { lacks: Lack }>;

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
    names: onlyOf(found.names.length === 0 ? onlyUnknown(rest, language) : found.names),
    type: found.type ?? type,
    namespace: found.namespace ?? spaceIn(flags),
  };
  if (thing === null || (deed === "restart" && thing.type === "nodes")) return null;
  const made = commands[deed]({
    ...{ ...thing, replicas: countIn(rest, language), image: image ?? null, revision: revisionIn(words) },
    ...{
      quantity: quantityIn(words),
      resources: resourcesIn(words),
      bounds: boundsIn(words),
      of: (list) => words.some(({ word }) => setOf(list).has(word)),
    },
  });
  return made !== null && "command" in made && !isChange(made.command) ? null : made;
}

/** `200 Gi` in one word. */
const withUnits = (words: Words): Words =>
  words.flatMap((each, at) => {
    const next = words[at + 1];
    if (/^\d+$/.test(each.raw) && /^[mgt]i?b?[.,!?]?$/i.test(next?.raw ?? ""))
      return [{ ...each, raw: `${each.raw}${next?.raw ?? ""}`, word: `${each.word}${next?.word ?? ""}` }];
    return /^[mgt]i?b?[.,!?]?$/i.test(each.raw) && /^\d+$/.test(words[at - 1]?.raw ?? "") ? [] : [each];
  });

/** What is written as names are, where other words may be names as well. */
function onlyOf(names: readonly string[]): readonly string[] {
  const written = names.filter((name) => /[\d-]/.test(name));
  return names.length > 1 && written.length === 1 ? written : names;
}

const isChange = (command: string): boolean => {
  const parsed = parseCommand(command);
  return parsed.ok && parsed.is === "change";
};

/** `revision 14`; null where none is said by its number. */
const revisionIn = (words: Words): number | null => {
  const at = words.findIndex(({ word }) => /^(?:revision|rev|版本|修订)$/.test(word));
  const { word = "" } = words[at + 1] ?? {};
  return at !== -1 && /^[1-9]\d{0,4}$/.test(word) ? Number(word) : null;
};

/** The last one: `from 3 to 5`; null where several are said otherwise. */
function countIn(words: Words, { look }: Language): number | null {
  const said = [...setOf(look.numbers)];
  const ofReplicas = words.filter(
    ({ word }, at) =>
      /^\d{1,4}$/.test(word) && /^(?:replicas?|pods?|副本|个|replikas?)$/.test(words[at + 1]?.word ?? ""),
  );
  if (ofReplicas.length === 1) return Number(ofReplicas[0]?.word);
  const counts = words.flatMap(({ word }) => {
    if (/^\d{1,4}$/.test(word)) return [Number(word)];
    return said.includes(word) ? [said.indexOf(word) + 1] : [];
  });
  const to = words.filter(
    ({ word }, at) => /^\d{1,4}$/.test(word) && /^(?:to|auf|到|成|为|至)$/.test(words[at - 1]?.word ?? ""),
  );
  if (to.length === 1) return Number(to[0]?.word);
  // Between `4 -> 10` stands no word.
  const isArrow = words.some(
    ({ word, end }, at) => /^\d+$/.test(word) && (words[at + 1]?.start ?? 0) - end > 2,
  );
  const isFromTo = isArrow || words.some(({ word }) => /^(?:from|von|从)$/.test(word));
  return counts.length > 1 && !isFromTo ? null : (counts.at(-1) ?? null);
}

/** `1Gi`, `500m`, as Kubernetes writes it. */
const quantity = /^(\d{1,6}(?:\.\d{1,3})?)(m|k|[mgt]i?b?)[.,!?]?$/i;
const isQuantity = (raw: string): boolean => quantity.test(raw);

function quantityIn(words: Words): string | null {
  const said = words.filter(
    ({ raw }, at) => isQuantity(raw) && !/^(?:from|von|statt|anstatt|of|从)$/.test(words[at - 1]?.word ?? ""),
  );
  return said.length === 1 ? quantityOf(said[0]?.raw ?? "") : null;
}

function quantityOf(raw: string): string | null {
  const [, count, unit = ""] = quantity.exec(raw) ?? [];
  if (count === undefined) return null;
  const short = unit.replace(/b$/i, "");
  return `${count}${short === "m" ? short : short.charAt(0).toUpperCase()}${/i$/i.test(short) ? "i" : ""}`;
}

/** `memory limit 4Gi, requests 2Gi` as kubectl's flags; null where they are not told apart. */
function resourcesIn(words: Words): string | null {
  let [flag, what] = ["", ""];
  const said = words.flatMap(({ word, raw }) => {
    if (/^limits?$|上限/.test(word)) flag = "limits";
    if (/^requests?$/.test(word)) flag = "requests";
    if (/^cpu$/.test(word)) what = "cpu";
    if (/^(?:memory|mem|ram|speicher|arbeitsspeicher|内存)$/.test(word)) what = "memory";
    const written = quantityOf(raw);
    return written === null
      ? []
      : [{ flag, what: what || (/[kmgt]i$/i.test(written) ? "memory" : "cpu"), written }];
  });
  const flags = new Set(said.map((each) => `${each.flag}.${each.what}`));
  if (said.length < 2 || flags.size < said.length || said.some((each) => each.flag === "")) return null;
  return ["requests", "limits"]
    .map((each) => [each, said.filter((one) => one.flag === each)] as const)
    .filter(([, of]) => of.length > 0)
    .map(([each, of]) => ` --${each}=${of.map((one) => `${one.what}=${one.written}`).join(",")}`)
    .join("");
}

/** `min 4 max 16`. */
function boundsIn(words: Words) {
  const behind = (name: RegExp): number | null => {
    const at = words.findIndex(({ word }) => name.test(word));
    const count =
      at === -1 ? undefined : words.slice(at + 1, at + 4).find(({ word }) => /^\d{1,4}$/.test(word));
    return count === undefined ? null : Number(count.word);
  };
  const [minReplicas, maxReplicas] = [behind(/^min(?:replicas|imum)?$/), behind(/^max(?:replicas|imum)?$/)];
  return minReplicas === null || maxReplicas === null || minReplicas > maxReplicas
    ? null
    : { minReplicas, maxReplicas };
}

/** `of`: one of these words stands in the line. */
type Said = Thing &
  Readonly<{
    replicas: number | null;
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
  const what = of("cpu") ? "cpu" : "memory";
  const flag = of("request requests") ? "requests" : "limits";
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
    const bound = said.of("min minreplicas minimum") ? "minReplicas" : "maxReplicas";
    return said.replicas === null ? { lacks: "replicas" } : patched(said, "hpa", { [bound]: said.replicas });
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
      ` --ignore-daemonsets${said.of("emptydir emptydirs") ? " --delete-emptydir-data" : ""}`,
    )(said),
  pause: ofWorkload("rollout pause", onlyDeployments),
  delete: remove,
};
