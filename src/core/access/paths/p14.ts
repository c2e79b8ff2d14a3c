// P14: Cloud Shell, started in a subnet near the cluster.
// https://learn.microsoft.com/azure/cloud-shell/vnet/overview

import { hiddenNetwork } from "../../client/networks-near.ts";
import { type ShellSubnet, shellSubnetsOf } from "../../client/shell-subnets.ts";
import { takesContainers } from "../../client/signs.ts";
import { lockOf } from "../../snapshot/locked-cluster.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import { absent, type PathContext, stopped, there, unjudged, unseen } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps } from "../steps.ts";
import { pathFromPlace } from "./from-place.ts";

const isReady = ({ subnet }: ShellSubnet): boolean => takesContainers(subnet);

const shellToUse = ({ snapshot }: PathContext): ShellSubnet | undefined => {
  const all = shellSubnetsOf(snapshot);
  return all.find(isReady) ?? all[0];
};

export const p14 = pathFromPlace({
  id: "P14",
  traits: traitsOf(3, { unfit: ["automation"] }),
  need: "shell.api",
  checks: ["cloudshell.network-profile"],
  networks: (snapshot) => shellSubnetsOf(snapshot).flatMap(({ place }) => place?.networkId ?? []),
  presence: ({ snapshot }) => {
    if (shellSubnetsOf(snapshot).length > 0) return there;
    const isSeen = snapshot.networkProfiles.missing.length === 0 && hiddenNetwork(snapshot) === null;
    return isSeen ? absent({ is: "noShell" }) : unseen;
  },
  works: (context) => {
    const by = lockOf(context.cluster);
    if (by !== null) return stopped({ is: "clusterLocked", by }, "cluster.compat-flags");
    const shell = shellToUse(context);
    if (shell !== undefined && !isReady(shell))
      return stopped({ is: "subnetNotDelegated", subnet: shell.subnet.name }, "cloudshell.network-profile");
    const left = ["cloudshell.relay", "cloudshell.storage", "cloudshell.aci-roles"];
    return unjudged({ is: "shellUnjudged" }, left);
  },
  steps: (context) => {
    const shell = shellToUse(context);
    if (shell === undefined) return [];
    const resourceGroup = parseResourceId(shell.profile.id)?.resourceGroup ?? "";
    return [
      { is: "openShellWith", resourceGroup, profile: shell.profile.name },
      ...ownKubectlSteps(context.cluster),
    ];
  },
});
