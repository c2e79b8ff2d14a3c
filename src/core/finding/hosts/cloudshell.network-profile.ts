// cloudshell.network-profile: Cloud Shell in a network starts as a container, in a subnet that is delegated to those.

import {
  hiddenNetwork,
  type ShellSubnet,
  shellSubnetsOf,
  takesContainers,
} from "../../client/likely-hosts.ts";
import { advise, notConfigured, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type ShellFact = Readonly<
  | { is: "mayStart"; subnet: string; profile: string }
  | { is: "notDelegated"; subnet: string; profile: string }
  | { is: "noProfile" }
>;

const evidenceOf = (all: readonly ShellSubnet[]): readonly Columns[] =>
  all.map(({ profile, subnet }) => columns(profile.name, subnet.name));

const namesOf = ({ profile, subnet }: ShellSubnet) => ({ subnet: subnet.name, profile: profile.name });

export const cloudshellNetworkProfile = defineCheck({
  id: "cloudshell.network-profile",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSetUp",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/cloud-shell/vnet/deployment",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "networkProfiles"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, peerNetworks, networkProfiles }): Outcome<ShellFact | SharedFact> => {
    const sources = {
      clusterNetwork: { status: "collected", data: clusterNetwork },
      ...{ peerNetworks, networkProfiles },
    } as const;
    const all = shellSubnetsOf(sources);
    const ready = all.find(({ subnet }) => takesContainers(subnet));
    if (ready !== undefined) return pass({ is: "mayStart", ...namesOf(ready) }, evidenceOf(all));
    const [first] = all;
    // Nobody else's way in: a shell that does not start is no fault of the cluster.
    if (first !== undefined)
      return advise(
        { is: "notDelegated", ...namesOf(first) },
        { resourceId: first.subnet.id, evidence: evidenceOf(all) },
      );
    const cause = networkProfiles.missing[0] ?? hiddenNetwork(sources);
    return cause === null ? notConfigured({ is: "noProfile" }) : unread(cause);
  },
});
