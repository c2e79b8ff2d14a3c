// What every kind of step is: the line that is printed for it, and the write that is made of it.
import {
  actions,
  type FixStep,
  lineOf,
  writesKey,
  writesOf,
} from "../../../../src/core/fix/write/actions.ts";
import { at, fixSteps, networkId } from "../../../fixtures/fix-steps.ts";

const network = "Microsoft.Network";

/** Pasted with the real `az` elsewhere; here each letter counts. */
const lines: Readonly<Record<FixStep["kind"], string>> = {
  startMachine: "az vm start --subscription s --resource-group g --name vm",
  restartMachine: "az vm restart --subscription s --resource-group g --name vm",
  waitUntilMachineDown:
    "az vm wait --subscription s --resource-group g --name vm --custom 'instanceView.statuses[?code=='\\''PowerState/deallocated'\\'']'",
  startInstance: "az vmss start --subscription s --resource-group g --name vmss --instance-ids 3",
  restartInstance: "az vmss restart --subscription s --resource-group g --name vmss --instance-ids 3",
  scaleScaleSet: "az vmss scale --subscription s --resource-group g --name vmss --new-capacity 2",
  startCluster: "az aks start --subscription s --resource-group g --name c",
  awaitCluster: "az aks wait --subscription s --resource-group g --name c --updated",
  rotateCertificates: "az aks rotate-certs --subscription s --resource-group g --name c --yes",
  reconcileCluster: "az aks update --subscription s --resource-group g --name c --yes",
  authorizeRanges:
    "az aks update --subscription s --resource-group g --name c --api-server-authorized-ip-ranges 20.0.0.0/8,30.0.0.1/32",
  enableRunCommand:
    "az aks update --subscription s --resource-group g --name c --enable-run-command || az resource update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c --api-version 2025-03-01 --set properties.apiServerAccessProfile.disableRunCommand=false",
  enablePublicName: "az aks update --subscription s --resource-group g --name c --enable-public-fqdn",
  setOutboundAddresses:
    "az aks update --subscription s --resource-group g --name c --load-balancer-managed-outbound-ip-count 3",
  setOutboundPorts:
    "az aks update --subscription s --resource-group g --name c --load-balancer-outbound-ports 2048",
  fetchKubeconfig: "az aks get-credentials --subscription s --resource-group g --name c --overwrite-existing",
  approveConnection:
    "az resource update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c/privateEndpointConnections/p --api-version 2025-03-01 --set properties.privateLinkServiceConnectionState.status=Approved",
  addPool:
    "az aks nodepool add --subscription s --resource-group g --cluster-name c --name run --mode User --node-count 1 --node-vm-size Standard_D2s_v5",
  startPool: "az aks nodepool start --subscription s --resource-group g --cluster-name c --name apps",
  scalePool:
    "az aks nodepool scale --subscription s --resource-group g --cluster-name c --name apps --node-count 4",
  setPoolLimits:
    "az aks nodepool update --subscription s --resource-group g --cluster-name c --name apps --update-cluster-autoscaler --min-count 2 --max-count 7",
  surgePoolByOne:
    "az aks nodepool update --subscription s --resource-group g --cluster-name c --name apps --max-surge 1",
  createZone: "az network private-dns zone create --subscription s --resource-group g --name z.io",
  createLink:
    "az network private-dns link vnet create --subscription s --resource-group g --zone-name z.io --name link --virtual-network /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub --registration-enabled false",
  endRegistration:
    "az network private-dns link vnet update --subscription s --resource-group g --zone-name z.io --name link --registration-enabled false",
  deleteLink:
    "az network private-dns link vnet delete --subscription s --resource-group g --zone-name z.io --name link --yes",
  setRecord:
    "az network private-dns record-set a update --subscription s --resource-group g --zone-name z.io --name api --set 'aRecords[0].ipv4Address=10.0.0.4'",
  addToRecord:
    "az network private-dns record-set a add-record --subscription s --resource-group g --zone-name z.io --record-set-name api --ipv4-address 10.0.0.4",
  removeFromRecord:
    "az network private-dns record-set a remove-record --subscription s --resource-group g --zone-name z.io --record-set-name api --ipv4-address 10.0.0.9",
  createPeering:
    "az network vnet peering create --subscription s --resource-group g --vnet-name spoke --name to-hub --remote-vnet /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub --allow-vnet-access --allow-forwarded-traffic --use-remote-gateways --peer-complete-vnets false --local-subnet-names a b --remote-subnet-names c",
  deletePeering:
    "az network vnet peering delete --subscription s --resource-group g --vnet-name spoke --name to-hub",
  syncPeering:
    "az network vnet peering sync --subscription s --resource-group g --vnet-name spoke --name to-hub",
  enableOnPeering:
    "az network vnet peering update --subscription s --resource-group g --vnet-name spoke --name to-hub --set allowForwardedTraffic=true",
  createRule:
    "az network nsg rule create --subscription s --resource-group g --nsg-name nsg --name 'allow api' --priority 149 --direction Outbound --access Allow --protocol Tcp --source-address-prefixes 10.0.0.4 --destination-address-prefixes 10.1.0.4 10.1.0.5 --destination-port-ranges 443",
  moveRule:
    "az network nsg rule update --subscription s --resource-group g --nsg-name nsg --name deny --priority 101",
  deleteRule: "az network nsg rule delete --subscription s --resource-group g --nsg-name nsg --name deny",
  createRouteTable:
    "az network route-table create --subscription s --resource-group g --name rt --location westeurope",
  createRoute:
    "az network route-table route create --subscription s --resource-group g --route-table-name rt --name default --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address 10.10.4.4",
  deleteRoute:
    "az network route-table route delete --subscription s --resource-group g --route-table-name rt --name drop",
  disableEncryption:
    "az network vnet update --subscription s --resource-group g --name spoke --enable-encryption false",
  setNatGateway:
    "az network vnet subnet update --subscription s --resource-group g --vnet-name spoke --name nodes --nat-gateway /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/natGateways/ng",
  attachRouteTable:
    "az network vnet subnet update --subscription s --resource-group g --vnet-name spoke --name nodes --route-table rt",
  attachFoundRouteTable:
    "az network route-table list --subscription s --resource-group mc --query '[0].id' --output tsv | xargs -r -n 1 az network vnet subnet update --subscription s --resource-group g --vnet-name spoke --name nodes --route-table",
  detachRouteTable:
    "az network vnet subnet update --subscription s --resource-group g --vnet-name hub --name AzureBastionSubnet --remove routeTable",
  delegateSubnet:
    "az network vnet subnet update --subscription s --resource-group g --vnet-name spoke --name api --delegations Microsoft.X/y",
  setServiceEndpoints:
    "az network vnet subnet update --subscription s --resource-group g --vnet-name hub --name shell --service-endpoints Microsoft.X Microsoft.Storage",
  enableForwarding:
    "az network nic update --subscription s --resource-group g --name nic --ip-forwarding true",
  clearDnsServers: "az network nic update --subscription s --resource-group g --name nic --dns-servers '[]'",
  createPublicAddress:
    "az network public-ip create --subscription s --resource-group g --name pip --location westeurope --sku Standard",
  createNatGateway:
    "az network nat gateway create --subscription s --resource-group g --name ng --location westeurope --public-ip-addresses pip",
  setNatAddress:
    "az network nat gateway update --subscription s --resource-group g --name ng --public-ip-addresses pip",
  reapplyNatGateway: "az network nat gateway update --subscription s --resource-group g --name ng",
  placeFirewall: `az resource update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/azureFirewalls/f --set 'properties.ipConfigurations=[{"name":"ipconfig","properties":{"subnet":{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub/subnets/f"},"publicIPAddress":{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/publicIPAddresses/p"}}}]'`,
  enableFirewallProxy:
    "az network firewall update --subscription s --resource-group g --name f --enable-dns-proxy true",
  enablePolicyProxy:
    "az resource update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/fp --api-version 2024-05-01 --set properties.dnsSettings.enableProxy=true",
  resetTranslation:
    "az resource update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/fp --remove properties.snat",
  createRuleGroup: `az resource create --subscription s --id /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/fp/ruleCollectionGroups/allow-aks --api-version 2024-05-01 --properties '{"priority":110,"ruleCollections":[]}'`,
  enableCircuitPeering:
    "az network express-route peering update --subscription s --resource-group g --circuit-name er --name AzurePrivatePeering --set state=Enabled",
  resetGateway: "az network vnet-gateway reset --subscription s --resource-group g --name vgw",
  setClientProtocols:
    "az network vnet-gateway update --subscription s --resource-group g --name vgw --client-protocol IkeV2 OpenVPN",
  setBastionTunnels:
    "az resource update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/bastionHosts/bas --api-version 2024-05-01 --set properties.enableTunneling=true",
  upgradeBastion:
    "az resource update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/bastionHosts/bas --api-version 2024-05-01 --set sku.name=Standard properties.enableTunneling=true",
  signIn: "az login --tenant t",
  grantRole:
    "az role assignment create --subscription s --assignee-object-id o --assignee-principal-type User --role 'Network Contributor' --scope /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub",
  loosenLock:
    "az lock update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub/providers/Microsoft.Authorization/locks/l --lock-type CanNotDelete",
  registerProvider: "az provider register --subscription s --namespace Microsoft.Relay",
  openWindow: `az rest --subscription s --method post --url '/subscriptions/s/resourceGroups/g/providers/Microsoft.Security/locations/l/jitNetworkAccessPolicies/p/initiate?api-version=2020-01-01' --body '{"virtualMachines":[{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm","ports":[{"number":22,"endTimeUtc":"2026-07-27T04:00:00Z","allowedSourceAddressPrefix":"10.0.0.4"}]}]}'`,
  createEndpoint:
    'az network private-endpoint create --subscription s --resource-group g --name pe-2 --connection-name pe-2 --private-connection-resource-id /subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c --group-id management --location "$(az network private-endpoint show --subscription s --resource-group g --name pe --query location --output tsv)" --subnet "$(az network private-endpoint show --subscription s --resource-group g --name pe --query subnet.id --output tsv)"',
  deleteEndpoint: "az network private-endpoint delete --subscription s --resource-group g --name pe",
  approveRelayConnection:
    "az resource update --subscription s --ids /subscriptions/s/resourceGroups/g/providers/Microsoft.Relay/namespaces/r/privateEndpointConnections/p --api-version 2021-11-01 --set properties.privateLinkServiceConnectionState.status=Approved",
  letSubnetIn:
    "az storage account network-rule add --subscription s --resource-group g --account-name account --subnet /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub/subnets/shell",
  startContainers: "az container start --subscription s --resource-group g --name jump",
  recoverVault: "az keyvault recover --subscription s --resource-group g --name kv --location westeurope",
  openVault:
    "az keyvault update --subscription s --resource-group g --name kv --public-network-access Enabled --default-action Allow",
  uncordonNode: "kubectl uncordon node-1",
  restartDeployment: "kubectl rollout restart deployment/coredns --namespace=kube-system",
  deleteNetworkPolicy: "kubectl delete networkpolicy deny --namespace=kube-system",
};

