// The clusters this person may see in Azure.
import type { Answer } from "../../core/conversation/answer.ts";
import { withSupport } from "../../core/snapshot/support-calendar.ts";
import { auditEntry } from "../identity/authorize.ts";
import { unreadAnswer } from "../identity/sign-in.ts";
import type { SignedInRequest } from "../ports/services.ts";

export async function listClusters(request: SignedInRequest): Promise<Answer> {
  const { services, credential } = request;
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
    const at = services.clock.now().toISOString();
    return { kind: "clusters", clusters: clusters.map((each) => withSupport(each, at)), problem };
  }
  return unreadAnswer(request, listed);
}
