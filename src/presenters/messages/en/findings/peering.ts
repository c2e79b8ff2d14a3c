// What findings about `peering.*` say.
import type { Clash } from "../../../../core/outcome/fact.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";

const { sayClash } = english.speech;

const sayClashes = (clashes: readonly Clash[]): string => clashes.map(sayClash).join("; ");

export const peeringFindings: FindingWords<"peering"> = {
  "peering.address-overlap": {
    title: "No ranges on the way overlap",
    why: "Where two ranges overlap, answers go to the wrong place.",
    remediation: "Give one of the two another range; that is design work, and no single command does it.",
    facts: {
      noOverlap: () => "No ranges on the way overlap.",
      overlapOnWay: ({ clashes }) =>
        `Ranges overlap, so answers go to the wrong place: ${sayClashes(clashes)}.`,
      overlap: ({ clashes }) => `Ranges overlap: ${sayClashes(clashes)}.`,
    },
  },
  "peering.both-sides": {
    title: "Peering exists on both sides",
    why: "A peering that one side lacks carries nothing.",
    remediation: "Remove what is left of it and make the peering on both sides.",
    facts: {},
  },
  "peering.forwarded-traffic": {
    title: "Peering takes what an appliance passes on",
    why: "Traffic through an appliance arrives from a third network, and a peering drops it unless forwarded traffic is on.",
    remediation: "Allow forwarded traffic on the peerings with the appliance's network.",
    facts: {},
  },
  "peering.gateway-transit": {
    title: "The hub's gateway is shared",
    why: "Without gateway transit on one half and its use on the other, what is behind the gateway learns no route.",
    remediation: "Offer the gateway on the hub's half, then use it on the other.",
    facts: {},
  },
  "peering.state": {
    title: "Peering is Connected",
    why: "Only a peering that is Connected on both sides installs routes.",
    remediation: "Delete the peering and make it again on both sides.",
    facts: {},
  },
  "peering.sync": {
    title: "Peering knows every range of both networks",
    why: "A range that was added to a network is not routed before its peerings are synced, so what lies in it is not reached.",
    remediation: "Sync the peering on both sides.",
    facts: {},
  },
  "peering.vnet-access": {
    title: "Peering lets traffic through",
    why: "With access off the peering is Connected, but the other network's range is not trusted and default rules drop it.",
    remediation: "Allow virtual network access on both sides.",
    facts: {},
  },
  "peering.vwan-hub": {
    title: "The virtual hub joins the networks",
    why: "Networks at a hub of Virtual WAN meet only while each has a connection of its own that works.",
    remediation: "Connect the network to the hub again: whoever owns the virtual hub may.",
    facts: {
      noVirtualHub: () => "The cluster's network joins no hub of Virtual WAN.",
      hubJoins: ({ hub, network }) => `The virtual hub ${hub} joins ${network}.`,
      hubLacks: ({ hub, network }) =>
        `The virtual hub ${hub} has no connection to ${network}, so nothing leads from there to the hub's other networks.`,
      hubConnectionFailed: ({ hub, network, state }) =>
        `The connection of the virtual hub ${hub} to ${network} does not work ("${state}").`,
      hubConnectionUnsure: ({ hub, network, state }) =>
        `Whether the virtual hub ${hub} joins ${network} is open: Azure calls its connection "${state}".`,
      hubRoutesFailed: ({ hub, state }) => `The router of the virtual hub ${hub} does not work ("${state}").`,
      hubRoutesUnsure: ({ hub, state }) =>
        `Whether the router of the virtual hub ${hub} works is open: Azure calls it "${state}".`,
    },
  },
};
