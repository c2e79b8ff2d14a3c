// The local Azure at a distance, trusted by this process; and the reader of clusters as a person who has signed in.
import tls from "node:tls";
import { people, tenantId } from "../../simulator/people.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import { azureEnvironment } from "../../src/azure/entra/cloud.ts";
import { createRequesterCredentials } from "../../src/azure/entra/requester-credential.ts";
import { latencyMs } from "./row.ts";

export async function startAzure(): Promise<Simulator> {
  const azure = await startSimulator({
    scenario: "simulator/scenarios/hub-spoke.json",
    latencyMs,
    localDir: ".local/bench",
  });
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), azure.caPem]);
  return azure;
}

export const clusterOf = ({ scenario }: Simulator): string =>
  scenario.resources.find(({ id }) => /managedClusters\/[^/]+$/i.test(id))?.id ?? "";

/** `collect` as Alex, whose token for ARM is there already: sign-in does not count. */
export async function signedInReader(azure: Simulator) {
  const { environment: variables, scenario } = azure;
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
    assertion: await azure.tokenFor(people.alex.oid, scenario.appId),
    expected: { objectId: people.alex.oid, tenantId, displayName: people.alex.displayName },
  });
  if (!signedIn.ok) throw new Error(signedIn.failure.why);
  const { credential } = signedIn;
  await credential.exchange("arm");
  const reader = createClusterReader({ environment, version: "bench" });
  const cluster = clusterOf(azure);
  return { collect: () => reader.collect(credential, cluster, {}) };
}
