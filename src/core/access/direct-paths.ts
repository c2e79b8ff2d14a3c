// Access paths without a host of one's own between: straight to an address of the API server, or from a container of Azure's near it.
import { unlessPrivateLink } from "../finding/kit/define-check.ts";
import { isPrivate } from "../network/address/api-server.ts";
import {
  absent,
  leads,
  ownKubectlChecks,
  type PathSpec,
  there,
  traitsOf,
  unjudged,
  unseen,
} from "./access-path.ts";
import { ownKubectlSteps } from "./steps.ts";

// P01: the public API server of a cluster that authorizes no particular addresses.

export const publicApiServer: PathSpec = {
  id: "P01",
  traits: traitsOf("public", 1, { exposure: 3 }),
  hard: ownKubectlChecks,
  works: () => leads({ is: "openToAll" }),
  presence: ({ cluster }) => {
    if (isPrivate(cluster)) return absent({ is: "apiPrivate" });
    return cluster.apiServerAccess.authorizedIpRanges.length > 0 ? absent({ is: "authorizedOnly" }) : there;
  },
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};

/** P02: The public API server, from an address in its authorized ranges. */
export const authorizedAddress: PathSpec = {
  id: "P02",
  traits: traitsOf("public", 1),
  hard: [...ownKubectlChecks, "api.authorized-ip-client"],
  works: () => leads({ is: "addressAuthorized" }),
  presence: ({ cluster }) => {
    if (isPrivate(cluster)) return absent({ is: "apiPrivate" });
    return cluster.apiServerAccess.authorizedIpRanges.length === 0 ? absent({ is: "noneAuthorized" }) : there;
  },
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};

/** P03: Azure Cloud Shell, from Microsoft's network to a public API server. */
export const publicCloudShell: PathSpec = {
  id: "P03",
  traits: traitsOf("other", 1, { unfit: ["automation"] }),
  hard: ownKubectlChecks,
  presence: ({ cluster }) => (isPrivate(cluster) ? absent({ is: "shellNotNear" }) : there),
  works: ({ cluster }) =>
    cluster.apiServerAccess.authorizedIpRanges.length === 0
      ? leads({ is: "openToShell" })
      : unjudged({ is: "shellAddressChanges" }, ["api.authorized-ip-client"]),
  steps: ({ cluster }) => [{ is: "openShell" }, ...ownKubectlSteps(cluster)],
};

// P08: a further private endpoint of the API server, in a network of one's own.

export const extraEndpoint: PathSpec = {
  id: "P08",
  traits: traitsOf("machine", 1, { fragile: true }),
  hard: [...ownKubectlChecks, "pe.extra-endpoint"],
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
