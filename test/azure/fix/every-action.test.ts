// Every row of the table of writes, made with Microsoft's SDKs: each finds afterwards what its line says, and could be taken back.
import { people } from "../../../simulator/people.ts";
import { loadScenario } from "../../../simulator/scenario/load.ts";
import { createArmWriter } from "../../../src/azure/fix/arm-writer.ts";
import { notAsLeft } from "../../../src/core/change/not-as-left.ts";
import { actions } from "../../../src/core/fix-write/actions.ts";
import { inverseOf } from "../../../src/core/fix-write/inverse-of.ts";
import { writesOf } from "../../../src/core/fix-write/writes-of.ts";
import * as ids from "../../simulator/ids.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(await loadScenario(scenarioFile("hub-spoke")));
});
afterAll(() => azure.simulator.close());

const place = (group: string) =>
  `--subscription ${group.split("/")[2]} --resource-group ${group.split("/").at(-1)}`;
const [hub, prod, nodes] = [place(ids.hubGroup), place(ids.clusterGroup), place(ids.nodeGroup)];
const hubId = (type: string) =>
  `--subscription ${ids.hubGroup.split("/")[2]} --ids ${ids.hubGroup}/providers/Microsoft.Network/${type}`;
const zone = `--zone-name ${ids.zoneName}`;
const label = "prod-1-dns-7k2m9x4q";
const approved = "properties.privateLinkServiceConnectionState.status=Approved";
const group = `${ids.hubGroup}/providers/Microsoft.Network/firewallPolicies/afwp-hub/ruleCollectionGroups/allow-aks`;
const rules = JSON.stringify({
  priority: 110,
  ruleCollections: [
    {
      ruleCollectionType: "FirewallPolicyFilterRuleCollection",
      ...{ name: "allow-aks", priority: 110, action: { type: "Allow" } },
      rules: [
        {
          ...{
            ruleType: "NetworkRule",
            name: "aks",
            ipProtocols: ["TCP"],
            sourceAddresses: ["10.20.0.0/22"],
          },
          ...{ destinationAddresses: ["10.10.5.4"], destinationPorts: ["53"] },
        },
      ],
    },
  ],
});
const firewallPlace = JSON.stringify([
  {
    name: "ipconfig",
    properties: {
      subnet: { id: `${ids.hubNetwork}/subnets/AzureFirewallSubnet` },
      publicIPAddress: { id: `${ids.hubGroup}/providers/Microsoft.Network/publicIPAddresses/pip-firewall` },
    },
  },
]);

const halves = "az network vnet peering";
const hubHalf = `${hub} --vnet-name vnet-hub --name`;
const recordSet = "az network private-dns record-set a";
const links = "az network private-dns link vnet";
const spokeSubnet = `az network vnet subnet update ${prod} --vnet-name vnet-spoke --name snet-aks`;
const gateway = `${ids.clusterGroup}/providers/Microsoft.Network/natGateways/ng-spoke`;

