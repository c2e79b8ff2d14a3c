// From what was written to one cluster that this person may see in Azure.

import { smallestRole } from "../../core/access/roles.ts";
import { type ClusterRef, writtenCluster } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import { findCluster, namedCluster } from "../../core/conversation/reading/find-cluster.ts";
import { aliasesOf } from "../../core/policy/policy.ts";
import type { Run } from "../../core/run/run.ts";
import { idsOnce, parseResourceId } from "../../core/snapshot/resource-id.ts";
import type { Unavailable } from "../../core/snapshot/section.ts";
import { unreadAnswer } from "../identity/sign-in.ts";
import type { SignedInRequest, UserRequest } from "../ports/services.ts";
import { clusterInDoubt, keepForChoice } from "./which-cluster.ts";

/** Runs of the requester's own, the newest. */
const lookedBack = 20;

/** `command`: what is left of it without the words that turned out to be the cluster, where there were any. */
type Resolved = Readonly<
  { ok: true; cluster: Run["cluster"]; command?: string } | { ok: false; answer: Answer }
>;

/** `command`: where none is written, its words are looked at before one that nobody named is taken. */
export async function resolveCluster(
  request: SignedInRequest,
  written: string | null,
  command?: string,
): Promise<Resolved> {
  if (written !== null) return named(request, written);
  const doubt = command === undefined ? null : await clusterInDoubt(request, command);
  if (doubt === null) return (await lastSpokenOf(request)) ?? oneOfAll(request);
  if ("answer" in doubt) return { ok: false, answer: doubt.answer };
  if ("meant" in doubt) {
    const { meant, command: rest } = doubt;
    return { ok: true, cluster: { id: meant.id, name: meant.name }, command: rest };
  }
  const { unknown, clusters } = doubt;
  return { ok: false, answer: notVisible(request, unknown, clusters) };
}

/** The answer, with the cluster first where nobody named it. */
export const sayUnnamed = (answer: Answer, { name, remembered, only }: Run["cluster"]): Answer => ({
  ...answer,
  ...(remembered && { remembered: name }),
  ...(only && { only: name }),
});

async function named(request: SignedInRequest, written: string): Promise<Resolved> {
  const { services, credential, asked } = request;
  const cluster = writtenCluster(written);
  if (cluster.id !== "") return { ok: true, cluster };
  const listed = await services.reader.list(credential);
  if (listed.status === "unavailable") return { ok: false, answer: await unreadAnswer(request, listed) };
  const { clusters } = listed.data;
  const own = findCluster(written, clusters);
  // A cluster that is gone must not become another whose name begins like its own.
  const before = "unknown" in own ? await askedBefore(request, written) : null;
  if (before !== null) return { ok: true, cluster: before };
  const named = namedCluster(asked, written, clusters, aliasesOf(services.policy()));
  switch (named.is) {
    case "one":
      return { ok: true, cluster: { id: named.cluster.id, name: named.cluster.name } };
    case "several": {
      const choice = { wanted: named.written, matches: named.clusters, by: named.by };
      return { ok: false, answer: await pickCluster(request, choice) };
    }
    case "none":
      return { ok: false, answer: notVisible(request, written, clusters) };
  }
}

/**
 * One of this name that the requester asked about before. By its id Azure tells whether it was deleted, when and by whom; to
 * look for a name, each subscription's log would have to be read.
 */
async function askedBefore({ services, asker }: UserRequest, written: string): Promise<ClusterRef | null> {
  const runs = await services.store.runsOf(asker.requester, lookedBack);
  const ids = idsOnce(runs.map(({ cluster }) => cluster.id));
  const match = findCluster(
    written,
    ids.flatMap((id) => {
      const parts = parseResourceId(id);
      return parts === null ? [] : [{ id, ...parts }];
    }),
  );
  return "found" in match ? { id: match.found.id, name: match.found.name } : null;
}

export function notVisible(
  request: UserRequest,
  wanted: string,
  clusters: readonly ClusterSummary[],
): Answer {
  if (clusters.length === 0) return nothingVisible(request, wanted);
  const match = findCluster(wanted, clusters);
  return { kind: "clusterUnknown", wanted, closest: "unknown" in match ? match.unknown : [] };
}

async function lastSpokenOf({ services, asker }: UserRequest): Promise<Resolved | null> {
  const last = await services.store.lastCluster(asker.conversation.key);
  return last && { ok: true, cluster: { id: last.id, name: last.name, remembered: true } };
}

/** Nobody named one: the only one that the requester can see, or a choice. */
async function oneOfAll(request: SignedInRequest): Promise<Resolved> {
  const { services, credential } = request;
  const listed = await services.reader.list(credential);
  if (listed.status === "unavailable") return { ok: false, answer: await unreadAnswer(request, listed) };
  const { clusters, problem, passing } = listed.data;
  const [only, other] = clusters;
  if (only === undefined) return { ok: false, answer: { kind: "clusters", clusters, problem } };
  // Where Azure failed to list some, there may be another.
  if (other === undefined && !passing)
    return { ok: true, cluster: { id: only.id, name: only.name, only: true } };
  const answer = await pickCluster(request, { wanted: "", matches: clusters, by: "any" });
  return { ok: false, answer };
}

type Choice = Pick<Extract<Answer, { kind: "pickCluster" }>, "wanted" | "matches" | "by">;

/** The question waits for its requester's choice. */
export async function pickCluster(request: UserRequest, choice: Choice): Promise<Answer> {
  const offered = choice.matches.map(({ id }) => ({ cluster: id, as: "name" as const }));
  return { kind: "pickCluster", ...choice, pendingId: await keepForChoice(request, offered) };
}

/** Azure does not let this person read the cluster itself. */
export async function clusterUnreadable(
  request: SignedInRequest,
  cluster: ClusterRef,
  section: Unavailable,
): Promise<Answer> {
  const { asked, credential } = request;
  const answer = await unreadAnswer(request, section);
  const [needs] = section.needs;
  if (answer.kind !== "failure" || section.reason !== "denied" || !needs) return answer;
  const { requester } = credential;
  const role = answer.failure.needs?.role ?? "Reader";
  return { kind: "azureDenied", asked, cluster: cluster.name, needs, role, requester };
}

/** Azure shows this person no cluster at all: their lock is Azure's, and a role on the cluster opens it. */
const nothingVisible = ({ asked, asker: { requester } }: UserRequest, wanted: string): Answer => {
  const action = "Microsoft.ContainerService/managedClusters/read";
  return {
    kind: "azureDenied",
    asked,
    cluster: wanted,
    needs: { action, scope: "" },
    noneVisible: true,
    role: smallestRole(action),
    requester,
  };
};
