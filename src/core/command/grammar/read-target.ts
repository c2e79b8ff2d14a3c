// Reads what a verb is asked about: resource types and object names, in the forms that kubectl accepts.

import type { Asked } from "./also-reads.ts";
import { helmSecrets } from "./helm.ts";
import { nearWords } from "./near-words.ts";
import type { Flags } from "./read-flags.ts";
import { type CommandRefusal, type RefusalReason, refuse } from "./refusal.ts";
import {
  categories,
  customResource,
  findResource,
  isTypingError,
  resourceNames,
  resourceParts,
} from "./resources.ts";
import { commandOf, type VerbSpec, type VerbTarget } from "./verb-spec.ts";

/**
 * `args` go back into the argv; `asked` is what kubectl reads for them, sub-resources included; `container` is set when
 * `kubectl logs` named one without its flag.
 */
export type ReadTarget =
  | Readonly<{
      ok: true;
      args: readonly string[];
      asked: readonly Asked[];
      resources: readonly string[];
      names: readonly string[];
      subresource?: string;
      container?: string;
    }>
  | CommandRefusal;

const objectName = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,252}$/;
const dnsLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** What `kubectl logs` can find pods through, the pods themselves included. */
const withLogs = [
  "pods",
  "deployments",
  "daemonsets",
  "statefulsets",
  "replicasets",
  "replicationcontrollers",
  "jobs",
  "services",
];

export function readTarget(verb: VerbSpec, args: readonly string[], flags: Flags): ReadTarget {
  const target: VerbTarget = verb.target;
  switch (target.kind) {
    case "objects":
      return flags.has("raw") ? readRaw(args, flags) : readObjects(verb, args, flags, target.types);
    case "logs":
      return readLogs(verb, args, flags);
    case "metrics":
      return readMetrics(verb, args, target.type);
    case "accessQuestion":
      return readAccessQuestion(verb, args, flags);
    case "fieldPath":
      return readFieldPath(verb, args);
    case "fixed":
      return args.length > 0 ? refuseArgument(verb, args) : found([], everyOf(target.types), []);
    case "releases":
      return args.length > 0 ? refuseArgument(verb, args) : found([], everyOf([helmSecrets]), []);
    case "release":
      return readRelease(verb, args);
    case "nothing":
      return args.length > 0 ? refuseArgument(verb, args) : found([], [], []);
  }
}

/** A type as the policy knows it, and as it goes into the argv. */
type Type = Readonly<{ resource: string; word: string }>;

/** `TYPE[,TYPE] [NAME…]` or `TYPE/NAME…`; which part of them is printed says `--subresource`. */
function readObjects(
  verb: VerbSpec,
  args: readonly string[],
  flags: Flags,
  types?: readonly string[],
): ReadTarget {
  if (verb.verb === "wait" && !flags.has("for")) {
    return refuse("argument-invalid", { is: "conditionMissing", example: verb.example });
  }
  const subresource = flags.get("subresource");
  const target = readTypesAndNames(verb, args, types);
  return target.ok && subresource !== undefined ? { ...target, subresource } : target;
}

function readTypesAndNames(verb: VerbSpec, args: readonly string[], types?: readonly string[]): ReadTarget {
  const [first, ...names] = args;
  if (first === undefined) return refuseMissing(verb, "objects");
  if (args.some((arg) => arg.includes("/"))) return readTypedNames(verb, args, types);
  const words = new Map<string, string>();
  for (const type of first.split(",")) {
    const read = readCategory(type, types) ?? readType(verb, type, types);
    if ("ok" in read) return read;
    for (const { resource, word } of read) words.set(resource, word);
  }
  const wrong = names.find((name) => !objectName.test(name));
  if (wrong !== undefined) return refuseName(wrong);
  const resources = [...words.keys()];
  if (verb.verb === "describe" && names.length > 0 && words.has("namespaces")) {
    // A name that does not exist is taken for the beginning of others, but in this form: which namespaces are read has
    // to be known beforehand.
    const typed = [...words.values()].flatMap((type) => names.map((name) => `${type}/${name}`));
    return readTypedNames(verb, typed, types);
  }
  return found([[...words.values()].join(","), ...names], everyOf(resources, names), names);
}

