// What to run where the requester is, and whether it is worth asking for: only where no cause is certain, and nobody has
// shown yet that they get through.
import { isReached } from "../../core/client/client-test-result.ts";
import { testLines } from "../../core/client/test-lines.ts";
import { headlineOf, type Question, whetherDown } from "../../core/diagnosis/diagnosis.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { placeOf } from "../card/run-texts.ts";
import { plain, shellCode } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import { roughly } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import type { SaidChange, SaidDiagnosis } from "./localize-diagnosis.ts";

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

const changesIn = ({ rootCause, lately = [] }: SaidDiagnosis): readonly SaidChange[] => {
  const { changed, alsoChanged = [] } = rootCause ?? {};
  const beside = [...(changed === undefined ? [] : [changed]), ...alsoChanged];
  return beside.length > 0 ? beside : lately;
};

/** `checkedAt`: ISO time to which theirs is told, where a card shows it. */
export function changesSaid(
  diagnosis: SaidDiagnosis,
  { diagnosis: texts, times }: Messages,
  checkedAt?: string,
): readonly string[] {
  const changes = changesIn(diagnosis);
  if (changes.length === 0) return diagnosis.lately === undefined ? [] : [texts.unchanged];
  return changes.map((change) =>
    texts.changed({ ...change, ago: checkedAt === undefined ? "" : roughly(change.time, checkedAt, times) }),
  );
}

// What was asked, in the first sentence of its answer.

/** What the check of the activity log says, where no change stands beside the cause. */
const logSaid = ({ checks }: SaidDiagnosis): string =>
  checks.find(({ id }) => id === "cluster.recent-change")?.summary ?? "";

function whoChanged(diagnosis: SaidDiagnosis, checkedAt: string, messages: Messages): string {
  const { asked } = messages.diagnosis;
  const [last, ...others] = changesIn(diagnosis);
  if (last === undefined) return logSaid(diagnosis);
  const ago = roughly(last.time, checkedAt, messages.times);
  return asked.lastChange({ what: last.what, ago, more: others.length });
}

function whatHappened(diagnosis: SaidDiagnosis, checkedAt: string, messages: Messages): string {
  const { asked, unchanged } = messages.diagnosis;
  const [last] = changesIn(diagnosis);
  const none = diagnosis.lately === undefined ? asked.noChange : unchanged;
  const before =
    last === undefined
      ? none
      : asked.changeBefore({ what: last.what, ago: roughly(last.time, checkedAt, messages.times) });
  return messages.sentences([diagnosis.summary, before]);
}

/** "" where nothing was asked but to diagnose. */
export function answerSaid(
  question: Question | undefined,
  diagnosis: SaidDiagnosis,
  checkedAt: string,
  messages: Messages,
): string {
  switch (question) {
    case undefined:
      return diagnosis.pasted === undefined
        ? ""
        : messages.diagnosis.asked.pasted({ pasted: diagnosis.pasted });
    case "isDown": {
      const down = whetherDown(diagnosis);
      const about = { cluster: diagnosis.cluster.name, count: 0, ...down };
      return say<typeof about, []>(messages.diagnosis.asked.down, about);
    }
    case "whoChanged":
      return whoChanged(diagnosis, checkedAt, messages);
    case "whatHappened":
      return whatHappened(diagnosis, checkedAt, messages);
    default:
      return diagnosis.fact === undefined ? "" : messages.sayFact(diagnosis.fact);
  }
}
