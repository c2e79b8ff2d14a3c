// What a change would do: one line for a shell that changes nothing, and what it printed.
import { type ChangeRequest, mostObjects } from "../command/change/change-request.ts";
import type { ChangeRisk } from "../command/change/change-risks.ts";
import { findResource, isCustom } from "../command/grammar/resources.ts";
import type { Proposal, Touched } from "../run/proposed.ts";
import { type Chunk, chunksIn, type Marked, markedLine, withErrors } from "../text/marked.ts";
import { type FieldChanges, fieldChanges } from "./field-changes.ts";
import { doesOf, foreseenFields, losesVolumes, podsEnding } from "./foreseen.ts";
import {
  flagOf,
  type NamedObjects,
  namedObjects,
  placeOf,
  readVersion,
  versionCommand,
  waitsAtMost,
} from "./named-objects.ts";
import { at, type Fields, objectsIn, outputOf, withoutAsides } from "./printed-objects.ts";

// What each verb says of itself beforehand. From `--help` and the answers of kubectl 1.32 and 1.34, held against them by
// test/e2e/change-lines.test.ts.

/**
 * `object`: prints it as it would be. `name`: asks the API server, and prints the name, or the object as it still is.
 * `words`: asks it, and has no `--output`. `none`: there is no such thing, or it stays on this side of the API server.
 */
type Foresees = "object" | "name" | "words" | "none";

const foreseen: Readonly<Record<string, Foresees>> = {
  scale: "name",
  "rollout restart": "none",
  "rollout undo": "name",
  "rollout pause": "none",
  "rollout resume": "none",
  cordon: "words",
  uncordon: "words",
  drain: "words",
  delete: "name",
  label: "object",
  annotate: "object",
  taint: "object",
  "set image": "object",
  "set env": "object",
  "set resources": "object",
  patch: "object",
  autoscale: "object",
  apply: "object",
  create: "object",
  replace: "object",
};

const foreseenBy = ({ verb }: Pick<ChangeRequest, "verb">): Foresees => foreseen[verb] ?? "none";

/** The change as a question; null where its verb offers none. A budget that lets no pod go is not waited for. */
export function dryRunArgv(request: ChangeRequest): readonly string[] | null {
  const asked = [...request.argv, "--dry-run=server", waitsAtMost];
  switch (foreseenBy(request)) {
    case "object":
      return [...asked, outputOf(request)];
    case "name":
      return [...asked, "--output=name"];
    case "words":
      return request.verb === "drain" ? [...asked, "--timeout=20s"] : asked;
    case "none":
      return null;
  }
}

// The earlier states of a workload, as `kubectl rollout history` prints them: what `rollout undo` brings back.

const wanted = (request: ChangeRequest): string => flagOf(request, "to-revision") ?? "0";

/** One revision, or all of them where the one before the last is meant: they come in their order. */
const revisionsArgv = (request: ChangeRequest, object: NamedObjects): readonly string[] => [
  ...["kubectl", "rollout", "history", ...placeOf(object)],
  ...(wanted(request) === "0" ? [] : [`--revision=${wanted(request)}`]),
  ...["--output=json", waitsAtMost],
];

/** Null where it cannot be told: then kubectl, asked for a dry run, says why. */
function revisionIn(request: ChangeRequest, { exitCode, output }: Chunk): Fields | null {
  const revisions = exitCode === 0 ? (objectsIn(request, output) ?? []) : [];
  return revisions.at(wanted(request) === "0" ? -2 : -1) ?? null;
}

/** `said`: by the API server, by what guards it or by the tool; in their own words, not masked. */
type WhyNoLook =
  | Readonly<{ is: "notFound"; names: readonly string[] }>
  | Readonly<{ is: "refused"; said: string }>
  | Readonly<{ is: "cut" }>
  | Readonly<{ is: "unreadable" }>;

/** `mayNot`: Kubernetes does not let whoever asked do it. */
export type Look =
  | Readonly<{ ok: true; objects: readonly Touched[]; preview: Proposal["preview"]; mayNot?: true }>
  | Readonly<{ ok: false; why: WhyNoLook }>;

/** What a run command prints at most. */
const outputLimit = 512 * 1024;
const longestSaid = 2_000;

const objectArgv = (request: ChangeRequest, object: NamedObjects): readonly string[] => [
  ...["kubectl", "get", ...placeOf(object), "--ignore-not-found", outputOf(request), waitsAtMost],
];

