// The one door from what the product says to how it looks in Teams.
import type { Answer, Unmasked } from "../core/chat/answer.ts";
import type { ModeInForce } from "../core/mode/mode.ts";
import { presentAuditHead } from "./audit-head.ts";
import { presentAzureDenied } from "./azure-denied.ts";
import { presentCanI } from "./can-i.ts";
import { presentClosed } from "./closed.ts";
import { presentClusterNeeded } from "./cluster-needed.ts";
import { presentClusterUnknown } from "./cluster-unknown.ts";
import { presentClusters } from "./clusters.ts";
import { presentDenied } from "./denied.ts";
import { presentFailure } from "./failure.ts";
import { fitCard } from "./fit-card.ts";
import { presentForgetMe, presentForgotten } from "./forget-me.ts";
import { presentHelp } from "./help.ts";
import { presentIncident } from "./incident.ts";
import type { Messages } from "./messages/messages.ts";
import { modeLine, presentMode } from "./mode.ts";
import { presentNotUnderstood } from "./not-understood.ts";
import { presentPickCluster } from "./pick-cluster.ts";
import type { Presented } from "./presented.ts";
import { presentNoted, presentPressRefused } from "./press-refused.ts";
import { presentRefused } from "./refused.ts";
import { presentRun } from "./run.ts";
import { presentSentPrivately } from "./sent-privately.ts";
import { presentShort } from "./short.ts";
import { presentSignInElsewhere } from "./sign-in-elsewhere.ts";
import { presentSignInFailed } from "./sign-in-failed.ts";
import { presentSignedIn } from "./signed-in.ts";
import { presentSignedOut } from "./signed-out.ts";
import { presentStatus } from "./status.ts";
import { clip, plain, sentence, spoken } from "./text.ts";
import { presentUnmasked } from "./unmasked.ts";
import { presentWatch, presentWatchElsewhere, presentWatches } from "./watch.ts";
import { presentWhichCluster } from "./which-cluster.ts";
import { presentWhoAmI } from "./who-am-i.ts";

/** Whether the card of this answer says which mode is in force, where that is not `full`. */
export const showsMode = ({ kind }: Answer | Unmasked): boolean =>
  kind === "run" || kind === "canI" || kind === "help" || kind === "status";

/**
 * The card of an answer. Pure: the same answer, texts and mode always give the same card, never above the budget.
 * `mode` is for answers that show it; null is one that could not be read.
 */
export function present(answer: Answer | Unmasked, messages: Messages, mode?: ModeInForce | null): Presented {
  const whole = withFirstLine(presentKind(answer, messages), rememberedLine(answer, messages));
  const { card, summary } = mode === undefined ? whole : withLastLine(whole, modeLine(mode, messages));
  const { tooBig } = messages;
  const fitted = fitCard(card, {
    shortened: ({ entries, characters }) => plain(tooBig.shortened(entries, characters)),
    command: (characters) => plain(tooBig.command(characters)),
  });
  return fitted === null ? presentShort(answer, messages) : { card: fitted, summary };
}

/** Nobody named the cluster: which one it is stands before everything else. */
function rememberedLine(answer: Answer | Unmasked, messages: Messages): string {
  if (answer.kind === "unmasked") return "";
  const ofRun = "run" in answer && answer.run.cluster.remembered ? answer.run.cluster.name : undefined;
  const name = ofRun ?? answer.remembered;
  return name === undefined ? "" : messages.remembered(clip(name, 100));
}

const lineOf = (text: string) => ({ type: "TextBlock", text: plain(text), wrap: true });

/** The elements that a template does not bring, since they may stand above and below any card. */
export function withLastLine({ card, summary }: Presented, line: string): Presented {
  const { body }: { body?: unknown } = card;
  if (line === "" || !Array.isArray(body)) return { card, summary };
  return { card: { ...card, body: [...body, lineOf(line)] }, summary };
}

function withFirstLine(presented: Presented, line: string): Presented {
  const { body, speak, fallbackText }: { body?: unknown; speak?: unknown; fallbackText?: unknown } =
    presented.card;
  if (line === "" || !Array.isArray(body)) return presented;
  const first = {
    body: [lineOf(line), ...body],
    speak: `${spoken(line)} ${speak}`,
    fallbackText: `${plain(line)} ${fallbackText}`,
  };
  return { card: { ...presented.card, ...first }, summary: `${sentence(line)} ${presented.summary}` };
}

function presentKind(answer: Answer | Unmasked, messages: Messages): Presented {
  switch (answer.kind) {
    case "help":
      return presentHelp(answer, messages);
    case "clusters":
      return presentClusters(answer, messages);
    case "pickCluster":
      return presentPickCluster(answer, messages);
    case "whichCluster":
      return presentWhichCluster(answer, messages);
    case "clusterUnknown":
      return presentClusterUnknown(answer, messages);
    case "clusterNeeded":
      return presentClusterNeeded(answer, messages);
    case "run":
      return presentRun(answer.run, answer.page, messages);
    case "sentPrivately":
      return presentSentPrivately(answer, messages);
    case "denied":
      return presentDenied(answer, messages);
    case "azureDenied":
      return presentAzureDenied(answer, messages);
    case "refused":
      return presentRefused(answer, messages);
    case "notUnderstood":
      return presentNotUnderstood(answer, messages);
    case "status":
      return presentStatus(answer, messages);
    case "whoAmI":
      return presentWhoAmI(answer, messages);
    case "canI":
      return presentCanI(answer, messages);
    case "watch":
      return presentWatch(answer, messages);
    case "watches":
      return presentWatches(answer, messages);
    case "watchElsewhere":
      return presentWatchElsewhere(answer, messages);
    case "incident":
      return presentIncident(answer.incident, messages);
    case "signInElsewhere":
      return presentSignInElsewhere(answer, messages);
    case "signInFailed":
      return presentSignInFailed(answer, messages);
    case "signedIn":
      return presentSignedIn(answer, messages);
    case "signedOut":
      return presentSignedOut(messages);
    case "closed":
      return presentClosed(answer, messages);
    case "mode":
      return presentMode(answer, messages);
    case "auditHead":
      return presentAuditHead(answer, messages);
    case "forgetMe":
      return presentForgetMe(answer, messages);
    case "forgotten":
      return presentForgotten(answer, messages);
    case "noted":
      return presentNoted(answer, messages);
    case "pressRefused":
      return presentPressRefused(answer, messages);
    case "unmasked":
      return presentUnmasked(answer, messages);
    case "failure":
      return presentFailure(answer, messages);
  }
}
