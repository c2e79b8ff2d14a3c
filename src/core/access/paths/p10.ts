// P10: a container with SSH, in a subnet near the cluster.
// https://learn.microsoft.com/azure/container-instances/container-instances-vnet

import { hiddenNetwork } from "../../client/networks-near.ts";
import { isOff, isRunning, type SshContainer, sshContainersOf } from "../../client/ssh-containers.ts";
import { quoteArgv } from "../../text/quote.ts";
import { absent, type PathContext, there, unseen } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps, remark } from "../steps.ts";
import { pathFromPlace } from "./from-place.ts";

/** The one to sign in to. */
const containerToUse = ({ snapshot }: PathContext): SshContainer | undefined => {
  const all = sshContainersOf(snapshot);
  return all.find(isRunning) ?? all[0];
};

export const p10 = pathFromPlace({
  id: "P10",
  title: "Container with SSH",
  traits: traitsOf(3, { fragile: true }),
  need: "container.api",
  checks: ["jump.aci"],
  networks: (snapshot) => sshContainersOf(snapshot).map(({ place }) => place.networkId),
  presence: ({ snapshot }) => {
    if (sshContainersOf(snapshot).length > 0) return there;
    const isSeen = snapshot.containerGroups.missing.length === 0 && hiddenNetwork(snapshot) === null;
    return isSeen
      ? absent("No container that takes SSH was found in the networks near the cluster.")
      : unseen;
  },
  works: ({ snapshot }) => {
    const all = sshContainersOf(snapshot);
    const [first] = all;
    if (first !== undefined && all.every(isOff))
      return { stoppedBy: "jump.aci", reason: `The container ${first.group.name} does not run.` };
    return all.some(isRunning)
      ? "A container with SSH is running, and its name resolution, rules and routes lead to the API server."
      : { checks: ["jump.aci"], reason: "Whether a container with SSH runs is not known." };
  },
  steps: (context) => {
    const container = containerToUse(context);
    if (container === undefined) return [];
    const { address, port } = container;
    return [
      quoteArgv(["ssh", ...(port === "22" ? [] : ["-p", port]), address]),
      remark("in it, with Azure CLI, kubelogin and kubectl installed:"),
      ...ownKubectlSteps(context.cluster),
    ];
  },
});