/** Whether Kubernetes lets whoever asks do each part of it: not every verb has a dry run that would say so. */
const rightsCommands = ({ writes }: ChangeRequest): readonly Marked[] =>
  writes.flatMap(({ verb, resource, scope, names }, part) => {
    const [type = "", inner] = resource.split("/");
    const where = [
      ...(inner === undefined ? [] : [`--subresource=${inner}`]),
      ...(scope.kind === "namespace" ? [`--namespace=${scope.name}`] : []),
    ];
    return (names.length === 0 ? [type] : names.map((name) => `${type}/${name}`)).map((what, at) => ({
      id: `may-${part}-${at}`,
      command: withErrors(["kubectl", "auth", "can-i", verb, what, ...where, waitsAtMost]),
    }));
  });

/** It says so in its last line; what it says otherwise is no no. */
const isNo = ({ exitCode, output }: Chunk): boolean =>
  exitCode === 1 && /^no\b/.test(output.trimEnd().split("\n").at(-1) ?? "");

/** The version first: who changes the object after that is found out when the change is to be made. */
function commandsOf(request: ChangeRequest, asksRights: boolean): readonly Marked[] {
  const reads = namedObjects(request).flatMap((object, index): Marked[] => [
    { id: `version-${index}`, command: versionCommand(request, object) },
    { id: `object-${index}`, command: withErrors(objectArgv(request, object)) },
    ...(request.verb === "rollout undo"
      ? [{ id: `revisions-${index}`, command: withErrors(revisionsArgv(request, object)) }]
      : []),
  ]);
  const asked = dryRunArgv(request);
  return [
    ...reads,
    ...(asksRights ? rightsCommands(request) : []),
    ...(asked === null ? [] : [{ id: "change", command: withErrors(asked) }]),
  ];
}

/**
 * `asksRights`: where they may not do it, somebody else could. Throws for a nonce that could be guessed, and for more objects
 * than `mostObjects`: nobody may ask for those.
 */
export function lookLine(request: ChangeRequest, nonce: string, asksRights = false): string {
  if (namedObjects(request).length > mostObjects) throw new Error("Too many objects for one change.");
  return markedLine(commandsOf(request, asksRights), nonce);
}

const because = (why: WhyNoLook): Look => ({ ok: false, why });

/** Total, and linear in what was printed. What is not there whole was not seen. */
export function readLook(request: ChangeRequest, nonce: string, output: string, asksRights = false): Look {
  if (output.length > outputLimit) return because({ is: "cut" });
  const chunks = chunksIn(output, nonce);
  if (chunks.size === 0) return because({ is: "unreadable" });
  if (!commandsOf(request, asksRights).every(({ id }) => chunks.has(id))) return because({ is: "cut" });
  const found = namedObjects(request).map((object, index) => foundIn(request, object, index, chunks));
  const unread = whyUnread(request, found);
  if (unread === null && asksRights && mayNot(request, chunks)) return seenByReading(request, found);
  return unread ?? refusal(chunks.get("change")) ?? seen(request, found, chunks.get("change"));
}

const mayNot = (request: ChangeRequest, chunks: ReadonlyMap<string, Chunk>): boolean =>
  rightsCommands(request).some(({ id }) => isNo(chunks.get(id) ?? nothing));

/** The dry run of whoever may not do it says nothing but that: what comes of it, the objects themselves have to tell. */
function seenByReading(request: ChangeRequest, found: readonly Found[]): Look {
  if (foreseenBy(request) === "object") return because({ is: "unreadable" });
  const look = seen(request, found, undefined);
  return look.ok ? { ...look, mayNot: true } : look;
}

/** `object`: null where it is not there; undefined: it could not be read. */
type Found = Readonly<{
  named: NamedObjects;
  version: string | null | undefined;
  object: Fields | null | undefined;
  said: Chunk;
  undone: Fields | null;
}>;

const nothing: Chunk = { exitCode: 1, output: "" };

function foundIn(
  request: ChangeRequest,
  named: NamedObjects,
  index: number,
  chunks: ReadonlyMap<string, Chunk>,
): Found {
  const { exitCode, output } = chunks.get(`version-${index}`) ?? nothing;
  const said = chunks.get(`object-${index}`) ?? nothing;
  return {
    named,
    version: exitCode === 0 ? readVersion(output) : undefined,
    object: objectIn(request, said),
    said,
    undone: revisionIn(request, chunks.get(`revisions-${index}`) ?? nothing),
  };
}

function objectIn(request: ChangeRequest, { exitCode, output }: Chunk): Fields | null | undefined {
  if (exitCode !== 0) return undefined;
  const objects = objectsIn(request, output);
  return objects === null || objects.length > 1 ? undefined : (objects[0] ?? null);
}

const toolSaid = ({ output }: Chunk): string => withoutAsides(output).join("\n").trim().slice(0, longestSaid);

