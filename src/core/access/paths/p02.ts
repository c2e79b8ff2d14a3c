// P02: the public API server, from an address in its authorized ranges.
import { isPrivate } from "../../network/api-server.ts";
import { absent, ownKubectlChecks, type PathSpec, there } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps } from "../steps.ts";

export const p02: PathSpec = {
  id: "P02",
  title: "Public API server, from an authorized address",
  traits: traitsOf(1),
  needs: [],
  hard: [...ownKubectlChecks, "api.authorized-ip-client"],
  soft: [],
  works: () => "Your address is in the authorized ranges.",
  presence: ({ cluster }) => {
    if (isPrivate(cluster)) return absent("The API server is private.");
    return cluster.apiServerAccess.authorizedIpRanges.length === 0
      ? absent("The cluster authorizes no particular addresses.")
      : there;
  },
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};
