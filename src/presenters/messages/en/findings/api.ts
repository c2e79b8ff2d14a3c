// What findings about `api.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const apiFindings: FindingWords<"api"> = {
  "api.authorized-ip-client": {
    title: "Your public address is authorized",
    why: "A connection from an address that is not authorized times out, which looks like an outage.",
    remediation: "Add your address to the authorized ranges, or use a way in that needs none.",
    facts: {},
  },
  "api.authorized-ip-egress": {
    title: "Nodes' public addresses are authorized",
    why: "Nodes reach a public API server from the address they leave by; without it they go NotReady and commands stop.",
    remediation: "Add the addresses that the nodes leave by to the authorized ranges.",
    facts: {},
  },
  "api.mode": {
    title: "Exposure of the API server is known",
    why: "It decides which checks and which ways in apply, and one pair of settings leaves no name at all.",
    remediation: "Switch the public name on, or use a private DNS zone.",
    facts: {},
  },
  "api.vnetint-ilb": {
    title: "Load balancer of the API server is there",
    why: "With VNet integration, nodes and clients reach the API server at this load balancer's address.",
    remediation:
      "Let AKS reconcile the cluster; after VNet integration was switched on, stop and start it once.",
    facts: {},
  },
  "api.vnetint-nsg": {
    title: "Security groups let nodes reach the API server",
    why: "With VNet integration nodes need TCP 443 and 4443 to the API server's subnet, and the load balancer TCP 9988.",
    remediation: "Allow these ports before the rule that denies them.",
    facts: {},
  },
  "api.vnetint-subnet": {
    title: "Subnet of the API server has room",
    why: "With VNet integration the API server takes addresses in this subnet; without a free one it cannot start anew.",
    remediation: "Free addresses in the subnet or make it larger.",
    facts: {},
  },
};
