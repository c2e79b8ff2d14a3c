// A file that was read as what is kept of it: what is said about it, and what goes to the cluster, told by its hash.
import { createHash } from "node:crypto";
import type { NotTaken } from "../../core/command/file/file-problem.ts";
import type { ReadFile } from "../../core/command/file/read-sent-file.ts";
import type { SentFile } from "../../core/command/file/sent-file.ts";

type Read = Readonly<{ ok: true; sent: Readonly<{ file: SentFile; text: string }> }> | NotTaken;

export const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** `name`: by which it is spoken of. */
export function fileOf(name: string, read: ReadFile): Read {
  if (!read.ok) return read;
  const { objects, text } = read;
  const file = { name, sha256: sha256Of(text), bytes: Buffer.byteLength(text), objects };
  return { ok: true, sent: { file, text } };
}
