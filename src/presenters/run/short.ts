// The least that can be said of an answer: for a card that Teams does not take, or that could not be made.

import { commandText } from "../../core/command/grammar/command-request.ts";
import type { Answer, Unmasked } from "../../core/conversation/answer.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { hasEnded, type Run, type RunTask } from "../../core/run/run.ts";
import { lookUp } from "../../core/text/look-up.ts";
import { withoutTrailing } from "../../core/text/text.ts";
import { actionButton } from "../card/button.ts";
import { presentNotice, sayFailure } from "../card/notice.ts";
import { type Presented, refreshedIncident, refreshedRun, refreshedWaiting } from "../card/presented.ts";
import { runRequest } from "../card/run-texts.ts";
import { clip } from "../card/text.ts";
import { unnamedLine } from "../card/unnamed.ts";
import { changeEnd } from "../change/change-ended.ts";
import { failureFor } from "../change/change-parts.ts";
import { fixWord } from "../change/fix-applied.ts";
import { diagnosisTitle, sayDiagnosis } from "../diagnosis/localize-diagnosis.ts";
import { presentIncident } from "../incident/incident.ts";
import type { Messages } from "../messages/messages.ts";

/** Cut before anything else is done with it: this card is for texts that nothing else could cope with. */
const short = (text: string): string => clip(text, 200);

/** What a newer release kept may hold what nothing here can say. */
function inShort(task: RunTask, diagnosis: Diagnosis, cluster: string, messages: Messages): string {
  try {
    if (task.kind === "fix")
      return messages.runProblem.title({ state: fixWord(task, diagnosis, messages), cluster });
    const said = sayDiagnosis(diagnosis, messages);
    return messages.headed(
      diagnosisTitle(said, cluster, messages),
      withoutTrailing(short(said.summary), ".。"),
    );
  } catch {
    const word = lookUp(messages.verdict, diagnosis.verdict === "healthy" ? "reachable" : diagnosis.verdict);
    return word === undefined ? cluster : messages.diagnosis.title({ verdict: word, cluster });
  }
}

function sentenceOf(run: Run, messages: Messages): string {
  const { status, task } = run;
  const cluster = short(run.cluster.name);
  if (status.state !== "succeeded") {
    const title = messages.runProblem.title({ state: messages.runState[status.state], cluster });
    const failure = "failure" in status ? failureFor("everybody", run, status.failure) : null;
    const happened = failure === null ? "" : short(sayFailure(failure, messages).happened);
    return messages.headed(title, happened);
  }
  const { result, diagnosis } = status;
  if (diagnosis !== null) return inShort(task, diagnosis, cluster, messages);
  if (task.kind === "fix") return messages.runProblem.title({ state: messages.runState.succeeded, cluster });
  if (task.kind === "change") {
    const { state, text } = changeEnd(run, result, messages);
    return messages.headed(messages.runProblem.title({ state, cluster }), short(text));
  }
  const { exit, exitUnknown } = messages.commandResult;
  const code = result?.exitCode ?? null;
  return task.kind === "command" && code !== null
    ? exit({ exitCode: code, cluster })
    : exitUnknown({ cluster });
}

function askedPart(run: Run): Readonly<{ asked?: string }> {
  const { task } = run;
  if ("request" in task) return { asked: short(commandText(task.request)) };
  return task.kind === "fix" ? { asked: short(runRequest(run)) } : {};
}

function shortSentence(answer: Answer | Unmasked, messages: Messages): string {
  if ("run" in answer) return sentenceOf(answer.run, messages);
  return answer.kind === "incident" ? short(presentIncident(answer, messages).summary) : "";
}

/** A card of some hundred characters, whatever the answer holds: its cause or exit code, and where to ask for the rest. */
export function presentShort(answer: Answer | Unmasked, messages: Messages): Presented {
  const { title, text } = messages.short;
  const sentence = shortSentence(answer, messages);
  const card = presentNotice(messages, {
    style: "warning",
    title: sentence === "" ? title : messages.sentences([unnamedLine(answer, messages), sentence]),
    subtitle: text,
    ...("run" in answer ? askedPart(answer.run) : {}),
    buttons: [actionButton(messages.buttons.status, { verb: "status" })],
    footer: "run" in answer ? answer.run.id : "",
  });
  if (answer.kind === "incident") return refreshedIncident(card, answer.incident, false);
  if (answer.kind === "waiting") return refreshedWaiting(card, answer);
  return answer.kind === "run" && goesOn(answer.run) ? refreshedRun(card, answer.run) : card;
}

const goesOn = ({ status }: Run): boolean => !hasEnded(status.state);
