// A run that did not end well: what happened, what was and was not done, what to do.

import { isOfAgreement } from "../../core/change/agreed-task.ts";
import { commandText } from "../../core/command/grammar/command-request.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Run, RunStateName } from "../../core/run/run.ts";
import { withoutIds } from "../../core/snapshot/resource-id.ts";
import { actionButton, askAgain, type Button, signIn } from "../card/button.ts";
import { sayFailure } from "../card/failure.ts";
import { presentNotice, type Style } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { isRepeatable, runFooter } from "../card/run-texts.ts";
import { resourceLabel } from "../card/scope.ts";
import { type ChangeProblem, changeProblem } from "../change/change-problem.ts";
import { grantPart } from "../conversation/azure-denied.ts";
import { needsSignIn } from "../conversation/sign-in.ts";
import type { Messages } from "../messages/messages.ts";

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

export function presentRunProblem(run: Run, failure: RunFailure, messages: Messages): Presented {
  const texts = messages.runProblem;
  const { needs } = failure;
  const said = sayFailure(failure, messages);
  const change: Partial<ChangeProblem> = isOfAgreement(run) ? changeProblem(run, failure, messages) : {};
  const { codes = [], paragraphs = [] } = grantOf(run, needs, messages);
  return presentNotice(messages, {
    style: STYLES[run.status.state],
    title: change.title ?? texts.title(messages.runState[run.status.state], run.cluster.name),
    subtitle: withoutIds(said.happened),
    ...("request" in run.task ? { asked: commandText(run.task.request) } : {}),
    paragraphs: [...(change.asked ?? []), ...paragraphs],
    facts: [
      { title: texts.done, value: change.done ?? said.done },
      ...(change.facts ?? []),
      { title: texts.next, value: change.instead?.next ?? said.next },
      ...missingFacts(needs, said.happened, messages),
      { title: texts.role, value: roleSaid(run, needs, messages) },
    ],
    codes: [...codes, ...(change.codes ?? [])],
    buttons: change.instead?.buttons ?? nextButtons(run, failure, messages),
    footer: runFooter(run, messages),
  });
}
