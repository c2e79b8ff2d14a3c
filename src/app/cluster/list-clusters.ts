// The clusters this person may see in Azure.
import type { Answer } from "../../core/conversation/answer.ts";
import { unavailableFailure } from "../../core/run/failure.ts";
import { auditEntry } from "../identity/authorize.ts";
import type { SignedInRequest } from "../ports/services.ts";

export async function listClusters({ services, credential, asked }: SignedInRequest): Promise<Answer> {
  const listed = await services.reader.list(credential);
  const read = listed.status === "collected" ? { count: listed.data.clusters.length } : null;
  await services.store.appendAudit(
    auditEntry(services.clock, credential.requester, {
      action: "clusters.list",
      outcome: read === null ? "failed" : "succeeded",
      detail: read ?? {},
    }),
  );
  if (listed.status === "collected") {
    const { clusters, problem } = listed.data;
    return { kind: "clusters", clusters, problem };
  }
  return { kind: "failure", asked, failure: unavailableFailure(listed), id: null };
}
