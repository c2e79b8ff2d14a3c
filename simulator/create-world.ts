// Starts a scenario: puts together what a World is made of.

import { createAccess } from "./arm/access.ts";
import { activitiesOf } from "./arm/activities.ts";
import { createCommandRuns } from "./arm/command-runs.ts";
import { createDeployments } from "./arm/deployments/deployment.ts";
import { assignAddresses } from "./arm/ip-configurations.ts";
import { createKubernetesClusters } from "./arm/kubernetes-clusters.ts";
import { settlePeerings } from "./arm/peering.ts";
import { ResourceStore } from "./arm/resource-store.ts";
import { createThrottling } from "./arm/throttling.ts";
import { botResources } from "./bot-service/bot-resources.ts";
import { createDirectory } from "./directory.ts";
import { createAuthorizationCodes } from "./entra/authorization-codes.ts";
import { createDeviceCodes } from "./entra/device-codes.ts";
import { createTokens } from "./entra/tokens.ts";
import { createAppDirectory } from "./graph/app-directory.ts";
import type { KeyMaterial } from "./key-material.ts";
import type { Scenario } from "./scenario/schema.ts";
import { createSignIns } from "./token-service/sign-ins.ts";
import type { Deliver, World } from "./world.ts";

type Options = {
  scenario: Scenario;
  keys: KeyMaterial;
  url: string;
  gatewayBase: string;
  deliver: Deliver;
};

/** The resources of a scenario, with everything that Azure computes at rest. */
export function createStore({ resources }: Pick<Scenario, "resources">): ResourceStore {
  const store = new ResourceStore();
  // Parents first, so that a child that stands on its own finds the parent that shows it.
  const depth = ({ id }: { id: string }): number => id.split("/").length;
  for (const resource of resources.toSorted((a, b) => depth(a) - depth(b))) store.load({ ...resource });
  settlePeerings(store);
  assignAddresses(store);
  return store;
}

/** Starts a scenario from its beginning. `close` ends what it runs. */
export async function createWorld({ scenario, keys, url, gatewayBase, deliver }: Options): Promise<World> {
  const directory = createDirectory(scenario);
  const store = createStore({ resources: [...scenario.resources, ...botResources(scenario, url)] });
  const assignments = scenario.roleAssignments.map((item) => ({ ...item, name: crypto.randomUUID() }));
  const tokens = await createTokens({ key: keys.entra, url, scenario, directory });
  const access = createAccess(directory, () => assignments);
  const kubernetes = createKubernetesClusters({ scenario, store, directory, access, tokens, keys });
  const runs = createCommandRuns();
  const startedAt = new Date();
  const deployments = createDeployments();
  return {
    startedAt,
    url,
    gatewayBase,
    scenario,
    directory,
    apps: createAppDirectory(scenario, startedAt),
    tokens,
    authorizationCodes: createAuthorizationCodes(),
    deviceCodes: createDeviceCodes(),
    signIns: createSignIns(scenario.principals),
    store,
    assignments,
    access,
    activities: activitiesOf(scenario.changes),
    deployments,
    kubernetes,
    runs,
    throttling: createThrottling(scenario.throttling),
    deliver,
    close: async () => {
      runs.abort();
      deployments.ended = true;
      await kubernetes.close();
    },
  };
}
