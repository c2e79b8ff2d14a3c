// P01: the public API server of a cluster that authorizes no particular addresses.
import { isPrivate } from "../network/address/api-server.ts";
import { absent, leads, ownKubectlChecks, type PathSpec, there, unjudged } from "./path-spec.ts";
import { traitsOf } from "./rank.ts";
import { ownKubectlSteps } from "./steps.ts";

export const publicApiServer: PathSpec = {
  id: "P01",
  traits: traitsOf("public", 1, { exposure: 3 }),
  needs: [],
  hard: ownKubectlChecks,
  soft: [],
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
  needs: [],
  hard: [...ownKubectlChecks, "api.authorized-ip-client"],
  soft: [],
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
  needs: [],
  hard: ownKubectlChecks,
  soft: [],
  presence: ({ cluster }) => (isPrivate(cluster) ? absent({ is: "shellNotNear" }) : there),
  works: ({ cluster }) =>
    cluster.apiServerAccess.authorizedIpRanges.length === 0
      ? leads({ is: "openToShell" })
      : unjudged({ is: "shellAddressChanges" }, ["api.authorized-ip-client"]),
  steps: ({ cluster }) => [{ is: "openShell" }, ...ownKubectlSteps(cluster)],
};
