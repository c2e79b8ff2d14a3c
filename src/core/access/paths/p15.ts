// P15: a desktop of Azure Virtual Desktop on a session host near the cluster.
// https://learn.microsoft.com/azure/virtual-desktop/overview

import { areDesktopsSought, type Desktop, desktopsOf, takesSessions } from "../../client/desktops.ts";
import { hiddenNetwork } from "../../client/networks-near.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { absent, type PathContext, type Presence, there, unseen } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { ownKubectlSteps, remark } from "../steps.ts";
import { pathFromPlace } from "./from-place.ts";

const desktopToUse = ({ snapshot }: PathContext): Desktop | undefined => {
  const all = desktopsOf(snapshot);
  return all.find(takesSessions) ?? all[0];
};

/** What nothing near is called like was not looked for: it may be there. */
function presenceIn(snapshot: ClusterSnapshot): Presence {
  if (desktopsOf(snapshot).length > 0) return there;
  const { sessionHosts, jumpHosts } = snapshot;
  const isSeen =
    areDesktopsSought(snapshot) &&
    sessionHosts.missing.length === 0 &&
    jumpHosts.status === "collected" &&
    hiddenNetwork(snapshot) === null;
  return isSeen ? absent("No session host of Azure Virtual Desktop stands near the cluster.") : unseen;
}

export const p15 = pathFromPlace({
  id: "P15",
  title: "Azure Virtual Desktop",
  traits: traitsOf(3),
  need: "desktop.api",
  checks: ["avd.session-hosts"],
  networks: (snapshot) => desktopsOf(snapshot).flatMap(({ place }) => place?.networkId ?? []),
  presence: ({ snapshot }) => presenceIn(snapshot),
  works: (context) => {
    const desktop = desktopToUse(context);
    if (desktop !== undefined && !takesSessions(desktop))
      return {
        stoppedBy: "avd.session-hosts",
        reason: `No session host near the cluster takes sessions; ${desktop.machine.name} is ${desktop.host.status}.`,
      };
    return {
      checks: ["avd.host-pool"],
      reason: "Whether you may use a desktop of that host pool is not judged yet.",
    };
  },
  steps: (context) => {
    const desktop = desktopToUse(context);
    return desktop === undefined
      ? []
      : [
          remark(
            `Windows App, or its web client: open a desktop of the host pool ${desktop.host.pool}; then on it:`,
          ),
          ...ownKubectlSteps(context.cluster),
        ];
  },
});
