// What findings about `er.*` say.
import type { FindingWords } from "../../finding-words.ts";

const paths = { primary: "primary", secondary: "secondary" } as const;

export const erFindings: FindingWords<"er"> = {
  "er.bgp-routes": {
    title: "Both paths of the circuit carry traffic",
    why: "A circuit has two paths for the day on which one fails; one that never carried anything may have no BGP session.",
    remediation:
      "Check the routers and their BGP sessions on both paths; the provider or your own network team holds them.",
    facts: {
      bothPathsUsed: ({ circuit }) => `Both paths of ${circuit} carried traffic.`,
      onePathSilent: ({ circuit, path }) =>
        `Nothing ever came in over the ${paths[path]} path of ${circuit}.`,
      bothPathsSilent: ({ circuit }) => `Nothing ever came in over ${circuit}.`,
    },
  },
  "er.circuit-provisioned": {
    title: "The ExpressRoute circuit is up",
    why: "A circuit carries nothing before the provider has provisioned it and Azure has enabled it.",
    remediation:
      "Give the provider the circuit's service key and ask them; no command of Azure's mends that.",
    facts: {},
  },
  "er.encryption": {
    title: "What runs over ExpressRoute is encrypted",
    why: "A circuit encrypts nothing by itself: kubectl, SSH and RDP do, other traffic may not.",
    remediation: "Plan MACsec on ports of your own, or a VPN inside the circuit.",
    facts: {
      macSec: ({ port }) => `The links of ${port} are encrypted with MACsec.`,
      tunnelInside: ({ connection }) => `The VPN ${connection} runs inside the circuit.`,
      notEncrypted: ({ circuits }) =>
        `${circuits.join(", ")}: not encrypted on the line. kubectl, SSH and RDP encrypt what they send.`,
    },
  },
  "er.fastpath": {
    title: "FastPath fits the circuit and the gateway",
    why: "FastPath leads past the gateway, and to private endpoints on few circuits alone.",
    remediation: "Switch FastPath off where the gateway or the circuit is not made for it.",
    facts: {
      fastPathOff: ({ connections }) => `${connections.join(", ")}: FastPath is off.`,
      fastPathFits: ({ connection }) => `${connection} has FastPath on a gateway that is made for it.`,
      gatewayTooSmall: ({ connection, sku }) =>
        `${connection} has FastPath on, and its gateway (${sku}) is not made for it.`,
      providerCircuit: ({ connection }) =>
        `${connection} has FastPath to private endpoints on, which takes ports of one's own, and its circuit is a provider's.`,
    },
  },
  "er.gateway-connection": {
    title: "A connection joins the gateway to its circuit",
    why: "Without a connection that is up, the circuit and the networks behind its gateway know nothing of each other.",
    remediation: "Connect the ExpressRoute gateway to the circuit; the circuit's owner gives the right to.",
    facts: {},
  },
  "er.private-peering": {
    title: "The circuit's private peering is on",
    why: "Of a circuit's peerings only the private one carries virtual networks.",
    remediation: "Switch the private peering on; where there is none, whoever owns the circuit sets it up.",
    facts: {},
  },
};
