// P03: Azure Cloud Shell, from Microsoft's network to a public API server.
import { isPrivate } from "../../network/api-server.ts";
import { absent, ownKubectlChecks, type PathSpec, there } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps, remark } from "../steps.ts";

export const p03: PathSpec = {
  id: "P03",
  title: "Cloud Shell",
  traits: traitsOf(1, { unfit: ["automation"] }),
  needs: [],
  hard: ownKubectlChecks,
  soft: [],
  presence: ({ cluster }) =>
    isPrivate(cluster) ? absent("The API server is private, and Cloud Shell is not near it.") : there,
  works: ({ cluster }) =>
    cluster.apiServerAccess.authorizedIpRanges.length === 0
      ? "The API server is public and open to every address, Cloud Shell's too."
      : {
          checks: ["api.authorized-ip-client"],
          reason:
            "Cloud Shell has another address in every session; whether that one is authorized shows only there.",
        },
  steps: ({ cluster }) => [remark("portal: Cloud Shell, Bash; then in it:"), ...ownKubectlSteps(cluster)],
};
