// Breaks that nobody feels, by hand: each with why. Whatever is not listed here must not be called healthy.
import type { ScenarioRow } from "../../scenarios.ts";
import type { Break } from "./breaks.ts";

type Reason = Readonly<{ break: RegExp; where: (row: ScenarioRow) => boolean; why: string }>;

const everywhere = () => true;
const named =
  (...names: readonly string[]) =>
  ({ name }: ScenarioRow): boolean =>
    names.includes(name);
const fromNowhere = ({ from }: ScenarioRow): boolean => from === undefined || !from.startsWith("192.168.");

const reasons: readonly Reason[] = [
  {
    break: /\/resourceGroups\/(shop|pay|claims|ledger|farm)-data\//,
    where: everywhere,
    why: "It has nothing to do with the cluster.",
  },
  {
    break: /^nsg-(shop-ops|ops-se|desk|workstations): denies (the Internet out|443 in|10250 in)$/,
    where: everywhere,
    why: "A jump host takes SSH, and dials nothing but the API server.",
  },
  {
    break: /^nsg-(shop-bastion|bastion-se): denies 10250 in$/,
    where: everywhere,
    why: "Bastion takes 443 and 8080.",
  },
  {
    break: /^(vpn-se|gw-operations|er-core): gone$/,
    where: everywhere,
    why: "What was removed is no way in any more.",
  },
  {
    break: /^lgw-(cn-stockholm|hartford): other ranges$/,
    where: everywhere,
    why: "Nobody said that they come from there, and Azure is told the ranges.",
  },
  {
    break: /^rt-(pay|farm): 10\/8 to /,
    where: everywhere,
    why: "The network's own range and its peer's are longer prefixes.",
  },
  {
    break: /^(vnet-dns-se: asks servers that are not there|pay: gone)$/,
    where: named("three-subscriptions"),
    why: "Names are asked at a resolver, which knows the zones of its network whatever servers that names.",
  },
  {
    break: /^(cloudshell|arn-shell|stshell|aci-networkProfile|rt-desktops|vm-avd|nsg-desktops)/,
    where: everywhere,
    why: "Cloud Shell and desktops are ways beside others: what they lack blocks them, and nobody's cluster.",
  },
  {
    break: /^nsg-workstations: denies the network in$/,
    where: everywhere,
    why: "The office comes over the line, and whether it counts as the network only its router knows.",
  },
  {
    break: /^claims: gone$/,
    where: named("own-name-servers"),
    why: "Nodes are given the address itself, and people ask the servers in the network for operations.",
  },
  {
    break: /^nsg-jump: denies (the Internet out|443 in|10250 in)$/,
    where: everywhere,
    why: "A jump host takes SSH, and dials nothing but the API server.",
  },
  {
    break: /\/rg-hub\/.*\/nsg-jump$/,
    where: named("jump-in-spoke"),
    why: "The jump host stands in the spoke: nothing is left in the hub's subnet.",
  },
  {
    break: /^nsg-jump: denies (all|the network) in$/,
    where: named("ssh-container"),
    why: "The jump box is gone: nothing in its subnet takes anything.",
  },
  { break: /^nsg-bastion: denies 10250 in$/, where: everywhere, why: "Bastion takes 443 and 8080." },
  { break: /^vgw-hub: gone$/, where: fromNowhere, why: "What was removed is no way in any more." },
  {
    break: /^lgw-office: other ranges$/,
    where: fromNowhere,
    why: "Nobody said that they come from there, and Azure is told the ranges.",
  },
  {
    break: /^link-spoke: gone$/,
    where: named("vnet-private"),
    why: "Nodes of a cluster with VNet integration are given the address itself.",
  },
  {
    break: /^link-spoke: gone$/,
    where: named("custom-dns"),
    why: "Nodes ask the servers in the hub, whose network is linked.",
  },
  {
    break: /^link-hub: gone$/,
    where: named("jump-in-spoke"),
    why: "People sign in to the jump host in the spoke, whose network is linked.",
  },
  {
    break: /^vnet-hub: asks servers that are not there$/,
    where: named("jump-in-spoke"),
    why: "Nobody in the hub asks for the name.",
  },
  {
    break: /^kube-apiserver: no outbound rules$/,
    where: everywhere,
    why: "The API server's own balancer leads in, not out.",
  },
  {
    break: /^rt-aks: 10\/8 to /,
    where: everywhere,
    why: "The network's own range and its peer's are longer prefixes.",
  },
  {
    break: /^vnet-spoke: peering spoke-to-hub gone$/,
    where: named("private-no-zone"),
    why: "Without zone and peering nothing says that anybody comes from another network.",
  },
];

export const whyNobodyFeels = (row: ScenarioRow, { name, at }: Break): string | null =>
  reasons.find((reason) => (reason.break.test(name) || reason.break.test(at)) && reason.where(row))?.why ??
  null;
