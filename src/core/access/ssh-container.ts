// P10: a container with SSH, in a subnet near the cluster.
// https://learn.microsoft.com/azure/container-instances/container-instances-vnet

import { isOff, isRunning, type SshContainer, sshContainersOf } from "../client/hosted-clients.ts";
import { hiddenNetwork } from "../client/likely-hosts.ts";
import { quoteArgv } from "../text/marked.ts";
import { pathFromPlace } from "./from-place.ts";
import { absent, leads, type PathContext, stopped, there, unjudged, unseen } from "./path-spec.ts";
import { traitsOf } from "./rank.ts";
import { ownKubectlSteps } from "./steps.ts";

/** The one to sign in to. */
const containerToUse = ({ snapshot }: PathContext): SshContainer | undefined => {
  const all = sshContainersOf(snapshot);
  return all.find(isRunning) ?? all[0];
};

export const sshContainer = pathFromPlace({
  id: "P10",
  traits: traitsOf("machine", 3, { fragile: true }),
  need: "container.api",
  checks: ["jump.aci"],
  networks: (snapshot) => sshContainersOf(snapshot).map(({ place }) => place.networkId),
  presence: ({ snapshot }) => {
    if (sshContainersOf(snapshot).length > 0) return there;
    const isSeen = snapshot.containerGroups.missing.length === 0 && hiddenNetwork(snapshot) === null;
    return isSeen ? absent({ is: "noContainer" }) : unseen;
  },
  works: ({ snapshot }) => {
    const all = sshContainersOf(snapshot);
    const [first] = all;
    if (first !== undefined && all.every(isOff))
      return stopped({ is: "containerOff", container: first.group.name }, "jump.aci");
    return all.some(isRunning)
      ? leads({ is: "overContainer" })
      : unjudged({ is: "containerUnknown" }, ["jump.aci"]);
  },
  steps: (context) => {
    const container = containerToUse(context);
    if (container === undefined) return [];
    const { address, port } = container;
    return [
      quoteArgv(["ssh", ...(port === "22" ? [] : ["-p", port]), address]),
      { is: "inContainer" },
      ...ownKubectlSteps(context.cluster),
    ];
  },
});
