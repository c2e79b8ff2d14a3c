// P03: Azure Cloud Shell, from Microsoft's network to a public API server.
import { isPrivate } from "../../network/api-server.ts";
import { absent, leads, ownKubectlChecks, type PathSpec, there, unjudged } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps } from "../steps.ts";

export const p03: PathSpec = {
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
