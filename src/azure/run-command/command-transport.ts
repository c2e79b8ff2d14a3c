// Sends one command through AKS Run Command, as the requester, and reads how it goes.
// The POST is sent once and never again by anybody: a change must run at most once.
// https://learn.microsoft.com/azure/aks/access-private-cluster
import type { ContainerServiceClient, RunCommandResult } from "@azure/arm-containerservice";
import { strToU8, zipSync } from "fflate";
import type {
  CommandLine,
  CommandProgress,
  CommandStart,
  CommandTransport,
  RequesterCredential,
  TokenResult,
} from "../../app/ports/azure.ts";
import type { CommandResult } from "../../core/command/grammar/command-request.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import type { ArmFailure } from "../../core/snapshot/section.ts";
import { type ArmOptions, openArmSession, WithheldError } from "../arm/arm-client.ts";
import { armFailureOf, wasNotAccepted } from "../arm/arm-failure.ts";
import type { ResourceRef } from "../arm/resource-id.ts";
import { parseClusterId } from "../collect/kit/cluster.ts";

const startTimeoutMs = 60_000;
const progressTimeoutMs = 20_000;
const clusterType = "Microsoft.ContainerService/managedClusters";

/** The service cuts at "512 kB" without saying so; the smaller reading of that number never misses a cut. */
const outputLimit = 512_000;

const badId = (clusterId: string): ArmFailure => ({
  status: null,
  code: "InvalidClusterId",
  message: clusterId,
});

const signInFailed = (token: Extract<TokenResult, { ok: false }>): CommandStart => ({
  status: "refused",
  failure: {
    status: null,
    code: token.failure.code,
    message: "",
    signIn: token.failure,
  },
});

/** The id of the command in the address that Azure answers with. */
export const operationIdIn = (location: string | undefined): string | null =>
  /\/commandResults\/(\w+)/i.exec(location ?? "")?.[1] ?? null;

/** Base64 of a zip, whose files AKS puts where the command is run; empty for none. */
const contextOf = (file: CommandLine["file"]): string =>
  file === undefined ? "" : Buffer.from(zipSync({ [file.name]: strToU8(file.text) })).toString("base64");

type Accepted = Readonly<{ operationId: string | null; correlationId?: string }>;

/** Sends the POST and waits for the acceptance only: the poller is a promise of the result, so it is never awaited. */
const submit = async (
  client: ContainerServiceClient,
  cluster: ResourceRef,
  { line, file }: CommandLine,
  clusterToken: string | undefined,
): Promise<Accepted> => {
  let location: string | undefined;
  let correlationId: string | undefined;
  const run = {
    poller: client.managedClusters.runCommand(
      cluster.resourceGroup,
      cluster.name,
      { command: line, context: contextOf(file), ...(clusterToken === undefined ? {} : { clusterToken }) },
      {
        onResponse: (response) => {
          location = response.headers.get("location") ?? location;
          correlationId ??= response.headers.get("x-ms-correlation-request-id");
        },
      },
    ),
  };
  await run.poller.submitted();
  return { operationId: operationIdIn(location), ...(correlationId !== undefined && { correlationId }) };
};

const start = async (
  options: ArmOptions,
  as: RequesterCredential,
  clusterId: string,
  sent: CommandLine,
  sendKubernetesToken: boolean,
  whyNotNow: () => Promise<RunFailure | null>,
): Promise<CommandStart> => {
  const cluster = parseClusterId(clusterId);
  if (cluster === null) return { status: "refused", failure: badId(clusterId) };
  const [arm, kubernetes] = await Promise.all([
    as.exchange("arm"),
    sendKubernetesToken ? as.exchange("kubernetes") : null,
  ]);
  if (!arm.ok) return signInFailed(arm);
  if (kubernetes !== null && !kubernetes.ok) return signInFailed(kubernetes);
  const needs: Permission = { action: `${clusterType}/runCommand/action`, scope: clusterId };
  const session = openArmSession(options, as, {
    ms: startTimeoutMs,
    maxRetries: 0,
    whyNotNow,
  });
  try {
    const client = session.clusters(cluster.subscriptionId);
    const { operationId, ...more } = await submit(client, cluster, sent, kubernetes?.token);
    if (operationId !== null) return { status: "accepted", operationId, ...more };
    return { status: "unknown", failure: { status: 202, code: "NoOperationId", message: "" } };
  } catch (error) {
    if (error instanceof WithheldError) return { status: "withheld", failure: error.failure };
    const failure = armFailureOf(error, needs);
    const notAccepted = session.requests() === 0 || wasNotAccepted(error);
    return { status: notAccepted ? "refused" : "unknown", failure };
  }
};

const isoTime = (time: Date | undefined): string | undefined =>
  time instanceof Date && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined;

const resultOf = (answer: RunCommandResult, operationId: string): CommandResult => {
  const output = answer.logs ?? "";
  const [startedAt, finishedAt] = [isoTime(answer.startedAt), isoTime(answer.finishedAt)];
  return {
    exitCode: answer.exitCode ?? null,
    output,
    truncated: Buffer.byteLength(output) >= outputLimit,
    masked: 0,
    operationId,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
  };
};

/**
 * What an answer about a command means. States come in any case, and HTTP 200 says nothing by itself:
 * it may carry `failed` with a reason, or a command that still runs.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: the SDK's own type for an answer without a body (202)
export const progressOf = (answer: RunCommandResult | void, operationId: string): CommandProgress => {
  const state = answer?.provisioningState?.toLowerCase();
  if (!answer || state === undefined) return { status: "running" };
  if (state === "succeeded") return { status: "finished", result: resultOf(answer, operationId) };
  if (state === "failed" || state === "canceled") return { status: "failed", reason: answer.reason ?? null };
  return { status: "running" };
};

const progress = async (
  options: ArmOptions,
  as: RequesterCredential,
  clusterId: string,
  operationId: string,
): Promise<CommandProgress> => {
  const cluster = parseClusterId(clusterId);
  if (cluster === null) return { status: "unreadable", failure: badId(clusterId) };
  const session = openArmSession(options, as, {
    ms: progressTimeoutMs,
    maxRetries: 3,
  });
  try {
    const { managedClusters } = session.clusters(cluster.subscriptionId);
    const answer = await managedClusters.getCommandResult(cluster.resourceGroup, cluster.name, operationId);
    return progressOf(answer, operationId);
  } catch (error) {
    const needs: Permission = { action: `${clusterType}/commandResults/read`, scope: clusterId };
    return { status: "unreadable", failure: armFailureOf(error, needs) };
  }
};

/** Output is handed on as it came; the caller redacts it before anything else sees it. */
export const createCommandTransport = (options: ArmOptions): CommandTransport => ({
  start: (as, clusterId, sent, sendKubernetesToken, whyNotNow) =>
    start(options, as, clusterId, sent, sendKubernetesToken, whyNotNow),
  progress: (as, clusterId, operationId) => progress(options, as, clusterId, operationId),
});
