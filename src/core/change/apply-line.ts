// A change, made once and only where the objects are as they were when it was agreed on; and what became of them.
import type { ChangeRequest } from "../command/change/change-request.ts";
import { chunksIn, type Marked, markedLine, printLine, withErrors } from "../text/marked.ts";
import {
  fitTogether,
  guardOf,
  type NamedObjects,
  namedObjects,
  readVersion,
  versionCommand,
} from "./named-objects.ts";

/** One for each object that is named, in their order; null: it was not there. */
export type ObjectVersions = readonly (string | null)[];

export type ApplyLineResult =
  /** `exitCode`: the tool's own. `after`: null where they could not all be read afterwards. */
  | Readonly<{ is: "sent"; exitCode: number; output: string; after: ObjectVersions | null }>
  /** Somebody has changed these since, and nothing was sent. */
  | Readonly<{ is: "changedSince"; objects: readonly NamedObjects[] }>
  /** Nothing was sent, and it does not show why: an object could not be read at that moment. */
  | Readonly<{ is: "notSent" }>
  /** Whether it was sent nobody can tell from this. */
  | Readonly<{ is: "unreadable" }>;

export type Checked =
  | Readonly<{ is: "unchanged" }>
  | Readonly<{ is: "changed"; objects: readonly NamedObjects[] }>
  | Readonly<{ is: "unreadable" }>;

const sentMark = (nonce: string): string => `@@${nonce} sent apply`;

const versionReads = (request: ChangeRequest): readonly Marked[] =>
  namedObjects(request).map((object, index) => ({
    id: `version-${index}`,
    command: versionCommand(request, object),
  }));

/** Throws for a nonce that could be guessed, and for versions that are not those of these objects. */
export function applyLine(request: ChangeRequest, versions: ObjectVersions, nonce: string): string {
  if (!fitTogether(request, versions)) throw new Error("The versions are not those of these objects.");
  const guards = namedObjects(request).map((object, index) =>
    guardOf(request, object, versions[index] ?? null),
  );
  const command = [...guards, printLine(sentMark(nonce)), withErrors(request.argv)].join(" && ");
  return markedLine([{ id: "apply", command }, ...versionReads(request)], nonce);
}

export function readApply(
  request: ChangeRequest,
  versions: ObjectVersions,
  nonce: string,
  output: string,
): ApplyLineResult {
  const apply = chunksIn(output, nonce).get("apply");
  if (apply === undefined) return { is: "unreadable" };
  const now = versionsIn(request, nonce, output);
  const mark = `${sentMark(nonce)}\n`;
  if (apply.output.startsWith(mark)) {
    const after = now.every((version) => version !== undefined) ? now : null;
    return { is: "sent", exitCode: apply.exitCode, output: apply.output.slice(mark.length), after };
  }
  // A comparison that fails ends with 1 and prints nothing; all else may be what is left of more.
  if (apply.output !== "" || apply.exitCode !== 1) return { is: "unreadable" };
  const objects = changedIn(request, versions, now);
  return objects.length === 0 ? { is: "notSent" } : { is: "changedSince", objects };
}

/** Reads the versions and nothing else: for when nobody knows whether the change was made. */
export const checkLine = (request: ChangeRequest, nonce: string): string =>
  markedLine(versionReads(request), nonce);

export function readCheck(
  request: ChangeRequest,
  versions: ObjectVersions,
  nonce: string,
  output: string,
): Checked {
  const now = versionsIn(request, nonce, output);
  const objects = changedIn(request, versions, now);
  if (objects.length > 0) return { is: "changed", objects };
  return now.every((version) => version !== undefined) ? { is: "unchanged" } : { is: "unreadable" };
}

/** Undefined for each that could not be read. */
function versionsIn(
  request: ChangeRequest,
  nonce: string,
  output: string,
): readonly (string | null | undefined)[] {
  const chunks = chunksIn(output, nonce);
  return namedObjects(request).map((_, index) => {
    const chunk = chunks.get(`version-${index}`);
    return chunk?.exitCode === 0 ? readVersion(chunk.output) : undefined;
  });
}

const changedIn = (
  request: ChangeRequest,
  versions: ObjectVersions,
  now: readonly (string | null | undefined)[],
): readonly NamedObjects[] =>
  namedObjects(request).filter(
    (_, index) => now[index] !== undefined && now[index] !== (versions[index] ?? null),
  );
