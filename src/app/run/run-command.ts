// One command in one cluster: checked against what Azure says beforehand, sent once, then polled to its end.

import { runCommandActions } from "../../core/authorization/action.ts";
import type { CommandResult } from "../../core/command/grammar/command-request.ts";
import { applyFilters } from "../../core/command/output-filter.ts";
import { isPodBlocked, isTransientRefusal, kindOf } from "../../core/outcome/refusal.ts";
import { redact } from "../../core/redact/redact.ts";
import {
  armFailure,
  type Done,
  isPodRefused,
  plainFailure,
  type RunFailure,
  unavailableFailure,
} from "../../core/run/failure.ts";
import type { Run, RunState, RunTask } from "../../core/run/run.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import { isAllowed } from "../../core/snapshot/rights.ts";
import type { ArmFailure } from "../../core/snapshot/section.ts";
import { quoteArgv } from "../../core/text/marked.ts";
import type { CommandLine, RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

/** First quick, for commands that take a second; then at a pace that leaves room under AKS's limit of one call a second. */
const pollMilliseconds = [500, 750, 1000, 1500, 2000, 3000, 5000] as const;
/** `az` gives up after five minutes too; the command itself goes on in the cluster. */
const giveUpAfterMilliseconds = 5 * 60_000;

export type CommandTask = Extract<RunTask, { kind: "command" }>;
export type Ended = Extract<RunState, { failure: RunFailure }>;

/**
 * Sends the command, once. The caller stores the operation id before the first poll, so that a restart finds it.
 * `whyNotNow` asks mode and policy anew: Azure was asked meanwhile, and they have the last word before anything is sent.
 */
export async function startCommand(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  task: CommandTask,
  whyNotNow: () => Promise<RunFailure | null>,
): Promise<Sent> {
  const { request, clusterAdmin } = task;
  return sendLine(services, credential, run, { line: quoteArgv(request.argv), clusterAdmin }, whyNotNow);
}

export type Sent = Readonly<{ operationId: string; correlationId?: string } | { ended: Ended }>;

/** The same with a line of ours: argvs, each of them quoted. `clusterAdmin`: as it was when the policy was asked. */
export async function sendLine(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  { clusterAdmin, ...sent }: CommandLine & Readonly<{ clusterAdmin: boolean }>,
  whyNotNow: () => Promise<RunFailure | null>,
): Promise<Sent> {
  const refused = await refusedBeforehand(services, credential, run, clusterAdmin);
  if (refused) return { ended: failed(services, refused) };
  const started = await services.transport.start(credential, run.cluster.id, sent, !clusterAdmin, whyNotNow);
  if (started.status === "withheld")
    return { ended: { ...failed(services, started.failure), state: "denied" } };
  if (started.status === "accepted") {
    const { status: _, ...taken } = started;
    return taken;
  }
  if (started.status === "refused") return { ended: failed(services, notStarted(started.failure)) };
  return { ended: lost(services, started.failure) };
}

/** Polls until the command ended, we gave up, or the result cannot be read; its output is masked. */
export async function followCommand(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  task: CommandTask,
  operationId: string,
): Promise<RunState> {
  const followed = await followRaw(services, credential, run, operationId);
  return "ended" in followed ? followed.ended : finished(services, task, followed.raw);
}

/**
 * The same with the output as the cluster gave it: secrets too, so it may go nowhere but where it is shown. `pace`:
 * milliseconds before each poll, the last of them again and again.
 */
export async function followRaw(
  services: Pick<Services, "clock" | "transport">,
  credential: RequesterCredential,
  { cluster }: Pick<Run, "cluster">,
  operationId: string,
  pace: readonly number[] = pollMilliseconds,
): Promise<Readonly<{ raw: CommandResult } | { ended: Ended }>> {
  const deadline = services.clock.now().getTime() + giveUpAfterMilliseconds;
  const left = () => deadline - services.clock.now().getTime();
  let told = 0;
  for (let attempt = 0; left() > 0; attempt += 1) {
    const own = pace[Math.min(attempt, pace.length - 1)] ?? 5000;
    await services.clock.sleep(Math.min(Math.max(own, told), left()));
    const progress = await services.transport.progress(credential, cluster.id, operationId);
    if (progress.status === "finished") return { raw: progress.result };
    if (progress.status === "failed") return { ended: failed(services, couldNotRun(progress.reason)) };
    // One poll that went unanswered says nothing about the command: the next one asks again.
    if (progress.status === "unreadable" && !isTransientRefusal(progress.failure)) {
      return { ended: failed(services, outputUnreadable(progress.failure)) };
    }
    // Asked sooner than it says, Azure refuses again.
    told = progress.status === "unreadable" ? (progress.failure.retryAfterSeconds ?? 0) * 1000 : 0;
  }
  const finishedAt = services.clock.now().toISOString();
  return { ended: { state: "timedOut", finishedAt, failure: stillRunning } };
}

async function refusedBeforehand(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  expected: boolean,
): Promise<RunFailure | null> {
  const { clusterAdmin, failure } = await beforeSending(services, credential, run);
  return clusterAdmin === null || clusterAdmin === expected ? failure : identityChanged;
}

/**
 * `clusterAdmin`: without Entra a command has all power; null where Azure does not say. `failure`: why none would run.
 */
type Beforehand = Readonly<
  { clusterAdmin: boolean; failure: null } | { clusterAdmin: boolean | null; failure: RunFailure }
>;

/** What Azure says before anything is sent. */
export async function beforeSending(
  { reader }: Pick<Services, "reader">,
  credential: RequesterCredential,
  { cluster }: Pick<Run, "cluster">,
): Promise<Beforehand> {
  const [managed, permissions] = await Promise.all([
    reader.read(credential, cluster.id),
    reader.permissions(credential, cluster.id),
  ]);
  if (managed.status === "unavailable") return { clusterAdmin: null, failure: unavailableFailure(managed) };
  const clusterAdmin = managed.data.entra?.managed !== true;
  const missing =
    permissions.status === "collected"
      ? runCommandActions.find((action) => !isAllowed(permissions.data, action))
      : undefined;
  const failure = missing ? azureForbids(missing, cluster.id) : unusable(managed.data);
  return { clusterAdmin, failure };
}

function unusable({ name, powerState, apiServerAccess }: ManagedCluster): RunFailure | null {
  const because = (code: "clusterStopped" | "runCommandDisabled"): RunFailure => ({
    code,
    happened: { is: code, cluster: name },
    done: "nothingSent",
  });
  if (powerState.toLowerCase() === "stopped") return because("clusterStopped");
  return apiServerAccess.disableRunCommand ? because("runCommandDisabled") : null;
}

const azureForbids = (action: string, scope: string): RunFailure =>
  armFailure({ status: 403, code: "AuthorizationFailed", message: "", needs: { action, scope } });

const identityChanged = plainFailure("identityChanged", "identityChanged", "nothingSent");

const couldNotRun = (reason: string | null): RunFailure => ({
  code: "commandNotRun",
  happened: { is: "commandNotRun", said: reason === null ? null : redact(reason).text },
  done: isPodRefused(reason ?? "") ? "podRefused" : "noOutput",
});

const notStarted = (failure: ArmFailure): RunFailure =>
  armFailure(failure, doneAboutPod(failure) ?? "nothingSent");

const outputUnreadable = (failure: ArmFailure): RunFailure =>
  failure.status === 404 ? commandGone : armFailure(failure, doneAboutPod(failure) ?? "sentOutputUnread");

/** AKS had begun: it asked the cluster for a pod. Null where the failure is of another kind. */
function doneAboutPod(failure: ArmFailure): Done | null {
  if (isPodBlocked(failure)) return "podRefused";
  if (kindOf(failure) !== "podNotStarted") return null;
  return isPodRefused(failure.message) ? "podRefused" : "podTried";
}

const commandGone = plainFailure("commandGone", "commandGone", "podTried");
const outputWithheld = plainFailure("outputWithheld", "outputWithheld", "sentOutputNotKept");
const stillRunning = plainFailure("timedOut", "stillRunning", "sentPerhapsRunning");

const lost = (services: Services, failure: ArmFailure): Ended => ({
  state: "lost",
  finishedAt: services.clock.now().toISOString(),
  failure: { code: "lost", happened: { is: "noAnswerAfterSending", failure }, done: "sentUnknown" },
});

const failed = (
  services: Pick<Services, "clock">,
  failure: RunFailure,
): Extract<RunState, { state: "failed" }> => ({
  state: "failed",
  finishedAt: services.clock.now().toISOString(),
  failure,
});

/** Redaction stands before the filters, the store, the log and the card. What cannot be redacted is not shown at all. */
async function finished(services: Services, task: CommandTask, raw: CommandResult): Promise<RunState> {
  const { argv } = task.request;
  const result = await services.textWork.redact(raw.output, { argv });
  if (!result.ok) {
    services.log.warn("output withheld", { reason: result.reason, length: raw.output.length });
    return failed(services, outputWithheld);
  }
  const { text, masked, kinds, left } = result.redacted;
  return {
    state: "succeeded",
    finishedAt: services.clock.now().toISOString(),
    result: {
      ...raw,
      output: applyFilters(text, task.request),
      truncated: raw.truncated || left > 0,
      ...(left > 0 && { leftOut: left }),
      masked,
      maskedKinds: kinds,
    },
    diagnosis: null,
  };
}