test.each(Object.values(fixSteps).map((step) => [step.kind, step] as const))(
  "%s is printed",
  (kind, step) => {
    expect(lineOf(step)).toBe(lines[kind]);
  },
);

describe("a step is a write", () => {
  test.each<[string, FixStep, unknown]>([
    [
      "a rule: one value in a field, several in a list",
      fixSteps.createRule,
      {
        id: networkId("networkSecurityGroups/nsg/securityRules/allow api"),
        type: `${network}/networkSecurityGroups/securityRules`,
        what: {
          do: "create",
          body: {
            ...{
              priority: 149,
              direction: "Outbound",
              access: "Allow",
              protocol: "Tcp",
              sourcePortRange: "*",
            },
            ...{ sourceAddressPrefix: "10.0.0.4", destinationAddressPrefixes: ["10.1.0.4", "10.1.0.5"] },
            destinationPortRange: "443",
          },
        },
      },
    ],
    [
      "a line in two versions",
      fixSteps.enableRunCommand,
      {
        id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c",
        type: "Microsoft.ContainerService/managedClusters",
        what: {
          do: "change",
          edits: [{ is: "put", path: ["apiServerAccessProfile", "disableRunCommand"], value: false }],
        },
      },
    ],
    [
      "a machine that is started, with why nothing takes it back",
      fixSteps.startMachine,
      {
        id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm",
        type: "Microsoft.Compute/virtualMachines",
        what: { do: "act", action: "start" },
        noWayBack: "cutsOff",
      },
    ],
    [
      "what is named by its id",
      fixSteps.enablePolicyProxy,
      {
        id: networkId("firewallPolicies/fp"),
        type: `${network}/firewallPolicies`,
        what: { do: "change", edits: [{ is: "put", path: ["dnsSettings", "enableProxy"], value: true }] },
      },
    ],
    [
      "a route to the gateway, without an address",
      { kind: "createRoute", at: at("rt", "r"), prefix: "10.0.0.0/8" },
      {
        id: networkId("routeTables/rt/routes/r"),
        type: `${network}/routeTables/routes`,
        what: { do: "create", body: { addressPrefix: "10.0.0.0/8", nextHopType: "VirtualNetworkGateway" } },
      },
    ],
  ])("%s", (_what, step, write) => {
    expect(writesOf([step])).toEqual([write]);
  });
});

