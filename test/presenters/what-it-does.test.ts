// The sentence of a fix says what its lines do, for every kind of line that any check or repair prints.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { messages } from "../../src/presenters/messages/messages.ts";
import { faults } from "../core/diagnosis/faults.ts";
import { diagnose } from "../diagnosed.ts";

const { whatItDoes } = messages();
const core = join(import.meta.dirname, "../../src/core");
const hub = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-hub";

test.each<[readonly string[], string]>([
  [["az aks start --subscription s --resource-group rg --name prod-1"], "Starts prod-1."],
  [
    [`az network private-dns link vnet create --subscription s --name link --virtual-network ${hub}`],
    "Links the private DNS zone to vnet-hub.",
  ],
  [
    ["az network nsg rule create --subscription s --nsg-name nsg-aks --name 'allow api' --priority 149"],
    "Adds the rule allow api to nsg-aks.",
  ],
  [["az vm start --name a", "az vm start --name b"], "Starts a, then starts b."],
  [["az vm start --name a", "az vm start --name a"], "Starts a."],
  [
    ["az aks update --name prod-1 --enable-run-command || az resource update --ids /x/prod-1"],
    "Switches the run command of prod-1 on.",
  ],
  [["az aks update --name prod-1 --yes"], "Applies the settings of prod-1 again."],
  [["az resource update --ids /x/bas-hub --set sku.name=Standard"], "Sets sku.name=Standard on bas-hub."],
  [
    ["az resource update --ids /x/bas-hub --set properties.enableTunneling=true"],
    "Sets enableTunneling=true on bas-hub.",
  ],
  [
    [
      "az resource update --ids /x/arn-shell.one --set properties.privateLinkServiceConnectionState.status=Approved",
    ],
    "Approves arn-shell.one.",
  ],
  [["az resource update --ids /x/afwp-hub"], "Applies the settings of afwp-hub again."],
  [
    ['az resource update --ids /x/afw-hub --set \'properties.ipConfigurations=[{"name":"a"}]\''],
    "Changes afw-hub.",
  ],
  [
    ["az network nic update --name nic-nva --ip-forwarding true"],
    "Turns IP forwarding of the interface nic-nva on.",
  ],
  [
    ["az network nic update --name nic-jump --dns-servers '[]'"],
    "Takes the DNS servers off the interface nic-jump.",
  ],
  [
    ["az network vnet subnet update --vnet-name vnet-hub --name AzureBastionSubnet --remove routeTable"],
    "Takes the route table off the subnet AzureBastionSubnet of vnet-hub.",
  ],
  [
    [
      "az network route-table list --output tsv | xargs -r -n 1 az network vnet subnet update --vnet-name vnet-aks --name nodes --route-table",
    ],
    "Attaches the route table to the subnet nodes of vnet-aks.",
  ],
  [
    ["az network vnet subnet update --vnet-name vnet-aks --name nodes --nat-gateway /x/nat-aks"],
    "Gives the subnet nodes of vnet-aks the NAT gateway nat-aks.",
  ],
  [
    ["az network vnet subnet update --vnet-name vnet-aks --name api --delegations Microsoft.X/y"],
    "Delegates the subnet api of vnet-aks to Microsoft.X/y.",
  ],
  [
    [
      "az network vnet subnet update --vnet-name vnet-hub --name shell --service-endpoints Microsoft.X Microsoft.Storage",
    ],
    "Gives the subnet shell of vnet-hub a service endpoint for storage.",
  ],
  [["az network vnet subnet update --vnet-name vnet-aks --name api"], "Changes the subnet api of vnet-aks."],
  [
    ["az network private-dns record-set a remove-record --record-set-name prod-1 --ipv4-address 10.0.0.9"],
    "Removes 10.0.0.9 from the record prod-1.",
  ],
  [
    ["az network private-dns link vnet update --name link-aks --registration-enabled false"],
    "Switches registration off on the link link-aks.",
  ],
  [
    [
      "az network vnet peering delete --vnet-name vnet-aks --name to-hub",
      `az network vnet peering create --vnet-name vnet-aks --name to-hub --remote-vnet ${hub}`,
      "az network vnet peering create --vnet-name vnet-hub --name to-aks --remote-vnet /x/vnet-aks",
    ],
    "Makes the peering of vnet-aks with vnet-hub again, both halves.",
  ],
  [
    [`az network vnet peering create --vnet-name vnet-aks --name to-hub --remote-vnet ${hub}`],
    "Makes the peering of vnet-aks with vnet-hub again, one half.",
  ],
  [
    [
      `az network vnet peering create --vnet-name a --name to-hub --remote-vnet ${hub}`,
      `az network vnet peering create --vnet-name b --name to-hub --remote-vnet ${hub}`,
    ],
    "Makes the peering of a with vnet-hub, then makes the peering of b with vnet-hub.",
  ],
  [["az unheard of --name x"], "Runs az unheard of."],
])("%j", (commands, sentence) => {
  expect(whatItDoes({ commands })).toBe(sentence);
});

test.each(faults)(
  "%s: its fix is told, says who may do it and where, and removes nothing that was not seen",
  (_name, snapshot) => {
    const fixes = diagnose(snapshot).checks.flatMap((check) => ("fix" in check ? (check.fix ?? []) : []));
    for (const fix of fixes) {
      expect(whatItDoes(fix)).not.toMatch(/Runs az|, then runs az|undefined| {2}| \./);
      expect(fix.role).toContain(" on ");
      expect(fix.commands.filter((line) => /xargs.* delete /.test(line))).toEqual([]);
    }
  },
);

/** Each line that is put together anywhere in the core, by how its command is written there. */
const written = ["repair", "finding"].flatMap((folder) =>
  readdirSync(join(core, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => [
      ...readFileSync(join(entry.parentPath, entry.name), "utf8").matchAll(
        /"((?:aks|network|vm|resource|container|role|rest)(?: [a-z-]+)+)"/g,
      ),
    ])
    .flatMap(([, command = ""]) => command),
);

test.each([...new Set(written)])("az %s is told in words", (command) => {
  expect(whatItDoes({ commands: [`az ${command} --name x --subscription s`] })).not.toMatch(/^Runs /);
});
