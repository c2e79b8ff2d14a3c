// cloudshell.network-profile: Cloud Shell in a network starts as a container, in a subnet that is delegated to those.

import { hiddenNetwork } from "../../client/networks-near.ts";
import { type ShellSubnet, shellSubnetsOf } from "../../client/shell-subnets.ts";
import { takesContainers } from "../../client/signs.ts";
import type { Outcome } from "../../outcome/check.ts";
import { advise, notConfigured, pass, unread } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

const evidenceOf = (all: readonly ShellSubnet[]): readonly string[] =>
  all.map(({ profile, subnet }) => `${profile.name}  ${subnet.name}`);

export const cloudshellNetworkProfile = defineCheck({
  id: "cloudshell.network-profile",
  severity: "medium",
  about: "people",
  source: "https://learn.microsoft.com/azure/cloud-shell/vnet/deployment",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "networkProfiles"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, peerNetworks, networkProfiles }): Outcome => {
    const sources = {
      clusterNetwork: { status: "collected", data: clusterNetwork },
      ...{ peerNetworks, networkProfiles },
    } as const;
    const all = shellSubnetsOf(sources);
    const ready = all.find(({ subnet }) => takesContainers(subnet));
    if (ready !== undefined)
      return pass(
        `Cloud Shell may start in ${ready.subnet.name}, by ${ready.profile.name}.`,
        evidenceOf(all),
      );
    const [first] = all;
    // Nobody else's way in: a shell that does not start is no fault of the cluster.
    if (first !== undefined)
      return advise(
        `${first.profile.name} names ${first.subnet.name}, which is not delegated to containers: Cloud Shell does not start there.`,
        { resourceId: first.subnet.id, evidence: evidenceOf(all) },
      );
    const cause = networkProfiles.missing[0] ?? hiddenNetwork(sources);
    return cause === null
      ? notConfigured("No network profile of Cloud Shell names a subnet near the cluster.")
      : unread(cause);
  },
});
