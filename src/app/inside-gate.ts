// What mode and policy let a look inside read: the look itself, and each of its reads as if the person had typed it.
import type { NotLooked } from "../core/inside/model.ts";
import type { InsideRead } from "../core/inside/reads.ts";
import { authorize } from "../core/policy/authorize.ts";
import type { Decision } from "../core/policy/decision.ts";
import type { RunFailure } from "../core/run/failure.ts";
import type { Run } from "../core/run/run.ts";
import { auditEntry, byPolicy } from "./audit-entry.ts";
import { type Allowed, decide } from "./authorize-action.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Admitted, Gate } from "./look-inside.ts";
import { membershipOf } from "./membership.ts";
import type { RequesterCredential } from "./ports.ts";
import { plainFailure } from "./say.ts";
import type { Services } from "./services.ts";
import { byDenial } from "./why-not-looked.ts";

type Asking = Readonly<{ services: Services; credential: RequesterCredential; run: Run }>;

export const insideGate = (services: Services, credential: RequesterCredential, run: Run): Gate => {
  const asking = { services, credential, run };
  return {
    whyClosed: async () => closedBy(run, await ask(asking, false)),
    admit: (batches, clusterAdmin) => admit(asking, batches, clusterAdmin),
    whyNotNow: (reads, clusterAdmin) => whyNotNow(asking, reads, clusterAdmin),
  };
};

type Asked = Readonly<{ decision: Decision; mayRead: (read: InsideRead) => boolean }>;

async function ask({ services, credential, run }: Asking, clusterAdmin: boolean): Promise<Asked> {
  const { cluster } = run;
  const action = { kind: "diagnose-inside", cluster, clusterAdmin } as const;
  const { decision } = await decide(services, credential, action);
  if (decision.effect === "deny") return { decision, mayRead: () => false };
  const membership = await membershipOf(services, credential);
  const policy = services.policy();
  const circumstances = circumstancesOf(services);
  const mayRead = ({ request }: InsideRead): boolean =>
    isOpen(
      run,
      authorize(policy, membership, { kind: "run", cluster, request, clusterAdmin }, circumstances),
    );
  return { decision, mayRead };
}

/** What is for one person alone is not shown to a thread. */
const isOpen = ({ conversation }: Run, decision: Decision): decision is Allowed =>
  decision.effect === "allow" && (decision.show === "thread" || conversation.personal);

const closedBy = (run: Run, { decision }: Asked): NotLooked | null => {
  if (decision.effect === "deny") return byDenial(decision.reason);
  return isOpen(run, decision) ? null : "byPolicy";
};

async function admit(
  asking: Asking,
  batches: readonly (readonly InsideRead[])[],
  clusterAdmin: boolean,
): Promise<Admitted> {
  const asked = await ask(asking, clusterAdmin);
  const why = closedBy(asking.run, asked);
  if (why !== null) return { why };
  const { decision, mayRead } = asked;
  const reads = batches.map((batch) => batch.filter(mayRead));
  const denied = batches.flat().filter((read) => !mayRead(read));
  await note(asking, decision.rule, { reads: reads.flat(), denied, clusterAdmin });
  return { reads, denied: denied.map(({ id }) => id) };
}

async function whyNotNow(
  asking: Asking,
  reads: readonly InsideRead[],
  clusterAdmin: boolean,
): Promise<RunFailure | null> {
  const { decision, mayRead } = await ask(asking, clusterAdmin);
  if (decision.effect === "deny")
    return { code: "denied", happened: { is: "noLongerAllowed", why: decision.reason }, done: "nothingSent" };
  const isStillOpen = isOpen(asking.run, decision) && reads.every(mayRead);
  return isStillOpen ? null : plainFailure("denied", "noLongerHere", "nothingSent");
}

type Looked = Readonly<{
  reads: readonly InsideRead[];
  denied: readonly InsideRead[];
  clusterAdmin: boolean;
}>;

/** By the names of our reads, and what they take in Kubernetes. */
const note = (
  { services, credential: { requester }, run }: Asking,
  rule: string | null,
  { reads, denied, clusterAdmin }: Looked,
): Promise<void> => {
  const resources = reads.flatMap(({ request }) => request.reads.map(({ resource }) => resource));
  const named = (some: readonly InsideRead[]): string => some.map(({ id }) => id).join(" ");
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
