// What the lines of a fix do, read off the lines themselves: what is told of them and what they do cannot differ.
import { nameOf } from "../snapshot/resource-id.ts";
import { type LineCommand, versionsOf } from "./az-line.ts";
import { distinct } from "./distinct.ts";
import type { Fix } from "./fix.ts";

type Does<Is extends string, Values = unknown> = Is extends string ? Readonly<{ is: Is } & Values> : never;

/** `name`: of what is changed. `of`: what that is a part of. */
export type LineDeed =
  | Does<"waits" | "signsIn" | "findsTable" | "createsZone">
  | Does<
      | "starts"
      | "restarts"
      | "waitsUntilDown"
      | "rotatesCertificates"
      | "reapplies"
      | "changes"
      | "approves"
      | "fetchesKubeconfig"
      | "switchesRunCommandOn"
      | "authorizesAddress"
      | "addsPool"
      | "startsPool"
      | "surgesByOne"
      | "movesLimits"
      | "recoversVault"
      | "opensVault"
      | "endsEncryption"
      | "translates"
      | "turnsProxyOn"
      | "startsContainers"
      | "showsPlace"
      | "showsRules"
      | "linksZone"
      | "endsRegistration"
      | "changesLink"
      | "removesLink"
      | "createsEndpoint"
      | "removesEndpoint"
      | "createsAddress"
      | "createsNatGateway"
      | "changesNatGateway"
      | "forwards"
      | "dropsServers"
      | "changesInterface"
      | "createsTable"
      | "changesGateway"
      | "restartsGateway"
      | "uncordons"
      | "removesPolicy"
      | "registersProvider"
      | "asksForAccess"
      /** A command that is not known here. */
      | "runs",
      { name: string }
    >
  | Does<
      | "addsRule"
      | "removesRule"
      | "addsRules"
      | "addsRoute"
      | "removesRoute"
      | "switchesPeeringOn"
      | "removesPeering"
      | "syncsPeering"
      | "changesSubnet"
      | "detachesTable"
      | "attachesTable"
      | "servesStorage",
      { name: string; of: string }
    >
  | Does<"setsRecord" | "addsToRecord" | "removesFromRecord", { record: string; address: string }>
  | Does<"givesNatGateway" | "delegates", { name: string; of: string; to: string }>
  | Does<"scales" | "scalesPool" | "keepsPorts" | "givesAddresses", { name: string; count: string }>
  | Does<"startsInstance" | "restartsInstance", { name: string; instances: string }>
  | Does<"sets", { name: string; setting: string }>
  | Does<"setsOnPeering", { name: string; of: string; setting: string }>
  | Does<"makesPeering", { one: string; other: string }>
  | Does<"letsSubnetIn", { subnet: string; account: string }>
  | Does<"givesRole", { role: string; on: string }>;

/** `peeringAgain`: of all lines together. `both`: from either side. */
export type FixDeed =
  | Does<"peeringAgain", { one: string; other: string; both: boolean }>
  | Does<"steps", { deeds: readonly LineDeed[] }>;

/** The first value behind a flag. */
type Flag = (name: string) => string;
type Reads = (flag: Flag, command: LineCommand) => LineDeed;

const flagOf =
  ({ flags }: LineCommand): Flag =>
  (name) =>
    flags.get(name)?.[0] ?? "";

/** Of a part, what it is a part of. */
const ownerOf = (id: string): string => id.split("/").at(-3) ?? "";

const settingOf = (flag: Flag): string => flag("set").replace(/^(?:properties\.)?/, "");

const named = (flag: Flag) => ({ name: flag("name") });
const ruleOf = (flag: Flag) => ({ name: flag("name"), of: flag("nsg-name") });
const routeOf = (flag: Flag) => ({ name: flag("name"), of: flag("route-table-name") });
const peeringOf = (flag: Flag) => ({ name: flag("name"), of: flag("vnet-name") });
const inRecord = (flag: Flag) => ({ record: flag("record-set-name"), address: flag("ipv4-address") });
/** What a line of kubectl is about stands at a place of its own. */
const wordAt = ({ words }: LineCommand, at: number) => ({ name: words[at] ?? "" });
const instancesOf = (flag: Flag) => ({ name: flag("name"), instances: flag("instance-ids") });

const updateCluster: Reads = (flag, { flags }) => {
  const name = flag("name");
  if (flags.has("api-server-authorized-ip-ranges")) return { is: "authorizesAddress", name };
  if (flags.has("load-balancer-managed-outbound-ip-count"))
    return { is: "givesAddresses", name, count: flag("load-balancer-managed-outbound-ip-count") };
  if (flags.has("load-balancer-outbound-ports"))
    return { is: "keepsPorts", name, count: flag("load-balancer-outbound-ports") };
  return { is: flags.has("enable-run-command") ? "switchesRunCommandOn" : "reapplies", name };
};

