// A command that names a file is read again with what whoever typed it has sent under that name.
import { type AnyCommand, parseCommand } from "../../core/command/parse-command.ts";
import { fileKeptMilliseconds } from "../ports-sent-files.ts";
import type { Asker, Services } from "../services.ts";

export async function parseWithFile(
  { store, clock }: Services,
  { userId }: Asker,
  command: string,
): Promise<AnyCommand> {
  const parsed = parseCommand(command);
  if (parsed.ok || parsed.reason.is !== "fileUnknown") return parsed;
  const notBefore = new Date(clock.now().getTime() - fileKeptMilliseconds).toISOString();
  const file = await store.sentFile(userId, parsed.reason.name, notBefore);
  return file === null ? parsed : parseCommand(command, file);
}
