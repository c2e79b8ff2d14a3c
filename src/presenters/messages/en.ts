// Everything that the product says, in English: one file a topic in the folder `en`, which a translator reads from the
// first to the last. A value in a sentence is inserted as it is; escaping belongs to the card.
import { english } from "./catalogue.ts";
import { alertReasonTexts } from "./en/alert-reasons.ts";
import { allowedTexts } from "./en/allowed.ts";
import { approvalTexts } from "./en/approval.ts";
import { changeObjectTexts } from "./en/change-objects.ts";
import { changeRiskTexts } from "./en/change-risks.ts";
import { changeStateTexts } from "./en/change-states.ts";
import { cliAnswers } from "./en/cli-answers.ts";
import { clientTestTexts } from "./en/client-test.ts";
import { clusterTexts } from "./en/clusters.ts";
import { commandTexts } from "./en/command.ts";
import { denialTexts } from "./en/denials.ts";
import { diagnosisTexts } from "./en/diagnosis.ts";
import { everyCard } from "./en/every-card.ts";
import { failureTexts } from "./en/failures.ts";
import { fileTexts } from "./en/files.ts";
import { findingTexts } from "./en/findings.ts";
import { fixAskTexts } from "./en/fix-ask.ts";
import { fixRunTexts } from "./en/fix-run.ts";
import { fixTexts } from "./en/fixes.ts";
import { forgetMeTexts } from "./en/forget-me.ts";
import { helpTexts } from "./en/help.ts";
import { misreadTexts } from "./en/misread.ts";
import { noteTexts } from "./en/notes.ts";
import { operationTexts } from "./en/operations.ts";
import { refusalTexts } from "./en/refusals.ts";
import { rightsTexts } from "./en/rights.ts";
import { runTexts } from "./en/runs.ts";
import { sentFileTexts } from "./en/sent-file.ts";
import { signInTexts } from "./en/sign-in.ts";
import { sinceTexts } from "./en/since.ts";
import { states } from "./en/states.ts";
import { summaryTexts } from "./en/summary.ts";
import { tableTexts } from "./en/tables.ts";
import { times } from "./en/times.ts";
import { toldTexts } from "./en/told.ts";
import { undecidedTexts } from "./en/undecided.ts";
import { waitingTexts } from "./en/waiting.ts";
import { wayTexts } from "./en/ways.ts";
import { wayInTexts } from "./en/ways-in.ts";
import { fixEffectTexts } from "./en/what-it-does.ts";
import { whoAgreesTexts } from "./en/who-agrees.ts";
import { headed, labelled, sentences } from "./en/words.ts";
import { insideSpeech } from "./speech/inside.ts";

const { sayCalled, inGroup, sayComponent, sayUnread, sayStep, sayChange, sayEvidence, saySignIn } =
  english.speech;

export const en = {
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
  ...english.texts.alerts,
  ...alertReasonTexts,
  ...signInTexts,
  ...operationTexts,
  ...forgetMeTexts,
  ...fileTexts,
  ...sentFileTexts,
  ...refusalTexts,
  ...denialTexts,
  ...findingTexts,
  ...insideSpeech(english.texts),
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
