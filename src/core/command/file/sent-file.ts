// A file of objects that somebody sent to be applied: what policies, approvers and the trail go by. What it holds is kept
// apart, and never in here.
import type { ChangeRisk } from "../change/change-risk.ts";

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
