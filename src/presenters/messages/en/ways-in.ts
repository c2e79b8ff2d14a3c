// The ways in: what each is called, why it is as it is, and what is to be done on it beside the lines to copy.

import type { AccessPath, PathReason } from "../../../core/access/access-path.ts";
import type { PathId } from "../../../core/access/path-order.ts";
import type { Instruction, WayFact } from "../../../core/access/way-fact.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { english } from "../catalogue.ts";
import { remark } from "../parts.ts";
import { type Says, say } from "../says.ts";
import { sayFound } from "./findings.ts";
import { upperFirst } from "./words.ts";

const { sayCalled } = english.speech;
const commonFacts = english.speech.commonFacts();
const { stopClause } = english.speech;

export const titles: Readonly<Record<PathId, string>> = {
  P01: "Public API server",
  P02: "Public API server, from an authorized address",
  P03: "Cloud Shell",
  P04: "Jump host in the cluster's network",
  P05: "Jump host in a peered network",
  P06: "Bastion in the browser",
  P07: "ssh through Bastion",
  P08: "Private endpoint of your own",
  P09: "Bastion straight to the API server (preview)",
  P10: "Container with SSH",
  P11: "VPN",
  P12: "ExpressRoute",
  P13: "Run command through Azure",
  P14: "Cloud Shell in a network",
  P15: "Azure Virtual Desktop",
  P16: "VS Code through Bastion",
};

const needless = { ...titles, bastion: "Bastion", jumpHost: "jump host" };

export const wayFacts: Says<WayFact> = {
  notNeeded: ({ what }) => `The API server is public: no ${needless[what]} is needed.`,
  apiPrivate: () => "The API server is private.",
  shellNotNear: () => "The API server is private, and Cloud Shell is not near it.",
  authorizedOnly: () => "Only authorized addresses may connect.",
  noneAuthorized: () => "The cluster authorizes no particular addresses.",
  noHostBeside: () => "No jump host stands in the cluster's own network.",
  noHostInPeers: () => "No jump host stands in a network that is peered with the cluster's.",
  noFurtherEndpoint: () => "The API server has no private endpoint but the cluster's own.",
  browserOnly: ({ bastion }) => `${bastion} is a Developer host, made for the browser only.`,
  usesNoGateway: ({ network }) => `${network} uses no gateway: no half of a peering is set to.`,
  noContainer: () => "No container that takes SSH was found in the networks near the cluster.",
  noShell: () => "Cloud Shell is set up in no network near the cluster.",
  noDesktop: () => "No session host of Azure Virtual Desktop stands near the cluster.",

  openToAll: () => "The API server is public and open to every address.",
  openToShell: () => "The API server is public and open to every address, Cloud Shell's too.",
  addressAuthorized: () => "Your address is in the authorized ranges.",
  overHostBeside: () =>
    "A jump host is running beside the nodes, and its rules and routes lead to the API server.",
  overHostInPeer: () =>
    "A jump host is running, and its name resolution, peering, rules and routes lead to the API server.",
  overBastion: () => "Bastion reaches a jump host that is running, and from there the API server is reached.",
  overBastionSsh: () =>
    "Bastion takes ssh to a jump host that is running, and from there the API server is reached.",
  overBastionTunnel: () =>
    "Bastion takes a tunnel to a jump host that is running, for VS Code with Remote-SSH.",
  overContainer: () =>
    "A container with SSH is running, and its name resolution, rules and routes lead to the API server.",
  overGateway: ({ from, to }) =>
    `${sayCalled(from)} leads up to the API server at ${to}; your own DNS has to answer its name, too.`,
  overShell: ({ subnet }) =>
    `Cloud Shell starts in ${subnet}, and its name resolution, rules and routes lead to the API server.`,
  overDesktop: ({ pool }) =>
    `A session host of ${pool} takes you, and its name resolution, rules and routes lead to the API server.`,
  runByAzure: () => "Azure runs it inside the cluster; you have the right, and it is not disabled.",

  hostUnknown: () => "Machines are there, but which of them is a jump host is not known.",
  hostWithoutSignIn: ({ host, name }) =>
    `${sayCalled(host)} gets there, but not to ${name}, where kubectl asks for a token: bring a kubeconfig that needs none.`,
  notWalked: () => "The way from there to the API server could not be walked.",
  shellAddressChanges: () =>
    "Cloud Shell has another address in every session; whether that one is authorized shows only there.",
  endpointUnjudged: () =>
    "Whether the zone and the rules of that endpoint's network lead to it is not judged yet.",
  previewUnjudged: () => "Nothing that was read closes the tunnel, which is a preview of Azure's.",
  bastionAddressUnknown: ({ bastion }) =>
    `Whether the public address of ${bastion} is in the authorized ranges is not known.`,
  bastionNotAuthorized: ({ bastion, ip }) =>
    `Tunnels come from ${ip}, the address of ${bastion}, which is not in the authorized ranges.`,
  containerUnknown: () => "Whether a container with SSH runs is not known.",
  vpnUnjudged: () =>
    "Whether the VPN is up on your side, and leads and resolves names up to the API server, is not judged yet.",
  circuitUnjudged: () =>
    "Whether the circuit is up, and leads and resolves names up to the API server, is not judged yet.",
  shellUnjudged: () => "Whether Cloud Shell starts in its subnet (relay, storage, roles) is not judged yet.",
  desktopUnjudged: () => "Whether you may use a desktop of that host pool is not judged yet.",

  clusterLocked: ({ by }) =>
    `${upperFirst(english.texts.findings.shared.locked[by])} does not take this way.`,
  containerOff: ({ container }) => `The container ${container} does not run.`,
  subnetNotDelegated: ({ subnet }) =>
    `The subnet ${subnet} is not delegated to containers, so Cloud Shell does not start in it.`,
  desktopsClosed: ({ machine, status }) =>
    `No session host near the cluster takes sessions; ${machine} is ${status}.`,
};

export const pathReasons: Says<PathReason> = {
  ...commonFacts,
  ...wayFacts,
  podStopped: (stop) => `Its pod runs on a node, and ${stopClause(stop)}`,
  told: sayFound,
};

export const sayReason = (reason: PathReason): string => say(pathReasons, reason);

export const instructions: Says<Instruction> = {
  leaveOpen: () => "leave that open; in a second shell:",
  openShell: () => "portal: Cloud Shell, Bash; then in it:",
  openShellWith: ({ resourceGroup, profile }) =>
    `portal: Cloud Shell > Settings > Reset user settings > Show VNET isolation settings, resource group ${resourceGroup}, network profile ${profile}; then in it:`,
  connectInPortal: ({ host }) => `portal: virtual machine ${host} > Connect > Bastion; then on it:`,
  orSsh: ({ host, line }) => `or, where ${host} takes sign-in with Entra, this instead of both: ${line}`,
  inTunnelShell: () =>
    "in the shell that it opens, with the server in KUBECONFIG set to https://localhost:<port shown>:",
  inContainer: () => "in it, with Azure CLI, kubelogin and kubectl installed:",
  connectVpn: ({ gateway }) => `connect to the VPN of ${gateway}; then:`,
  fromBehind: ({ gateway }) => `from the network that ${gateway} connects:`,
  openDesktop: ({ pool }) =>
    `Windows App, or its web client: open a desktop of the host pool ${pool}; then on it:`,
};

export const wayInTexts = {
  /** Undefined for a way of another release. */
  titleOfWay: (id: string): string | undefined => lookUp(titles, id),
  sayReason,
  sayWayStep: (step: AccessPath["steps"][number]): string =>
    typeof step === "string" ? step : remark(say(instructions, step)),
};
