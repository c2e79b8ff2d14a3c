// P14: Cloud Shell, started in a subnet near the cluster.
// https://learn.microsoft.com/azure/cloud-shell/vnet/overview

import { hiddenNetwork } from "../../client/networks-near.ts";
import { type ShellSubnet, shellSubnetsOf } from "../../client/shell-subnets.ts";
import { takesContainers } from "../../client/signs.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import { absent, type PathContext, there, unseen } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps, remark } from "../steps.ts";
import { pathFromPlace } from "./from-place.ts";

const isReady = ({ subnet }: ShellSubnet): boolean => takesContainers(subnet);

const shellToUse = ({ snapshot }: PathContext): ShellSubnet | undefined => {
  const all = shellSubnetsOf(snapshot);
  return all.find(isReady) ?? all[0];
};

export const p14 = pathFromPlace({
  id: "P14",
  title: "Cloud Shell in a network",
  traits: traitsOf(3, { unfit: ["automation"] }),
  need: "shell.api",
  checks: ["cloudshell.network-profile"],
  networks: (snapshot) => shellSubnetsOf(snapshot).flatMap(({ place }) => place?.networkId ?? []),
  presence: ({ snapshot }) => {
    if (shellSubnetsOf(snapshot).length > 0) return there;
    const isSeen = snapshot.networkProfiles.missing.length === 0 && hiddenNetwork(snapshot) === null;
    return isSeen ? absent("Cloud Shell is set up in no network near the cluster.") : unseen;
  },
  works: (context) => {
    const shell = shellToUse(context);
    if (shell !== undefined && !isReady(shell))
      return {
        stoppedBy: "cloudshell.network-profile",
        reason: `The subnet ${shell.subnet.name} is not delegated to containers, so Cloud Shell does not start in it.`,
      };
    return {
      checks: ["cloudshell.relay", "cloudshell.storage", "cloudshell.aci-roles", "cluster.compat-flags"],
      reason: "Whether Cloud Shell starts in its subnet (relay, storage, roles) is not judged yet.",
    };
  },
  steps: (context) => {
    const shell = shellToUse(context);
    if (shell === undefined) return [];
    const group = parseResourceId(shell.profile.id)?.resourceGroup ?? "";
    return [
      remark(
        `portal: Cloud Shell > Settings > Reset user settings > Show VNET isolation settings, resource group ${group}, network profile ${shell.profile.name}; then in it:`,
      ),
      ...ownKubectlSteps(context.cluster),
    ];
  },
});
