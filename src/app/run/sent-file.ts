// What a change sends along: the very bytes that were approved, or nothing at all.

import { createHash } from "node:crypto";
import type { ChangeTask } from "../../core/change/agreed-task.ts";
import type { NotTaken } from "../../core/command/change/file-problem.ts";
import type { ReadFile } from "../../core/command/change/read-sent-file.ts";
import type { SentFile } from "../../core/command/change/sent-file.ts";
import { type AnyCommand, parseCommand } from "../../core/command/parse-command.ts";
import type { Done, RunFailure } from "../../core/run/failure.ts";
import type { Run } from "../../core/run/run.ts";
import type { CommandLine } from "../ports/azure.ts";
import { fileKeptMilliseconds } from "../ports/files.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

// A file that was read as what is kept of it: what is said about it, and what goes to the cluster, told by its hash.

type Read = Readonly<{ ok: true; sent: Readonly<{ file: SentFile; text: string }> }> | NotTaken;

const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** `name`: by which it is spoken of. */
export function fileOf(name: string, read: ReadFile): Read {
  if (!read.ok) return read;
  const { objects, text } = read;
  const file = { name, sha256: sha256Of(text), bytes: Buffer.byteLength(text), objects };
  return { ok: true, sent: { file, text } };
}

type OfRun = Readonly<Pick<CommandLine, "file">> | Readonly<{ failure: RunFailure }>;

/** `done`: what is so where the file is not there any more, or is another one. */
export async function fileOfRun(
  { store }: Services,
  { id }: Run,
  { request: { file } }: ChangeTask,
  done: Done,
): Promise<OfRun> {
  if (file === undefined) return {};
  const text = await store.fileOfRun(id);
  return text !== null && sha256Of(text) === file.sha256
    ? { file: { name: file.name, text } }
    : { failure: { code: "fileGone", happened: { is: "sentFileGone", name: file.name }, done } };
}

// A command that names a file is read again with what whoever typed it has sent under that name.

export async function parseWithFile(
  { store, clock }: Services,
  { userId }: ConversationContext,
  command: string,
): Promise<AnyCommand> {
  const parsed = parseCommand(command);
  if (parsed.ok || parsed.reason.is !== "fileUnknown") return parsed;
  const notBefore = new Date(clock.now().getTime() - fileKeptMilliseconds).toISOString();
  const file = await store.sentFile(userId, parsed.reason.name, notBefore);
  return file === null ? parsed : parseCommand(command, file);
}
