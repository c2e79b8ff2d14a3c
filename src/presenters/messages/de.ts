// Everything the product says in German: the files of the folder `en`, in the folder `de`.
import "./de/formats.ts";
import { german } from "./catalogue.ts";
import { alertReasonTexts } from "./de/alert-reasons.ts";
import { allowedTexts } from "./de/allowed.ts";
import { approvalTexts } from "./de/approval.ts";
import { calledTexts } from "./de/called.ts";
import { changeObjectTexts } from "./de/change-objects.ts";
import { changeRiskTexts } from "./de/change-risks.ts";
import { changeStateTexts } from "./de/change-states.ts";
import { changeTexts } from "./de/changes.ts";
import { cliAnswers } from "./de/cli-answers.ts";
import { clientTestTexts } from "./de/client-test.ts";
import { clusterTexts } from "./de/clusters.ts";
import { commandTexts } from "./de/command.ts";
import { denialTexts } from "./de/denials.ts";
import { diagnosisTexts } from "./de/diagnosis.ts";
import { everyCard } from "./de/every-card.ts";
import { evidenceTexts } from "./de/evidence.ts";
import { failureTexts } from "./de/failures.ts";
import { fileTexts } from "./de/files.ts";
import { findingTexts } from "./de/findings.ts";
import { fixAskTexts } from "./de/fix-ask.ts";
import { fixRunTexts } from "./de/fix-run.ts";
import { fixTexts } from "./de/fixes.ts";
import { forgetMeTexts } from "./de/forget-me.ts";
import { helpTexts } from "./de/help.ts";
import { insideTexts } from "./de/inside.ts";
import { misreadTexts } from "./de/misread.ts";
import { noteTexts } from "./de/notes.ts";
import { operationTexts } from "./de/operations.ts";
import { refusalTexts } from "./de/refusals.ts";
import { signInFailureTexts } from "./de/refused-sign-in.ts";
import { rightsTexts } from "./de/rights.ts";
import { runTexts } from "./de/runs.ts";
import { sentFileTexts } from "./de/sent-file.ts";
import { signInTexts } from "./de/sign-in.ts";
import { sinceTexts } from "./de/since.ts";
import { states } from "./de/states.ts";
import { stepTexts } from "./de/steps.ts";
import { summaryTexts } from "./de/summary.ts";
import { tableTexts } from "./de/tables.ts";
import { times } from "./de/times.ts";
import { toldTexts } from "./de/told.ts";
import { undecidedTexts } from "./de/undecided.ts";
import { unreadTexts } from "./de/unread.ts";
import { waitingTexts } from "./de/waiting.ts";
import { wayTexts } from "./de/ways.ts";
import { wayInTexts } from "./de/ways-in.ts";
import { fixEffectTexts } from "./de/what-it-does.ts";
import { whoAgreesTexts } from "./de/who-agrees.ts";
import { headed, labelled, sentences } from "./de/words.ts";
import type { en } from "./en.ts";

export const de: typeof en = {
  ...states,
  ...everyCard,
  ...helpTexts,
  ...clusterTexts,
  ...runTexts,
  ...waitingTexts,
  ...diagnosisTexts,
  ...clientTestTexts,
  ...fixAskTexts,
  ...fixRunTexts,
  ...approvalTexts,
  ...changeObjectTexts,
  ...changeRiskTexts,
  ...changeStateTexts,
  ...wayTexts,
  ...allowedTexts,
  cli: cliAnswers,
  ...wayInTexts,
  ...commandTexts,
  ...tableTexts,
  ...rightsTexts,
  ...german.texts.alerts,
  ...alertReasonTexts,
  ...signInTexts,
  ...operationTexts,
  ...forgetMeTexts,
  ...fileTexts,
  ...sentFileTexts,
  ...refusalTexts,
  ...denialTexts,
  ...signInFailureTexts,
  ...findingTexts,
  ...insideTexts,
  ...summaryTexts,
  ...changeTexts,
  ...sinceTexts,
  ...evidenceTexts,
  ...fixEffectTexts,
  ...fixTexts,
  ...failureTexts,
  ...noteTexts,
  ...misreadTexts,
  ...toldTexts,
  times,
  sentences,
  labelled,
  headed,
  ...unreadTexts,
  ...calledTexts,
  ...stepTexts,
  ...undecidedTexts,
  ...whoAgreesTexts,
};
