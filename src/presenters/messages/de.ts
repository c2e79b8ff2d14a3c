// Everything the product says in German: the files of the folder `en`, in the folder `de`.
import { german } from "./catalogue.ts";
import { alertReasonTexts } from "./de/alert-reasons.ts";
import { allowedTexts } from "./de/allowed.ts";
import { approvalTexts } from "./de/approval.ts";
import { changeObjectTexts } from "./de/change-objects.ts";
import { changeRiskTexts } from "./de/change-risks.ts";
import { changeStateTexts } from "./de/change-states.ts";
import { cliAnswers } from "./de/cli-answers.ts";
import { clientTestTexts } from "./de/client-test.ts";
import { clusterTexts } from "./de/clusters.ts";
import { commandTexts } from "./de/command.ts";
import { denialTexts } from "./de/denials.ts";
import { diagnosisTexts } from "./de/diagnosis.ts";
import { everyCard } from "./de/every-card.ts";
import { failureTexts } from "./de/failures.ts";
import { fileTexts } from "./de/files.ts";
import { findingTexts } from "./de/findings.ts";
import { fixAskTexts } from "./de/fix-ask.ts";
import { fixRunTexts } from "./de/fix-run.ts";
import { fixTexts } from "./de/fixes.ts";
import { forgetMeTexts } from "./de/forget-me.ts";
import { helpTexts } from "./de/help.ts";
import { misreadTexts } from "./de/misread.ts";
import { noteTexts } from "./de/notes.ts";
import { operationTexts } from "./de/operations.ts";
import { refusalTexts } from "./de/refusals.ts";
import { rightsTexts } from "./de/rights.ts";
import { runTexts } from "./de/runs.ts";
import { sentFileTexts } from "./de/sent-file.ts";
import { signInTexts } from "./de/sign-in.ts";
import { sinceTexts } from "./de/since.ts";
import { states } from "./de/states.ts";
import { summaryTexts } from "./de/summary.ts";
import { tableTexts } from "./de/tables.ts";
import { times } from "./de/times.ts";
import { toldTexts } from "./de/told.ts";
import { undecidedTexts } from "./de/undecided.ts";
import { waitingTexts } from "./de/waiting.ts";
import { wayTexts } from "./de/ways.ts";
import { wayInTexts } from "./de/ways-in.ts";
import { fixEffectTexts } from "./de/what-it-does.ts";
import { whoAgreesTexts } from "./de/who-agrees.ts";
import { headed, labelled, sentences } from "./de/words.ts";
import type { en } from "./en.ts";
import { insideSpeech } from "./speech/inside.ts";

const { sayCalled, inGroup, sayComponent, sayUnread, sayStep, sayChange, sayEvidence, saySignIn } =
  german.speech;

export const de: typeof en = {
  sayCalled,
  inGroup,
  sayComponent,
  sayUnread,
  sayStep,
  sayChange,
  sayEvidence,
  saySignIn,
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
  ...findingTexts,
  ...insideSpeech(german.texts),
  ...summaryTexts,
  ...sinceTexts,
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
  ...undecidedTexts,
  ...whoAgreesTexts,
};
