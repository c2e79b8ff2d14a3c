// "Would this be allowed?": both locks, asked without turning either.

import { smallestRole } from "../core/access/roles.ts";
import type { Answer } from "../core/chat/answer.ts";
import type { CommandRequest } from "../core/command/command-request.ts";
import { isAllowed } from "../core/diagnosis/rbac.ts";
import type { Permission } from "../core/diagnosis/section.ts";
import { authorize } from "../core/policy/authorize.ts";
import { membershipOf } from "./membership.ts";
import type { RequesterCredential } from "./ports.ts";
import { resolveCluster, writtenCluster } from "./resolve-cluster.ts";
import { runCommandActions } from "./run-command.ts";
import type { Asker, Services } from "./services.ts";

type AzureLock = Extract<Answer, { kind: "canI" }>["azure"];

export async function answerCanI(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  request: CommandRequest,
  written: string | null,
  asked: string,
): Promise<Answer> {
  const resolved = await resolveCluster(services, asker, credential, asked, written);
  if (!resolved.ok) return whatPolicySays(services, credential, request, written, resolved.answer);
  const { cluster } = resolved;
  const [membership, managed, azure] = await Promise.all([
    membershipOf(services, credential),
    services.reader.read(credential, cluster.id),
    azureLock(services, credential, cluster.id),
  ]);
  const clusterAdmin = managed.status === "collected" && managed.data.entra?.managed !== true;
  const decision = authorize(services.policy(), membership, { kind: "run", cluster, request, clusterAdmin });
  return { kind: "canI", asked: request.argv.join(" "), cluster: cluster.name, decision, azure };
}

/** Azure shows this person no such cluster; our policy can still be asked about the name. */
async function whatPolicySays(
  services: Services,
  credential: RequesterCredential,
  request: CommandRequest,
  written: string | null,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind !== "azureDenied" || written === null) return answer;
  const membership = await membershipOf(services, credential);
  const cluster = writtenCluster(written);
  const decision = authorize(services.policy(), membership, {
    kind: "run",
    cluster,
    request,
    clusterAdmin: false,
  });
  const azure: AzureLock = { state: "missing", needs: [answer.needs], role: answer.role };
  return { kind: "canI", asked: request.argv.join(" "), cluster: cluster.name, decision, azure };
}

async function azureLock(
  services: Services,
  credential: RequesterCredential,
  clusterId: string,
): Promise<AzureLock> {
  const permissions = await services.reader.permissions(credential, clusterId);
  if (permissions.status === "unavailable") return { state: "unknown", needs: permissions.needs, role: null };
  const needs: Permission[] = runCommandActions
    .filter((action) => !isAllowed(permissions.data, action))
    .map((action) => ({ action, scope: clusterId }));
  const [first] = needs;
  return first
    ? { state: "missing", needs, role: smallestRole(first.action) }
    : { state: "allowed", needs: [], role: null };
}
