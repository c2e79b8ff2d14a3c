// P08: a further private endpoint of the API server, in a network of one's own.
import { unlessPrivateLink } from "../../finding/skips.ts";
import { absent, ownKubectlChecks, type PathSpec, there, unseen } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps } from "../steps.ts";

export const p08: PathSpec = {
  id: "P08",
  title: "Private endpoint of your own",
  traits: traitsOf(1, { fragile: true }),
  needs: [],
  hard: [...ownKubectlChecks, "pe.extra-endpoint"],
  soft: [],
  presence: ({ cluster, snapshot: { privateEndpointConnections: connections } }) => {
    const reason = unlessPrivateLink(cluster);
    if (reason !== null) return absent(reason);
    if (connections.status === "unavailable") return unseen;
    // One is the endpoint that AKS made.
    return connections.data.length > 1
      ? there
      : absent("The API server has no private endpoint but the cluster's own.");
  },
  works: () => ({
    checks: ["dns.link-client", "nsg.client-443"],
    reason: "Whether the zone and the rules of that endpoint's network lead to it is not judged yet.",
  }),
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};
