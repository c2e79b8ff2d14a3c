// P02: the public API server, from an address in its authorized ranges.
import { isPrivate } from "../../network/api-server.ts";
import { absent, leads, ownKubectlChecks, type PathSpec, there } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps } from "../steps.ts";

export const p02: PathSpec = {
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
