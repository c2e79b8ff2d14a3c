// What the lines of a fix do, in a sentence made of the lines themselves: the two cannot differ.

import type { Fix } from "../../../core/outcome/fix.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import { upperFirst } from "./words.ts";

/** The value behind a flag, without the quotes that a shell takes away. */
type Flag = (name: string) => string;

const flagOf =
  (line: string): Flag =>
  (name) => {
    const value = new RegExp(` --${name} ('[^']*'|\\S+)`).exec(line)?.[1] ?? "";
    return value.replace(/^'|'$/g, "");
  };

/** Of a part, what it is a part of. */
const ownerOf = (id: string): string => id.split("/").at(-3) ?? "";

const settingOf = (flag: Flag): string => flag("set").replace(/^(?:properties\.)?/, "");

function updateCluster(flag: Flag, line: string): string {
  if (line.includes("--api-server-authorized-ip-ranges"))
    return `adds an address to the authorized ranges of ${flag("name")}`;
  if (line.includes("--load-balancer-managed-outbound-ip-count"))
    return `gives the load balancer of ${flag("name")} ${flag("load-balancer-managed-outbound-ip-count")} public addresses`;
  if (line.includes("--load-balancer-outbound-ports"))
    return `keeps ${flag("load-balancer-outbound-ports")} ports for each node of ${flag("name")}`;
  if (line.includes("--enable-run-command")) return `switches the run command of ${flag("name")} on`;
  return `applies the settings of ${flag("name")} again`;
}

const updatePool = (flag: Flag, line: string): string =>
  line.includes("--max-surge")
    ? `lets upgrades of the node pool ${flag("name")} add one node at a time`
    : `moves the limits of the node pool ${flag("name")}`;

const changeResource = (flag: Flag): string => {
  if (flag("remove") === "properties.snat")
    return `lets ${nameOf(flag("ids"))} translate what goes to the Internet again`;
  const name = nameOf(flag("ids"));
  const set = flag("set");
  if (set === "" && flag("remove") === "") return `applies the settings of ${name} again`;
  if (set.startsWith("properties.dnsSettings.enableProxy=")) return `turns the DNS proxy of ${name} on`;
  if (set === "properties.privateLinkServiceConnectionState.status=Approved") return `approves ${name}`;
  // A longer value is read in the line itself.
  return /^[\w.]+=\w+$/.test(set) ? `sets ${settingOf(flag)} on ${name}` : `changes ${name}`;
};

/** Of `--route-table` the value may come out of a line before it. */
function changeSubnet(flag: Flag, line: string): string {
  const subnet = `the subnet ${flag("name")} of ${flag("vnet-name")}`;
  if (flag("remove") === "routeTable") return `takes the route table off ${subnet}`;
  if (/ --route-table\b/.test(line)) return `attaches the route table to ${subnet}`;
  const [gateway, delegate] = [flag("nat-gateway"), flag("delegations")];
  if (line.includes("--service-endpoints")) return `gives ${subnet} a service endpoint for storage`;
  if (gateway !== "") return `gives ${subnet} the NAT gateway ${nameOf(gateway)}`;
  return delegate === "" ? `changes ${subnet}` : `delegates ${subnet} to ${delegate}`;
}

function changeInterface(flag: Flag): string {
  if (flag("ip-forwarding") === "true") return `turns IP forwarding of the interface ${flag("name")} on`;
  return flag("dns-servers") === "[]"
    ? `takes the DNS servers off the interface ${flag("name")}`
    : `changes the interface ${flag("name")}`;
}

const wordOf = (line: string, at: number): string => line.split(" ")[at] ?? "";

