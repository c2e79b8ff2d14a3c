// P15: a desktop of Azure Virtual Desktop on a session host near the cluster.
// https://learn.microsoft.com/azure/virtual-desktop/overview

import {
  areDesktopsSought,
  type Desktop,
  desktopsOf,
  hiddenNetwork,
  takesSessions,
} from "../client/likely-hosts.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import {
  absent,
  leads,
  type PathContext,
  type Presence,
  stopped,
  there,
  traitsOf,
  unjudged,
  unseen,
} from "./access-path.ts";
import { ownKubectlSteps, pathFromPlace } from "./steps.ts";

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
  return isSeen ? absent({ is: "noDesktop" }) : unseen;
}

export const virtualDesktop = pathFromPlace({
  id: "P15",
  traits: traitsOf("network", 3),
  need: "desktop.api",
  checks: ["avd.host-pool", "avd.session-hosts"],
  networks: (snapshot) => desktopsOf(snapshot).flatMap(({ place }) => place?.networkId ?? []),
  presence: ({ snapshot }) => presenceIn(snapshot),
  works: (context) => {
    const desktop = desktopToUse(context);
    const mayUse = context.result("avd.host-pool")?.status === "pass";
    if (desktop === undefined || (takesSessions(desktop) && !mayUse))
      return unjudged({ is: "desktopUnjudged" }, ["avd.host-pool"]);
    if (takesSessions(desktop)) return leads({ is: "overDesktop", pool: desktop.host.pool });
    const { machine, host } = desktop;
    const closed = { is: "desktopsClosed", machine: machine.name, status: host.status } as const;
    return stopped(closed, "avd.session-hosts");
  },
  steps: (context) => {
    const desktop = desktopToUse(context);
    return desktop === undefined
      ? []
      : [{ is: "openDesktop", pool: desktop.host.pool }, ...ownKubectlSteps(context.cluster)];
  },
});