test("changes of one object that follow each other are one write", () => {
  const add = { is: "add", path: ["aRecords"], item: { ipv4Address: "10.0.0.4" } };
  const take = { is: "take", path: ["aRecords"], item: { ipv4Address: "10.0.0.9" } };
  expect(writesOf([fixSteps.addToRecord, fixSteps.removeFromRecord])).toEqual([
    {
      id: networkId("privateDnsZones/z.io/A/api"),
      type: `${network}/privateDnsZones/A`,
      what: { do: "change", edits: [add, take], otherwise: { ttl: 3600 } },
    },
  ]);
});

test.each(Object.values(fixSteps).map((step) => [step.kind, step] as const))(
  "%s is written exactly where the table names a type",
  (kind, step) => {
    const writes = writesOf([step]);
    expect(writes?.map(({ type }) => type) ?? null).toEqual(
      actions[kind].type === null ? null : [actions[kind].type],
    );
  },
);

describe("a step is no write", () => {
  const rule = (group: string, name: string): FixStep => ({ ...fixSteps.createRule, at: at(group, name) });
  const inGroup = (resourceGroup: string): FixStep => ({
    ...fixSteps.createRule,
    at: { ...at("nsg", "allow"), resourceGroup },
  });
  test.each<[string, readonly FixStep[]]>([
    ["no step at all", []],
    ["one step of two is none", [fixSteps.createRule, fixSteps.signIn]],
    ["a name that leads elsewhere", [rule("nsg", "a/../../x")]],
    ["a name that means what it stands in", [rule("nsg", "..")]],
    ["a group that means what it stands in", [inGroup(".")]],
    ["a name that is empty", [rule("nsg", "")]],
    ["a name with a letter that nobody sees", [inGroup("rg-prod\u3164")]],
    ["half a letter", [inGroup("rg\ud800")]],
    ["a name that reads as a flag", [inGroup("-x")]],
    ["a list of nothing", [{ ...fixSteps.createRule, destinations: [] }]],
    ["ranges that are taken away", [{ ...fixSteps.authorizeRanges, ranges: [] }]],
    ["ranges that are none", [{ ...fixSteps.authorizeRanges, ranges: ["anybody"] }]],
    ["a name too few", [{ ...fixSteps.createRule, at: at("nsg") }]],
    ["an id of another type", [{ ...fixSteps.placeFirewall, id: networkId("firewallPolicies/fp") }]],
    ["an id with a trailing slash", [{ ...fixSteps.placeFirewall, id: networkId("azureFirewalls/f/") }]],
    [
      "a connection of something else than a cluster",
      [{ ...fixSteps.approveConnection, id: fixSteps.approveRelayConnection.id }],
    ],
    ["a NAT gateway by its name, which `az` looks up", [{ ...fixSteps.setNatGateway, gateway: "ng" }]],
    [
      "a public address by its id, where a name is meant",
      [{ ...fixSteps.setNatAddress, address: networkId("publicIPAddresses/pip") }],
    ],
    ["a table whose name leads elsewhere", [{ ...fixSteps.attachRouteTable, table: "../x" }]],
    ["what another command has to tell first", [fixSteps.createEndpoint]],
    ["what comes through a pipe", [fixSteps.attachFoundRouteTable]],
    ["another tool", [fixSteps.uncordonNode]],
    ["a right that is given", [fixSteps.grantRole]],
  ])("%s", (_what, steps) => {
    expect(writesOf(steps)).toBeNull();
  });
});

test("a table by its id is that table, wherever it stands", () => {
  const table = "/subscriptions/s2/resourceGroups/other/providers/Microsoft.Network/routeTables/rt";
  expect(writesOf([{ ...fixSteps.attachRouteTable, table }])?.[0]?.what).toEqual({
    do: "change",
    edits: [{ is: "put", path: ["routeTable"], value: { id: table } }],
  });
});

test("writes that come to the same have one key, in whatever letters and order", () => {
  const [deleted, route] = [fixSteps.deleteRule, fixSteps.deleteRoute];
  const key = (...steps: readonly FixStep[]) => writesKey(writesOf(steps) ?? []);
  expect(key(deleted, route)).toBe(key(route, { ...deleted, at: at("NSG", "Deny") }));
  expect(key(deleted)).not.toBe(key({ ...deleted, at: at("nsg", "other") }));
});
