// P14: Cloud Shell, started in a subnet near the cluster.
// https://learn.microsoft.com/azure/cloud-shell/vnet/overview

import { isReady, type ShellSubnet, shellSubnetsOf, shellToUse } from "../client/hosted-clients.ts";
import { hiddenNetwork } from "../client/likely-hosts.ts";
import type { FindingId } from "../finding/kit/finding-id.ts";
import type { CheckResult } from "../outcome/check.ts";
import { lockOf } from "../snapshot/cluster.ts";
import { parseResourceId } from "../snapshot/resource-id.ts";
import { pathFromPlace } from "./from-place.ts";
import { absent, leads, type PathContext, stopped, there, unjudged, unseen } from "./path-spec.ts";
import { traitsOf } from "./rank.ts";
import { ownKubectlSteps } from "./steps.ts";

const shellOf = ({ snapshot }: Pick<PathContext, "snapshot">): ShellSubnet | undefined =>
  shellToUse(shellSubnetsOf(snapshot));

/** What a session needs to start and to be reached by the browser. */
const setUp: readonly FindingId[] = [
  "cloudshell.providers",
  "cloudshell.relay",
  "cloudshell.storage",
  "cloudshell.aci-roles",
];

/** What is advice about the cluster closes this way all the same. */
const isShut = ({ status }: CheckResult): boolean => status === "warn" || status === "fail";

const openIn = ({ result }: PathContext): readonly FindingId[] =>
  setUp.filter((id) => (result(id)?.status ?? "notAssessed") === "notAssessed");

export const cloudShell = pathFromPlace({
  id: "P14",
  traits: traitsOf("network", 3, { unfit: ["automation"] }),
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
    const shell = shellOf(context);
    const subnet = shell?.subnet.name ?? "";
    if (shell !== undefined && !isReady(shell))
      return stopped({ is: "subnetNotDelegated", subnet }, "cloudshell.network-profile");
    const shut = setUp.flatMap((id) => context.result(id) ?? []).find(isShut);
    if (shut !== undefined) return stopped({ is: "told", check: shut.id, facts: shut.facts }, shut.id);
    const open = openIn(context);
    return open.length > 0 ? unjudged({ is: "shellUnjudged" }, open) : leads({ is: "overShell", subnet });
  },
  steps: (context) => {
    const shell = shellOf(context);
    if (shell === undefined) return [];
    const resourceGroup = parseResourceId(shell.profile.id)?.resourceGroup ?? "";
    return [
      { is: "openShellWith", resourceGroup, profile: shell.profile.name },
      ...ownKubectlSteps(context.cluster),
    ];
  },
});
