// Run Command: POST runCommand answers 202 at once, GET commandResults tells what came of it.
import { setTimeout as sleep } from "node:timers/promises";
import { unzipSync } from "fflate";
import { jsonBody, type Reply } from "../http.ts";
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import { findKubectl, runKubectl } from "../kubernetes/kubectl.ts";
import type { World } from "../world.ts";
import { armError, resourceNotFound } from "./arm-errors.ts";
import { parseArmPath } from "./arm-path.ts";
import { type ArmHandler, type ArmRequest, refuse } from "./arm-request.ts";
import type { CommandResult, CommandRun } from "./command-runs.ts";
import type { Resource } from "./resource-store.ts";

const largestLogs = 512 * 1024;

export const runCommand: ArmHandler = (request) => {
  const { world, path, call } = request;
  const refusal = refuse(request, "Microsoft.ContainerService/managedClusters/runcommand/action");
  if (refusal !== null) return refusal;
  const cluster = world.store.get(path.parent);
  if (cluster === undefined) return resourceNotFound(parseArmPath(path.parent));
  const body = jsonBody(call);
  const problem = whyNot(cluster, body);
  if (problem !== null) return problem;
  const run = world.runs.start(cluster.id, (signal) => execute(world, cluster, body, signal));
  return { status: 202, headers: { location: resultLocation(request, cluster, run) } };
};

/** While it runs: 202 with a body, for the CLI cannot read an empty one, and no Retry-After, as the service. */
export const commandResults: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request, "Microsoft.ContainerService/managedClusters/commandResults/read");
  if (refusal !== null) return refusal;
  const run = world.runs.find(path.parent, path.name ?? "");
  const cluster = world.store.get(path.parent);
  if (run === undefined || cluster === undefined) {
    return armError(404, "NotFound", `The command ${path.name} was not found.`);
  }
  if (run.finished === null) {
    const properties = { provisioningState: "Running", startedAt: run.startedAt.toISOString() };
    const headers = { location: resultLocation(request, cluster, run) };
    return { status: 202, headers, body: { id: run.id, properties } };
  }
  return { status: 200, body: { id: run.id, properties: finishedProperties(run.startedAt, run.finished) } };
};

function finishedProperties(
  startedAt: Date,
  { at, result }: NonNullable<CommandRun["finished"]>,
): JsonObject {
  const times = { startedAt: startedAt.toISOString(), finishedAt: at.toISOString() };
  if (result.state === "failed") return { ...times, provisioningState: "Failed", reason: result.reason };
  return { ...times, provisioningState: "Succeeded", exitCode: result.exitCode, logs: result.logs };
}

function resultLocation({ world, call }: ArmRequest, cluster: Resource, run: CommandRun): string {
  const version = call.query.get("api-version") ?? "";
  const path = cluster.id.replace(/\/resourceGroups\//i, "/resourcegroups/");
  return `${world.url}${path}/commandResults/${run.id}?api-version=${version}`;
}

// The service's own codes for these are not published; what counts is that it refuses.
function whyNot(cluster: Resource, body: JsonObject): Reply | null {
  const { apiServerAccessProfile, powerState, aadProfile } = cluster.properties;
  if (textOf(body.command) === "") return armError(400, "InvalidParameter", "The command must not be empty.");
  if (objectOf(apiServerAccessProfile).disableRunCommand === true) {
    return armError(400, "RunCommandDisabled", "Run Command is disabled on this cluster.");
  }
  if (textOf(objectOf(powerState).code) === "Stopped") {
    return armError(
      400,
      "OperationNotAllowed",
      `The managed cluster ${cluster.name} is stopped; start it first.`,
    );
  }
  if (objectOf(aadProfile).managed === true && textOf(body.clusterToken) === "") {
    return armError(
      400,
      "InvalidParameter",
      "A cluster with Microsoft Entra integration needs a clusterToken.",
    );
  }
  try {
    filesIn(textOf(body.context));
    return null;
  } catch {
    return armError(400, "InvalidParameter", "The context is not a zip in base64.");
  }
}

async function execute(
  world: World,
  cluster: Resource,
  body: JsonObject,
  signal: AbortSignal,
): Promise<CommandResult> {
  const { startDelayMs, failsWith } = world.scenario.runCommand;
  await sleep(startDelayMs, undefined, { signal });
  if (failsWith !== undefined) return { state: "failed", reason: failsWith };
  if (!hasSchedulableNode(cluster)) {
    return {
      state: "failed",
      reason: "Unschedulable - 0 nodes are available: no running Linux node without a taint",
    };
  }
  const kubectl = await findKubectl();
  if (kubectl === null)
    return { state: "failed", reason: "The local Azure found no kubectl to run the command with." };
  const { url, caFile, adminToken } = await world.kubernetes.connect(cluster.id);
  const token =
    objectOf(cluster.properties.aadProfile).managed === true ? textOf(body.clusterToken) : adminToken;
  const command = textOf(body.command);
  const files = filesIn(textOf(body.context));
  const outcome = await inTurn(() => runKubectl({ kubectl, command, url, caFile, token, files, signal }));
  return { state: "succeeded", exitCode: outcome.exitCode, logs: truncate(outcome.logs) };
}

/** Base64 of a zip, or nothing. */
function filesIn(context: string): Record<string, Uint8Array> {
  return context === "" ? {} : unzipSync(Buffer.from(context, "base64"));
}

/** Nodes of their own run the pods of a cluster; here they share the cores of one machine, and too many starve each other. */
const atOnce = 12;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The command's pod needs a running Linux node; it carries no tolerations, and AKS taints every spot node. */
function hasSchedulableNode(cluster: Resource): boolean {
  return listOf(cluster.properties.agentPoolProfiles)
    .map(objectOf)
    .some(
      (pool) =>
        textOf(pool.osType) !== "Windows" &&
        textOf(pool.scaleSetPriority) !== "Spot" &&
        textOf(objectOf(pool.powerState).code) !== "Stopped" &&
        Number(pool.count ?? 1) > 0 &&
        !listOf(pool.nodeTaints).some((taint) => /:(NoSchedule|NoExecute)$/.test(textOf(taint))),
    );
}

function truncate(logs: string): string {
  const bytes = Buffer.from(logs);
  return bytes.length <= largestLogs ? logs : bytes.subarray(0, largestLogs).toString("utf8");
}
