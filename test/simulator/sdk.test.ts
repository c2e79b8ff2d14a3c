// Microsoft's own SDKs against the local Azure: each type the product reads, listed and got.
import { ComputeManagementClient } from "@azure/arm-compute";
import { ContainerServiceClient } from "@azure/arm-containerservice";
import { NetworkManagementClient } from "@azure/arm-network";
import { PrivateDnsManagementClient } from "@azure/arm-privatedns";
import { OnBehalfOfCredential } from "@azure/identity";
import { botAppId, botSecret, people, subscriptions, tenantId } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { zoneName } from "./ids.ts";
import { clientOptions, collect, credentialOf, scenarioFile, startTrusted } from "./support.ts";

let simulator: Simulator;
const nodeGroup = "MC_rg-prod_prod-1_westeurope";

beforeAll(async () => {
  simulator = await startTrusted();
});
afterAll(() => simulator.close());

const names = (items: { name?: string | undefined }[]) => items.map((item) => item.name).toSorted();

function clients(person = people.alex) {
  const credential = credentialOf(simulator, person);
  const options = clientOptions(simulator);
  return {
    aks: new ContainerServiceClient(credential, subscriptions.prod, options),
    network: new NetworkManagementClient(credential, subscriptions.prod, options),
    hubNetwork: new NetworkManagementClient(credential, subscriptions.connectivity, options),
    hubCompute: new ComputeManagementClient(credential, subscriptions.connectivity, options),
    dns: new PrivateDnsManagementClient(credential, subscriptions.prod, options),
  };
}

test("clusters, agent pools and endpoint connections", async () => {
  const { aks } = clients();
  expect(names(await collect(aks.managedClusters.list()))).toEqual(["prod-1"]);
  const cluster = await aks.managedClusters.get("rg-prod", "prod-1");
  expect(cluster).toMatchObject({
    powerState: { code: "Running" },
    provisioningState: "Succeeded",
    apiServerAccessProfile: { enablePrivateCluster: true, privateDNSZone: "system" },
    aadProfile: { managed: true },
  });
  expect(cluster.privateFqdn).toMatch(new RegExp(`^prod-1-dns-\\w+\\.${zoneName}$`));
  expect(names(await collect(aks.agentPools.list("rg-prod", "prod-1")))).toEqual(["apps", "system"]);
  expect(await aks.agentPools.get("rg-prod", "prod-1", "system")).toMatchObject({ count: 3, mode: "System" });
  const connections = await aks.privateEndpointConnections.list("rg-prod", "prod-1");
  expect(connections.value?.[0]?.privateLinkServiceConnectionState?.status).toBe("Approved");
});

test("networks, subnets, peerings, security groups, endpoints, interfaces, balancers and addresses", async () => {
  const { network, hubNetwork } = clients();
  expect(names(await collect(network.virtualNetworks.listAll()))).toEqual(["vnet-spoke"]);
  const hub = await hubNetwork.virtualNetworks.get("rg-hub", "vnet-hub");
  expect(names(hub.subnets ?? [])).toEqual(["AzureBastionSubnet", "GatewaySubnet", "snet-jump"]);
  expect(hub.virtualNetworkPeerings?.[0]).toMatchObject({
    peeringState: "Connected",
    peeringSyncLevel: "FullyInSync",
  });
  expect(names(await collect(network.subnets.list("rg-prod", "vnet-spoke")))).toEqual(["snet-aks"]);
  expect(names(await collect(network.virtualNetworkPeerings.list("rg-prod", "vnet-spoke")))).toEqual([
    "spoke-to-hub",
  ]);
  const group = await hubNetwork.networkSecurityGroups.get("rg-hub", "nsg-jump");
  expect(group.defaultSecurityRules).toHaveLength(6);
  expect(names(group.securityRules ?? [])).toEqual([
    "allow-api-server",
    "allow-ssh-bastion",
    "allow-ssh-office",
  ]);
  expect(names(await collect(network.privateEndpoints.list(nodeGroup)))).toEqual(["kube-apiserver"]);
  const [card] = await collect(network.networkInterfaces.list(nodeGroup));
  expect(card?.ipConfigurations?.[0]?.privateIPAddress).toBe("10.20.0.4");
  const [balancer] = await collect(network.loadBalancers.list(nodeGroup));
  expect(balancer?.frontendIPConfigurations).toHaveLength(1);
  const [address] = await collect(network.publicIPAddresses.list(nodeGroup));
  expect(address?.ipAddress).toBe("20.50.1.10");
});

