// `who is on call`: the schedules of a cluster, or of all, each as it stands now. It tells nobody but whoever asks.
import { type ClusterRef, writtenCluster } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import { namesOfRead, type OnCallSchedule, type ReadSchedule } from "../../core/on-call/on-call.ts";
import type { PolicyAction } from "../../core/policy/decision.ts";
import { schedulesOf } from "../../core/policy/on-call.ts";
import { aliasesOf, type Policy } from "../../core/policy/policy.ts";
import { foldCase } from "../../core/text/text.ts";
import {
  type AccessRequest,
  auditEntry,
  authorizeRequest,
  byPolicy,
  deniedEverywhere,
  policyBeforeAzure,
} from "../identity/authorize.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { resolveCluster } from "./resolve-cluster.ts";

/** More of them nobody reads, and each is a question to a service. */
const mostSchedules = 10;

/** Whoever may diagnose a cluster may know whom to call about it. */
const actionOn = (cluster: ClusterRef): PolicyAction => ({ kind: "diagnose", cluster });

/** What no schedule tells is said. */
export async function whoIsOnCall(
  request: SignedInRequest,
  { cluster, beside }: IntentOf<"onCall">,
): Promise<Answer> {
  const answer = await onCallNow(request, cluster);
  return answer.kind === "onCall" && beside ? { ...answer, beside } : answer;
}

async function onCallNow(request: SignedInRequest, written: string | null): Promise<Answer> {
  const wanted: AccessRequest = { written, action: actionOn };
  const closed = await deniedEverywhere(request, wanted);
  if (closed) return closed;
  if (written === null) return readSchedules(request, null);
  const meant = await clusterMeant(request, written);
  if ("kind" in meant) return policyBeforeAzure(request, wanted, meant);
  const authorized = await authorizeRequest(request, actionOn(meant));
  return authorized.ok ? readSchedules(request, meant) : authorized.answer;
}

/** Where Azure does not answer, and no pattern of the policy needs more than a name, the name that was written will do. */
async function clusterMeant(request: SignedInRequest, written: string): Promise<ClusterRef | Answer> {
  const resolved = await resolveCluster(request, written);
  if (resolved.ok) return { id: resolved.cluster.id, name: resolved.cluster.name };
  const policy = request.services.policy();
  if (resolved.answer.kind !== "failure" || goesById(policy)) return resolved.answer;
  return writtenCluster(aliasesOf(policy).get(foldCase(written)) ?? written);
}

const goesById = ({ rules, onCall = {} }: Policy): boolean =>
  [...rules, ...Object.values(onCall)].some(({ clusters }) =>
    clusters.some((pattern) => pattern.startsWith("/")),
  );

async function readSchedules(request: SignedInRequest, cluster: ClusterRef | null): Promise<Answer> {
  const { services, asker } = request;
  const meant = schedulesOf(services.policy(), cluster).slice(0, mostSchedules);
  const schedules = await Promise.all(meant.map((schedule) => readNow(request, schedule)));
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, {
      action: "onCall.read",
      outcome: "recorded",
      cluster: cluster === null ? null : cluster.id || cluster.name,
      detail: { ...namesOfRead(schedules), ...byPolicy(services) },
    }),
  );
  return { kind: "onCall", cluster: cluster?.name ?? null, schedules };
}

const readNow = async (
  { services, credential }: SignedInRequest,
  schedule: OnCallSchedule,
): Promise<ReadSchedule> => ({
  name: schedule.name,
  from: schedule.source.from,
  now: await services.onCall.now(schedule, services.clock.now(), credential),
});
