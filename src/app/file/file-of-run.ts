// What a change sends along: the very bytes that were approved, or nothing at all.
import type { ChangeTask } from "../../core/change/agreed-task.ts";
import type { Done, RunFailure } from "../../core/run/failure.ts";
import type { Run } from "../../core/run/run.ts";
import type { CommandLine } from "../ports-azure.ts";
import type { Services } from "../services.ts";
import { sha256Of } from "./file-of.ts";

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