/** Made one after the other; after each, looking finds it made. */
const made: readonly (readonly [scenario: string, ...lines: string[]])[] = [
  ["jump-box-stopped", `az vm start ${hub} --name vm-jump`],
  ["jump-scale-set-empty", `az vmss scale ${hub} --name vmss-jump --new-capacity 2`],
  ["stopped", `az aks start ${prod} --name prod-1`],
  ["run-command-disabled", `az aks update ${prod} --name prod-1 --enable-run-command || az resource update`],
  [
    "hub-spoke",
    `az aks update ${prod} --name prod-1 --api-server-authorized-ip-ranges 20.50.1.0/24,20.50.7.20/32`,
    `az aks update ${prod} --name prod-1 --enable-public-fqdn`,
    `az aks update ${prod} --name prod-1 --load-balancer-managed-outbound-ip-count 3`,
    `az aks update ${prod} --name prod-1 --load-balancer-outbound-ports 2048`,
  ],
  [
    "user-pool-stopped",
    `az aks nodepool start ${prod} --cluster-name prod-1 --name apps`,
    `az aks nodepool scale ${prod} --cluster-name prod-1 --name apps --node-count 4`,
    `az aks nodepool update ${prod} --cluster-name prod-1 --name apps --update-cluster-autoscaler --min-count 2 --max-count 7`,
    `az aks nodepool add ${prod} --cluster-name prod-1 --name run --mode User --node-count 1 --node-vm-size Standard_D2s_v5`,
  ],
  [
    "hub-spoke",
    `az resource update --subscription ${ids.cluster.split("/")[2]} --ids ${ids.cluster}/privateEndpointConnections/kube-apiserver --api-version 2025-03-01 --set ${approved}`,
  ],
  ["hub-spoke", `az network private-dns zone create ${hub} --name privatelink.westeurope.azmk8s.io`],
  [
    "dns-link-missing",
    `${links} create ${nodes} ${zone} --name link-vnet-hub --virtual-network ${ids.hubNetwork} --registration-enabled false`,
    `${links} update ${nodes} ${zone} --name link-spoke --registration-enabled false`,
    `${links} delete ${nodes} ${zone} --name link-vnet-hub --yes`,
  ],
  [
    "hub-spoke",
    `${recordSet} update ${nodes} ${zone} --name ${label} --set 'aRecords[0].ipv4Address=10.20.0.7'`,
    `${recordSet} add-record ${nodes} ${zone} --record-set-name ${label} --ipv4-address 10.20.0.8`,
    `${recordSet} remove-record ${nodes} ${zone} --record-set-name ${label} --ipv4-address 10.20.0.7`,
    `${recordSet} add-record ${nodes} ${zone} --record-set-name new --ipv4-address 10.20.0.9`,
  ],
  [
    "peering-not-synced",
    `${halves} sync ${prod} --vnet-name vnet-spoke --name spoke-to-hub`,
    `${halves} update ${hubHalf} hub-to-spoke --set allowForwardedTraffic=true`,
    `${halves} delete ${hubHalf} hub-to-spoke`,
    `${halves} delete ${prod} --vnet-name vnet-spoke --name spoke-to-hub`,
    `${halves} create ${hubHalf} again --remote-vnet ${ids.spokeNetwork} --allow-vnet-access --allow-gateway-transit`,
  ],
  [
    "hub-spoke",
    `az network nsg rule create ${hub} --nsg-name nsg-jump --name allow-aks --priority 201 --direction Outbound --access Allow --protocol Tcp --source-address-prefixes 10.10.1.4 10.10.1.5 --destination-address-prefixes 10.20.0.4 --destination-port-ranges 443`,
    `az network nsg rule delete ${hub} --nsg-name nsg-jump --name allow-aks`,
  ],
  [
    "hub-spoke",
    `az network route-table create ${prod} --name rt-spoke --location westeurope`,
    `az network route-table route create ${prod} --route-table-name rt-spoke --name default --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address 10.10.4.4`,
    `${spokeSubnet} --route-table rt-spoke`,
    `${spokeSubnet} --remove routeTable`,
    `az network route-table route delete ${prod} --route-table-name rt-spoke --name default`,
  ],
  [
    "hub-spoke",
    `az network public-ip create ${prod} --name pip-one --location westeurope --sku Standard`,
    `az network public-ip create ${prod} --name pip-two --location westeurope --sku Standard`,
    `az network nat gateway create ${prod} --name ng-spoke --location westeurope --public-ip-addresses pip-one`,
    `az network nat gateway update ${prod} --name ng-spoke --public-ip-addresses pip-two`,
    `${spokeSubnet} --nat-gateway ${gateway}`,
    `${spokeSubnet} --delegations Microsoft.ContainerService/managedClusters`,
  ],
  ["network-encrypted", `az network vnet update ${prod} --name vnet-spoke --enable-encryption false`],
  [
    "jump-host-own-dns",
    `az network nic update ${hub} --name nic-jump --dns-servers '[]'`,
    `az network nic update ${hub} --name nic-jump --ip-forwarding true`,
  ],
  [
    "hub-firewall",
    `az resource update ${hubId("azureFirewalls/afw-hub")} --set 'properties.ipConfigurations=${firewallPlace}'`,
    `az resource create --subscription ${ids.hubGroup.split("/")[2]} --id ${group} --api-version 2024-05-01 --properties '${rules}'`,
    `az resource update ${hubId("firewallPolicies/afwp-hub")} --api-version 2024-05-01 --set properties.dnsSettings.enableProxy=true`,
    `az resource update ${hubId("firewallPolicies/afwp-hub")} --remove properties.snat`,
  ],
  [
    "private-peering-disabled",
    `az network express-route peering update ${hub} --circuit-name er-office --name AzurePrivatePeering --set state=Enabled`,
  ],
  ["hub-spoke", `az network vnet-gateway update ${hub} --name vgw-hub --client-protocol IkeV2 OpenVPN`],
  [
    "bastion-basic",
    `az resource update ${hubId("bastionHosts/bas-hub")} --api-version 2024-05-01 --set sku.name=Standard properties.enableTunneling=true`,
    `az resource update ${hubId("bastionHosts/bas-hub")} --api-version 2024-05-01 --set properties.enableTunneling=false`,
  ],
];

