// Which presenter makes the card of which kind of answer: one line a kind.
import type { Answer, Unmasked } from "../core/conversation/answer.ts";
import { presentApprovalWanted } from "./approval-wanted.ts";
import { presentAskBack } from "./ask-back.ts";
import { presentAuditHead } from "./audit-head.ts";
import { presentAzureDenied } from "./azure-denied.ts";
import { presentCanI } from "./can-i.ts";
import { presentReview } from "./change.ts";
import { presentClosed } from "./closed.ts";
import { presentClusterUnknown } from "./cluster-unknown.ts";
import { presentClusters } from "./clusters.ts";
import { presentDenied } from "./denied.ts";
import { presentEmergency } from "./emergency.ts";
import { presentFailure } from "./failure.ts";
import { presentFixAsk } from "./fix-ask.ts";
import { presentForgetMe, presentForgotten } from "./forget-me.ts";
import { presentHelp } from "./help.ts";
import { presentIncident } from "./incident.ts";
import type { Messages } from "./messages/messages.ts";
import { presentMode } from "./mode.ts";
import { presentNotUnderstood } from "./not-understood.ts";
import { presentPickCluster } from "./pick-cluster.ts";
import type { Presented } from "./presented.ts";
import { presentNoted, presentPressRefused } from "./press-refused.ts";
import { presentRefused } from "./refused.ts";
import { presentRun } from "./run.ts";
import { presentFileKept, presentFileRefused } from "./sent-file.ts";
import { presentSentPrivately } from "./sent-privately.ts";
import { presentSignInElsewhere } from "./sign-in-elsewhere.ts";
import { presentSignInFailed } from "./sign-in-failed.ts";
import { presentSignedIn } from "./signed-in.ts";
import { presentSignedOut } from "./signed-out.ts";
import { presentStatus } from "./status.ts";
import { presentTold } from "./told.ts";
import { presentUnmasked } from "./unmasked.ts";
import { presentWaiting } from "./waiting.ts";
import { presentWatch, presentWatchElsewhere, presentWatches } from "./watch.ts";
import { presentWhichCluster } from "./which-cluster.ts";
import { presentWhoAmI } from "./who-am-i.ts";

type Said = Answer | Unmasked;
type ByKind = Readonly<{ [Kind in Said["kind"]]: Extract<Said, { kind: Kind }> }>;
type Presenters = Readonly<{
  [Kind in keyof ByKind]: (answer: ByKind[Kind], messages: Messages) => Presented;
}>;

const presenters: Presenters = {
  help: presentHelp,
  clusters: presentClusters,
  pickCluster: presentPickCluster,
  whichCluster: presentWhichCluster,
  clusterUnknown: presentClusterUnknown,
  waiting: presentWaiting,
  run: ({ run, page }, messages) => presentRun(run, page, messages),
  sentPrivately: presentSentPrivately,
  denied: presentDenied,
  azureDenied: presentAzureDenied,
  refused: presentRefused,
  notUnderstood: presentNotUnderstood,
  told: presentTold,
  askBack: presentAskBack,
  status: presentStatus,
  whoAmI: presentWhoAmI,
  canI: presentCanI,
  watch: presentWatch,
  watches: presentWatches,
  watchElsewhere: presentWatchElsewhere,
  incident: ({ incident }, messages) => presentIncident(incident, messages),
  signInElsewhere: presentSignInElsewhere,
  signInFailed: presentSignInFailed,
  signedIn: presentSignedIn,
  signedOut: (_answer, messages) => presentSignedOut(messages),
  closed: presentClosed,
  mode: presentMode,
  auditHead: presentAuditHead,
  forgetMe: presentForgetMe,
  forgotten: presentForgotten,
  review: presentReview,
  approvalWanted: presentApprovalWanted,
  emergency: presentEmergency,
  fixAsk: presentFixAsk,
  fileKept: presentFileKept,
  fileRefused: presentFileRefused,
  noted: presentNoted,
  pressRefused: presentPressRefused,
  unmasked: presentUnmasked,
  failure: presentFailure,
};

export const presentKind = (answer: Said, messages: Messages): Presented =>
  presentAs(answer.kind, answer, messages);

const presentAs = <Kind extends keyof ByKind>(
  kind: Kind,
  answer: ByKind[Kind],
  messages: Messages,
): Presented => presenters[kind](answer, messages);
