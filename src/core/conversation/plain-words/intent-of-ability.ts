// What a line asks for, once it is known which of the abilities it asks for: its names, numbers and words as the intent, or as
// the line of the grammar that would ask for the same.
import { isClusterScoped } from "../../command/grammar/resources.ts";
import { parseCommand } from "../../command/parse-command.ts";
import { lookUp } from "../../text/look-up.ts";
import { type AbilityThat, traitsOf } from "../ability/abilities.ts";
import type { Ability } from "../examples.ts";
import type { Intent } from "../intent.ts";
import { boundIn } from "./amounts.ts";
import { deedOf } from "./change-command.ts";
import { isOtherwise } from "./is-ordered.ts";
import { meaningsOf, setOf } from "./languages/known-words.ts";
import type { Deed, Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import type { Change } from "./look.ts";
import { flagsIn, isNode, isOneOf, typeOrSlip, typesIn } from "./match.ts";
import { thingIn } from "./named-object.ts";
import { lookFor } from "./read-command.ts";
import type { Rest } from "./talk.ts";

type Words = readonly LineWord[];

/** Null where it asks for nothing, or for what only its own words can say: a command. */
export function intentFor(ability: Ability, rest: Rest): Intent | null {
  const { line, language, cluster } = rest;
  const traits = traitsOf(ability);
  switch (traits.asks) {
    case "intent":
      return traits.intent;
    case "topic":
      return { kind: "told", topic: traits.topic };
    case "change": {
      const words = bareWords(line);
      const deed = isOfAutoscaler(traits.deed, words, language) ? "autoscale" : traits.deed;
      const change = deedOf(deed, words, language, traits.type ?? null);
      // Where no word is certain, it lies in a cluster that is none of the requester's.
      return change && intentOf(change, cluster);
    }
    case "ownChange":
      return intentOf(lookUp<OwnChange>(ownChanges, ability)?.(bareWords(line), language) ?? null, cluster);
    case "look": {
      const look = lookFor(ability, line, language);
      if (look === null) return null;
      return "lacks" in look
        ? { kind: "logs", cluster, ...look }
        : { kind: "run", command: look.command, cluster };
    }
    default:
      return null;
  }
}

/** `the hpa of web is at its max of 10, go to 15`: whatever else the line is taken for. Null where no number is said of one. */
export function boundAsked({ line, language, cluster }: Rest): Intent | null {
  const words = bareWords(line);
  if (!isOfAutoscaler("scale", words, language) || boundIn(words, language) === null) return null;
  const change = deedOf("autoscale", words, language);
  return change && intentOf(change, cluster);
}

/** `hpa max for search to 20`: with no word that orders it. */
export const setsBound = ({ text, asks }: Rest): boolean => !asks && !isOtherwise(text) && bounds.test(text);
const bounds =
  /\b(?:min|max)\w*\b.{1,60}\b(?:to|auf) \d{1,3}\b|(?:上限|下限|最[大小]).{0,20}(?:[改调设]|到)/i;

const bareWords = (line: Words): Words =>
  line.map((each) => ({ ...each, raw: each.raw.replace(/(?<=\w)[.,;!?]+$/, "") }));

const intentOf = (change: Change | null, cluster: string | null): Intent =>
  change !== null && "command" in change && parseCommand(change.command).ok
    ? { kind: "askBack", command: change.command, cluster }
    : { kind: "change", cluster, ...(change !== null && "lacks" in change && change) };

type OwnChange = (words: Words, language: Language) => Change | null;

const ownChanges: Readonly<Record<AbilityThat<"ownChange">, OwnChange>> = {
  deleteNamespace: (words, language) =>
    isOfObject(words, language) ? deedOf("delete", words, language) : space(words, language),
  label: labelled,
  many: each,
  otherChange: (words, language) =>
    isOfAutoscaler("scale", words, language) ? deedOf("autoscale", words, language) : null,
  setEnv: variable,
};

/** `scale all deployments in shop to 0`: each is one change, and a look tells which they are. */
function each(words: Words, language: Language): Change {
  const { names = [], namespace = null } = thingIn(words, language) ?? {};
  const deed = words.some(({ word }) => /restart|^neu(?:start\w*)?$|重启/.test(word)) ? "restart" : "scale";
  const made = names.length > 0 || namespace === null ? null : deedOf(deed, words, language);
  const sought =
    made !== null && "lacks" in made && made.sought?.more === undefined ? made.sought : undefined;
  return { lacks: "each", ...(sought && { sought }) };
}

const isOfAutoscaler = (deed: Deed, words: Words, language: Language): boolean =>
  deed === "scale" &&
  (typesIn(words, language).includes("horizontalpodautoscalers") ||
    words.some(({ word }) => /^(?:hpa|max|min)(?:replicas)?$|autoscal|^自动(?:扩缩|伸缩)/.test(word)));

/** `delete the pod redis-0, its namespace is auth`: never the namespace. */
const isOfObject = (words: Words, language: Language): boolean =>
  words.some((each) => !["namespaces", null].includes(typeOrSlip(each, language)));

function space(words: Words, language: Language): Change {
  const { names = [], namespace = null } = thingIn(words, language) ?? {};
  // Of a name in a namespace nothing says that the namespace itself is meant.
  if (namespace !== null && names.some((each) => each !== namespace)) return { lacks: "type" };
  const [name, second] = namespace === null ? names : [namespace];
  return name === undefined || second !== undefined
    ? { lacks: "namespace" }
    : { command: `kubectl delete namespace ${name}` };
}

/** `LOG_LEVEL=debug`, `LOG_LEVEL to debug`. */
function variable(words: Words, language: Language): Change | null {
  const at = words.findIndex(({ raw }) => /^[A-Z][A-Z0-9]*_?[A-Z0-9_]+(?:=.+)?$/.test(raw));
  const raw = words[at]?.raw ?? "";
  const value = /=(.+)$/.exec(raw)?.[1] ?? valueBehind(words, at);
  const others = words.filter((each, index) => index !== at && each.raw !== value);
  const { names: [name, second] = [], namespace = null, type = null } = thingIn(others, language) ?? {};
  // `set LOG_LEVEL in order-api to debug`
  if (name === undefined && namespace?.includes("-")) return { lacks: "namespace" };
  if (name === undefined || second !== undefined) return { lacks: "name" };
  if (namespace === null) return { lacks: "namespace" };
  if (at === -1 || value === null || !/^[\w.:/=-]+$/.test(value)) return null;
  const key = raw.split("=")[0] ?? "";
  if (type === "configmaps")
    return {
      command: `kubectl patch configmap ${name} -n ${namespace} -p '${JSON.stringify({ data: { [key]: value } })}'`,
    };
  const kind = type === "statefulsets" || type === "daemonsets" ? type.slice(0, -1) : "deployment";
  return {
    command: `kubectl set env ${kind}/${name} ${isTaken(words, raw) ? `${key}-` : `${key}=${value}`} -n ${namespace}`,
  };
}

/** What is said of it, in its own clause, is that it goes: `untaint`, `take the label off`, `das Label … entfernen`. */
function isTaken(words: Words, given: string): boolean {
  const at = words.findIndex(({ raw }) => raw === given);
  const isInClause = (index: number) => words[index]?.clause === words[at]?.clause;
  const isSaid = (said: RegExp, isBefore: boolean) =>
    words.some(({ word }, index) => said.test(word) && isInClause(index) && index < at === isBefore);
  if (isSaid(sets, true)) return false;
  const isTakenOff = isSaid(/^take$/, true) && isSaid(/^off$/, false);
  return isSaid(takesBefore, true) || isSaid(takesBehind, false) || isTakenOff;
}
const sets = /^(?:set|add|put|setze?|annotate|with|füge|mit)$|设|加上|打上/;
const takesBefore =
  /^(?:untaint|unlabel|unset|remove|delete|drop|clear|rid|entfern\w*|l(?:ö|oe)sch\w*)$|去掉|删|移除|清除/;
const takesBehind = /^(?:entfern\w*|l(?:ö|oe)sch\w*)$|去掉|删|移除|清除/;

/** `dedicated=batch:NoSchedule`, with a dash behind it where it is taken away. */
const taint = /^[\w./-]+(?:=[\w.-]*)?:(?:NoSchedule|PreferNoSchedule|NoExecute)-?$/;

function tainted(given: string, words: Words, language: Language): Change {
  const others = words.filter(({ raw }) => raw !== given);
  const { names = [] } = thingIn(others, language) ?? {};
  const [node, second] = names.filter(isNode);
  const isGone = isTaken(words, given) || given.endsWith("-");
  return node === undefined || second !== undefined
    ? { lacks: "node" }
    : { command: `kubectl taint nodes ${node} ${given.replace(/-$/, "")}${isGone ? "-" : ""}` };
}

/** `owner=jonas`, of an object whose type is named. */
function labelled(words: Words, language: Language): Change | null {
  const given = words.find(({ raw }) => taint.test(raw))?.raw;
  if (given !== undefined) return tainted(given, words, language);
  const written = words.find(({ raw }) => /^\w[\w./-]*(?:=[\w.-]*|-)$/.test(raw))?.raw;
  const pair =
    written !== undefined && isTaken(words, written)
      ? `${written.split("=")[0]?.replace(/-$/, "")}-`
      : written;
  const verb = words.some(({ word }) => /^annot/.test(word)) ? "annotate" : "label";
  const others = words.filter(({ raw }) => raw !== written);
  const { names: [name, second] = [], namespace = null, type = null } = thingIn(others, language) ?? {};
  if (pair === undefined) return null;
  const isNamedSpace = type === null && words.some(({ word }) => setOf(language.look.namespaces).has(word));
  const space = namespace ?? name ?? null;
  if (isNamedSpace && space !== null && second === undefined && (namespace === null || name === undefined))
    return { command: `kubectl ${verb} namespace ${space} ${pair}` };
  if (name === undefined || second !== undefined) return { lacks: "name" };
  if (type === null) return { lacks: "type" };
  if (isClusterScoped(type)) return { command: `kubectl ${verb} ${type} ${name} ${pair}` };
  return namespace === null
    ? { lacks: "namespace" }
    : { command: `kubectl ${verb} ${type} ${name} ${pair} -n ${namespace}` };
}

/** Behind a word that leads to it. */
const valueBehind = (words: Words, at: number): string | null =>
  at !== -1 && /^(?:to|auf|=|成|为|改成|设成|设为|改为)$/.test(words[at + 1]?.word ?? "")
    ? (words[at + 2]?.raw ?? null)
    : null;

// The command that would change what somebody asks about: for the question whether they may, never to be run.

/**
 * Null where nothing would change; `command` is null where it is not certain what would. `isOfAll`: of any object of its type,
 * and Kubernetes is asked itself.
 */
export function changeAsked(
  words: readonly LineWord[],
  language: Language,
): Readonly<{ command: string | null; isOfAll?: true }> | null {
  const at = words.findIndex((each) => isOneOf(each, setOf(language.change.verbs)));
  if (at === -1) return null;
  const rest = words.filter((_, index) => index !== at);
  if (words[at]?.word === "exec") return { command: sessionAsked(rest, language), isOfAll: true };
  const verb = meaningsOf(language.change.kubectl).get(words[at]?.word ?? "");
  const ofAll = verb === undefined ? null : ofType(verb, rest, language);
  if (ofAll !== null) return { command: ofAll, isOfAll: true };
  return { command: verb === undefined ? null : commandOf(verb, rest, language) };
}

/** A session in a pod: nothing here opens one, and Kubernetes says who may. */
export function sessionAsked(words: readonly LineWord[], language: Language): string {
  const namespace = thingIn(words, language)?.namespace ?? null;
  return `kubectl auth can-i create pods/exec ${namespace === null ? "-A" : `-n ${namespace}`}`;
}

/** What Kubernetes calls it. */
const rights: Readonly<Record<string, string>> = {
  delete: "delete",
  create: "create",
  edit: "patch",
  patch: "patch",
  scale: "patch",
  "rollout restart": "patch",
  "rollout undo": "patch",
  drain: "patch",
  cordon: "patch",
};

/** Of what it is done to, where no type is named: `may I scale on prod-1`. */
const usual: Readonly<Record<string, string>> = {
  scale: "deployments",
  "rollout restart": "deployments",
  "rollout undo": "deployments",
  drain: "nodes",
  cordon: "nodes",
};

/** `may I delete pods in shop`: no object is named. */
function ofType(verb: string, words: readonly LineWord[], language: Language): string | null {
  const [flags, bare] = flagsIn(words);
  const found = thingIn(bare, language);
  const [type = usual[verb], second] = typesIn(bare, language);
  const right = rights[verb];
  const isOne = found !== null && found.names.length === 0 && type !== undefined && second === undefined;
  if (!isOne || right === undefined) return null;
  const where = found.namespace === null ? (flags.length === 0 ? ["-A"] : []) : ["-n", found.namespace];
  return ["kubectl auth can-i", right, type, ...where, ...flags].join(" ");
}

function commandOf(verb: string, words: readonly LineWord[], language: Language): string | null {
  const [flags, bare] = flagsIn(words);
  const found = thingIn(bare, language);
  const [type] = typesIn(bare, language);
  const [name, second] = found?.names ?? [];
  if (found === null || second !== undefined || (name === undefined && type === undefined)) return null;
  const typed = name?.includes("/") ? [] : [type ?? "deployment"];
  const where = found.namespace === null ? [] : ["-n", found.namespace];
  return ["kubectl", verb, ...typed, ...(name === undefined ? [] : [name]), ...where, ...flags].join(" ");
}