/** The tool ended with an error: what it said, or that it said nothing. */
function refusal(chunk: Chunk | undefined): Look | null {
  if (chunk === undefined || chunk.exitCode === 0) return null;
  const said = toolSaid(chunk);
  return because(said === "" ? { is: "unreadable" } : { is: "refused", said });
}

const isMissing = ({ version, object, named: { isMade, mayBeMade } }: Found): boolean =>
  isMade !== true && mayBeMade !== true && version === null && object === null;

function whyUnread(request: ChangeRequest, found: readonly Found[]): Look | null {
  const refused = found.find(({ said }) => said.exitCode !== 0);
  if (refused !== undefined) return refusal(refused.said);
  // An object that comes or goes between the two reads, too.
  if (found.some(({ version, object }) => version === undefined || object === undefined))
    return because({ is: "unreadable" });
  if (found.some(({ version, object }) => (version === null) !== (object === null)))
    return because({ is: "unreadable" });
  const missing = found.filter(isMissing);
  return missing.length === 0 || flagOf(request, "ignore-not-found") === "true"
    ? null
    : because({ is: "notFound", names: missing.map(({ named: { name } }) => name) });
}

function seen(request: ChangeRequest, found: readonly Found[], asked: Chunk | undefined): Look {
  const after = foreseenBy(request) === "object" ? objectsIn(request, asked?.output ?? "") : [];
  if (after === null) return because({ is: "unreadable" });
  const objects = found.map((each) => touched(request, each, after, asked));
  return objects.every((each) => each !== null)
    ? { ok: true, objects, preview: asked === undefined ? "none" : "server" }
    : because({ is: "unreadable" });
}

/** Null where the dry run says nothing of it, or what comes back could not be read. */
function touched(
  request: ChangeRequest,
  { named, version, object, undone }: Found,
  printed: readonly Fields[],
  asked: Chunk | undefined,
): Touched | null {
  const changed = changesOf(request, { named, object: object ?? null, undone }, printed);
  if (changed === null) return null;
  const { type, name, namespace } = named;
  const pods =
    request.verb === "drain"
      ? evictedFrom(name, asked?.output ?? "")
      : object
        ? podsEnding(request, named, object, changed)
        : 0;
  const isLosing = object ? losesVolumes(request, object, changed) : false;
  return {
    ...{ type, name, namespace, version: version ?? null, does: doesOf(request, named, object === null) },
    ...(pods > 0 && { pods }),
    ...changed,
    ...(isLosing && { risks: [...new Set<ChangeRisk>([...(changed.risks ?? []), "deletesVolume"])] }),
  };
}

function changesOf(
  request: ChangeRequest,
  { named, object, undone }: Readonly<{ named: NamedObjects; object: Fields | null; undone: Fields | null }>,
  printed: readonly Fields[],
): FieldChanges | null {
  if (request.verb === "rollout undo" && object !== null && undone === null) return null;
  if (foreseenBy(request) !== "object")
    return object === null ? { fields: [] } : foreseenFields(request, named, object, undone);
  if (request.verb === "autoscale" && named.isMade !== true) return { fields: [] };
  const before = named.isMade === true ? null : object;
  const after = printed.find((each) => nameOf(each) === named.name && isOfType(each, before, named));
  // Written by hand it says what the next apply takes away; and not every type that a cluster adds keeps its status apart.
  const leftOut = { applied: request.verb === "apply", status: !isCustom(named.type) };
  if (after !== undefined) return fieldChanges(before, after, leftOut);
  // What it finds as it should be, `kubectl set` passes over without a word.
  return request.verb.startsWith("set ") ? { fields: [] } : null;
}

const nameOf = (object: Fields): unknown => at(object, "metadata.name");

const groupOf = ({ apiVersion }: Fields): string => /^(.*)\//.exec(String(apiVersion))?.[1] ?? "";

/** Objects of several types may share a name. Of one that is not there yet the type's own name tells; a row says neither. */
function isOfType(one: Fields, before: Fields | null, { type }: NamedObjects): boolean {
  if (before !== null) return one.kind === before.kind && groupOf(one) === groupOf(before);
  return typeof one.kind !== "string" || (findResource(one.kind)?.name ?? type) === type;
}

/** kubectl drains one node after the other, and says so at the end of each. */
function evictedFrom(node: string, output: string): number {
  let pods = 0;
  for (const line of output.split("\n")) {
    if (/^(?:evicting|deleting) pod \S+ \(server dry run\)$/.test(line)) pods += 1;
    const drained = /^node\/(\S+) drained/.exec(line)?.[1];
    if (drained === node) return pods;
    if (drained !== undefined) pods = 0;
  }
  return 0;
}
