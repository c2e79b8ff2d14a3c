// A change whose objects stand in a file that was sent before: the file says what it changes, and where.

import type { Flags } from "../grammar/read-flags.ts";
import { refuse } from "../grammar/refusal.ts";
import { isClusterScoped } from "../grammar/resources.ts";
import { commandOf } from "../grammar/verb-spec.ts";
import type { ParsedChange } from "./change-request.ts";
import { type ChangeSpec, refuseUnsaid } from "./change-spec.ts";
import { requestOf, type Target } from "./request-of.ts";
import { type FileObject, fileNamePattern, type SentFile } from "./sent-file.ts";

/** Its objects are those of the file, all of them. */
export function understoodFrom(
  verb: ChangeSpec,
  [word]: readonly string[],
  given: Flags,
  file: SentFile | undefined,
): ParsedChange {
  const { example } = verb;
  if (word !== undefined)
    return refuse("argument-invalid", { is: "changeOnlyFromFile", word, command: commandOf(verb), example });
  const refusal = refuseUnsaid(verb, [], given);
  if (refusal !== null) return refusal;
  const name = given.get("filename") ?? "";
  if (!fileNamePattern.test(name))
    return refuse("flag-repeated", { is: "fileOne", command: commandOf(verb), example });
  if (file?.name !== name) return refuse("file-missing", { is: "fileUnknown", name });
  const says = file.objects.find(({ namespace }) => namespace !== null)?.namespace ?? null;
  const typed = given.get("namespace");
  if (says !== null && typed !== undefined && typed !== says)
    return refuse("argument-invalid", { is: "fileElsewhere", name, says, typed });
  // kubectl would put those into its default namespace, and not beside the others.
  if (says !== null && typed === undefined && file.objects.some(isUnplaced))
    return refuse("argument-invalid", { is: "fileHalfPlaced", name, says });
  const flags = says === null ? given : new Map([...given, ["namespace", says]]);
  const request = requestOf(verb, objectsOf(file), [], flags);
  const risks = [...request.risks, ...file.objects.flatMap((object) => object.risks)];
  return { ok: true, request: { ...request, file, risks: [...new Set(risks)].toSorted() } };
}

const isUnplaced = ({ resource, namespace }: FileObject): boolean =>
  namespace === null && !isClusterScoped(resource);

function objectsOf({ objects }: SentFile): Target {
  const byType = Map.groupBy(objects, ({ resource }) => resource);
  return {
    ...{ ok: true, args: [], resources: [...byType.keys()] },
    names: objects.map(({ name }) => name),
    asked: [...byType].map(([resource, all]) => ({ resource, names: all.map(({ name }) => name) })),
  };
}
