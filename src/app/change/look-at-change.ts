// The first step of a change: what it would do is asked of the cluster, as whoever wants it, by commands that change
// nothing. What comes of it is what others decide on.
import { randomBytes } from "node:crypto";
import { approverGroups } from "../../core/change/decide.ts";
import { lookLine, readLook } from "../../core/change/look-line.ts";
import { maskedObjects } from "../../core/change/masked-objects.ts";
import type { Proposed, Touched } from "../../core/change/proposed.ts";
import type { Approval } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Run, RunState, RunTask } from "../../core/run/run.ts";
import type { Allowed } from "../authorize-action.ts";
import { ended, type Hold, whyNotAllowed } from "../held-run.ts";
import type { RequesterCredential } from "../ports.ts";
import { type Ended, followRaw, sendLine } from "../run-command.ts";
import type { RunProgress } from "../run-progress.ts";
import { plainFailure } from "../say.ts";
import type { Services } from "../services.ts";
import { askApprovers } from "./ask-approvers.ts";
import { proposalHash } from "./proposal-hash.ts";

export type ChangeTask = Extract<RunTask, { kind: "change" }>;

/** Nobody in the cluster can guess it, so that nobody there can print what looks like an output of ours. */
export const newNonce = (): string => randomBytes(16).toString("hex");

export async function lookAtChange(
  services: Services,
  run: Run,
  task: ChangeTask,
  credential: RequesterCredential,
  { approval }: Allowed,
  hold: Hold,
  progress: RunProgress,
): Promise<RunState> {
  // A rule that allows a change says who has to agree; a decision that does not is none that anything may be done by.
  if (approval === undefined) return ended(services, unreadable);
  const { request, clusterAdmin } = task;
  const nonce = newNonce();
  const line = lookLine(request, nonce);
  const sent = await sendLine(services, credential, run, { line, clusterAdmin }, () => {
    progress.at("sending");
    return whyNotAllowed(services, credential, run, hold, "nothingChanged");
  });
  if ("ended" in sent) return nothingChanged(sent.ended);
  progress.at("inCluster");
  const followed = await followRaw(services, credential, run, sent.operationId);
  if ("ended" in followed) return nothingChanged(followed.ended);
  const look = readLook(request, nonce, followed.raw.output);
  if (!look.ok) return ended(services, failureOf(look.why));
  const proposed = proposedAt(services, run, task, approval, look);
  hold.beside = await askApprovers(services, credential, run, proposed, approverGroups(proposed));
  return { state: "pendingApproval", ...proposed };
}

function proposedAt(
  { clock }: Services,
  { cluster }: Run,
  { request }: ChangeTask,
  approval: Approval,
  look: Readonly<{ objects: readonly Touched[]; preview: "server" | "none" }>,
): Proposed {
  const now = clock.now();
  const objects = maskedObjects(look.objects);
  const hash = proposalHash(cluster, request.argv, objects);
  return {
    proposal: { hash, objects, preview: look.preview, seenAt: now.toISOString() },
    approval,
    expiresAt: new Date(now.getTime() + approval.minutes * 60_000).toISOString(),
    approvals: [],
  };
}

/** However a look ended, it has changed nothing: of a change that was not made nothing is unknown. */
function nothingChanged(end: Ended): Ended {
  const failure: RunFailure = { ...end.failure, done: "nothingChanged" };
  return end.state === "lost"
    ? { state: "failed", finishedAt: end.finishedAt, failure }
    : { ...end, failure };
}

const unreadable = plainFailure("lookUnreadable", "lookUnreadable", "nothingChanged");

function failureOf(why: Extract<ReturnType<typeof readLook>, { ok: false }>["why"]): RunFailure {
  const done = "nothingChanged";
  switch (why.is) {
    case "notFound":
      return { code: "objectNotFound", happened: { is: "objectNotFound", names: why.names }, done };
    case "refused":
      return {
        code: "dryRunRefused",
        happened: { is: "dryRunRefused", said: redact(why.said).text },
        done,
      };
    default:
      return unreadable;
  }
}
