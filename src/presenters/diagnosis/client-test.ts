// What to run where the asker is, and whether it is worth asking for: only where no cause is certain, and nobody has
// shown yet that they get through.
import { isReached } from "../../core/client/client-test-result.ts";
import { testLines } from "../../core/client/test-lines.ts";
import { headlineOf } from "../../core/diagnosis/diagnosis.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { placeOf } from "../card/run-texts.ts";
import { plain, shellCode } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";
import type { SaidDiagnosis } from "./localize-diagnosis.ts";

/** Lines to copy: what is no command stands behind a `#`. Empty where there is nothing to ask for. */
export function linesOfTest(diagnosis: SaidDiagnosis, { clientTest: texts }: Messages): readonly string[] {
  const { clientTest, rootCause, shown = [] } = diagnosis;
  const isSure = rootCause?.confidence === "certain";
  if (clientTest === undefined || isSure || isReached(shown) || headlineOf(diagnosis) === "stopped")
    return [];
  const { address, name } = clientTest;
  return [...testLines(clientTest), `# ${texts.windows({ target: address ?? name })}`];
}

export const testHead = (client: Client, messages: Messages): string =>
  messages.clientTest.head({ place: placeOf(client, messages) });

/** Folded behind a button. */
export function testPart(diagnosis: SaidDiagnosis, client: Client, messages: Messages) {
  const lines = linesOfTest(diagnosis, messages);
  if (lines.length === 0) return { tests: [] };
  const { paste, button } = messages.clientTest;
  return {
    tests: [
      {
        head: plain(testHead(client, messages)),
        paste: plain(paste),
        button,
        target: "test",
        ...shellCode(lines),
      },
    ],
  };
}

// Who changed what lately: beside the cause what may have led there, else whatever it was, and that it was nothing.

export function changesSaid(
  { rootCause, lately }: SaidDiagnosis,
  { diagnosis: texts }: Messages,
): readonly string[] {
  const { changed, alsoChanged = [] } = rootCause ?? {};
  const beside = [...(changed === undefined ? [] : [changed]), ...alsoChanged];
  const changes = beside.length > 0 ? beside : (lately ?? []);
  if (changes.length === 0) return lately === undefined ? [] : [texts.unchanged];
  return changes.map((change) => texts.changed(change));
}
