// Everything that the product says in Chinese: one file a topic in the folder `zh`, which a translator reads from the
// first to the last. A value in a sentence is inserted as it is; escaping belongs to the card.

import { chinese } from "./catalogue.ts";
import type { en } from "./en.ts";
import { insideSpeech } from "./speech/inside.ts";
import { alertReasonTexts } from "./zh/alert-reasons.ts";
import { allowedTexts } from "./zh/allowed.ts";
import { approvalTexts } from "./zh/approval.ts";
import { changeObjectTexts } from "./zh/change-objects.ts";
import { changeRiskTexts } from "./zh/change-risks.ts";
import { changeStateTexts } from "./zh/change-states.ts";
import { cliAnswers } from "./zh/cli-answers.ts";
import { clientTestTexts } from "./zh/client-test.ts";
import { clusterTexts } from "./zh/clusters.ts";
import { commandTexts } from "./zh/command.ts";
import { denialTexts } from "./zh/denials.ts";
import { diagnosisTexts } from "./zh/diagnosis.ts";
import { everyCard } from "./zh/every-card.ts";
import { failureTexts } from "./zh/failures.ts";
import { fileTexts } from "./zh/files.ts";
import { findingTexts } from "./zh/findings.ts";
import { fixAskTexts } from "./zh/fix-ask.ts";
import { fixRunTexts } from "./zh/fix-run.ts";
import { fixTexts } from "./zh/fixes.ts";
import { forgetMeTexts } from "./zh/forget-me.ts";
import { helpTexts } from "./zh/help.ts";
import { misreadTexts } from "./zh/misread.ts";
import { noteTexts } from "./zh/notes.ts";
import { operationTexts } from "./zh/operations.ts";
import { refusalTexts } from "./zh/refusals.ts";
import { rightsTexts } from "./zh/rights.ts";
import { runTexts } from "./zh/runs.ts";
import { sentFileTexts } from "./zh/sent-file.ts";
import { signInTexts } from "./zh/sign-in.ts";
import { sinceTexts } from "./zh/since.ts";
import { states } from "./zh/states.ts";
import { summaryTexts } from "./zh/summary.ts";
import { tableTexts } from "./zh/tables.ts";
import { times } from "./zh/times.ts";
import { toldTexts } from "./zh/told.ts";
import { undecidedTexts } from "./zh/undecided.ts";
import { waitingTexts } from "./zh/waiting.ts";
import { wayTexts } from "./zh/ways.ts";
import { wayInTexts } from "./zh/ways-in.ts";
import { fixEffectTexts } from "./zh/what-it-does.ts";
import { whoAgreesTexts } from "./zh/who-agrees.ts";
import { headed, labelled, sentences } from "./zh/words.ts";

const { sayCalled, inGroup, sayComponent, sayUnread, sayStep, sayChange, sayEvidence, saySignIn } =
  chinese.speech;

export const zh: typeof en = {
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
  ...chinese.texts.alerts,
  ...alertReasonTexts,
  ...signInTexts,
  ...operationTexts,
  ...forgetMeTexts,
  ...fileTexts,
  ...sentFileTexts,
  ...refusalTexts,
  ...denialTexts,
  ...findingTexts,
  ...insideSpeech(chinese.texts),
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
