// What mode and policy let a look inside read: the look itself, and each of its reads as if the person had typed it.

import { denialOf, failureTo } from "../../core/authorization/refusal.ts";
import type { NotLooked } from "../../core/in-cluster/reads/model.ts";
import type { InClusterRead } from "../../core/in-cluster/reads.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Run } from "../../core/run/run.ts";
import { auditEntry, authorizeEach, byPolicy, type Right } from "../identity/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { type Admitted, byDenial, type ProbeGate } from "./probe-cluster.ts";

type Asking = Readonly<{ services: Services; credential: RequesterCredential; run: Run }>;

export const probeGate = (services: Services, credential: RequesterCredential, run: Run): ProbeGate => {
  const asking = { services, credential, run };
  return {
    whyClosed: async () => closedBy(await ask(asking, [], false)),
    admit: (batches, clusterAdmin) => admit(asking, batches, clusterAdmin),
    whyNotNow: (reads, clusterAdmin) => whyNotNow(asking, reads, clusterAdmin),
  };
};

type Asked = Readonly<{ look: Right<"execute">; mayRead: (read: InClusterRead) => boolean }>;

/** `moment`: as a worker begins, or as nothing is left to wait for before the wire. */
async function ask(
  { services, credential, run }: Asking,
  reads: readonly InClusterRead[],
  clusterAdmin: boolean,
  moment: "execute" | "send" = "execute",
): Promise<Asked> {
  const { cluster, conversation } = run;
  const actions = [
    { kind: "diagnose-inside", cluster, clusterAdmin } as const,
    ...reads.map(({ request }) => ({ kind: "run", cluster, request, clusterAdmin }) as const),
  ];
  // What is for one person alone is not shown to a thread.
  const about = { isAlone: conversation.personal };
  const [look, ...each] = await authorizeEach(services, credential, actions, moment, about);
  if (look === undefined) throw new Error("the look itself was not asked about");
  const open = new Set(reads.filter((_, at) => look.ok && each[at]?.ok));
  return { look, mayRead: (read) => open.has(read) };
}

const closedBy = ({ look }: Asked): NotLooked | null => {
  if (look.ok) return null;
  return look.refusal.kind === "shown" ? "byPolicy" : byDenial(denialOf(look.refusal).reason);
};

async function admit(
  asking: Asking,
  batches: readonly (readonly InClusterRead[])[],
  clusterAdmin: boolean,
): Promise<Admitted> {
  const asked = await ask(asking, batches.flat(), clusterAdmin);
  const why = closedBy(asked);
  if (why !== null) return { why };
  const { look, mayRead } = asked;
  const reads = batches.map((batch) => batch.filter(mayRead));
  const denied = batches.flat().filter((read) => !mayRead(read));
  await note(asking, look.rule, { reads: reads.flat(), denied, clusterAdmin });
  return { reads, denied: denied.map(({ id }) => id) };
}

async function whyNotNow(
  asking: Asking,
  reads: readonly InClusterRead[],
  clusterAdmin: boolean,
): Promise<RunFailure | null> {
  const { look, mayRead } = await ask(asking, reads, clusterAdmin, "send");
  if (!look.ok) return failureTo(look.refusal, "nothingSent");
  return reads.every(mayRead) ? null : failureTo({ kind: "shown" }, "nothingSent");
}

type Looked = Readonly<{
  reads: readonly InClusterRead[];
  denied: readonly InClusterRead[];
  clusterAdmin: boolean;
}>;

/** By the names of our reads, and what they take in Kubernetes. */
const note = (
  { services, credential: { requester }, run }: Asking,
  rule: string | null,
  { reads, denied, clusterAdmin }: Looked,
): Promise<void> => {
  const resources = reads.flatMap(({ request }) => request.reads.map(({ resource }) => resource));
  const named = (some: readonly InClusterRead[]): string => some.map(({ id }) => id).join(" ");
  return services.store.appendAudit(
    auditEntry(services.clock, requester, {
      action: "diagnose-inside.start",
      ...{ outcome: "recorded", cluster: run.cluster.id, runId: run.id, rule },
      detail: {
        ...{ reads: named(reads), denied: named(denied), clusterAdmin },
        resources: [...new Set(resources)].join(" "),
        ...byPolicy(services),
      },
    }),
  );
};
