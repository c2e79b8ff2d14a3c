// Makes what a deployment says, one resource after the other, each as its own PUT would be answered.
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Reply } from "../../http.ts";
import { type Json, type JsonObject, objectOf } from "../../json.ts";
import { parseArmPath } from "../arm-path.ts";
import type { ArmRequest } from "../arm-request.ts";
import type { Deployment, Operation } from "./deployment.ts";
import type { Planned } from "./template.ts";

/** As a request for one resource is answered. */
export type Answer = (request: ArmRequest) => Reply | Promise<Reply>;

/** Goes on by itself, whether anybody asks or not, one resource after the other. */
export async function makeAll(request: ArmRequest, deployment: Deployment, answer: Answer): Promise<void> {
  const { world } = request;
  const reference = (id: string): Json => structuredClone(world.store.get(id)?.properties ?? {});
  for (const planned of deployment.plan.resources) {
    await nextTurn();
    if (world.deployments.ended || deployment.state === "Canceled") return;
    deployment.state = "Running";
    const operation = begun(planned);
    deployment.operations.push(operation);
    const reply = await makeOne(request, planned, planned.body(reference), answer);
    Object.assign(operation, { status: reply.status, said: reply.body ?? null });
    operation.state = reply.status < 300 ? "Succeeded" : "Failed";
    if (operation.state === "Failed") return end(deployment, operation);
  }
  deployment.outputs = deployment.plan.outputs(reference);
  end(deployment, null);
}

const begun = (target: Planned): Operation => ({
  ...{ id: crypto.randomUUID(), target, state: "Running", startedAt: new Date(), status: 202, said: null },
});

function makeOne(request: ArmRequest, planned: Planned, body: JsonObject, answer: Answer) {
  const call = {
    ...request.call,
    ...{ method: "PUT", path: planned.id, body: JSON.stringify(body) },
    query: new URLSearchParams({ "api-version": planned.apiVersion }),
  };
  return answer({ ...request, call, path: parseArmPath(planned.id) });
}

function end(deployment: Deployment, failed: Operation | null): void {
  deployment.endedAt = new Date();
  deployment.state = failed === null ? "Succeeded" : "Failed";
  if (failed === null) return;
  deployment.error = {
    code: "DeploymentFailed",
    target: deployment.id,
    message:
      "At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.",
    details: [objectOf(objectOf(failed.said).error)],
  };
}
