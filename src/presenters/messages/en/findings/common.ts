// What many findings say alike.
import type { Operation, Passage, Thing, ThingKind, WordKind } from "../../../../core/outcome/fact.ts";
import type { Permission } from "../../../../core/snapshot/permission.ts";
import { withoutIds } from "../../../../core/snapshot/resource-id.ts";
import { lookUp } from "../../../../core/text/look-up.ts";
import type { Common } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { absences } from "../absences.ts";
import { sayStep } from "../steps.ts";
import { sayStop } from "../stops.ts";
import { sayUnread } from "../unread.ts";
import { upperFirst } from "../words.ts";

const needText = ({ action, scope }: Permission): string => `${action} on ${scope}`;

/** Always with the action and the scope that would settle it, where one is known and not said. */
export function withNeeds(said: string, needs: readonly Permission[]): string {
  const unsaid = needs.filter(({ action, scope }) => !said.includes(action) || !said.includes(scope));
  return withoutIds(unsaid.length === 0 ? said : `${said} It takes ${unsaid.map(needText).join(" and ")}.`);
}

/** With its article, at the end of a sentence's first half. */
const things: Readonly<Record<ThingKind, (name: string) => string>> = {
  agent: (name) => `the agent of ${name}`,
  apiBalancer: (name) => `the load balancer ${name} of the API server`,
  bastion: (name) => `the Bastion host ${name}`,
  cluster: () => "the cluster",
  clusterBalancer: () => "the cluster's load balancer",
  clusterNetwork: (name) => `the cluster's network ${name}`.trimEnd(),
  clusterPods: () => "the cluster's pods",
  clusterServices: () => "the cluster's services",
  endpoint: (name) => `the private endpoint ${name}`.trimEnd(),
  endpointConnection: () => "the connection of the private endpoint",
  endpointInterface: (name) => `the interface of ${name}`,
  endpointsSubnet: (name) => `the private endpoints' subnet ${name}`,
  furtherEndpoint: (name) => `the further private endpoint ${name}`,
  named: (name) => name,
  natGateway: (name) => `the NAT gateway ${name}`,
  network: (name) => `the network ${name}`,
  nodesBalancer: (name) => `the nodes' load balancer ${name}`,
  nodesSubnet: (name) => `the nodes' subnet ${name}`,
  pool: (name) => `pool ${name}`,
  systemPool: (name) => `the system pool ${name}`,
  vpnClients: (name) => `the point-to-site clients of ${name}`,
  vpnGateway: (name) => `the VPN gateway ${name}`,
  zone: (name) => `the private DNS zone ${name}`,
};

/** Of a kind that a newer release kept, the name alone. */
export const sayThing = ({ kind, name }: Thing): string => lookUp(things, kind)?.(name) ?? name;

const wordKinds: Readonly<Record<WordKind, string>> = {
  health: "health",
  mode: "mode",
  networkPolicy: "network policy",
  nodeProvisioning: "node provisioning mode",
  outboundType: "outbound type",
  plugin: "network plugin",
  pluginMode: "plugin mode",
  powerState: "power state",
  priority: "priority",
  sku: "SKU",
  state: "state",
  system: "system",
  zoneMode: "private DNS zone",
};

/** Inside a sentence. */
export const sayOperation = ({ of, state }: Operation): string => `${sayThing(of)} is ${state}`;

/** What happens to the cluster, and what to wait for. */
const passages: Readonly<Record<Passage, readonly [happens: string, wait: string]>> = {
  creating: ["is being created", "wait until Azure says Succeeded, then diagnose it again"],
  starting: ["is starting", "wait until Azure says Succeeded, then diagnose it again"],
  stopping: ["is stopping", "wait until Azure says Stopped; only then it can be started"],
  deleting: ["is being deleted", "what it had is going, and none of that is a fault"],
};

export const commonFacts: Says<Common> = {
  unread: ({ why, needs }) => withNeeds(sayUnread(why), needs),
  strangeWord: ({ of, kind, word }) =>
    word === ""
      ? `Azure does not say the ${wordKinds[kind]} of ${sayThing(of)}.`
      : `Azure gives ${sayThing(of)} the ${wordKinds[kind]} "${word}", which is not known here.`,
  changeCanceled: ({ of }) => `The last change of ${sayThing(of)} was canceled, so it may be half done.`,
  inState: ({ of, state }) => `${upperFirst(sayThing(of))} is in the state "${state}" until that has ended.`,
  passing: ({ cluster, passage }) => `${cluster} ${passages[passage].join(": ")}.`,
  notWhilePassing: ({ passage }) =>
    `The cluster ${passages[passage][0]}; this is not judged before that has ended.`,
  notWhileStopped: () => "The cluster is stopped; this is judged once it runs.",

  apiPublic: () => "The API server is public.",
  apiInNetwork: () => "The API server stands in the virtual network itself and has no private endpoint.",
  apiNotInNetwork: () => "The API server does not stand in the virtual network itself.",
  namePublic: () => "The API server is public, and so is its name.",
  noZone: () => "The cluster uses no private DNS zone: its public name leads to the private address.",
  nodesUseAddress: () => "Nodes use the address of the API server and need no name.",

  step: ({ step }) => sayStep(step),
  stop: sayStop,
  openStep: ({ step }) => withNeeds(sayStep(step), step.needs),
  openStop: (stop) => withNeeds(sayStop(stop), stop.step.needs),
  endsBefore: ({ step }) => `The way ends before: ${sayStep(step)}`,
  noneOnTheWay: () => "No way that was walked leads over this.",
  noStart: () => "No subnet was found from which it could be walked.",
  startUnread: ({ bastion, needs }) =>
    withNeeds(`The subnet of the Bastion host ${bastion} was not read.`, needs),
  startsInside: () => "The way starts in the cluster's own network.",
  noPeer: () => "No other network is peered with the cluster's.",
  networkNeeded: () => "Needs the network that you come from.",

  ...absences,
};
