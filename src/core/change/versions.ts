// What differs once somebody else has changed an object, without anything of what it holds: read before a change is
// agreed on, and compared by the shell in the moment before it is made.
import type { ChangeRequest } from "../command/change/change-request.ts";
import { quoteArgv } from "../text/marked.ts";
import { flagOf, type Named, namedObjects, placeOf } from "./named-objects.ts";

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

function partsOf(request: ChangeRequest, { type }: Named): readonly string[] {
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
export function versionArgv(request: ChangeRequest, object: Named): readonly string[] {
  const template = [uid, ...partsOf(request, object)].join("/");
  return [
    ...["kubectl", "get", ...placeOf(object), "--ignore-not-found"],
    ...[`--output=go-template=${template}`, waitsAtMost],
  ];
}

/** For a shell. What is said besides is not the version, and no part of it: deprecations, an API that is away. */
export const versionCommand = (request: ChangeRequest, object: Named): string =>
  `${quoteArgv(versionArgv(request, object))} 2>/dev/null`;

/** Of an object that was there; the dot tells that there is none from that nothing could be read. */
export const guardOf = (request: ChangeRequest, object: Named, version: string | null): string =>
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
