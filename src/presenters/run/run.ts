// A run in any state: the card that its message shows now.
import { isAgreedOn, isOfAgreement } from "../../core/change/agreed-task.ts";
import { commandText } from "../../core/command/grammar/command-request.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Run, RunStateName } from "../../core/run/run.ts";
import { withoutIds } from "../../core/snapshot/resource-id.ts";
import { actionButton, askAgain, type Button, signIn } from "../card/button.ts";
import { presentNotice, type Style, sayFailure } from "../card/notice.ts";
import { type Presented, refreshedRun } from "../card/presented.ts";
import { presentProgress } from "../card/progress.ts";
import { isRepeatable, runFooter } from "../card/run-texts.ts";
import { resourceLabel } from "../card/scope.ts";
import { presentEndedChange } from "../change/change-ended.ts";
import { type ChangeProblem, changeProblem, presentOpenChange } from "../change/change-open.ts";
import { failureFor, type Viewer } from "../change/change-parts.ts";
import { presentCommandResult } from "../command/command-table.ts";
import { grantPart } from "../conversation/azure-denied.ts";
import { needsSignIn } from "../conversation/sign-in.ts";
import { presentAccess } from "../diagnosis/access-paths.ts";
import { presentDiagnosis } from "../diagnosis/diagnosis.ts";
import { sayDiagnosis } from "../diagnosis/localize-diagnosis.ts";
import type { Messages } from "../messages/messages.ts";

// What others agree on in any state, for everybody in the thread or for one person by their own press.

/** The card of the thread: it holds no verb that changes a state. */
const presentChange = (run: Run, messages: Messages): Presented => presentFor(run, "everybody", messages);

export const presentReview = (
  { run, as }: Extract<Answer, { kind: "review" }>,
  messages: Messages,
): Presented => presentFor(run, as, messages);

function presentFor(run: Run, viewer: Viewer, messages: Messages): Presented {
  if (!isOfAgreement(run)) throw new Error(`Nobody agrees on ${run.id}`);
  const { status } = run;
  switch (status.state) {
    case "queued":
    case "running":
      return presentProgress(run, messages);
    case "pendingApproval":
    case "approved":
    case "applying": {
      const card = presentOpenChange(run, status, viewer, messages);
      return viewer === "everybody" ? refreshedRun(card, run) : card;
    }
    case "succeeded":
    case "rejected":
    case "withdrawn":
    case "expired":
      return presentEndedChange(run, status, viewer, messages);
    case "failed":
    case "denied":
    case "timedOut":
    case "lost":
      return presentRunProblem(run, failureFor(viewer, run, status.failure), messages);
  }
}

// A run that did not end well: what happened, what was and was not done, what to do.

const STYLES: Readonly<Record<RunStateName, Style>> = {
  queued: "default",
  running: "default",
  succeeded: "emphasis",
  failed: "attention",
  denied: "warning",
  timedOut: "warning",
  lost: "warning",
  pendingApproval: "warning",
  approved: "emphasis",
  applying: "emphasis",
  rejected: "warning",
  withdrawn: "emphasis",
  expired: "emphasis",
};

/** Failures that another question settles: a second try would end the same way. */
const SETTLED_BY: ReadonlyMap<string, "diagnose" | "access"> = new Map([
  ["clusterStopped", "diagnose"],
  ["commandNotRun", "diagnose"],
  ["commandGone", "diagnose"],
  ["KubernetesPerformanceError", "diagnose"],
  ["KubernetesOperationError", "diagnose"],
  ["runCommandDisabled", "access"],
]);

/** The next thing to press; nothing where a second try could change the cluster twice. */
function nextButtons(run: Run, failure: RunFailure, messages: Messages): readonly Button[] {
  if (needsSignIn(failure.code)) return [signIn(messages)];
  const verb = SETTLED_BY.get(failure.code);
  if (verb !== undefined) {
    const title = verb === "diagnose" ? messages.buttons.diagnose : messages.buttons.ways;
    return [actionButton(title, { verb, cluster: run.cluster.id })];
  }
  if (run.status.state === "denied" || !isRepeatable(run)) return [];
  if (run.task.kind === "command")
    return [actionButton(messages.buttons.runAgain, { verb: "run.again", run: run.id })];
  // Of a fix, what is so now, and what mends it.
  const kind = run.task.kind === "access" ? "access" : "diagnose";
  return run.task.kind === "change" ? [] : [askAgain(messages.buttons.checkAgain, kind, run)];
}