const changeResource: Reads = (flag) => {
  const name = nameOf(flag("ids"));
  const set = flag("set");
  if (flag("remove") === "properties.snat") return { is: "translates", name };
  if (set === "" && flag("remove") === "") return { is: "reapplies", name };
  if (set.startsWith("properties.dnsSettings.enableProxy=")) return { is: "turnsProxyOn", name };
  if (set === "properties.privateLinkServiceConnectionState.status=Approved") return { is: "approves", name };
  // A longer value is read in the line itself.
  return /^[\w.]+=\w+$/.test(set) ? { is: "sets", name, setting: settingOf(flag) } : { is: "changes", name };
};

/** Of `--route-table` the value may come out of a line before it. */
const changeSubnet: Reads = (flag, { flags }) => {
  const subnet = peeringOf(flag);
  if (flag("remove") === "routeTable") return { is: "detachesTable", ...subnet };
  if (flags.has("route-table")) return { is: "attachesTable", ...subnet };
  if (flags.has("service-endpoints")) return { is: "servesStorage", ...subnet };
  const [gateway, delegate] = [flag("nat-gateway"), flag("delegations")];
  if (gateway !== "") return { is: "givesNatGateway", ...subnet, to: nameOf(gateway) };
  return delegate === "" ? { is: "changesSubnet", ...subnet } : { is: "delegates", ...subnet, to: delegate };
};

const changeInterface: Reads = (flag) => {
  if (flag("ip-forwarding") === "true") return { is: "forwards", ...named(flag) };
  return { is: flag("dns-servers") === "[]" ? "dropsServers" : "changesInterface", ...named(flag) };
};

/** By the beginning of the command, the longer one first. */
const reads: readonly (readonly [command: string, reads: Reads])[] = [
  ["az aks start", (flag) => ({ is: "starts", ...named(flag) })],
  ["az aks update", updateCluster],
  ["az aks rotate-certs", (flag) => ({ is: "rotatesCertificates", ...named(flag) })],
  ["az aks wait", () => ({ is: "waits" })],
  ["az aks get-credentials", (flag) => ({ is: "fetchesKubeconfig", ...named(flag) })],
  ["az aks nodepool add", (flag) => ({ is: "addsPool", ...named(flag) })],
  ["az aks nodepool start", (flag) => ({ is: "startsPool", ...named(flag) })],
  ["az aks nodepool scale", (flag) => ({ is: "scalesPool", ...named(flag), count: flag("node-count") })],
  [
    "az aks nodepool update",
    (flag, { flags }) => ({ is: flags.has("max-surge") ? "surgesByOne" : "movesLimits", ...named(flag) }),
  ],
  ["az rest", (flag) => ({ is: "asksForAccess", name: nameOf(flag("url").replace(/\/initiate.*$/, "")) })],
  ["az login", () => ({ is: "signsIn" })],
  ["az keyvault recover", (flag) => ({ is: "recoversVault", ...named(flag) })],
  ["az keyvault update", (flag) => ({ is: "opensVault", ...named(flag) })],
  ["az network vnet update", (flag) => ({ is: "endsEncryption", ...named(flag) })],
  ["az network firewall update", (flag) => ({ is: "turnsProxyOn", ...named(flag) })],
  ["az container start", (flag) => ({ is: "startsContainers", ...named(flag) })],
  ["az network private-endpoint show", (flag) => ({ is: "showsPlace", ...named(flag) })],
  ["az network route-table list", () => ({ is: "findsTable" })],
  ["az network nsg rule delete", (flag) => ({ is: "removesRule", ...ruleOf(flag) })],
  ["az network nsg rule create", (flag) => ({ is: "addsRule", ...ruleOf(flag) })],
  [
    "az network private-dns link vnet create",
    (flag) => ({ is: "linksZone", name: nameOf(flag("virtual-network")) }),
  ],
  [
    "az network private-dns link vnet update",
    (flag) => ({
      is: flag("registration-enabled") === "false" ? "endsRegistration" : "changesLink",
      ...named(flag),
    }),
  ],
  ["az network private-dns link vnet delete", (flag) => ({ is: "removesLink", ...named(flag) })],
  [
    "az network private-dns record-set a update",
    (flag) => ({ is: "setsRecord", record: flag("name"), address: flag("set").split("=").at(-1) ?? "" }),
  ],
  ["az network private-dns record-set a add-record", (flag) => ({ is: "addsToRecord", ...inRecord(flag) })],
  [
    "az network private-dns record-set a remove-record",
    (flag) => ({ is: "removesFromRecord", ...inRecord(flag) }),
  ],
  ["az network private-dns zone create", () => ({ is: "createsZone" })],
  [
    "az network express-route peering update",
    (flag) => ({ is: "switchesPeeringOn", ...named(flag), of: flag("circuit-name") }),
  ],
  ["az network private-endpoint create", (flag) => ({ is: "createsEndpoint", ...named(flag) })],
  ["az network private-endpoint delete", (flag) => ({ is: "removesEndpoint", ...named(flag) })],
  ["az network public-ip create", (flag) => ({ is: "createsAddress", ...named(flag) })],
  ["az network nat gateway create", (flag) => ({ is: "createsNatGateway", ...named(flag) })],
  ["az network nat gateway update", (flag) => ({ is: "changesNatGateway", ...named(flag) })],
  ["az network nic update", changeInterface],
  ["az network route-table create", (flag) => ({ is: "createsTable", ...named(flag) })],
  ["az network route-table route create", (flag) => ({ is: "addsRoute", ...routeOf(flag) })],
  ["az network route-table route delete", (flag) => ({ is: "removesRoute", ...routeOf(flag) })],
  [
    "az network vnet peering create",
    (flag) => ({ is: "makesPeering", one: flag("vnet-name"), other: nameOf(flag("remote-vnet")) }),
  ],
  ["az network vnet peering delete", (flag) => ({ is: "removesPeering", ...peeringOf(flag) })],
  ["az network vnet peering sync", (flag) => ({ is: "syncsPeering", ...peeringOf(flag) })],
  [
    "az network vnet peering update",
    (flag) => ({ is: "setsOnPeering", ...peeringOf(flag), setting: settingOf(flag) }),
  ],
  ["az network vnet subnet update", changeSubnet],
  ["az network vnet-gateway update", (flag) => ({ is: "changesGateway", ...named(flag) })],
  ["az network vnet-gateway reset", (flag) => ({ is: "restartsGateway", ...named(flag) })],
  ["az provider register", (flag) => ({ is: "registersProvider", name: flag("namespace") })],
  [
    "az storage account network-rule add",
    (flag) => ({ is: "letsSubnetIn", subnet: nameOf(flag("subnet")), account: flag("account-name") }),
  ],
  ["az resource create", (flag) => ({ is: "addsRules", name: nameOf(flag("id")), of: ownerOf(flag("id")) })],
  ["az resource update", changeResource],
  [
    "az role assignment create",
    (flag) => ({ is: "givesRole", role: flag("role"), on: nameOf(flag("scope")) }),
  ],
  ["az vm wait", (flag) => ({ is: "waitsUntilDown", ...named(flag) })],
  ["az vm start", (flag) => ({ is: "starts", ...named(flag) })],
  ["az vm restart", (flag) => ({ is: "restarts", ...named(flag) })],
  ["az vmss scale", (flag) => ({ is: "scales", ...named(flag), count: flag("new-capacity") })],
  ["az vmss start", (flag) => ({ is: "startsInstance", ...instancesOf(flag) })],
  ["az vmss restart", (flag) => ({ is: "restartsInstance", ...instancesOf(flag) })],
  ["az network nic list-effective-nsg", (flag) => ({ is: "showsRules", ...named(flag) })],
  ["kubectl uncordon", (_, command) => ({ is: "uncordons", ...wordAt(command, 2) })],
  ["kubectl rollout restart", (_, command) => ({ is: "restarts", ...wordAt(command, 3) })],
  ["kubectl delete networkpolicy", (_, command) => ({ is: "removesPolicy", ...wordAt(command, 3) })],
];

