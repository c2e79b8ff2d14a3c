// Azure Monitor's own application gets the role with which it may deliver alerts to the bot's secure webhook. Who may not
// assign it goes on without: alerts are the bot's second half.
// https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups#configure-authentication-for-secure-webhook
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import { markOf } from "../../core/install/answers.ts";
import type { Made } from "../../core/install/made.ts";
import { isRefused } from "../../core/install/refused.ts";
import { alertRoleId, alertRoleName, azureMonitor } from "../../core/install/registration.ts";
import { deleteForGood, deletionFor, principalOf } from "./directory.ts";
import { nothing, type Requests } from "./requests.ts";

const assignedShape = z.object({
  value: z.array(z.object({ id: z.string(), principalId: z.string(), appRoleId: z.string() })),
});

export const alertRoleStep = (requests: Requests): Step => ({
  name: "alertRole",
  needs: [{ graph: "AppRoleAssignment.ReadWrite.All" }, { graph: "Application.ReadWrite.All" }],
  makes: () => [`appRoleAssignment ${alertRoleName}: ${azureMonitor.name} ${azureMonitor.appId}`],
  look: async (made) => {
    const monitor = await principalOf(requests, azureMonitor.appId);
    if (monitor === null || made.principal === undefined) return { is: "missing" };
    const path = `/servicePrincipals/${made.principal}/appRoleAssignedTo`;
    const { body } = await requests.graph(assignedShape, { method: "GET", path });
    const isThere = body.value.some(
      ({ principalId, appRoleId }) => principalId === monitor.id && appRoleId === alertRoleId,
    );
    return isThere ? { is: "there", made } : { is: "missing" };
  },
  make: async (made) => {
    const resourceId = made.principal ?? "";
    try {
      const principalId = await azureMonitorsId(requests, markOf(made.answers));
      await requests.graph(nothing, {
        ...{ method: "POST", path: `/servicePrincipals/${resourceId}/appRoleAssignedTo` },
        body: { principalId, resourceId, appRoleId: alertRoleId },
      });
      return made;
    } catch (error) {
      if (!isRefused(error, 403)) throw error;
      return { ...made, open: [...made.open, { is: "alertRole" }] };
    }
  },
  takeBack: async (made) => deleteForGood(requests, "servicePrincipals", await doomedMonitor(requests, made)),
  deletes: async (made) => deletionFor(requests, "servicePrincipals", await doomedMonitor(requests, made)),
  undo: () => null,
});

/**
 * The assignment goes with the bot's service principal. Azure Monitor's goes where it came with this installation and nobody
 * else has given it a role since.
 */
async function doomedMonitor(requests: Requests, { answers, principal }: Made) {
  const mark = markOf(answers);
  const monitor = await principalOf(requests, azureMonitor.appId);
  const isOurs = monitor?.tags.includes(mark) === true && (await isUnused(requests, monitor.id, principal));
  return { id: isOurs ? monitor.id : null, displayName: azureMonitor.name, mark };
}

const usesShape = z.object({ value: z.array(z.object({ resourceId: z.string() })) });

/** Whether it has no role of anything but the bot. */
async function isUnused(requests: Requests, id: string, principal: string | undefined): Promise<boolean> {
  const path = `/servicePrincipals/${id}/appRoleAssignments`;
  const { body } = await requests.graph(usesShape, { method: "GET", path });
  return body.value.every(({ resourceId }) => resourceId === principal);
}

/** Made with the mark where the tenant does not know it yet. */
async function azureMonitorsId(requests: Requests, mark: string): Promise<string> {
  const there = await principalOf(requests, azureMonitor.appId);
  if (there !== null) return there.id;
  const { body } = await requests.graph(z.object({ id: z.string() }), {
    ...{ method: "PATCH", path: `/servicePrincipals(appId='${azureMonitor.appId}')`, createIfMissing: true },
    body: { tags: [mark] },
  });
  return body.id;
}
