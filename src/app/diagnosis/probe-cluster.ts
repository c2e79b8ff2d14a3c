// A look inside a cluster: reads of ours, in two or three commands that are each sent once, as whoever asks. It never
// throws: what keeps from looking is part of what it gives.
import { randomBytes } from "node:crypto";
import {
  type InClusterProbe,
  notLooked,
  type Ran,
  readInCluster,
  servicesToAsk,
  type Went,
} from "../../core/in-cluster/read-in-cluster.ts";
import type { NotLooked } from "../../core/in-cluster/reads/model.ts";
import { backendReads, commandLine, firstBatches, type InClusterRead } from "../../core/in-cluster/reads.ts";
import { isPodBlocked, kindOf } from "../../core/outcome/refusal.ts";
import type { DenialReason } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import { type Happened, type PodTrouble, podTrouble, type RunFailure } from "../../core/run/failure.ts";
import type { Run } from "../../core/run/run.ts";
import type { ArmFailure } from "../../core/snapshot/section.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { beforeSending, followRaw } from "../run/run-command.ts";

// Why a command of a look inside did not run, out of the failure that a command of a person's would end with.

function whyNotLooked({ happened }: Pick<RunFailure, "happened">): NotLooked {
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

export type LookPorts = Pick<Services, "reader" | "transport" | "clock" | "log">;

export type Admitted = Readonly<
  { reads: readonly (readonly InClusterRead[])[]; denied: readonly string[] } | { why: NotLooked }
>;

/** Who decides what may be read. `clusterAdmin`: in this cluster commands run with all power. */
export type ProbeGate = Readonly<{
  /** Asked before Azure is; null where a look is allowed, as far as nothing is known of the cluster. */
  whyClosed(): Promise<NotLooked | null>;
  /** Of the reads of each command those that may be sent, written down before they are. */
  admit(batches: readonly (readonly InClusterRead[])[], clusterAdmin: boolean): Promise<Admitted>;
  /** Asked once more when nothing is left to wait for before the wire; null where all of them still may be sent. */
  whyNotNow(reads: readonly InClusterRead[], clusterAdmin: boolean): Promise<RunFailure | null>;
}>;

type Look = Readonly<{
  ports: LookPorts;
  credential: RequesterCredential;
  run: Pick<Run, "cluster">;
  gate: Omit<ProbeGate, "whyClosed">;
  clusterAdmin: boolean;
}>;

/** Under way; or why there is none. */
export type Looking = Readonly<{ look: Promise<InClusterProbe> } | { why: NotLooked }>;

/** Known at once where nobody may look. */
export async function beginLook(
  ports: LookPorts,
  credential: RequesterCredential,
  run: Pick<Run, "cluster">,
  gate: ProbeGate,
): Promise<Looking> {
  try {
    const why = await gate.whyClosed();
    return why === null ? { look: probeCluster(ports, credential, run, gate) } : { why };
  } catch (error) {
    ports.log.error(unexpected, { error: redact(String(error)).text });
    return { why: "failed" };
  }
}

const unexpected = "look inside failed unexpectedly";

export async function probeCluster(
  ports: LookPorts,
  credential: RequesterCredential,
  run: Pick<Run, "cluster">,
  gate: Omit<ProbeGate, "whyClosed">,
): Promise<InClusterProbe> {
  const now = ports.clock.now().toISOString();
  try {
    const { clusterAdmin, failure } = await beforeSending(ports, credential, run);
    if (failure !== null) return notLooked(whyNotLooked(failure), now);
    return await look({ ports, credential, run, gate, clusterAdmin }, now);
  } catch (error) {
    ports.log.error(unexpected, { error: redact(String(error)).text });
    return notLooked("failed", now);
  }
}

/** The first commands do not wait for each other; what they read may lead to one more. */
async function look(of: Look, now: string): Promise<InClusterProbe> {
  const first = await sendAll(of, firstBatches());
  if ("why" in first) return notLooked(first.why, now);
  const services = servicesToAsk(readInCluster({ ...first, now }));
  if (services.length === 0) return { ...first, now };
  const more = await sendAll(of, [backendReads(services)]);
  if ("why" in more) return { ...first, now };
  return { ran: [...first.ran, ...more.ran], denied: [...first.denied, ...more.denied], now };
}

async function sendAll(
  of: Look,
  batches: readonly (readonly InClusterRead[])[],
): Promise<Pick<InClusterProbe, "ran" | "denied"> | Readonly<{ why: NotLooked }>> {
  const admitted = await of.gate.admit(batches, of.clusterAdmin);
  if ("why" in admitted) return admitted;
  const some = admitted.reads.filter((reads) => reads.length > 0);
  return { ran: await Promise.all(some.map((reads) => send(of, reads))), denied: admitted.denied };
}

/**
 * Milliseconds: a card is waited for, and no command ends before its pod runs. AKS takes 60 calls at once from a
 * subscription, and then one a second (https://learn.microsoft.com/azure/aks/quotas-skus-regions): two commands that are
 * asked for like this stay within it for ten seconds, and then go on at the pace of all others.
 */
const pace: readonly number[] = [
  1500,
  ...Array.from({ length: 12 }, () => 200),
  ...Array.from({ length: 10 }, () => 500),
  1500,
  3000,
  5000,
];

/** Nobody in the cluster can guess it, so that nobody there can print what looks like an output of ours. */
const newNonce = (): string => randomBytes(16).toString("hex");

async function send(
  { ports, credential, run, gate, clusterAdmin }: Look,
  reads: readonly InClusterRead[],
): Promise<Ran> {
  const nonce = newNonce();
  const sentAt = ports.clock.now().toISOString();
  const ran = (went: Went): Ran => ({ reads, nonce, went });
  const notRun = (failure: Pick<RunFailure, "happened">): Ran =>
    ran({ is: "notRun", why: whyNotLooked(failure) });
  const started = await ports.transport.start(
    credential,
    run.cluster.id,
    { line: commandLine(reads, nonce) },
    !clusterAdmin,
    () => gate.whyNotNow(reads, clusterAdmin),
  );
  if (started.status === "withheld") return notRun(started.failure);
  if (started.status !== "accepted")
    return notRun({ happened: { is: "azureRefused", failure: started.failure } });
  const followed = await followRaw(ports, credential, run, started.operationId, pace);
  if ("ended" in followed) return notRun(followed.ended.failure);
  const { output, startedAt = sentAt } = followed.raw;
  return ran({ is: "ran", output, began: startedAt });
}
