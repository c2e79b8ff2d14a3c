// Why a command of a look inside did not run, out of the failure that a command of a person's would end with.
import { isPodBlocked, kindOf } from "../core/azure/refusal.ts";
import type { NotLooked } from "../core/inside/model.ts";
import type { DenialReason } from "../core/policy/denial.ts";
import type { Happened, RunFailure } from "../core/run/failure.ts";
import { type PodTrouble, podTrouble } from "../core/run/pod-trouble.ts";
import type { ArmFailure } from "../core/snapshot/arm-failure.ts";

export function whyNotLooked({ happened }: Pick<RunFailure, "happened">): NotLooked {
  if (happened.is === "azureRefused") return byAzure(happened.failure);
  if (happened.is === "commandNotRun") return byPod(happened.said ?? "") ?? "failed";
  if (happened.is === "noLongerAllowed") return byDenial(happened.why);
  return reasons[happened.is] ?? "failed";
}

/** The mode has the first word. */
export const byDenial = ({ is }: Pick<DenialReason, "is">): NotLooked =>
  is === "modeForbids" || is === "modeCloses" || is === "modeUnknown"
    ? "byMode"
    : is === "clusterAdmin"
      ? "asClusterAdmin"
      : "byPolicy";

const reasons: Readonly<Partial<Record<Happened["is"], NotLooked>>> = {
  signIn: "notSignedIn",
  unread: "unread",
  byMode: "byMode",
  noLongerHere: "byPolicy",
  clusterStopped: "stopped",
  runCommandDisabled: "switchedOff",
  commandGone: "notInTime",
  stillRunning: "notInTime",
};

/** AKS answers for the pod, ARM for the right. */
function byAzure(failure: ArmFailure): NotLooked {
  if (isPodBlocked(failure)) return "policyDenied";
  const kind = kindOf(failure);
  if (kind === "podNotStarted") return byPod(failure.message) ?? "notInTime";
  if (kind === "signIn") return "notSignedIn";
  return kind === "rightMissing" || kind === "forbidden" ? "mayNotRun" : "failed";
}

const troubles: Readonly<Record<PodTrouble["is"], NotLooked>> = {
  webhook: "policyDenied",
  quota: "podNotPlaced",
  noNode: "podNotPlaced",
  image: "imageNotPulled",
  notInTime: "notInTime",
};

function byPod(said: string): NotLooked | null {
  const trouble = podTrouble(said);
  return trouble === null ? null : troubles[trouble.is];
}
