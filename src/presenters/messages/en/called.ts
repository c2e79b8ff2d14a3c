// What places and things are called that people gave no name.

import { type Component, calledOf } from "../../../core/network/step.ts";
import type { Called, Unnamed } from "../../../core/outcome/called.ts";
import type { AddressSource } from "../../../core/outcome/columns.ts";
import { type Says, say } from "../says.ts";

const inRange = (range: string | null, where: string): string =>
  range === null ? `What is ${where}` : `${range} ${where}`;

export const unnamed: Says<Unnamed> = {
  apiServer: () => "API server",
  azureDns: () => "Azure's own DNS",
  azureMetadata: () => "Azure's instance metadata",
  azureBalancer: () => "Azure's load balancer",
  cloudShellIn: ({ subnet }) => `Cloud Shell in ${subnet}`,
  podsIn: ({ subnet }) => `pods in ${subnet}`,
  podsOn: ({ nodes }) => `pods on ${sayCalled(nodes)}`,
  nodesIn: ({ subnet, pools }) => {
    if (pools === null) return subnet;
    return `${subnet} (${pools.length === 0 ? "nodes that were not read" : pools.join(", ")})`;
  },
  proxy: ({ machine }) => `the proxy ${machine}`,
  behind: ({ connection, range }) => inRange(range, `behind ${connection}`),
  clientsOf: ({ gateway, range }) => {
    const clients = `the point-to-site clients of ${gateway}`;
    return range === null ? `What is ${clients}` : `${range} of ${clients}`;
  },
  overGateway: ({ network }) => `What comes in over the gateway of ${network}`,
};

/** Inside a sentence, where the name of a subnet alone would be nobody. */
export const sayWho = (called: Called): string =>
  typeof called === "object" && called.is === "nodesIn"
    ? `the nodes in ${sayCalled(called)}`
    : sayCalled(called);

export const sayCalled = (called: Called): string => say(unnamed, called);

/** `group`: where another one has the same name. */
export const inGroup = (name: string, group: string | undefined): string =>
  group === undefined ? name : `${name} in ${group}`;

export const sayComponent = (component: Component): string =>
  inGroup(sayCalled(calledOf(component)), component.group);

export const addressSources: Readonly<Record<AddressSource, string>> = {
  interface: "the endpoint's network interface",
  endpoint: "the endpoint's DNS configuration",
  balancer: "the internal load balancer",
  record: "the A record",
};

/** What says where the API server stands. */
export const sayAddressSource = (source: AddressSource): string => addressSources[source];

export const calledTexts = { sayCalled, inGroup, sayComponent };

/** Empty for the one that was last spoken of. */
export const calledCluster = (name: string): string => name || "this cluster";
