// P01: the public API server of a cluster that authorizes no particular addresses.
import { isPrivate } from "../../network/api-server.ts";
import { absent, ownKubectlChecks, type PathSpec, there } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps } from "../steps.ts";

export const p01: PathSpec = {
  id: "P01",
  title: "Public API server",
  traits: traitsOf(1, { exposure: 3 }),
  needs: [],
  hard: ownKubectlChecks,
  soft: [],
  works: () => "The API server is public and open to every address.",
  presence: ({ cluster }) => {
    if (isPrivate(cluster)) return absent("The API server is private.");
    return cluster.apiServerAccess.authorizedIpRanges.length > 0
      ? absent("Only authorized addresses may connect.")
      : there;
  },
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};
