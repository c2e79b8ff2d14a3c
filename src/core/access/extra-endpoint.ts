// P08: a further private endpoint of the API server, in a network of one's own.
import { unlessPrivateLink } from "../finding/kit/skips.ts";
import { absent, ownKubectlChecks, type PathSpec, there, unjudged, unseen } from "./path-spec.ts";
import { traitsOf } from "./rank.ts";
import { ownKubectlSteps } from "./steps.ts";

export const extraEndpoint: PathSpec = {
  id: "P08",
  traits: traitsOf("machine", 1, { fragile: true }),
  needs: [],
  hard: [...ownKubectlChecks, "pe.extra-endpoint"],
  soft: [],
  presence: ({ cluster, snapshot: { privateEndpointConnections: connections } }) => {
    const reason = unlessPrivateLink(cluster);
    if (reason !== null) return absent(reason);
    if (connections.status === "unavailable") return unseen;
    // One is the endpoint that AKS made.
    return connections.data.length > 1 ? there : absent({ is: "noFurtherEndpoint" });
  },
  works: () => unjudged({ is: "endpointUnjudged" }, ["dns.link-client", "nsg.client-443"]),
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};
