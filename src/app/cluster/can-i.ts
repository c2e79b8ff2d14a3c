// "Would this be allowed?": both locks, asked without turning either.

import { smallestRole } from "../../core/access/roles.ts";
import { runCommandActions } from "../../core/authorization/action.ts";
import { denialOf } from "../../core/authorization/refusal.ts";
import { type ClusterRef, writtenCluster } from "../../core/cluster-name.ts";
import type { ChangeRequest } from "../../core/command/change/change-request.ts";
import type { CommandRequest } from "../../core/command/grammar/command-request.ts";
import { parseKubectl } from "../../core/command/parse-command.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { Decision, PolicyAction } from "../../core/policy/decision.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import { isAllowed, type Permission, type PermissionEntry } from "../../core/snapshot/rights.ts";
import type { Section } from "../../core/snapshot/section.ts";
import { authorize } from "../identity/authorize.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { resolveCluster, sayUnnamed } from "./resolve-cluster.ts";

type Request = CommandRequest | ChangeRequest;
type AskedAction = Extract<PolicyAction, { kind: "run" | "change" }>;

const actionOf = (request: Request, cluster: ClusterRef, clusterAdmin: boolean): AskedAction =>
  "writes" in request
    ? { kind: "change", cluster, request, clusterAdmin }
    : { kind: "run", cluster, request, clusterAdmin };

type AzureLock = Extract<Answer, { kind: "canI"; azure: unknown }>["azure"];

export async function answerCanI(
  question: SignedInRequest,
  typed: Request,
  written: string | null,
  command: string,
): Promise<Answer> {
  const { services, credential } = question;
  // Words of a change are never taken for the name of a cluster.
  const words = "writes" in typed ? undefined : command;
  const resolved = await resolveCluster(question, written, words);
  if (!resolved.ok) return whatPolicySays(question, typed, written, resolved.answer);
  const { cluster } = resolved;
  const parsed = resolved.command === undefined ? null : parseKubectl(resolved.command);
  const request = parsed?.ok && !("writes" in typed) ? parsed.request : typed;
  const [managed, permissions] = await Promise.all([
    services.reader.read(credential, cluster.id),
    services.reader.permissions(credential, cluster.id),
  ]);
  const clusterAdmin = managed.status === "collected" && managed.data.entra?.managed !== true;
  const decision = await askPolicy(question, actionOf(request, cluster, clusterAdmin));
  const azure = azureLock(cluster.id, managed, permissions);
  const answer = {
    kind: "canI",
    asked: request.argv.join(" "),
    cluster: cluster.name,
    decision,
    azure,
  } as const;
  return sayUnnamed(answer, cluster);
}

/** Of what changes something: nobody may have it done here. `refused`: the same where no cluster is known. */
export async function answerNever(
  question: SignedInRequest,
  written: string | null,
  refused: Extract<Answer, { kind: "refused" }>,
): Promise<Answer> {
  const { asked, refusal } = refused;
  const resolved = await resolveCluster({ ...question, asked }, written);
  if (!resolved.ok) return written === null ? refused : resolved.answer;
  const { cluster } = resolved;
  return sayUnnamed({ kind: "canI", asked, cluster: cluster.name, refusal }, cluster);
}

/** Nothing is done with it, and yet it tells somebody what they may do: so it is written down. */
async function askPolicy({ services, credential }: SignedInRequest, action: AskedAction): Promise<Decision> {
  const right = await authorize(services, credential, action, "question");
  return right.ok ? right.decision : denialOf(right.refusal);
}

/** Azure shows this person no such cluster; our policy can still be asked about the name. */
async function whatPolicySays(
  question: SignedInRequest,
  request: Request,
  written: string | null,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind !== "azureDenied" || written === null) return answer;
  const cluster = writtenCluster(written);
  const decision = await askPolicy(question, actionOf(request, cluster, false));
  const azure: AzureLock = { state: "missing", needs: [answer.needs], role: answer.role };
  return { kind: "canI", asked: request.argv.join(" "), cluster: cluster.name, decision, azure };
}

/** A cluster that cannot be read is not run on either: whose rights the command would have is not known. */
function azureLock(
  clusterId: string,
  managed: Section<ManagedCluster>,
  permissions: Section<readonly PermissionEntry[]>,
): AzureLock {
  if (managed.status === "unavailable") {
    const [needed] = managed.needs;
    return managed.reason === "denied" && needed
      ? { state: "missing", needs: managed.needs, role: smallestRole(needed.action) }
      : { state: "unknown", needs: managed.needs, role: null };
  }
  if (permissions.status === "unavailable") return { state: "unknown", needs: permissions.needs, role: null };
  const needs: Permission[] = runCommandActions
    .filter((action) => !isAllowed(permissions.data, action))
    .map((action) => ({ action, scope: clusterId }));
  const [first] = needs;
  return first
    ? { state: "missing", needs, role: smallestRole(first.action) }
    : { state: "allowed", needs: [], role: null };
}
