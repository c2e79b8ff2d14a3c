// The fact that a question asks for, with what is read for it alone.

import type { Diagnosis, Question } from "../../core/diagnosis/diagnosis.ts";
import { factOf, isFact } from "../../core/diagnosis/read-fact.ts";
import { holdsOperation } from "../../core/outcome/operation.ts";
import type { ClusterSnapshot } from "../../core/snapshot/snapshot.ts";
import type { AzureReader, ClusterReader } from "../ports/azure.ts";

/** Empty where no fact is asked for, or the cluster could not be read. */
export async function askedFact(
  reader: Pick<ClusterReader, "planned">,
  as: AzureReader,
  question: Question | undefined,
  snapshot: ClusterSnapshot,
  found: Diagnosis,
): Promise<Pick<Diagnosis, "fact">> {
  if (question === undefined || !isFact(question)) return {};
  const read = question === "maintenance" ? await withPlanned(reader, as, snapshot) : snapshot;
  const fact = factOf(question, read, found);
  return fact === null ? {} : { fact };
}

/** A diagnosis reads the planned maintenance only while an operation runs. */
async function withPlanned(
  reader: Pick<ClusterReader, "planned">,
  as: AzureReader,
  snapshot: ClusterSnapshot,
): Promise<ClusterSnapshot> {
  const { managedCluster } = snapshot;
  if (managedCluster.status !== "collected" || holdsOperation(managedCluster.data)) return snapshot;
  return { ...snapshot, maintenance: await reader.planned(as, managedCluster.data) };
}
