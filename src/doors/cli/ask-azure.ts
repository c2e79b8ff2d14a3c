// A diagnosis as whoever has signed in on this machine: the same reader and the same judgement as in chat.

import { askedFact } from "../../app/diagnosis/asked-fact.ts";
import { type LookPorts, type ProbeGate, probeCluster } from "../../app/diagnosis/probe-cluster.ts";
import type { ClusterReader, RequesterCredential } from "../../app/ports/azure.ts";
import { createClusterReader } from "../../azure/collect/cluster-reader.ts";
import { ambientCredential, machineCredential } from "../../azure/entra/ambient-credential.ts";
import { azureEnvironment } from "../../azure/entra/cloud.ts";
import { createCommandTransport } from "../../azure/run-command/command-transport.ts";
import { systemClock } from "../../composition/clock.ts";
import { version } from "../../composition/release.ts";
import { readCloud } from "../../config/config.ts";
import { parseClusterName, writtenCluster } from "../../core/cluster-name.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import { findCluster } from "../../core/conversation/reading/find-cluster.ts";
import { diagnose } from "../../core/diagnosis/diagnose.ts";
import type { Diagnosis, Question } from "../../core/diagnosis/diagnosis.ts";
import { clusterNotProbed, mergeInCluster } from "../../core/diagnosis/merge-in-cluster.ts";
import { whyLeftOut } from "../../core/diagnosis/read-fact.ts";
import { whetherAllowed } from "../../core/diagnosis/whether-allowed.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import type { Io } from "./io.ts";
import { rememberClusters } from "./remembered-clusters.ts";
import { type CliStop, exitCodes, settingsStop, stop, wrongUse } from "./stop.ts";

const english = messages("en");

/** Whoever has signed in here asks for themselves: Azure and Kubernetes decide, and no policy of the bot's. */
const openGate: Omit<ProbeGate, "whyClosed"> = {
  admit: async (reads) => ({ reads, denied: [] }),
  whyNotNow: async () => null,
};

/**
 * `inside`: inside the cluster as well, and `meanwhile` is told what is known without that. `asksOf`: whether this address
 * or range is let in. `question`: the fact that is asked for.
 */
type More = Readonly<{
  inside?: boolean;
  meanwhile?: (way: Diagnosis) => void;
  asksOf?: string | undefined;
  question?: Question | undefined;
}>;

/** What is wrong with `written`, seen from where `client` says. */
export async function askAzure(
  io: Io,
  written: string,
  client: Client,
  { inside = false, meanwhile, asksOf, question }: More = {},
): Promise<Readonly<{ ok: true; diagnosis: Diagnosis }> | CliStop> {
  if (parseClusterName(written) === null) return wrongUse(cliStops.noName(written));
  const opened = await openAzure(io);
  if (!opened.ok) return opened;
  const { credential, options, reader } = opened;
  const named = await clusterId(io, reader, credential, written);
  if (!named.ok) return named;
  const ports: LookPorts = {
    reader,
    transport: createCommandTransport(options),
    clock: systemClock,
    log: quiet,
  };
  const cluster = { id: named.id, name: written };
  // At once, so that neither waits for the other.
  const looking = inside ? probeCluster(ports, credential, { cluster }, openGate) : null;
  const snapshot = await reader.collect(credential, named.id, client);
  const found = diagnose(snapshot);
  const fact = await askedFact(reader, credential, question, snapshot, found);
  const allowed = asksOf === undefined ? {} : { allowed: whetherAllowed(snapshot, found, asksOf) };
  const way = { ...found, ...allowed, ...fact };
  if (looking === null) return { ok: true, diagnosis: clusterNotProbed(way, whyLeftOut(question)) };
  meanwhile?.(way);
  return { ok: true, diagnosis: mergeInCluster(way, snapshot, await looking) };
}

/** Azure, as whoever has signed in on this machine. */
async function openAzure({ variables }: Io) {
  const cloud = readCloud(variables);
  if (!cloud.ok) return settingsStop(cloud.problems);
  const environment = azureEnvironment({ ...cloud.settings, cloud: cloud.settings.name });
  const signedIn = await ambientCredential(environment, machineCredential(environment));
  if (!signedIn.ok)
    return stop(exitCodes.failure, signedIn.failure.code, english.saySignIn(signedIn.failure));
  const options = { environment, version };
  const reader = createClusterReader(options);
  return { ok: true, credential: signedIn.credential, options, reader } as const;
}

/** What goes wrong is part of the answer. */
const quiet: LookPorts["log"] = { info: () => {}, warn: () => {}, error: () => {} };

/** A whole id is taken as it is: it may be readable where no list is. */
async function clusterId(
  io: Io,
  reader: ClusterReader,
  as: RequesterCredential,
  written: string,
): Promise<Readonly<{ ok: true; id: string }> | CliStop> {
  const { id } = writtenCluster(written);
  if (id !== "") return { ok: true, id };
  const listed = await listClusters(io, reader, as);
  if (!listed.ok) return listed;
  const { clusters, problem } = listed;
  const match = findCluster(written, clusters);
  if ("found" in match) return { ok: true, id: match.found.id };
  if ("ambiguous" in match) {
    const ids = match.ambiguous.map(idOf);
    return wrongUse(cliStops.severalClusters(written, ids), "clusterAmbiguous");
  }
  const close = match.unknown.map(idOf);
  const { clusterGaps, sentences } = english;
  const reason = sentences([
    cliStops.noCluster(as.requester.displayName, written),
    close.length > 0 ? cliStops.closeTo(close) : clusters.length === 0 ? cliStops.noneAtAll : "",
    problem === null ? "" : say(clusterGaps, problem),
  ]);
  return stop(exitCodes.unknown, "clusterNotFound", reason);
}

async function listClusters(io: Io, reader: ClusterReader, as: RequesterCredential) {
  const listed = await reader.list(as);
  if (listed.status === "unavailable")
    return stop(exitCodes.failure, "clustersNotListed", english.sayUnread(listed.message));
  await rememberClusters(io.variables, listed.data.clusters);
  return { ok: true, ...listed.data } as const;
}

/** What the person can see, and why it may lack some. */
export async function seenClusters(io: Io) {
  const opened = await openAzure(io);
  return opened.ok ? listClusters(io, opened.reader, opened.credential) : opened;
}

const idOf = ({ subscriptionId, resourceGroup, name }: ClusterSummary): string =>
  `${subscriptionId}/${resourceGroup}/${name}`;
