// What places and things are called that people gave no name.

import { type Component, calledOf } from "../../../core/network/step.ts";
import type { Called, Unnamed } from "../../../core/outcome/called.ts";
import type { AddressSource } from "../../../core/outcome/columns.ts";
import type { calledTexts as en } from "../en/called.ts";
import { type Says, say } from "../says.ts";

export const unnamed: Says<Unnamed> = {
  apiServer: () => "API-Server",
  azureDns: () => "Azures eigenes DNS",
  azureMetadata: () => "Azures Instanzmetadaten",
  azureBalancer: () => "Azures Load Balancer",
  cloudShellIn: ({ subnet }) => `Cloud Shell in ${subnet}`,
  podsIn: ({ subnet }) => `Pods in ${subnet}`,
  podsOn: ({ nodes }) => `Pods auf ${sayCalled(nodes)}`,
  nodesIn: ({ subnet, pools }) => {
    if (pools === null) return subnet;
    return `${subnet} (${pools.length === 0 ? "nicht gelesene Nodes" : pools.join(", ")})`;
  },
  proxy: ({ machine }) => `Proxy ${machine}`,
  behind: ({ connection, range }) => `${range ?? "Clients"} hinter ${connection}`,
  clientsOf: ({ gateway, range }) => {
    const clients = `Point-to-Site-Clients von ${gateway}`;
    return range === null ? clients : `${range} (${clients})`;
  },
  overGateway: ({ network }) => `Clients hinter dem Gateway von ${network}`,
};

/** Inside a sentence, in the dative, where the name of a subnet alone would be nobody. */
export const sayWho = (called: Called): string =>
  typeof called === "object" && called.is === "nodesIn"
    ? `den Nodes in ${sayCalled(called)}`
    : sayCalled(called);

export const sayCalled = (called: Called): string => say(unnamed, called);

/** `group`: where another one has the same name. */
export const inGroup = (name: string, group: string | undefined): string =>
  group === undefined ? name : `${name} in ${group}`;

export const sayComponent = (component: Component): string =>
  inGroup(sayCalled(calledOf(component)), component.group);

/** In the dative. */
export const addressSources: Readonly<Record<AddressSource, string>> = {
  interface: "der Netzwerkschnittstelle des Endpunkts",
  endpoint: "der DNS-Konfiguration des Endpunkts",
  balancer: "dem internen Load Balancer",
  record: "dem A-Eintrag",
};

/** What says where the API server stands. */
export const sayAddressSource = (source: AddressSource): string => addressSources[source];

export const calledTexts: typeof en = { sayCalled, inGroup, sayComponent };

/** In the dative; empty for the one that was last spoken of. */
export const calledCluster = (name: string): string => name || "diesem Cluster";