function readTypedNames(verb: VerbSpec, args: readonly string[], types?: readonly string[]): ReadTarget {
  const byType = new Map<string, string[]>();
  const names: string[] = [];
  const canonical: string[] = [];
  for (const arg of args) {
    const [type = "", name = "", ...rest] = arg.split("/");
    if (rest.length > 0 || !objectName.test(name)) {
      return refuse("name-invalid", { is: "nameUntyped", word: arg });
    }
    const read = readType(verb, type, types);
    if ("ok" in read) return read;
    for (const { resource, word } of read) {
      byType.set(resource, [...(byType.get(resource) ?? []), name]);
      canonical.push(`${word}/${name}`);
    }
    names.push(name);
  }
  const asked = [...byType].map(([resource, named]) => ({ resource, names: named }));
  return found(canonical, asked, names);
}

function readCategory(word: string, types?: readonly string[]): readonly Type[] | undefined {
  if (types !== undefined) return undefined;
  return categories.get(word.toLowerCase())?.map((resource) => ({ resource, word: resource }));
}

/** As a list of one. A type that Kubernetes does not know is passed on: the cluster may. */
function readType(verb: VerbSpec, type: string, types?: readonly string[]): readonly Type[] | CommandRefusal {
  const known = findResource(type)?.name;
  const resource = known ?? (isTypingError(type) ? null : customResource(type));
  if (resource === null || categories.has(resource)) {
    return refuse("resource-unknown", { is: "resourceUnknown", type, near: nearWords(type, resourceNames) });
  }
  if (types !== undefined && !types.includes(resource)) {
    const [command, example] = [`kubectl ${verb.verb}`, verb.example];
    const reason = { is: "resourceNotOfVerb", command, resource, accepted: types, example } as const;
    return refuse("resource-not-supported", reason);
  }
  // A version, or another group than the usual one, is asked for on purpose.
  const isUsual =
    known !== undefined && [null, "", findResource(known)?.group].includes(resourceParts(type).group);
  const hasVersion = /^[^.]*\.v\d\w*\./.test(type);
  return [{ resource, word: isUsual && !hasVersion ? known : type.toLowerCase() }];
}

/** `POD [CONTAINER]`, `TYPE/NAME [CONTAINER]`, or nothing beside a selector. Needs the right to read `pods/log`. */
function readLogs(verb: VerbSpec, args: readonly string[], flags: Flags): ReadTarget {
  const [first, container, ...rest] = args;
  if (rest.length > 0) return refuseArgument(verb, rest);
  if (first === undefined) {
    if (flags.has("selector")) return logsOf([], [], []);
    return refuseMissing(verb, "log");
  }
  const typed = readTypedNames(verb, [first.includes("/") ? first : `pods/${first}`], withLogs);
  if (!typed.ok) return first.includes("/") ? typed : refuseName(first);
  const names = typed.resources.includes("pods") ? typed.names : typed.args;
  const logs = logsOf(names, typed.asked, names);
  if (container === undefined) return logs;
  if (!dnsLabel.test(container)) return refuseName(container);
  if (flags.has("container")) return refuse("flag-repeated", { is: "containerTwice" });
  return { ...logs, container };
}

/** The type that pods are found through, and the pods, are read before their log is. */
function logsOf(args: readonly string[], through: readonly Asked[], names: readonly string[]) {
  const asked = [...everyOf(["pods/log", "pods"]), ...through.filter(({ resource }) => resource !== "pods")];
  return { ...found(args, asked, names), resources: ["pods"], subresource: "log" };
}

