// The objects that a change names, one by one, as they are asked for.
import type { ChangeRequest } from "../command/change/change-request.ts";
import { customResource, findResource, isClusterScoped } from "../command/grammar/resources.ts";
import { quoteArgv } from "../text/marked.ts";

export type NamedObjects = Readonly<{
  /** Full plural name of its type. */
  type: string;
  /** The type as kubectl is asked for it. */
  word: string;
  name: string;
  /** Null where it lies in none. */
  namespace: string | null;
  /** It is made: so far it must not be there. */
  isMade?: true;
  /** It is made where it is not there. */
  mayBeMade?: true;
}>;

/** Where the object is, behind a verb of kubectl. */
export const placeOf = ({ word, name, namespace }: NamedObjects): readonly string[] => [
  `${word}/${name}`,
  ...(namespace === null ? [] : [`--namespace=${namespace}`]),
];

/** Value of a flag of the argv, `true` of one without; undefined where it is not there. */
export function flagOf({ argv }: Pick<ChangeRequest, "argv">, name: string): string | undefined {
  const flag = argv.find((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  return flag === undefined ? undefined : flag === `--${name}` ? "true" : flag.slice(name.length + 3);
}

/** The words of the argv behind the verb. */
export function wordsOf({ verb, argv }: ChangeRequest): readonly string[] {
  const verbs = verb.split(" ").length;
  return argv.slice(1 + verbs).filter((word) => !word.startsWith("--"));
}

const ofNodes = ["cordon", "uncordon", "drain"];

/** Those of its file. */
const objectsInFile = ({ file, scope, verb }: ChangeRequest): readonly NamedObjects[] =>
  (file?.objects ?? []).map(({ resource, name }) => ({
    ...{ type: resource, word: resource, name },
    namespace: scope.kind === "namespace" && !isClusterScoped(resource) ? scope.name : null,
    ...(verb === "create" && { isMade: true }),
    ...(verb === "apply" && { mayBeMade: true }),
  }));

/** `TYPE/NAME` of each, or `TYPE` before the names; nodes are named alone. */
function typedNames(request: ChangeRequest): readonly (readonly [word: string, name: string])[] {
  const [first = ""] = wordsOf(request);
  const { names } = request;
  if (ofNodes.includes(request.verb)) return names.map((name) => ["nodes", name]);
  if (!first.includes("/")) return names.map((name) => [first, name]);
  return wordsOf(request)
    .slice(0, names.length)
    .map((word) => {
      const [type = "", name = ""] = word.split("/");
      return [type, name];
    });
}

/** Each once, in the order in which they are named; with `autoscale` what would be made, too. */
export function namedObjects(request: ChangeRequest): readonly NamedObjects[] {
  const { scope } = request;
  if (request.file !== undefined) return objectsInFile(request);
  const named = typedNames(request).map(([word, name]): NamedObjects => {
    const type = findResource(word)?.name ?? customResource(word) ?? word;
    const namespace = scope.kind === "namespace" && !isClusterScoped(type) ? scope.name : null;
    return { type, word, name, namespace };
  });
  const made = request.verb === "autoscale" ? named.map((each) => autoscalerOf(request, each)) : [];
  return [...new Map([...named, ...made].map((each) => [`${each.type}/${each.name}`, each])).values()];
}

const autoscalerOf = (request: ChangeRequest, { name, namespace }: NamedObjects): NamedObjects => ({
  type: "horizontalpodautoscalers",
  word: "horizontalpodautoscalers",
  name: flagOf(request, "name") ?? name,
  namespace,
  isMade: true,
});

// What differs once somebody else has changed an object, without anything of what it holds: read before a change is
// agreed on, and compared by the shell in the moment before it is made.

/** One call of a tool must not take the others with it. */
export const waitsAtMost = "--request-timeout=20s";

/**
 * As Go writes a value, with every text in quotes, so that no two are written alike. Of a type whose objects count their
 * generations, status and heartbeats leave the version as it is.
 */
const asGo = (path: string): string => `{{printf "%#v" ${path}}}`;
const uid = "{{.metadata.uid}}";
const resourceVersion = "r{{.metadata.resourceVersion}}";
const generation = `{{with .metadata.generation}}g{{.}}{{else}}${resourceVersion.replace(".", "$.")}{{end}}`;
const labels = asGo(".metadata.labels");
/**
 * Who has written something of the object besides its status, and when: of what they wrote, annotations and finalizers
 * too, nothing is in it. Where the API server keeps no such record every write counts.
 */
const writes = [
  "{{with .metadata.managedFields}}{{range .}}{{if .subresource}}{{else}}",
  "{{with .manager}}{{.}}{{end}}@{{with .time}}{{.}}{{end}};",
  `{{end}}{{end}}{{else}}${resourceVersion}{{end}}`,
].join("");

/** A patch that says something of the metadata, which no generation counts. */
function patchesMetadata(request: ChangeRequest): boolean {
  const patch = request.verb === "patch" ? objectIn(flagOf(request, "patch") ?? "") : undefined;
  return Array.isArray(patch)
    ? /"(?:path|from)":"(?:\/metadata[^"]*)?"/.test(JSON.stringify(patch))
    : Object.hasOwn(patch ?? {}, "metadata");
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function partsOf(request: ChangeRequest, { type }: NamedObjects): readonly string[] {
  const { verb } = request;
  // Whatever is not in the file is gone.
  if (verb === "replace") return [resourceVersion];
  if (type === "nodes") {
    const place = [asGo(".spec.unschedulable"), asGo(".spec.taints")];
    const written = [...place, labels, asGo(".metadata.annotations")];
    if (verb === "patch") return [...written, asGo(".metadata.finalizers")];
    if (verb === "annotate") return written;
    return verb === "label" ? [...place, labels] : place;
  }
  // An annotation says what was applied before: what of it is not in the file is taken away.
  if (verb === "apply" && type !== "pods")
    return [type === "horizontalpodautoscalers" ? asGo(".spec") : generation, labels, writes];
  // The annotations of the revision come in place of its own.
  if (verb === "rollout undo" && type === "deployments") return [generation, writes];
  if (type === "horizontalpodautoscalers" && verb !== "annotate" && !patchesMetadata(request))
    return verb === "label" ? [asGo(".spec"), labels] : [asGo(".spec")];
  if (type === "pods") return verb === "delete" ? [] : verb === "label" ? [labels] : [resourceVersion];
  if (verb === "annotate" || patchesMetadata(request)) return [resourceVersion];
  return verb === "label" ? [generation, labels] : [generation];
}

/** Prints a version: nothing where the object is not there. */
export function versionArgv(request: ChangeRequest, object: NamedObjects): readonly string[] {
  const template = [uid, ...partsOf(request, object)].join("/");
  return [
    ...["kubectl", "get", ...placeOf(object), "--ignore-not-found"],
    ...[`--output=go-template=${template}`, waitsAtMost],
  ];
}

/** For a shell. What is said besides is not the version, and no part of it: deprecations, an API that is away. */
export const versionCommand = (request: ChangeRequest, object: NamedObjects): string =>
  `${quoteArgv(versionArgv(request, object))} 2>/dev/null`;

/** Of an object that was there; the dot tells that there is none from that nothing could be read. */
export const guardOf = (request: ChangeRequest, object: NamedObjects, version: string | null): string =>
  version === null
    ? `test "$(${versionCommand(request, object)} && printf .)" = ${quoteArgv(["."])}`
    : `test "$(${versionCommand(request, object)})" = ${quoteArgv([version])}`;

/** A shell takes no more in one word than 128 kB, and all of them stand in one. */
const longest = 8_000;
const longestOfAll = 48_000;

const object = /^[\w-]{1,64}(?:\/[^\p{Cc}]*)?$/u;

/** Undefined for what no version looks like. Throws nothing. */
export function readVersion(printed: string): string | null | undefined {
  const version = printed.replace(/\n$/, "");
  if (version === "") return null;
  if (version.length > longest || version.includes("<no value>")) return undefined;
  return object.test(version) ? version : undefined;
}

/** Whether they are of these objects, and may stand in one line. */
export const fitTogether = (request: ChangeRequest, versions: readonly (string | null)[]): boolean =>
  versions.length === namedObjects(request).length &&
  versions.reduce((sum, version) => sum + (version ?? "").length, 0) <= longestOfAll;
