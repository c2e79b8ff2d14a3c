// P06: Bastion in the browser, to a jump host.
import type { FindingId } from "../../finding/finding-id.ts";
import { foundBastion, overJumpHost, presenceOverBastion, startAtHosts } from "../entry.ts";
import { jumpHostChecks, type PathSpec } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps } from "../steps.ts";

/** For every way through Bastion to a jump host. */
export const bastionChecks: readonly FindingId[] = [
  "bastion.exists",
  "bastion.provisioning",
  "bastion.subnet",
  "bastion.nsg-rules",
  "bastion.client-address",
  "bastion.user-roles",
  "jit.active-request",
  ...jumpHostChecks,
];

export const p06: PathSpec = {
  id: "P06",
  traits: traitsOf("machine", 3, { fragile: true }),
  needs: ["bastion.jump", "people.api"],
  hard: bastionChecks,
  soft: [],
  works: overJumpHost({ is: "overBastion" }),
  presence: presenceOverBastion,
  starts: startAtHosts,
  steps: (context) => {
    const host = foundBastion(context)?.host?.name;
    return host === undefined ? [] : [{ is: "connectInPortal", host }, ...ownKubectlSteps(context.cluster)];
  },
};
