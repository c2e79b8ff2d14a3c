// What findings about `firewall.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const firewallFindings: FindingWords<"firewall"> = {
  "firewall.aks-fqdns": {
    title: "The firewall lets through what nodes need",
    why: "Without its own names and the registry's AKS can neither start nor upgrade nodes.",
    remediation: "Allow the FQDN tag AzureKubernetesService, or the names that AKS lists.",
    facts: {},
  },
  "firewall.network-rules": {
    title: "The firewall lets through the way to the API server",
    why: "A firewall drops whatever none of its rules allows.",
    remediation: "Allow this connection in a network rule.",
    facts: {},
  },
  "firewall.precedence": {
    title: "Nothing in the firewall comes before the rules for AKS",
    why: "An earlier denial wins over a rule that allows, and where TLS is opened nodes and kubectl meet a certificate that they do not take.",
    remediation: "Put the rules for AKS before the denial, and let their names through without opening TLS.",
    facts: {
      dropsSuspects: ({ firewall }) =>
        `${firewall} lets it through by its rules; what it takes for an attack it drops all the same, and only its log says what.`,
    },
  },
  "firewall.state": {
    title: "Firewall on the nodes' way out is running",
    why: "When the default route leads to a firewall that failed or was deallocated, nodes reach nothing outside.",
    remediation: "Allocate the firewall again, and compare its private address with the routes.",
    facts: {},
  },
};
