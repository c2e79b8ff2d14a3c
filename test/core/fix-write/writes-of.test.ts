// The lines that repairs print, as typed writes; anything else is none.
import { writesOf } from "../../../src/core/fix-write/writes-of.ts";

const place = "--subscription s --resource-group g";
const id = (path: string) => `/subscriptions/s/resourceGroups/g/providers/${path}`;
const network = "Microsoft.Network";
const rule = `az network nsg rule create ${place} --nsg-name n --name allow --priority 149 --direction Outbound --access Allow --protocol Tcp --source-address-prefixes 10.0.0.4 --destination-address-prefixes 10.1.0.4 10.1.0.5 --destination-port-ranges 443`;
const records = (verb: string, address: string) =>
  `az network private-dns record-set a ${verb} ${place} --zone-name z --record-set-name r --ipv4-address ${address}`;

describe("a line is a write", () => {
  test.each([
    [
      "a rule: one value in a field, several in a list",
      rule,
      {
        id: id(`${network}/networkSecurityGroups/n/securityRules/allow`),
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
      "the first of two versions of a line",
      `az aks update ${place} --name c --enable-run-command || az resource update --ids /x --set a=b`,
      {
        id: id("Microsoft.ContainerService/managedClusters/c"),
        type: "Microsoft.ContainerService/managedClusters",
        what: {
          do: "change",
          edits: [{ is: "put", path: ["apiServerAccessProfile", "disableRunCommand"], value: false }],
        },
      },
    ],
    [
      "a machine that is started, with why nothing takes it back",
      `az vm start ${place} --name vm`,
      {
        id: id("Microsoft.Compute/virtualMachines/vm"),
        type: "Microsoft.Compute/virtualMachines",
        what: { do: "act", action: "start" },
        noWayBack: "cutsOff",
      },
    ],
    [
      "the same words with an id say which type",
      `az resource update --subscription s --ids ${id(`${network}/azureFirewalls/f`)}`,
      {
        id: id(`${network}/azureFirewalls/f`),
        type: `${network}/azureFirewalls`,
        what: { do: "act", action: "reapply" },
        noWayBack: "noStateBefore",
      },
    ],
  ])("%s", (_what, line, write) => {
    expect(writesOf([line])).toEqual([write]);
  });
});

test("changes of one object that follow each other are one write", () => {
  const add = { is: "add", path: ["aRecords"], item: { ipv4Address: "10.0.0.4" } };
  const take = { is: "take", path: ["aRecords"], item: { ipv4Address: "10.0.0.9" } };
  expect(writesOf([records("add-record", "10.0.0.4"), records("remove-record", "10.0.0.9")])).toEqual([
    {
      id: id(`${network}/privateDnsZones/z/A/r`),
      type: `${network}/privateDnsZones/A`,
      what: { do: "change", edits: [add, take], otherwise: { ttl: 3600 } },
    },
  ]);
});

describe("a line is no write", () => {
  test.each([
    ["no line at all", []],
    ["one line of two is none", [rule, "az login --tenant t"]],
    ["a flag that no repair prints", [`${rule} --description x`]],
    ["a flag that is missing", [rule.replace(" --access Allow", "")]],
    ["a rule that denies", [rule.replace("--access Allow", "--access Deny")]],
    ["a direction of its own", [rule.replace("Outbound", "Sideways")]],
    ["a number that is none", [rule.replace("--priority 149", "--priority many")]],
    ["a name that leads elsewhere", [rule.replace("--name allow", "--name a/../../x")]],
    ["a name that means what it stands in", [rule.replace("--name allow", "--name ..")]],
    ["a group that means what it stands in", [rule.replace(/--resource-group \S+/, "--resource-group .")]],
    ["two names, of which one would be written", [rule.replace("--name allow", "--name allow other")]],
    ["a name twice", [rule.replace("--name allow", "--name allow --name other")]],
    ["a name that is empty", [rule.replace("--name allow", "--name ''")]],
    ["ranges that are none", [`az aks update ${place} --name c --api-server-authorized-ip-ranges anybody`]],
    ["two changes of a cluster in one line", [`az aks update ${place} --name c --yes --enable-run-command`]],
    [
      "another setting of a peering",
      [`az network vnet peering update ${place} --vnet-name v --name p --set peeringState=Connected`],
    ],
    [
      "a setting that is turned off",
      [`az network vnet peering update ${place} --vnet-name v --name p --set allowForwardedTraffic=false`],
    ],
    [
      "two settings where one is meant",
      [
        `az network vnet peering update ${place} --vnet-name v --name p --set allowForwardedTraffic=true useRemoteGateways=true`,
      ],
    ],
    [
      "another field of a subnet taken away",
      [`az network vnet subnet update ${place} --vnet-name v --name s --remove networkSecurityGroup`],
    ],
    [
      "an id of another type",
      [
        `az resource update --subscription s --ids ${id("Microsoft.Relay/namespaces/r")} --api-version 1 --set a=b`,
      ],
    ],
    [
      "an id in another subscription than the line says",
      [`az resource update --subscription t --ids ${id(`${network}/azureFirewalls/f`)}`],
    ],
    [
      "a connection that is turned down",
      [
        `az resource update --subscription s --ids ${id("Microsoft.ContainerService/managedClusters/c/privateEndpointConnections/p")} --api-version 1 --set properties.privateLinkServiceConnectionState.status=Rejected`,
      ],
    ],
    [
      "rules that are no JSON",
      [
        `az resource create --subscription s --id ${id(`${network}/firewallPolicies/p/ruleCollectionGroups/g`)} --api-version 1 --properties '{'`,
      ],
    ],
    [
      "what another command has to tell first",
      [
        `az network private-endpoint create ${place} --name p --location "$(az network vnet show --name v --query location)"`,
      ],
    ],
    [
      "what comes through a pipe",
      [
        `az network route-table list ${place} | xargs -r -n 1 az network vnet subnet update ${place} --vnet-name v --name s --route-table`,
      ],
    ],
    ["a value behind a flag that takes none", [`az aks update ${place} --name c --yes false`]],
    ["another group, in its short flag", [`az aks update ${place} --name c --yes -g other`]],
    [
      "another group behind a list, in its short flag",
      [`az network vnet-gateway update ${place} --name v --client-protocol IkeV2 OpenVPN -g other`],
    ],
    ["two values where one is meant", [`az network nic update ${place} --name n --ip-forwarding true false`]],
    ["a flag twice, of which `az` takes the last", [`${rule} --access Deny`]],
    [
      "a list of nothing",
      [rule.replace(/--destination-address-prefixes( \d[\d.]+)+/, "--destination-address-prefixes")],
    ],
    [
      "something else taken away besides",
      [`az network vnet subnet update ${place} --vnet-name v --name s --remove routeTable natGateway`],
    ],
    [
      "a NAT gateway by its name, which `az` looks up",
      [`az network vnet subnet update ${place} --vnet-name v --name s --nat-gateway ng`],
    ],
    [
      "a public address by its id, where a name is meant",
      [
        `az network nat gateway update ${place} --name n --public-ip-addresses ${id(`${network}/publicIPAddresses/p`)}`,
      ],
    ],
    [
      "a table whose name leads elsewhere",
      [`az network vnet subnet update ${place} --vnet-name v --name s --route-table ../x`],
    ],
    ["another tool", ["kubectl uncordon node-1"]],
    [
      "a right that is given",
      ["az role assignment create --subscription s --assignee x --role Reader --scope /subscriptions/s"],
    ],
    ["a command behind the command", [`${rule}; az group delete --name g`]],
  ])("%s", (_what, lines) => {
    expect(writesOf(lines)).toBeNull();
  });
});
