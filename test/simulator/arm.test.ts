// ARM's own behaviour: who may see what, not-found shapes, pages, both views of a child, and computed states.
import { people, subscriptions } from "../../simulator/people.ts";
import type { ScenarioInput } from "../../simulator/scenario/schema.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import * as ids from "./ids.ts";
import { arm, scenarioFile, send, startTrusted } from "./support.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startTrusted();
});
beforeEach(() => simulator.loadScenario(scenarioFile("hub-spoke")));
afterAll(() => simulator.close());

const named = (body: { value?: { name: string }[] }) =>
  (body.value ?? []).map((item) => item.name).toSorted();

describe("who is let in", () => {
  test.each([
    ["no token", () => Promise.resolve(""), "AuthenticationFailed"],
    ["not a token", () => Promise.resolve("Bearer abc"), "InvalidAuthenticationToken"],
    [
      "a token for another API",
      async () => `Bearer ${await simulator.tokenFor(people.alex.oid, "https://graph.microsoft.com")}`,
      "InvalidAuthenticationTokenAudience",
    ],
  ])("%s → 401", async (_, header, code) => {
    const authorization = await header();
    const headers: Record<string, string> = authorization === "" ? {} : { authorization };
    const reply = await send(`${simulator.url}${ids.cluster}?api-version=2025-03-01`, "GET", headers);
    expect(reply).toMatchObject({ status: 401, body: { error: { code } } });
    expect(reply.headers.get("www-authenticate")).toMatch(/^Bearer authorization_uri="/);
  });

  test.each([["https://management.azure.com/"], ["https://management.core.windows.net/"]])(
    "audience %s is ARM's as well",
    async (audience) => {
      const authorization = `Bearer ${await simulator.tokenFor(people.alex.oid, audience)}`;
      const reply = await send(`${simulator.url}${ids.cluster}?api-version=2025-03-01`, "GET", {
        authorization,
      });
      expect(reply.status).toBe(200);
    },
  );
});

describe("whoever asks too much is refused, as by Azure", () => {
  const limited = async (throttling: NonNullable<ScenarioInput["throttling"]>) =>
    simulator.loadScenario({ ...simulator.scenario, throttling });
  const remaining = "x-ms-ratelimit-remaining-subscription-reads";

  test("a bucket for each person and subscription: what is left is told, and when to come again", async () => {
    await limited({ reads: { bucket: 2, perSecond: 0.001 } });
    const [first, second, third] = [
      await arm(simulator, people.alex, "GET", ids.cluster),
      await arm(simulator, people.alex, "GET", ids.cluster),
      await arm(simulator, people.alex, "GET", ids.cluster),
    ];
    expect([first, second].map(({ status, headers }) => [status, headers.get(remaining)])).toEqual([
      [200, "1"],
      [200, "0"],
    ]);
    expect(third).toMatchObject({ status: 429, body: { error: { code: "SubscriptionRequestsThrottled" } } });
    expect(third.headers.get("retry-after")).toBe("1");
    expect((await arm(simulator, people.megan, "GET", ids.cluster)).status).toBe(200);
    expect((await arm(simulator, people.alex, "GET", ids.hubNetwork)).status).toBe(200);
  });

  test("a scenario that says nothing of it limits nobody", async () => {
    const reply = await arm(simulator, people.alex, "GET", ids.cluster);
    expect([reply.status, reply.headers.get(remaining)]).toEqual([200, null]);
  });
});

describe("what each person may", () => {
  const aks = `/subscriptions/${subscriptions.prod}/providers/Microsoft.ContainerService/managedClusters`;
  test.each([
    ["alex", "GET", ids.cluster, 200],
    ["alex", "GET", ids.hubNetwork, 200],
    ["alex", "PUT", `${ids.spokeNetwork}/subnets/new`, 403],
    ["megan", "PUT", `${ids.spokeNetwork}/subnets/new`, 201],
    ["patti", "GET", ids.cluster, 200],
    ["isaiah", "GET", ids.cluster, 200],
    ["isaiah", "GET", ids.hubNetwork, 403],
    ["isaiah", "GET", `${ids.nodeGroup}/providers/Microsoft.Network/privateEndpoints`, 403],
    ["isaiah", "POST", `${ids.cluster}/runCommand`, 403],
    ["diego", "GET", ids.cluster, 403],
    ["diego", "GET", aks, 403],
    ["adele", "GET", ids.clusterGroup, 403],
  ] as const)("%s %s %s → %i", async (who, method, target, status) => {
    const reply = await arm(
      simulator,
      people[who],
      method,
      target,
      method === "GET" ? undefined : { properties: {} },
    );
    expect(reply.status).toBe(status);
  });

  test("a subscription-wide list holds what the caller may read", async () => {
    expect(named((await arm(simulator, people.isaiah, "GET", aks)).body)).toEqual(["prod-1"]);
    const endpoints = `/subscriptions/${subscriptions.prod}/providers/Microsoft.Network/privateEndpoints`;
    expect(named((await arm(simulator, people.isaiah, "GET", endpoints)).body)).toEqual([]);
    expect(named((await arm(simulator, people.alex, "GET", endpoints)).body)).toEqual(["kube-apiserver"]);
  });

  test("subscriptions and resource groups, likewise", async () => {
    const seen = async (who: keyof typeof people) =>
      (await arm(simulator, people[who], "GET", "/subscriptions")).body.value.map(
        (item: { displayName: string }) => item.displayName,
      );
    expect(await seen("alex")).toEqual(["prod", "connectivity"]);
    expect(await seen("isaiah")).toEqual(["prod"]);
    expect(await seen("adele")).toEqual([]);
    const groups = await arm(
      simulator,
      people.isaiah,
      "GET",
      `/subscriptions/${subscriptions.prod}/resourcegroups`,
    );
    expect(named(groups.body)).toEqual(["rg-prod"]);
  });

  test("permissions: one entry for each assignment that reaches the scope", async () => {
    const target = `${ids.cluster}/providers/Microsoft.Authorization/permissions`;
    const { body } = await arm(simulator, people.alex, "GET", target);
    const actions = body.value.map((entry: { actions: string[] }) => entry.actions);
    expect(actions).toEqual([
      ["*/read"],
      expect.arrayContaining([expect.stringMatching(/runCommand\/action$/)]),
    ]);
    expect((await arm(simulator, people.diego, "GET", target)).status).toBe(403);
  });

  test("a role given with PUT counts at once, and only once", async () => {
    const scope = ids.clusterGroup;
    const roles = `${scope}/providers/Microsoft.Authorization/roleDefinitions?$filter=roleName eq 'Reader'`;
    const role = (await arm(simulator, people.alex, "GET", roles)).body.value[0];
    const body = {
      properties: { roleDefinitionId: role.id, principalId: people.diego.oid, principalType: "User" },
    };
    await simulator.loadScenario({
      ...simulator.scenario,
      roleAssignments: [{ principalId: people.megan.oid, scope: "/", role: "Owner" }],
    });
    const put = (name: string) =>
      arm(
        simulator,
        people.megan,
        "PUT",
        `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
        body,
      );
    expect((await arm(simulator, people.diego, "GET", ids.cluster)).status).toBe(403);
    expect((await put("0c4e7d5a-91b2-4f38-a6d0-2b7f8e1c3a95")).status).toBe(201);
    expect((await arm(simulator, people.diego, "GET", ids.cluster)).status).toBe(200);
    expect(await put("1d5f8e6b-a2c3-4049-b7e1-3c80f92d4ba6")).toMatchObject({
      status: 409,
      body: { error: { code: "RoleAssignmentExists" } },
    });
  });
});

describe("what is not there", () => {
  test.each([
    [`/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups`, "SubscriptionNotFound"],
    [`/subscriptions/${subscriptions.prod}/resourceGroups/none`, "ResourceGroupNotFound"],
    [
      `/subscriptions/${subscriptions.prod}/resourceGroups/none/providers/Microsoft.Network/virtualNetworks`,
      "ResourceGroupNotFound",
    ],
    [`${ids.clusterGroup}/providers/Microsoft.Network/virtualNetworks/none`, "ResourceNotFound"],
    [`${ids.spokeNetwork}/subnets/none`, "NotFound"],
    [
      `${ids.clusterGroup}/providers/Microsoft.Network/virtualNetworks/none/subnets`,
      "ParentResourceNotFound",
    ],
    [`${ids.zone}/virtualNetworkLinks/none`, "ResourceNotFound"],
  ])("%s → 404 %s", async (target, code) => {
    const reply = await arm(simulator, people.alex, "GET", target);
    expect(reply).toMatchObject({ status: 404, body: { error: { code } } });
  });

  test("a record set answers without the outer error, as the service does", async () => {
    const reply = await arm(simulator, people.alex, "GET", `${ids.zone}/A/none`);
    expect(reply).toMatchObject({ status: 404, body: { code: "NotFound" } });
  });

  test("no api-version → 400", async () => {
    const authorization = `Bearer ${await simulator.tokenFor(people.alex.oid, "https://management.azure.com")}`;
    const reply = await send(`${simulator.url}${ids.cluster}`, "GET", { authorization });
    expect(reply.body.error.code).toBe("MissingApiVersionParameter");
  });
});

describe("pages", () => {
  const links = `${ids.zone}/virtualNetworkLinks`;
  const readAll = async (first: string): Promise<string[][]> => {
    const pages: string[][] = [];
    for (let next: string | undefined = first; next !== undefined; ) {
      const { body } = await arm(simulator, people.alex, "GET", next);
      pages.push(named(body));
      next = body.nextLink;
    }
    return pages;
  };
  test("$top cuts, nextLink goes on", async () => {
    expect(await readAll(`${links}?$top=1`)).toEqual([["link-spoke"], ["link-hub"]]);
  });
  test("a scenario's page size cuts every list", async () => {
    await simulator.loadScenario({ ...simulator.scenario, pageSize: 1 });
    expect(await readAll(links)).toEqual([["link-spoke"], ["link-hub"]]);
  });
});

describe("a child and its parent show the same", () => {
  const inParent = async (target: string, property: string, name: string) => {
    const { body } = await arm(simulator, people.megan, "GET", target);
    return body.properties[property].find((item: { name: string }) => item.name === name);
  };
  test("a rule written by its own id stands in the group, and goes with a delete", async () => {
    const group = `${ids.hubGroup}/providers/Microsoft.Network/networkSecurityGroups/nsg-jump`;
    const rule = { properties: { priority: 100, access: "Deny", direction: "Outbound", protocol: "Tcp" } };
    expect((await arm(simulator, people.megan, "PUT", `${group}/securityRules/deny`, rule)).status).toBe(201);
    expect(await inParent(group, "securityRules", "deny")).toMatchObject({ properties: { priority: 100 } });
    expect((await arm(simulator, people.megan, "DELETE", `${group}/securityRules/deny`)).status).toBe(200);
    expect(await inParent(group, "securityRules", "deny")).toBeUndefined();
    expect((await arm(simulator, people.megan, "DELETE", `${group}/securityRules/deny`)).status).toBe(204);
  });

  test("a subnet written inside its network is there by its own id", async () => {
    const { body } = await arm(simulator, people.megan, "GET", ids.spokeNetwork);
    body.properties.subnets.push({ name: "snet-more", properties: { addressPrefix: "10.20.8.0/24" } });
    expect((await arm(simulator, people.megan, "PUT", ids.spokeNetwork, body)).status).toBe(200);
    const subnet = await arm(simulator, people.megan, "GET", `${ids.spokeNetwork}/subnets/snet-more`);
    expect(subnet.body).toMatchObject({
      properties: { addressPrefix: "10.20.8.0/24", provisioningState: "Succeeded" },
    });
  });

  test("an agent pool is its profile in the cluster", async () => {
    const pool = `${ids.cluster}/agentPools/apps`;
    const { body } = await arm(simulator, people.megan, "GET", pool);
    body.properties.nodeTaints = ["team=a:NoSchedule"];
    await arm(simulator, people.megan, "PUT", pool, body);
    const { body: cluster } = await arm(simulator, people.megan, "GET", ids.cluster);
    expect(cluster.properties.agentPoolProfiles[1]).toMatchObject({
      name: "apps",
      nodeTaints: ["team=a:NoSchedule"],
    });
  });
});

describe("writing", () => {
  test("a cluster keeps what a PUT leaves out, and what only Azure writes", async () => {
    const properties = {
      apiServerAccessProfile: { disableRunCommand: true },
      powerState: { code: "Stopped" },
    };
    const { body } = await arm(simulator, people.megan, "PUT", ids.cluster, {
      location: "westeurope",
      properties,
    });
    expect(body.properties).toMatchObject({
      apiServerAccessProfile: { disableRunCommand: true, enablePrivateCluster: true },
      powerState: { code: "Running" },
      privateFQDN: expect.stringContaining(ids.zoneName),
    });
  });

  test("a network loses what a PUT leaves out", async () => {
    const subnet = `${ids.spokeNetwork}/subnets/snet-aks`;
    const { body } = await arm(simulator, people.megan, "PUT", subnet, {
      properties: { addressPrefix: "10.20.0.0/22" },
    });
    expect(body.properties.networkSecurityGroup).toBeUndefined();
  });

  test("a reference to nothing, as the CLI writes it, is none", async () => {
    const properties = {
      addressPrefix: "10.20.0.0/22",
      networkSecurityGroup: { id: `${ids.clusterGroup}/x/` },
    };
    const { body } = await arm(simulator, people.megan, "PUT", `${ids.spokeNetwork}/subnets/snet-aks`, {
      properties,
    });
    expect(body.properties.networkSecurityGroup).toBeUndefined();
  });

  test("PATCH merges", async () => {
    const { body } = await arm(simulator, people.megan, "PATCH", ids.spokeNetwork, { tags: { team: "a" } });
    expect(body).toMatchObject({ tags: { team: "a" }, properties: { subnets: [{ name: "snet-aks" }] } });
  });

  test("If-None-Match: * refuses to overwrite", async () => {
    const token = await simulator.tokenFor(people.megan.oid, "https://management.azure.com");
    const headers = { authorization: `Bearer ${token}`, "if-none-match": "*" };
    const url = `${simulator.url}${ids.zone}/virtualNetworkLinks/link-hub?api-version=2024-06-01`;
    expect((await send(url, "PUT", headers, { properties: {} })).status).toBe(412);
  });
});

describe("peering state comes from both sides", () => {
  const spokeSide = `${ids.spokeNetwork}/virtualNetworkPeerings/spoke-to-hub`;
  const hubSide = `${ids.hubNetwork}/virtualNetworkPeerings/hub-to-spoke`;
  const stateOf = async (target: string) =>
    (await arm(simulator, people.megan, "GET", target)).body.properties.peeringState;
  const create = (target: string, remote: string) =>
    arm(simulator, people.megan, "PUT", target, {
      properties: { remoteVirtualNetwork: { id: remote }, peeringState: "Connected" },
    });

  test("Disconnected when the other side goes; refused until it begins again; Connected with both", async () => {
    await arm(simulator, people.megan, "DELETE", hubSide);
    expect(await stateOf(spokeSide)).toBe("Disconnected");
    expect(await create(hubSide, ids.spokeNetwork)).toMatchObject({
      status: 400,
      body: { error: { code: "RemotePeeringIsDisconnected" } },
    });
    await arm(simulator, people.megan, "DELETE", spokeSide);
    await create(hubSide, ids.spokeNetwork);
    expect(await stateOf(hubSide)).toBe("Initiated");
    await create(spokeSide, ids.hubNetwork);
    expect([await stateOf(hubSide), await stateOf(spokeSide)]).toEqual(["Connected", "Connected"]);
  });

  test("Disconnected when the other network is deleted", async () => {
    await arm(simulator, people.megan, "DELETE", ids.hubNetwork);
    expect(await stateOf(spokeSide)).toBe("Disconnected");
  });

  test("a new address range is out of sync until the other side is written again", async () => {
    const { body } = await arm(simulator, people.megan, "GET", ids.spokeNetwork);
    body.properties.addressSpace.addressPrefixes.push("10.21.0.0/16");
    await arm(simulator, people.megan, "PUT", ids.spokeNetwork, body);
    const levels = async () =>
      Promise.all(
        [spokeSide, hubSide].map(
          async (target) =>
            (await arm(simulator, people.megan, "GET", target)).body.properties.peeringSyncLevel,
        ),
      );
    expect(await levels()).toEqual(["RemoteNotInSync", "LocalNotInSync"]);
    const hub = (await arm(simulator, people.megan, "GET", hubSide)).body;
    await arm(simulator, people.megan, "PUT", `${hubSide}?syncRemoteAddressSpace=true`, hub);
    expect(await levels()).toEqual(["FullyInSync", "FullyInSync"]);
  });
});

describe("what Azure computes", () => {
  test("a machine's power state follows start and deallocate", async () => {
    const power = async () => {
      const { body } = await arm(simulator, people.megan, "GET", `${ids.jumpMachine}/instanceView`);
      return body.statuses.map((status: { code: string }) => status.code);
    };
    await arm(simulator, people.megan, "POST", `${ids.jumpMachine}/deallocate`);
    expect(await power()).toContain("PowerState/deallocated");
    await arm(simulator, people.megan, "POST", `${ids.jumpMachine}/start`);
    expect(await power()).toContain("PowerState/running");
    const expanded = await arm(simulator, people.megan, "GET", `${ids.jumpMachine}?$expand=instanceView`);
    expect(expanded.body.properties.instanceView.statuses).toHaveLength(2);
  });

  test("an endpoint shows the state of its connection", async () => {
    const connection = `${ids.cluster}/privateEndpointConnections/kube-apiserver`;
    const endpoint = `${ids.nodeGroup}/providers/Microsoft.Network/privateEndpoints/kube-apiserver`;
    const shown = async () => {
      const { properties } = (await arm(simulator, people.megan, "GET", endpoint)).body;
      return properties.privateLinkServiceConnections[0].properties.privateLinkServiceConnectionState.status;
    };
    const { body } = await arm(simulator, people.megan, "GET", connection);
    body.properties.privateLinkServiceConnectionState.status = "Rejected";
    await arm(simulator, people.megan, "PUT", connection, body);
    expect(await shown()).toBe("Rejected");
    await arm(simulator, people.megan, "DELETE", connection);
    expect(await shown()).toBe("Disconnected");
  });

  test("a new endpoint gets an interface and a connection, which go with it", async () => {
    const endpoint = `${ids.hubGroup}/providers/Microsoft.Network/privateEndpoints/pe-team`;
    const target = { privateLinkServiceId: ids.cluster, groupIds: ["management"] };
    const connections = async () =>
      named((await arm(simulator, people.megan, "GET", `${ids.cluster}/privateEndpointConnections`)).body);
    await arm(simulator, people.megan, "PUT", endpoint, {
      location: "westeurope",
      properties: {
        subnet: { id: `${ids.hubNetwork}/subnets/snet-jump` },
        privateLinkServiceConnections: [{ name: "aks", properties: target }],
      },
    });
    const { properties } = (await arm(simulator, people.megan, "GET", endpoint)).body;
    expect(properties.privateLinkServiceConnections).toMatchObject([
      { properties: { privateLinkServiceConnectionState: { status: "Approved" } } },
    ]);
    const nic = properties.networkInterfaces[0].id;
    const { body } = await arm(simulator, people.megan, "GET", nic);
    expect(body.properties.ipConfigurations[0].properties.privateIPAddress).toMatch(/^10\.10\.1\./);
    expect(await connections()).toEqual(["kube-apiserver", "pe-team"]);
    await arm(simulator, people.megan, "DELETE", endpoint);
    expect((await arm(simulator, people.megan, "GET", nic)).status).toBe(404);
    expect(await connections()).toEqual(["kube-apiserver"]);
  });

  test("a resource provider is registered, unless a scenario states otherwise, until somebody registers it", async () => {
    const provider = `/subscriptions/${subscriptions.prod}/providers/Microsoft.Relay`;
    const state = async () => (await arm(simulator, people.megan, "GET", provider)).body.registrationState;
    expect(await state()).toBe("Registered");
    const stated = { id: provider, properties: { registrationState: "NotRegistered" } };
    await simulator.loadScenario({
      ...simulator.scenario,
      resources: [...simulator.scenario.resources, stated],
    });
    expect(await state()).toBe("NotRegistered");
    expect((await arm(simulator, people.alex, "POST", `${provider}/register`)).status).toBe(403);
    await arm(simulator, people.megan, "POST", `${provider}/register`);
    expect(await state()).toBe("Registered");
  });

  test("containers run once they are started", async () => {
    await simulator.loadScenario(scenarioFile("ssh-container"));
    const group = `${ids.hubGroup}/providers/Microsoft.ContainerInstance/containerGroups/ci-ssh`;
    const resources = simulator.scenario.resources.map((each) =>
      each.id === group
        ? { ...each, properties: { ...each.properties, instanceView: { state: "Stopped" } } }
        : each,
    );
    await simulator.loadScenario({ ...simulator.scenario, resources });
    const state = async () =>
      (await arm(simulator, people.megan, "GET", group)).body.properties.instanceView.state;
    expect(await state()).toBe("Stopped");
    expect((await arm(simulator, people.alex, "POST", `${group}/start`)).status).toBe(403);
    await arm(simulator, people.megan, "POST", `${group}/start`);
    expect(await state()).toBe("Running");
  });

  test("AKS makes the load balancer of an API server in the network again", async () => {
    await simulator.loadScenario(scenarioFile("vnet-private"));
    const balancer = `${ids.nodeGroup}/providers/Microsoft.Network/loadBalancers/kube-apiserver`;
    await arm(simulator, people.megan, "DELETE", balancer);
    await arm(simulator, people.megan, "PUT", ids.cluster, { location: "westeurope", properties: {} });
    const { body } = await arm(simulator, people.megan, "GET", balancer);
    expect(body.properties.frontendIPConfigurations).toMatchObject([
      { properties: { privateIPAddress: "10.20.8.4" } },
    ]);
  });

  test("a rotation of certificates is told of by the activity log", async () => {
    const rotate = () => arm(simulator, people.megan, "POST", `${ids.cluster}/rotateClusterCertificates`);
    expect((await rotate()).status).toBe(202);
    const values = `/subscriptions/${subscriptions.prod}/providers/Microsoft.Insights/eventtypes/management/values`;
    const filter = encodeURIComponent("eventTimestamp ge '2026-01-01T00:00:00Z'");
    const { body } = await arm(simulator, people.megan, "GET", `${values}?$filter=${filter}`);
    expect(body.value[0].operationName.value).toMatch(/rotateClusterCertificates\/action$/i);
  });

  test("resource health is Available unless the scenario states it", async () => {
    const current = `${ids.cluster}/providers/Microsoft.ResourceHealth/availabilityStatuses/current`;
    const state = async () =>
      (await arm(simulator, people.alex, "GET", current)).body.properties.availabilityState;
    expect(await state()).toBe("Available");
    const stated = { id: current, properties: { availabilityState: "Degraded" } };
    await simulator.loadScenario({
      ...simulator.scenario,
      resources: [...simulator.scenario.resources, stated],
    });
    expect(await state()).toBe("Degraded");
  });
});
