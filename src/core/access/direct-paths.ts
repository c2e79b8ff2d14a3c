// P01: the public API server of a cluster that authorizes no particular addresses.

import {
  hiddenNetwork,
  isOff,
  isReady,
  isRunning,
  type ShellSubnet,
  type SshContainer,
  shellSubnetsOf,
  shellToUse,
  sshContainersOf,
} from "../client/likely-hosts.ts";
import { unlessPrivateLink } from "../finding/kit/define-check.ts";
import type { FindingId } from "../finding/kit/finding-id.ts";
import { isPrivate } from "../network/address/api-server.ts";
import type { CheckResult } from "../outcome/check.ts";
import { lockOf } from "../snapshot/cluster.ts";
import { parseResourceId } from "../snapshot/resource-id.ts";
import { quoteArgv } from "../text/marked.ts";
import {
  absent,
  leads,
  ownKubectlChecks,
  type PathContext,
  type PathSpec,
  stopped,
  there,
  traitsOf,
  unjudged,
  unseen,
} from "./access-path.ts";
import { ownKubectlSteps, pathFromPlace } from "./steps.ts";

export const publicApiServer: PathSpec = {
  id: "P01",
  traits: traitsOf("public", 1, { exposure: 3 }),
  needs: [],
  hard: ownKubectlChecks,
  soft: [],
  works: () => leads({ is: "openToAll" }),
  presence: ({ cluster }) => {
    if (isPrivate(cluster)) return absent({ is: "apiPrivate" });
    return cluster.apiServerAccess.authorizedIpRanges.length > 0 ? absent({ is: "authorizedOnly" }) : there;
  },
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};

/** P02: The public API server, from an address in its authorized ranges. */
export const authorizedAddress: PathSpec = {
  id: "P02",
  traits: traitsOf("public", 1),
  needs: [],
  hard: [...ownKubectlChecks, "api.authorized-ip-client"],
  soft: [],
  works: () => leads({ is: "addressAuthorized" }),
  presence: ({ cluster }) => {
    if (isPrivate(cluster)) return absent({ is: "apiPrivate" });
    return cluster.apiServerAccess.authorizedIpRanges.length === 0 ? absent({ is: "noneAuthorized" }) : there;
  },
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};

/** P03: Azure Cloud Shell, from Microsoft's network to a public API server. */
export const publicCloudShell: PathSpec = {
  id: "P03",
  traits: traitsOf("other", 1, { unfit: ["automation"] }),
  needs: [],
  hard: ownKubectlChecks,
  soft: [],
  presence: ({ cluster }) => (isPrivate(cluster) ? absent({ is: "shellNotNear" }) : there),
  works: ({ cluster }) =>
    cluster.apiServerAccess.authorizedIpRanges.length === 0
      ? leads({ is: "openToShell" })
      : unjudged({ is: "shellAddressChanges" }, ["api.authorized-ip-client"]),
  steps: ({ cluster }) => [{ is: "openShell" }, ...ownKubectlSteps(cluster)],
};

// P08: a further private endpoint of the API server, in a network of one's own.

export const extraEndpoint: PathSpec = {
  id: "P08",
  traits: traitsOf("machine", 1, { fragile: true }),
  needs: [],
  hard: [...ownKubectlChecks, "pe.extra-endpoint"],
  soft: [],
  presence: ({ cluster, snapshot: { privateEndpointConnections: connections } }) => {
    const reason = unlessPrivateLink(cluster);
    if (reason !== null) return absent(reason);
    if (connections.status === "unavailable") return unseen;
    // One is the endpoint that AKS made.
    return connections.data.length > 1 ? there : absent({ is: "noFurtherEndpoint" });
  },
  works: () => unjudged({ is: "endpointUnjudged" }, ["dns.link-client", "nsg.client-443"]),
  steps: ({ cluster }) => ownKubectlSteps(cluster),
};

// P14: Cloud Shell, started in a subnet near the cluster.
// https://learn.microsoft.com/azure/cloud-shell/vnet/overview

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

// P10: a container with SSH, in a subnet near the cluster.
// https://learn.microsoft.com/azure/container-instances/container-instances-vnet

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
