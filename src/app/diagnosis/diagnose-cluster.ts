// A diagnosis: the way, read from Azure, and what stands inside the cluster, beside it. The way's verdict is shown first
// where the look takes longer.

import type { WhoMay } from "../../core/access/who-may.ts";
import { diagnose } from "../../core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { clusterNotProbed, mergeInCluster, probingCluster } from "../../core/diagnosis/merge-in-cluster.ts";
import { placesToAsk } from "../../core/diagnosis/place-question.ts";
import type { KeptDigest, Since } from "../../core/diagnosis/since/kept.ts";
import { whetherAllowed } from "../../core/diagnosis/whether-allowed.ts";
import { redact } from "../../core/redact/redact.ts";
import { type RunFailure, unavailableFailure } from "../../core/run/failure.ts";
import { clientOf, type Run, type RunTask } from "../../core/run/run.ts";
import type { ClusterSnapshot } from "../../core/snapshot/snapshot.ts";
import type { AzureReader, RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { compared, forNext, keptBefore } from "../run/diagnosis-history.ts";
import type { RunProgress } from "../run/run-progress.ts";
import { askedFact } from "./asked-fact.ts";
import { findWhoMay } from "./find-fix-owner.ts";
import { keepSeen } from "./keep-seen.ts";
import type { Looking } from "./probe-cluster.ts";

/**
 * `comparedWith`: the run whose model this one's was held against. `digest`: what is kept of it once it is delivered.
 */
type Diagnosed = Readonly<{
  diagnosis: Diagnosis;
  comparedWith: string | null;
  digest: KeptDigest | null;
  whoMay: WhoMay | null;
}>;

/** `failure`: Azure wants to see more in the sign-in before it says anything of the cluster. */
type Challenged = Readonly<{ failure: RunFailure }>;

/** `looking`: null where no look belongs to what was asked. */
export async function diagnoseCluster(
  services: Services,
  credential: AzureReader,
  run: Run,
  looking: Promise<Looking | null>,
  progress: Pick<RunProgress, "at"> & Readonly<{ showWay: (way: Diagnosis) => Promise<void> }>,
): Promise<Diagnosed | Challenged> {
  const client = clientOf(run);
  const [snapshot, kept, look] = await Promise.all([
    services.reader.collect(credential, run.cluster.id, client, progress.at),
    keptBefore(services, run),
    looking,
  ]);
  const failure = whyChallenged(snapshot);
  if (failure !== null) return { failure };
  void keepSeen(services, credential, run, snapshot);
  const found = diagnose(snapshot);
  const { runId: comparedWith, since } = compared(services, kept, snapshot, found);
  const question = run.task.kind === "diagnose" ? run.task.question : undefined;
  const fact = await askedFact(services.reader, credential, question, snapshot, found);
  const way = { ...found, ...besides(run.task, snapshot, found, since), ...fact };
  const naming = "reader" in credential ? null : findWhoMay(services, credential, run, way);
  const diagnosis = await withLook(services, way, snapshot, look, progress.showWay);
  // Whoever was named may make the way's own fix, and no other.
  const whoMay = diagnosis.rootCause?.check === way.rootCause?.check ? await naming : null;
  return { diagnosis, comparedWith, digest: forNext(services, run, snapshot, found), whoMay };
}

function whyChallenged({ managedCluster }: ClusterSnapshot): RunFailure | null {
  if (managedCluster.status !== "unavailable") return null;
  const failure = unavailableFailure(managedCluster);
  return failure.happened.is === "signIn" ? failure : null;
}

/**
 * What the question asks besides. Of a diagnosis it is worked out with several models: what differs from an earlier one,
 * and whether it matters where the asker is.
 */
function besides(
  task: RunTask,
  snapshot: ClusterSnapshot,
  found: Diagnosis,
  since: Since | null,
): Pick<Diagnosis, "since" | "asks" | "allowed"> {
  if (task.kind === "access" && task.asksOf !== undefined)
    return { allowed: whetherAllowed(snapshot, found, task.asksOf) };
  if (task.kind !== "diagnose") return {};
  const asks = snapshot.readByNobody ? [] : placesToAsk(snapshot, found);
  return { ...(since === null ? {} : { since }), ...(asks.length === 0 ? {} : { asks }) };
}

async function withLook(
  { log }: Services,
  way: Diagnosis,
  snapshot: ClusterSnapshot,
  looking: Looking | null,
  showWay: (way: Diagnosis) => Promise<void>,
): Promise<Diagnosis> {
  if (looking === null) return way;
  if ("why" in looking) return clusterNotProbed(way, looking.why);
  // Of promises that are settled already, the first one wins.
  const atOnce = await Promise.race([looking.look, Promise.resolve(null)]);
  if (atOnce === null) await showWay(probingCluster(way));
  const look = await looking.look;
  try {
    return mergeInCluster(way, snapshot, look);
  } catch (error) {
    // Whatever somebody wrote in the cluster, the way's answer does not fail for it.
    log.error("a look inside could not be judged", { error: redact(String(error)).text });
    return clusterNotProbed(way, "failed");
  }
}

/**
 * What came of a fix or a change, once it is made. It never throws, since that is made whether or not this can be told: null
 * then.
 */
export async function diagnoseAfter(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  looking: (asked: Run) => Promise<Looking | null> = async () => null,
): Promise<Diagnosis | null> {
  const asked: Run = { ...run, task: { kind: "diagnose", client: clientOf(run) } };
  const quiet = { at: () => {}, showWay: async () => {} };
  try {
    const found = await diagnoseCluster(services, credential, asked, looking(asked), quiet);
    return "failure" in found ? null : found.diagnosis;
  } catch (error) {
    const said = redact(String(error)).text;
    services.log.error("what was made was not diagnosed afterwards", { runId: run.id, error: said });
    return null;
  }
}
