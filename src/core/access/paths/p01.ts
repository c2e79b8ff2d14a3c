// P01: the public API server of a cluster that authorizes no particular addresses.
import { isPrivate } from "../../network/api-server.ts";
import { absent, leads, ownKubectlChecks, type PathSpec, there } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps } from "../steps.ts";

export const p01: PathSpec = {
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