/** What the first sentence does not say. */
function missingFacts(needs: RunFailure["needs"], happened: string, { runProblem: texts, scopes }: Messages) {
  if (needs === undefined || happened.includes(needs.action)) return [];
  return [
    { title: texts.action, value: needs.action },
    { title: texts.scope, value: resourceLabel(needs.scope, { scopes }) },
  ];
}

/** A fix may take several, of which Azure's refusal names the first that it missed. */
function roleSaid({ task }: Run, needs: RunFailure["needs"], messages: Messages): string {
  const roles = task.kind === "fix" ? task.fix.roles : [];
  if (needs?.role === undefined) return "";
  return roles.length > 0 ? messages.sayRoles(roles) : needs.role;
}

/** How an owner would give what is missing, where a role does. */
const grantOf = ({ requester, cluster }: Run, needs: RunFailure["needs"], messages: Messages) =>
  needs?.role === undefined
    ? {}
    : grantPart(requester, { role: needs.role, scope: needs.scope, cluster: cluster.name }, messages);

function presentRunProblem(run: Run, failure: RunFailure, messages: Messages): Presented {
  const texts = messages.runProblem;
  const { needs } = failure;
  const said = sayFailure(failure, messages);
  const change: Partial<ChangeProblem> = isOfAgreement(run) ? changeProblem(run, failure, messages) : {};
  const { codes = [], paragraphs = [] } = grantOf(run, needs, messages);
  const challenge = challengeIn(failure, messages);
  return presentNotice(messages, {
    style: STYLES[run.status.state],
    title:
      change.title ?? texts.title({ state: messages.runState[run.status.state], cluster: run.cluster.name }),
    subtitle: withoutIds(said.happened),
    ...("request" in run.task ? { asked: commandText(run.task.request) } : {}),
    paragraphs: [...(change.asked ?? []), ...paragraphs],
    facts: [
      { title: texts.done, value: change.done ?? said.done },
      ...(change.facts ?? []),
      { title: texts.next, value: challenge?.next ?? change.instead?.next ?? said.next },
      ...missingFacts(needs, said.happened, messages),
      { title: texts.role, value: roleSaid(run, needs, messages) },
    ],
    codes: [...codes, ...(change.codes ?? [])],
    ...(challenge === null
      ? { buttons: change.instead?.buttons ?? nextButtons(run, failure, messages) }
      : { links: challenge.links }),
    footer: runFooter(run, messages),
  });
}

/** What Conditional Access asks for can be shown on a page, where there is one. */
function challengeIn({ happened }: RunFailure, { signInFailed, buttons }: Messages) {
  if (happened.is !== "signIn" || happened.failure.answerAt === undefined) return null;
  const { answerAt, resource = "arm" } = happened.failure;
  return {
    next: signInFailed.challenged({ api: signInFailed.apis[resource] }),
    links: [{ title: buttons.answerChallenge, url: answerAt }],
  };
}

type Succeeded = Extract<Run["status"], { state: "succeeded" }>;

const outputGone: RunFailure = { code: "outputGone", happened: { is: "resultGone" }, done: "ran" };

/** A result that is no longer kept is said so, not shown as an empty success. */
function presentSucceeded(run: Run, status: Succeeded, page: number | null, messages: Messages): Presented {
  const { task } = run;
  const { result, diagnosis } = status;
  if (isAgreedOn(task)) return presentChange(run, messages);
  if (task.kind === "command" && result !== null)
    return presentCommandResult({ run, task, result }, page, messages);
  if (task.kind === "diagnose" && diagnosis !== null)
    return presentDiagnosis(run, sayDiagnosis(diagnosis, messages), messages);
  if (task.kind === "access" && diagnosis !== null)
    return presentAccess(run, sayDiagnosis(diagnosis, messages), messages);
  return presentRunProblem(run, outputGone, messages);
}

export function presentRun(run: Run, page: number | null, messages: Messages): Presented {
  const { status } = run;
  switch (status.state) {
    case "running":
      // The way is known, and what stands inside is not yet.
      return status.diagnosis === undefined
        ? presentProgress(run, messages)
        : refreshedRun(presentDiagnosis(run, sayDiagnosis(status.diagnosis, messages), messages), run);
    case "queued":
      return presentProgress(run, messages);
    case "pendingApproval":
    case "approved":
    case "applying":
    case "rejected":
    case "withdrawn":
    case "expired":
      return presentChange(run, messages);
    case "succeeded":
      return presentSucceeded(run, status, page, messages);
    case "failed":
    case "denied":
    case "timedOut":
    case "lost":
      return isAgreedOn(run.task)
        ? presentChange(run, messages)
        : presentRunProblem(run, status.failure, messages);
  }
}
