// P02: the public API server, from an address in its authorized ranges.
import { isPrivate } from "../../diagnosis/api-server.ts";
import { ownKubectlChecks, type PathSpec } from "../path-spec.ts";
import { ownKubectlSteps } from "../steps.ts";

export const p02: PathSpec = {
  id: "P02",
  title: "Public API server, from an authorized address",
  hard: [...ownKubectlChecks, "api.authorized-ip-client"],
  soft: [],
  works: "Your address is in the authorized ranges.",
  absent: ({ cluster }) => {
    if (isPrivate(cluster)) return "The API server is private.";
    return cluster.apiServerAccess.authorizedIpRanges.length === 0
      ? "The cluster authorizes no particular addresses."
      : null;
  },
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};
