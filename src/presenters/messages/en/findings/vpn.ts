// What findings about `vpn.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const vpnFindings: FindingWords<"vpn"> = {
  "vpn.connection-status": {
    title: "The VPN's connections are up",
    why: "While a tunnel is down, nothing behind it gets here.",
    remediation: "See the other side's device, the shared key and the addresses of both gateways.",
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
  "vpn.route-to-spoke": {
    title: "Behind the VPN the ranges are known",
    why: "Answers go to what the gateway knows to be behind a tunnel: a range that is missing there, or that a network here has as well, never gets an answer.",
    remediation: "Enter the range at the connection's other side, or give one of the two another range.",
    facts: {},
  },
};
