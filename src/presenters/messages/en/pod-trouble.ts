// Why the cluster did not run the pod of a command, and what to do about it. Both begin or go on in the middle of a card.
import type { PodTrouble } from "../../../core/run/pod-trouble.ts";
import type { Says } from "../says.ts";

/** Without a full stop. */
export const whyNoPod: Says<PodTrouble> = {
  webhook: ({ name }) =>
    `an admission webhook of the cluster${name === null ? "" : ` (${name})`} refused the pod that the command needs`,
  image: () => "the image of the command's pod could not be pulled",
  noNode: () => "no node can take the pod that the command needs",
  quota: () => "a quota of the namespace aks-command leaves no room for the command's pod",
  notInTime: () => "the cluster did not start the pod of the command in time",
};

export const afterNoPod: Says<PodTrouble> = {
  webhook: () =>
    "Ask whoever owns that policy to exempt the namespace `aks-command`. Until then `access` shows other ways in.",
  image: () =>
    "Ask me to diagnose the cluster: it walks the nodes' way out to mcr.microsoft.com, where the image comes from.",
  noNode: () =>
    "Ask me to diagnose the cluster: it checks whether a node can take the pod. It needs a ready Linux node with room for 200m CPU and 500 Mi.",
  quota: () => "Ask whoever administers the cluster to take that quota off the namespace `aks-command`.",
  notInTime: () => "Ask me to diagnose the cluster: it checks whether a node can take the command's pod.",
};