/** By the beginning of the command, the longer one first. */
const does: readonly (readonly [command: string, says: (flag: Flag, line: string) => string])[] = [
  ["az aks start", (flag) => `starts ${flag("name")}`],
  ["az aks update", updateCluster],
  ["az aks rotate-certs", (flag) => `rotates the certificates of ${flag("name")}`],
  ["az aks wait", () => "waits until the operation has ended"],
  ["az aks get-credentials", (flag) => `fetches the kubeconfig of ${flag("name")} again`],
  ["az aks nodepool add", (flag) => `adds the node pool ${flag("name")}`],
  ["az aks nodepool start", (flag) => `starts the node pool ${flag("name")}`],
  ["az aks nodepool scale", (flag) => `scales the node pool ${flag("name")} to ${flag("node-count")}`],
  ["az aks nodepool update", updatePool],
  [
    "az rest",
    (flag) =>
      `asks for just-in-time access with the policy ${nameOf(flag("url").replace(/\/initiate.*$/, ""))}`,
  ],
  ["az login", () => "signs you in to the cluster's tenant"],
  ["az keyvault recover", (flag) => `brings the deleted key vault ${flag("name")} back`],
  ["az keyvault update", (flag) => `opens the key vault ${flag("name")} to every network`],
  ["az network vnet update", (flag) => `turns the encryption of ${flag("name")} off`],
  ["az network firewall update", (flag) => `turns the DNS proxy of ${flag("name")} on`],
  ["az container start", (flag) => `starts the containers ${flag("name")}`],
  ["az network private-endpoint show", (flag) => `shows where ${flag("name")} stands`],
  ["az network route-table list", () => "looks for the cluster's route table"],
  ["az network nsg rule delete", (flag) => `removes the rule ${flag("name")} of ${flag("nsg-name")}`],
  ["az network nsg rule create", (flag) => `adds the rule ${flag("name")} to ${flag("nsg-name")}`],
  [
    "az network private-dns link vnet create",
    (flag) => `links the private DNS zone to ${nameOf(flag("virtual-network"))}`,
  ],
  [
    "az network private-dns link vnet update",
    (flag) =>
      flag("registration-enabled") === "false"
        ? `switches registration off on the link ${flag("name")}`
        : `changes the link ${flag("name")}`,
  ],
  ["az network private-dns link vnet delete", (flag) => `removes the link ${flag("name")}`],
  [
    "az network private-dns record-set a update",
    (flag) => `sets the record ${flag("name")} to ${flag("set").split("=").at(-1)}`,
  ],
  [
    "az network private-dns record-set a add-record",
    (flag) => `adds ${flag("ipv4-address")} to the record ${flag("record-set-name")}`,
  ],
  [
    "az network private-dns record-set a remove-record",
    (flag) => `removes ${flag("ipv4-address")} from the record ${flag("record-set-name")}`,
  ],
  ["az network private-dns zone create", () => "creates the private DNS zone"],
  [
    "az network express-route peering update",
    (flag) => `switches ${flag("name")} of the circuit ${flag("circuit-name")} on`,
  ],
  ["az network private-endpoint create", (flag) => `creates the private endpoint ${flag("name")}`],
  ["az network private-endpoint delete", (flag) => `removes the private endpoint ${flag("name")}`],
  ["az network public-ip create", (flag) => `creates the public address ${flag("name")}`],
  ["az network nat gateway create", (flag) => `creates the NAT gateway ${flag("name")}`],
  ["az network nat gateway update", (flag) => `changes the NAT gateway ${flag("name")}`],
  ["az network nic update", changeInterface],
  ["az network route-table create", (flag) => `creates the route table ${flag("name")}`],
  [
    "az network route-table route create",
    (flag) => `adds the route ${flag("name")} to ${flag("route-table-name")}`,
  ],
  [
    "az network route-table route delete",
    (flag) => `removes the route ${flag("name")} from ${flag("route-table-name")}`,
  ],
  [
    "az network vnet peering create",
    (flag) => `makes the peering of ${flag("vnet-name")} with ${nameOf(flag("remote-vnet"))}`,
  ],
  [
    "az network vnet peering delete",
    (flag) => `removes the dead peering ${flag("name")} of ${flag("vnet-name")}`,
  ],
  ["az network vnet peering sync", (flag) => `syncs the peering ${flag("name")} of ${flag("vnet-name")}`],
  [
    "az network vnet peering update",
    (flag) => `sets ${settingOf(flag)} on the peering ${flag("name")} of ${flag("vnet-name")}`,
  ],
  ["az network vnet subnet update", changeSubnet],
  ["az network vnet-gateway update", (flag) => `changes the gateway ${flag("name")}`],
  ["az network vnet-gateway reset", (flag) => `restarts the gateway ${flag("name")}`],
  ["az provider register", (flag) => `registers the resource provider ${flag("namespace")}`],
  [
    "az storage account network-rule add",
    (flag) => `lets the subnet ${nameOf(flag("subnet"))} in to ${flag("account-name")}`,
  ],
  ["az resource create", (flag) => `adds the rules ${nameOf(flag("id"))} to ${ownerOf(flag("id"))}`],
  ["az resource update", changeResource],
  ["az role assignment create", (flag) => `gives the role ${flag("role")} on ${nameOf(flag("scope"))}`],
  ["az vm wait", (flag) => `waits until ${flag("name")} is down`],
  ["az vm start", (flag) => `starts ${flag("name")}`],
  ["az vm restart", (flag) => `restarts ${flag("name")}`],
  ["az vmss scale", (flag) => `scales ${flag("name")} to ${flag("new-capacity")} instances`],
  ["az vmss start", (flag) => `starts the instance ${flag("instance-ids")} of ${flag("name")}`],
  ["az vmss restart", (flag) => `restarts the instance ${flag("instance-ids")} of ${flag("name")}`],
  ["az network nic list-effective-nsg", (flag) => `shows the rules that act on ${flag("name")}`],
  ["kubectl uncordon", (_, line) => `lets pods be placed on ${wordOf(line, 2)} again`],
  ["kubectl rollout restart", (_, line) => `restarts ${wordOf(line, 3)}`],
  ["kubectl delete networkpolicy", (_, line) => `deletes the network policy ${wordOf(line, 3)}`],
];

/** A line in two versions says the same twice; of two with a pipe between them the first only looks something up. */
function lineDoes(line: string): string {
  const [whole = ""] = line.split(" || ");
  const current = whole.split(/ \| (?:xargs (?:-\S+ (?:\d+ )?)*)?/).at(-1) ?? whole;
  const [, says] = does.find(([command]) => current.startsWith(`${command} `)) ?? [];
  return says === undefined ? `runs ${current.split(" --")[0]}` : says(flagOf(current), current);
}

/** A peering is made again by up to four lines; null where the lines do anything else, or for several pairs. */
function peeringAgain(commands: readonly string[]): string | null {
  if (!commands.every((line) => /^az network vnet peering (create|delete) /.test(line))) return null;
  const made = commands.filter((line) => line.includes(" peering create ")).map(flagOf);
  const pairs = made.map((flag) => [flag("vnet-name"), nameOf(flag("remote-vnet"))] as const);
  const [first] = pairs;
  if (first === undefined || new Set(pairs.map((pair) => pair.toSorted().join())).size > 1) return null;
  const halves = pairs.length === 2 ? "both halves" : "one half";
  return `Makes the peering of ${first[0]} with ${first[1]} again, ${halves}.`;
}

/** One sentence for all of them, in their order. */
export function whatItDoes({ commands }: Pick<Fix, "commands">): string {
  const peering = peeringAgain(commands);
  if (peering !== null) return peering;
  const steps = [...new Set(commands.map(lineDoes))];
  return `${upperFirst(steps.join(", then "))}.`;
}