/** A line in two versions says the same twice; of two with a pipe between them the first only looks something up. */
const commandIn = (line: string): LineCommand | undefined => versionsOf(line)[0]?.at(-1);

function deedOfLine(line: string): LineDeed {
  const command = commandIn(line);
  const called = command?.words.join(" ") ?? line;
  const [, read] = reads.find(([known]) => called === known || called.startsWith(`${known} `)) ?? [];
  return command !== undefined && read !== undefined
    ? read(flagOf(command), command)
    : { is: "runs", name: called.split(" --")[0] ?? "" };
}

/** A peering is made again by up to four lines; null where the lines do anything else, or for several pairs. */
function peeringAgain(lines: readonly string[]): FixDeed | null {
  const commands = lines.map(commandIn);
  const verbs = commands.map(
    (each) => /^az network vnet peering (create|delete)$/.exec(each?.words.join(" ") ?? "")?.[1],
  );
  if (verbs.includes(undefined)) return null;
  const made = commands.flatMap((each, at) => (each && verbs[at] === "create" ? flagOf(each) : []));
  const pairs = made.map((flag) => [flag("vnet-name"), nameOf(flag("remote-vnet"))] as const);
  const [first] = pairs;
  if (first === undefined || new Set(pairs.map((pair) => pair.toSorted().join())).size > 1) return null;
  const [one, other] = first;
  return { is: "peeringAgain", one, other, both: pairs.length === 2 };
}

/** In their order, each once. */
export const deedOfFix = ({ commands }: Pick<Fix, "commands">): FixDeed =>
  peeringAgain(commands) ?? { is: "steps", deeds: distinct(commands.map(deedOfLine)) };