function readMetrics(verb: VerbSpec, args: readonly string[], type: string): ReadTarget {
  const [name, ...rest] = args;
  if (rest.length > 0) return refuseArgument(verb, rest);
  if (name !== undefined && !objectName.test(name)) return refuseName(name);
  return found(args, everyOf([type], args), args);
}

/** The verb and the resource asked about are words for the API server; nothing is read but an answer about oneself. */
function readAccessQuestion(verb: VerbSpec, args: readonly string[], flags: Flags): ReadTarget {
  const wanted = flags.get("list") === "true" ? [0, 0] : [2, 3];
  if (args.length < (wanted[0] ?? 0) || args.length > (wanted[1] ?? 0)) {
    return refuse("argument-invalid", { is: "accessQuestion", example: verb.example });
  }
  const wrong = args.find((arg) => !/^[A-Za-z*/][\w.*/:-]*$/.test(arg));
  if (wrong !== undefined) return refuseName(wrong);
  return found(args, [], []);
}

/** `TYPE[.FIELD…]`: reads documentation, no object. */
function readFieldPath(verb: VerbSpec, args: readonly string[]): ReadTarget {
  const [path, ...rest] = args;
  if (path === undefined) return refuseMissing(verb, "field");
  if (rest.length > 0) return refuseArgument(verb, rest);
  const [type = "", ...fields] = path.split(".");
  const read = readType(verb, type);
  if ("ok" in read) return read;
  // Behind a type that only the cluster knows its group may stand.
  const isField = findResource(type) === undefined ? /^[A-Za-z0-9-]+$/ : /^[A-Za-z0-9]+$/;
  if (!fields.every((field) => isField.test(field))) return refuseName(path);
  return found([[...read.map(({ word }) => word), ...fields].join(".")], [], []);
}

/** What the API server says of itself. It holds no object, so no resource is read. */
const rawPaths = ["/livez", "/readyz", "/healthz", "/version"];

function readRaw(args: readonly string[], flags: Flags): ReadTarget {
  const path = flags.get("raw") ?? "";
  if (!/^\/(?:livez|readyz|healthz|version)(?:\/[a-z0-9/-]{1,100})?(?:\?[a-z0-9=&-]{1,100})?$/.test(path)) {
    return refuse("flag-not-allowed", { is: "rawPath", path, known: rawPaths });
  }
  const others = [...flags.keys()].filter((name) => name !== "raw" && name !== "namespace");
  return args.length > 0 || others.length > 0
    ? refuse("argument-invalid", { is: "rawWithOthers" })
    : found([], [], []);
}

function readRelease(verb: VerbSpec, args: readonly string[]): ReadTarget {
  const [name, ...rest] = args;
  if (name === undefined) return refuseMissing(verb, "release");
  if (rest.length > 0) return refuseArgument(verb, rest);
  if (!/^[a-z0-9](?:[a-z0-9.-]{0,51}[a-z0-9])?$/.test(name)) return refuseName(name);
  return found(args, everyOf([helmSecrets], args), args);
}

const everyOf = (resources: readonly string[], names: readonly string[] = []): readonly Asked[] =>
  resources.map((resource) => ({ resource, names }));

function found(args: readonly string[], asked: readonly Asked[], names: readonly string[]) {
  return { ok: true, args, asked, resources: asked.map(({ resource }) => resource), names } as const;
}

function refuseName(name: string): CommandRefusal {
  return refuse("name-invalid", { is: "nameInvalid", name });
}

function refuseMissing(
  { example }: VerbSpec,
  what: Extract<RefusalReason, { is: "resourceMissing" }>["what"],
): CommandRefusal {
  return refuse("resource-missing", { is: "resourceMissing", what, example });
}

function refuseArgument(verb: VerbSpec, args: readonly string[]): CommandRefusal {
  const [word = ""] = args;
  return refuse("argument-invalid", {
    is: "argumentTooMany",
    word,
    command: commandOf(verb),
    example: verb.example,
  });
}
