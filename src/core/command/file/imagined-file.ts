// A file that nobody has sent yet, so that a policy can be asked about it beforehand.
import { risksOfObject } from "../change/change-risks.ts";
import { typeInFile } from "./file-types.ts";
import type { FileObject, SentFile } from "./sent-file.ts";

/** `holds`: each as `deployment/api`. Null for what no file may hold. */
export function imaginedFile(name: string, holds: readonly string[]): SentFile | null {
  const objects = holds.flatMap(objectOf);
  return objects.length === holds.length && holds.length > 0
    ? { name, sha256: "0".repeat(64), bytes: 0, objects }
    : null;
}

function objectOf(typed: string): readonly FileObject[] {
  const [type = "", name = "", ...more] = typed.split("/");
  const resource = typeInFile(type)?.resource;
  if (resource === undefined || name === "" || more.length > 0) return [];
  return [{ resource, name, namespace: null, risks: risksOfObject(resource, "{}") }];
}
