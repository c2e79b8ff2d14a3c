// Everything that is read inside a cluster, in the commands that it is batched into.
import type { CommandRequest } from "../command/grammar/command-request.ts";
import { parseArgv } from "../command/parse-command.ts";
import { markedLine, withErrors } from "../text/marked.ts";
import { apiServices, certificates, constraints, signingRequests, webhooks } from "./reads/admission.ts";
import { apiEndpoints, backendRead, ready, systemSlices, version, whoami } from "./reads/control-plane.ts";
import type { ReadSpec } from "./reads/define-read.ts";
import { nameErrors, tunnel, warnings } from "./reads/logs.ts";
import type { PartName, Service } from "./reads/model.ts";
import { claims, leases, nodes, storageClasses } from "./reads/nodes.ts";
import { commandPods, evictedPods, lastWords, pods, runningPods, systemPods } from "./reads/pods.ts";
import { autoscaler, customNames, networkPolicies } from "./reads/settings.ts";
import { budgets, daemonSets, deployments, jobs, workloads } from "./reads/workloads.ts";

/** By the part of the model that each makes. */
export const specs = {
  ready,
  version,
  whoami,
  apiEndpoints,
  nodes,
  leases,
  commandPods,
  systemPods,
  deployments,
  daemonSets,
  systemSlices,
  customNames,
  autoscaler,
  networkPolicies,
  nameErrors,
  tunnel,
  apiServices,
  webhooks,
  signingRequests,
  certificates,
  constraints,
  budgets,
  pods,
  runningPods,
  evictedPods,
  workloads,
  jobs,
  claims,
  storageClasses,
  warnings,
  lastWords,
} as const satisfies { readonly [Name in PartName]: ReadSpec<Name> };

/** `request`: what is sent, and what it takes in Kubernetes; the policy is asked about it as about a person's. */
export type InClusterRead = Readonly<{ id: string; request: CommandRequest }>;

const requests = new WeakMap<ReadSpec, CommandRequest>();

/** Read once for each: a diagnosis asks for all of them, whether it looks inside or not. */
export function requestOf(spec: ReadSpec): CommandRequest {
  const known = requests.get(spec) ?? parsedRequest(spec);
  requests.set(spec, known);
  return known;
}

/** Throws where the door for commands would not take one of ours: that is a mistake here. */
function parsedRequest({ id, argv, ownReads }: ReadSpec): CommandRequest {
  if (ownReads !== undefined) return ownRequest(argv, ownReads);
  const parsed = parseArgv(argv);
  if (!parsed.ok) throw new Error(`The read ${id} is no command that may be sent: ${parsed.code}.`);
  return parsed.request;
}

const ownRequest = (argv: readonly string[], reads: CommandRequest["reads"]): CommandRequest => ({
  tool: "kubectl",
  argv,
  verb: "get",
  resources: reads.map(({ resource }) => resource),
  names: [],
  scope: { kind: "cluster" },
  reads,
  access: "read",
  risks: [],
  filters: [],
});

const readOf = (spec: ReadSpec): InClusterRead => ({ id: spec.id, request: requestOf(spec) });

/** What may grow with the cluster stands last: where an output is cut, the rest of it is whole. */
const batched: readonly (readonly ReadSpec[])[] = [
  [
    ...[ready, version, whoami, apiEndpoints, commandPods, deployments, daemonSets, systemSlices],
    ...[customNames, autoscaler, networkPolicies, systemPods, nodes, leases],
  ],
  [
    ...[nameErrors, apiServices, webhooks, constraints, tunnel, certificates, budgets, signingRequests],
    ...[storageClasses, claims, workloads, jobs, pods, runningPods, evictedPods, warnings, lastWords],
  ],
];

/** Two commands that do not wait for each other. */
export const firstBatches = (): readonly (readonly InClusterRead[])[] =>
  batched.map((specsOfOne) => specsOfOne.map(readOf));

/** What the first two lead to, as a third: endpoints of these services. Nobody has so many that count. */
export const backendReads = (services: readonly Service[]): readonly InClusterRead[] =>
  services.slice(0, 20).map(({ namespace, name }) => readOf(backendRead(namespace, name)));

// The reads of a look inside as one line for a shell; their outputs come apart again in `chunksIn`.

/** Throws for a nonce that could be guessed. */
export const commandLine = (reads: readonly InClusterRead[], nonce: string): string =>
  markedLine(
    reads.map(({ id, request }) => ({ id, command: withErrors(request.argv) })),
    nonce,
  );
