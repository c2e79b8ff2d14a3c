// What findings about `route.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { counted } from "../words.ts";

const countedNodes = counted("{it, plural, one {# node} other {# nodes}}");

export const routeFindings: FindingWords<"route"> = {
  "route.api-path": {
    title: "Routes lead to the API server and back",
    why: "A route of one's own may drop packets, or send them one way through a firewall that then drops the answers.",
    remediation: "Remove the route, or give both directions the same one.",
    facts: {},
  },
  "route.bgp-propagation": {
    title: "Route tables take the gateway's routes",
    why: "With propagation off, answers to what is behind a gateway find no route, so whoever comes that way hears nothing.",
    remediation:
      "Add a route to that range with the gateway as next hop, or let the table take the gateway's routes.",
    facts: {},
  },
  "route.default": {
    title: "Nodes' default route fits the cluster",
    why: "Without a default route that works, nodes cannot start and do not reach a public API server.",
    remediation: "Lead 0.0.0.0/0 to the firewall, or remove the route that takes Azure's own default away.",
    facts: {},
  },
  "route.inside": {
    title: "Routes lead between nodes, and to DNS servers and jump hosts",
    why: "A route of one's own may drop packets, or send them one way through a firewall that then drops the answers.",
    remediation: "Remove the route, or give both directions the same one.",
    facts: {},
  },
  "route.kubenet-table": {
    title: "Pods of kubenet have their routes",
    why: "With kubenet pods have no address in the network: only a route for each node leads to them.",
    remediation:
      "Attach the cluster's route table to the nodes' subnet. AKS itself writes the routes in it: where some stay away, see that its identity may write there, and let AKS apply the cluster's settings again.",
    facts: {
      otherPlugin: () => "The cluster does not use kubenet.",
      noTable: ({ subnet }) =>
        `The nodes' subnet ${subnet} has no route table, so pods on other nodes are out of reach.`,
      noPodRoutes: () =>
        "The nodes' route table has no route for any pod, so pods on other nodes are out of reach.",
      tooFewRoutes: ({ routed, nodes }) =>
        `The nodes' route table has routes for the pods of ${countedNodes(routed)}, but there are ${nodes}.`,
      allRouted: () => "Every node's pods have a route.",
    },
  },
  "route.next-hop-alive": {
    title: "What the default route leads to is running",
    why: "A default route to an appliance that is off, gone or out of reach drops all that nodes send outside.",
    remediation: "Start the appliance, or lead the route to one that runs.",
    facts: {},
  },
};
