// A file of objects that somebody sent to be applied: what policies, approvers and the trail go by. What it holds is kept
// apart, and never in here.
import { type ChangeRisk, risksOfObject } from "./change-risks.ts";
import { typeInFile } from "./file-types.ts";

export type FileObject = Readonly<{
  /** Full plural name of its type. */
  resource: string;
  name: string;
  /** As the file says it; null where it says none, or the object lies in none. */
  namespace: string | null;
  risks: readonly ChangeRisk[];
}>;

export type SentFile = Readonly<{
  /** As it is typed behind `-f`. */
  name: string;
  /** SHA-256 in hex of what is sent to the cluster. */
  sha256: string;
  /** Of what is sent to the cluster. */
  bytes: number;
  /** Each once, in the order of the file; at least one. */
  objects: readonly FileObject[];
}>;

/** Letters that mean nothing to a shell or a path, and an ending by which kubectl knows what is in it. */
export const fileNamePattern = /^[A-Za-z0-9][\w.-]{0,99}\.(?:ya?ml|json)$/;

/** The name by which a file is spoken of; null where no such file is taken. Phones call a second copy `web (1).yaml`. */
export function fileNameOf(given: string): string | null {
  const name = given
    .trim()
    .replaceAll(/[^\w.-]+/g, "-")
    .replaceAll(/-*\.-*/g, ".")
    .replace(/^[-._]+/, "");
  return fileNamePattern.test(name) ? name : null;
}

// A file that nobody has sent yet, so that a policy can be asked about it beforehand.

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