test("Bastion, gateways, connections, firewalls with their policy, route tables and NAT gateways", async () => {
  const { network, hubNetwork } = clients();
  const [bastion] = await collect(hubNetwork.bastionHosts.listByResourceGroup("rg-hub"));
  expect(bastion).toMatchObject({ sku: { name: "Standard" }, enableTunneling: true });
  expect(bastion?.ipConfigurations?.[0]?.subnet?.id).toMatch(/\/AzureBastionSubnet$/);
  const [gateway] = await collect(hubNetwork.virtualNetworkGateways.list("rg-hub"));
  expect(gateway).toMatchObject({ gatewayType: "Vpn", sku: { name: "VpnGw2AZ" } });
  const [listed] = await collect(hubNetwork.virtualNetworkGatewayConnections.list("rg-hub"));
  expect(listed?.connectionStatus).toBeUndefined();
  const connection = await hubNetwork.virtualNetworkGatewayConnections.get("rg-hub", listed?.name ?? "");
  expect(connection).toMatchObject({ connectionType: "IPsec", connectionStatus: "Connected" });
  await simulator.loadScenario(scenarioFile("hub-firewall"));
  const [firewall] = await collect(hubNetwork.azureFirewalls.list("rg-hub"));
  expect(firewall?.ipConfigurations?.[0]?.privateIPAddress).toBe("10.10.4.4");
  const [group] = await collect(hubNetwork.firewallPolicyRuleCollectionGroups.list("rg-hub", "afwp-hub"));
  expect(names(group?.ruleCollections ?? [])).toEqual(["aks-fqdns", "time"]);
  const [table] = await collect(network.routeTables.list("rg-prod"));
  expect(table?.routes).toMatchObject([{ nextHopType: "VirtualAppliance", nextHopIpAddress: "10.10.4.4" }]);
  await simulator.loadScenario(scenarioFile("nat-not-authorized"));
  const [nat] = await collect(network.natGateways.list("rg-edge"));
  expect(nat?.subnets?.[0]?.id).toMatch(/\/snet-aks$/);
  await simulator.loadScenario(scenarioFile("hub-spoke"));
});

test("private DNS zones, links and record sets", async () => {
  const { dns } = clients();
  expect(names(await collect(dns.privateZones.listByResourceGroup(nodeGroup)))).toEqual([zoneName]);
  expect((await dns.privateZones.get(nodeGroup, zoneName)).numberOfVirtualNetworkLinks).toBe(2);
  const links = await collect(dns.virtualNetworkLinks.list(nodeGroup, zoneName));
  expect(names(links)).toEqual(["link-hub", "link-spoke"]);
  expect(links.every((link) => link.virtualNetworkLinkState === "Completed")).toBe(true);
  const [record] = await collect(dns.recordSets.listByType(nodeGroup, zoneName, "A"));
  expect(record).toMatchObject({ ttl: 300, aRecords: [{ ipv4Address: "10.20.0.4" }] });
  expect(await dns.recordSets.get(nodeGroup, zoneName, "A", record?.name ?? "")).toMatchObject({ ttl: 300 });
  expect(await collect(dns.recordSets.list(nodeGroup, zoneName))).toHaveLength(1);
});

test("virtual machines with their instance view", async () => {
  const { hubCompute } = clients();
  expect(names(await collect(hubCompute.virtualMachines.list("rg-hub")))).toEqual(["vm-jump"]);
  const view = await hubCompute.virtualMachines.instanceView("rg-hub", "vm-jump");
  expect(view.statuses?.map((status) => status.code)).toContain("PowerState/running");
  expect(view.vmAgent?.statuses?.[0]?.displayStatus).toBe("Ready");
});

test("a refusal is the one Azure sends, with action and scope", async () => {
  const { aks } = clients(people.diego);
  const refusal = aks.managedClusters.get("rg-prod", "prod-1");
  const scope = `/subscriptions/${subscriptions.prod}/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1`;
  await expect(refusal).rejects.toMatchObject({
    statusCode: 403,
    code: "AuthorizationFailed",
    message: `The client 'diegos@contoso.example' with object id '${people.diego.oid}' does not have authorization to perform action 'Microsoft.ContainerService/managedClusters/read' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  });
});

test("on behalf of: the bot reads with the rights of whoever is signed in", async () => {
  // A value of its own: the type does not list disableInstanceDiscovery, which the credential honours.
  const options = {
    tenantId,
    clientId: botAppId,
    clientSecret: botSecret,
    userAssertionToken: await simulator.tokenFor(people.isaiah.oid, botAppId),
    authorityHost: simulator.url,
    disableInstanceDiscovery: true,
  };
  const credential = new OnBehalfOfCredential(options);
  const aks = new ContainerServiceClient(credential, subscriptions.prod, clientOptions(simulator));
  expect((await aks.managedClusters.get("rg-prod", "prod-1")).name).toBe("prod-1");
  const hub = new NetworkManagementClient(credential, subscriptions.connectivity, clientOptions(simulator));
  await expect(hub.virtualNetworks.get("rg-hub", "vnet-hub")).rejects.toMatchObject({ statusCode: 403 });
});

test("start and stop, as long-running operations", async () => {
  const { aks } = clients(people.megan);
  await aks.managedClusters.stop("rg-prod", "prod-1");
  const stopped = await aks.managedClusters.get("rg-prod", "prod-1");
  expect(stopped.powerState?.code).toBe("Stopped");
  expect(stopped.privateFqdn).toBeUndefined();
  await aks.managedClusters.start("rg-prod", "prod-1");
  const started = await aks.managedClusters.get("rg-prod", "prod-1");
  expect(started.powerState?.code).toBe("Running");
  expect(started.privateFqdn).toContain(zoneName);
  expect((await aks.privateEndpointConnections.list("rg-prod", "prod-1")).value).toHaveLength(1);
});
