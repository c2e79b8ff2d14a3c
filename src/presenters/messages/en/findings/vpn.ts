// What findings about `vpn.*` say.

import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { counted } from "../words.ts";

const { sayClash } = english.speech;

const sayRoutes = counted("{it, plural, one {# route} other {# routes}}");

export const vpnFindings: FindingWords<"vpn"> = {
  "vpn.bgp-peers": {
    title: "The VPN's BGP sessions are up",
    why: "Where BGP alone says what is behind a tunnel, a tunnel that is up leads nowhere while its session is down.",
    remediation:
      "Compare the AS numbers and the BGP addresses of both sides; the other side's device holds one half.",
    facts: {
      bgpNotAsked: () => "No VPN near the cluster's network depends on BGP alone.",
      sessionUp: ({ gateway, peer, routes }) => `${gateway} learned ${sayRoutes(routes)} from ${peer}.`,
      sessionDown: ({ gateway, peer, state }) =>
        `The BGP session of ${gateway} with ${peer} is down ("${state}"), so no route leads behind its tunnel.`,
      noRoutes: ({ gateway, peer }) =>
        `The BGP session of ${gateway} with ${peer} is up and teaches no route.`,
      sessionLost: ({ gateway, peer, state }) =>
        `One of the BGP sessions of ${gateway} teaches nothing, with ${peer} ("${state}"): the others are all that is left, and know nothing that it alone taught.`,
      sessionUnsure: ({ gateway, peer, state }) =>
        `Whether the BGP session of ${gateway} with ${peer} is up is open: Azure calls it "${state}".`,
      noPeers: ({ gateway }) => `${gateway} has no BGP session with anybody.`,
    },
  },
  "vpn.connection-status": {
    title: "The VPN's connections are up",
    why: "While a tunnel is down, nothing behind it gets here.",
    remediation: "Check the other side's device, the shared key and the addresses of both gateways.",
    facts: {},
  },
  "vpn.gateway-state": {
    title: "The VPN gateway is provisioned",
    why: "Without its gateway no VPN leads into these networks.",
    remediation: "Reset the gateway.",
    facts: {
      changeFailed: ({ gateway }) => `The last change of the VPN gateway ${gateway} failed.`,
      provisioned: ({ gateway }) => `The VPN gateway ${gateway} is provisioned.`,
      onlyOneUp: ({ down, left, ranges }) =>
        `The connection ${down} is down, so what comes from ${ranges.join(", ")} depends on ${left}.`,
    },
  },
  "vpn.p2s-config": {
    title: "Point-to-site is set up",
    why: "People at home need an address that nothing else has, a way to sign in, routes, and a DNS server that knows the private name.",
    remediation:
      "Download the VPN profile again, as after every change around the gateway. Before that its owner mends the settings for clients, or gives its network DNS servers that know the zone, where those are at fault.",
    facts: {
      noClients: ({ gateways }) => `${gateways.join(", ")}: no point-to-site is set up.`,
      clientsServed: ({ gateway }) => `Point-to-site of ${gateway} is set up.`,
      clientsUsePublicName: ({ gateway }) =>
        `Point-to-site of ${gateway} is set up; its clients know the API server by its public name, which az aks get-credentials --public-fqdn writes.`,
      poolOverlaps: ({ clashes }) =>
        `Answers to point-to-site clients go to the wrong place: ${clashes.map(sayClash).join("; ")}.`,
      needsOpenVpn: ({ gateway, protocols }) =>
        `Clients of ${gateway} sign in with Entra ID, which takes OpenVPN, and it speaks only ${protocols.join(", ")}.`,
      noRootCertificate: ({ gateway }) =>
        `Clients of ${gateway} sign in with certificates, and it has no root certificate, so it takes none.`,
      clientsGetNoServer: ({ gateway, network }) =>
        `${network} has no DNS servers of its own, so clients of ${gateway} keep theirs, which do not know the private name.`,
      otherTenant: ({ gateway }) =>
        `Clients of ${gateway} sign in to another Entra tenant than the one that asks here.`,
      profileMayBeOld: ({ gateway, network }) =>
        `Peerings or ranges around ${network} changed lately: clients of ${gateway} on Windows have no route from before that, so download the profile again.`,
    },
  },
  "vpn.redundancy": {
    title: "The VPN gateway survives a failure",
    why: "A gateway with one instance in one zone drops everybody during maintenance.",
    remediation: "Plan a move to a SKU with zones, or to active-active; tunnels drop while it changes.",
    facts: {
      redundant: ({ gateway }) => `${gateway} stands in several zones or has two active instances.`,
      alone: ({ gateway, sku }) =>
        `${gateway} (${sku ?? "no SKU"}) has one active instance, in no zones of its own.`,
    },
  },
  "vpn.route-to-spoke": {
    title: "Behind the VPN the ranges are known",
    why: "Answers go to what the gateway knows to be behind a tunnel: a range that is missing there, or that a network here has as well, never gets an answer.",
    remediation: "Enter the range at the connection's other side, or give one of the two another range.",
    facts: {},
  },
};
