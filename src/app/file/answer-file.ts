// A message with a file: the file is taken first; a command beside it that names the file is then answered as any other.

import { whyClosed } from "../mode.ts";
import type { AttachedFile } from "../ports-files.ts";
import type { Asker, Services } from "../services.ts";
import { tell } from "../tell.ts";
import { takeFile } from "./take-file.ts";

/** `go`: answers the text. */
export async function answerFile(
  services: Services,
  asker: Asker,
  attached: readonly AttachedFile[],
  text: string,
  go: () => Promise<void>,
): Promise<void> {
  const reason = await whyClosed(services, "command");
  if (reason !== null)
    return tell(services, asker, { kind: "closed", asked: attached[0]?.name ?? "", reason });
  const answer = await takeFile(services, asker, attached);
  const goesOn = answer.kind === "fileKept" && text.includes(answer.file.name);
  if (goesOn) return go();
  return tell(services, asker, text === "" ? answer : { ...answer, unanswered: true });
}
