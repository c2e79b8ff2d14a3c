// `npm run bench`: what a diagnosis costs on the local Azure with the latency of a far region, in one table.
import tls from "node:tls";
import { people, tenantId } from "../simulator/people.ts";
import { startSimulator } from "../simulator/simulator.ts";
import { azureEnvironment } from "../src/azure/cloud.ts";
import { createClusterReader } from "../src/azure/cluster-reader.ts";
import { createRequesterCredentials } from "../src/azure/requester-credential.ts";
import { diagnose } from "../src/core/diagnosis/diagnose.ts";

const latencyMs = 100;
const parallel = 12;
const rounds = 5;

const simulator = await startSimulator({ scenario: "simulator/scenarios/hub-spoke.json", latencyMs });
tls.setDefaultCACertificates([...tls.getCACertificates("default"), simulator.caPem]);
const { environment: variables, scenario } = simulator;
const environment = azureEnvironment({
  cloud: "public",
  authorityHost: variables.AZURE_AUTHORITY_HOST,
  armEndpoint: variables.ARM_ENDPOINT,
  armScope: variables.ARM_SCOPE,
  graphEndpoint: variables.GRAPH_ENDPOINT,
});
const signedIn = createRequesterCredentials({
  environment,
  tenantId,
  clientId: scenario.appId,
  clientAuth: { kind: "secret", secret: variables.MICROSOFT_APP_PASSWORD ?? "" },
}).fromAssertion({
  assertion: await simulator.tokenFor(people.alex.oid, scenario.appId),
  expected: { objectId: people.alex.oid, tenantId, displayName: people.alex.displayName },
});
if (!signedIn.ok) throw new Error(signedIn.failure.message);
const { credential } = signedIn;

const cluster = scenario.resources.find(({ id }) => /managedClusters\/[^/]+$/i.test(id))?.id ?? "";
const reader = createClusterReader({ environment, version: "bench" });
await credential.exchange("arm");
await reader.collect(credential, cluster, {});

const walls: number[] = [];
let snapshot = await reader.collect(credential, cluster, {});
for (let round = 0; round < rounds; round += 1) {
  const from = performance.now();
  snapshot = await reader.collect(credential, cluster, {});
  walls.push(performance.now() - from);
}
const evaluations = 200;
const from = performance.now();
for (let round = 0; round < evaluations; round += 1) diagnose(snapshot);
const evaluation = (performance.now() - from) / evaluations;
await simulator.close();

const { levels, requests } = snapshot.arm;
const wall = walls.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
const floor = Math.max(levels, Math.ceil(requests / parallel)) * latencyMs;
console.table({
  "ARM levels of a diagnosis": levels,
  "ARM requests of a diagnosis": requests,
  [`wall time, median of ${rounds} (ms, ${latencyMs} ms latency, signed in)`]: Math.round(wall),
  "ratio to levels × latency": Number((wall / floor).toFixed(2)),
  "ratio to the same requests one after another": Number((wall / (requests * latencyMs)).toFixed(2)),
  "evaluating all checks (ms)": Number(evaluation.toFixed(2)),
  "resident memory (MB)": Math.round(process.memoryUsage().rss / 1e6),
});
process.exit(0);