/** They leave nothing that was not there before. */
const untold: readonly (readonly [scenario: string, ...lines: string[]])[] = [
  ["hub-spoke", `az vm restart ${hub} --name vm-jump`],
  ["hub-spoke", `az aks rotate-certs ${prod} --name prod-1 --yes`],
  ["hub-spoke", `az aks update ${prod} --name prod-1 --yes`],
  ["hub-spoke", `az network vnet-gateway reset ${hub} --name vgw-hub`],
  ["hub-firewall", `az resource update ${hubId("azureFirewalls/afw-hub")}`],
  [
    "hub-spoke",
    `az network public-ip create ${prod} --name pip-one --location westeurope --sku Standard`,
    `az network nat gateway create ${prod} --name ng-spoke --location westeurope --public-ip-addresses pip-one`,
    `az network nat gateway update ${prod} --name ng-spoke`,
  ],
];

async function make(scenario: string, lines: readonly string[]): Promise<readonly string[]> {
  await azure.simulator.loadScenario(scenarioFile(scenario));
  const megan = await azure.signIn(people.megan);
  const writer = createArmWriter(azure.options);
  const found: string[] = [];
  for (const line of lines) {
    const [write] = writesOf([line]) ?? [];
    if (write === undefined) throw new Error(`Not in the table: ${line}`);
    const seen = await writer.preview(megan, [write]);
    if (!seen.ok) throw new Error(`${seen.failure.code}: ${line}`);
    const applied = await writer.apply(megan, write, seen.objects[0]?.version ?? null, async () => null);
    if (applied.status !== "done") throw new Error(`${line}: ${JSON.stringify(applied)}`);
    found.push((await writer.look(megan, write)).status);
    const back = inverseOf(write, seen.before[0] ?? null);
    if (back === null) continue;
    const now = await writer.preview(megan, [back]);
    expect(now.ok && notAsLeft([{ write, version: null }], [back], now)).toEqual([]);
  }
  return found;
}

test.each(made)("%s: %s", async (scenario, ...lines) => {
  expect(await make(scenario, lines)).toEqual(lines.map(() => "made"));
});

test.each(untold)("%s: %s, of which nothing tells", async (scenario, ...lines) => {
  expect((await make(scenario, lines)).at(-1)).toBe("cannotTell");
});

test("every row has a line here", () => {
  const all = [...made, ...untold].flatMap(([, ...lines]) => lines);
  const flagsOf = (line: string) =>
    [...(line.split(" || ")[0]?.matchAll(/ --([a-z0-9-]+)/g) ?? [])].map(([, name]) => name);
  const missing = actions.filter(
    ({ az, type, at, flags }) =>
      !all.some((line) => {
        const own = flagsOf(line).filter((name) => name !== "subscription" && name !== "resource-group");
        const isOfType =
          !at.includes("ids") || line.toLowerCase().includes(`/${type.split("/").at(-1)?.toLowerCase()}/`);
        return (
          line.startsWith(`az ${az} `) && isOfType && [...at, ...flags].every((name) => own.includes(name))
        );
      }),
  );
  expect(missing.map(({ az, flags }) => `${az} ${flags.join(" ")}`)).toEqual([]);
});
