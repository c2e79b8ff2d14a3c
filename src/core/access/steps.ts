// The lines to copy on the machine that has the access path.

import {
  areDesktopsSought,
  type Desktop,
  desktopsOf,
  hiddenNetwork,
  isOff,
  isReady,
  isRunning,
  type ShellSubnet,
  type SshContainer,
  shellSubnetsOf,
  shellToUse,
  sshContainersOf,
  takesSessions,
} from "../client/likely-hosts.ts";
import type { FindingId } from "../finding/kit/finding-id.ts";
import { azIn, forResource } from "../fix/write/az.ts";
import { apiFqdnOf, isPrivate } from "../network/address/api-server.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { RequirementId } from "../requirement/requirement.ts";
import { lockOf, type ManagedCluster } from "../snapshot/cluster.ts";
import type { BastionHost, JumpHost } from "../snapshot/hosts.ts";
import { parseResourceId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { quoteArgv } from "../text/marked.ts";
import {
  type AccessPath,
  absent,
  leads,
  ownKubectlChecks,
  type PathContext,
  type PathSpec,
  type Presence,
  privateChecks,
  stopped,
  there,
  traitsOf,
  unjudged,
  unseen,
} from "./access-path.ts";

export function signInLine({ entra }: ManagedCluster): string {
  const tenant = entra?.tenantId;
  return quoteArgv(["az", "login", ...(tenant === undefined ? [] : ["--tenant", tenant])]);
}

/** Null where nobody signs in to it with Entra. */
export const toEntra = ({ entra }: ManagedCluster): string | null =>
  entra?.managed === true ? "kubelogin convert-kubeconfig -l azurecli" : null;

/** Signs in, fetches the kubeconfig, and proves the way with one harmless read. */
export function ownKubectlSteps(cluster: ManagedCluster): readonly string[] {
  const fqdn = apiFqdnOf(cluster);
  const convert = toEntra(cluster);
  return [
    signInLine(cluster),
    azIn(cluster, "aks get-credentials", "--name", cluster.name, "--overwrite-existing"),
    ...(convert === null ? [] : [convert]),
    ...(fqdn === undefined ? [] : [quoteArgv(["nslookup", fqdn])]),
    "kubectl get pods",
  ];
}

/** On a jump host, from wherever its private address can be reached; nothing while none is known. */
export const jumpHostSteps = (host: JumpHost | null, cluster: ManagedCluster): readonly string[] =>
  host?.privateIpAddress === undefined
    ? []
    : [quoteArgv(["ssh", host.privateIpAddress]), ...ownKubectlSteps(cluster)];

/** An extension of Azure CLI, which would ask before it installs one by itself. */
export const addExtension = (name: string): string =>
  quoteArgv(["az", "extension", "add", "--name", name, "--upgrade", "--yes"]);

/** The end of a tunnel on one's own machine; 22 is often taken. */
export const tunnelPort = "50022";

const throughBastion = (
  bastion: BastionHost,
  command: string,
  ...argv: readonly string[]
): readonly string[] => {
  const line = forResource(bastion.id, (parts) =>
    azIn(parts, `network bastion ${command}`, "--name", bastion.name, ...argv),
  );
  return line === null ? [] : [line];
};

/** Stays open while it is used. */
export const tunnelSteps = (bastion: BastionHost, host: JumpHost): AccessPath["steps"] => [
  addExtension("bastion"),
  ...throughBastion(
    bastion,
    "tunnel",
    ...["--target-resource-id", host.id, "--resource-port", "22", "--port", tunnelPort],
  ),
  { is: "leaveOpen" },
];

/** For machines that take sign-in with Entra, which not all do. */
export const bastionSshLine = (bastion: BastionHost, host: JumpHost): readonly string[] =>
  throughBastion(bastion, "ssh", "--target-resource-id", host.id, "--auth-type", "AAD");

// Ways that lead on from a place of their own near the cluster: its name and its address are walked from there.

type FromPlace = Pick<PathSpec, "id" | "traits" | "steps"> &
  Readonly<{
    need: RequirementId;
    /** Checks of the place itself. */
    checks: readonly FindingId[];
    /** Networks in which such places stand. */
    networks: (snapshot: ClusterSnapshot) => readonly string[];
    /** Asked of private clusters only. */
    presence: PathSpec["presence"];
    works: PathSpec["works"];
  }>;

const forPrivate = (context: PathContext, what: PathSpec["id"], presence: PathSpec["presence"]): Presence =>
  isPrivate(context.cluster) ? presence(context) : absent({ is: "notNeeded", what });

const pathFromPlace = ({ need, checks, networks, presence, works, ...way }: FromPlace): PathSpec => ({
  ...way,
  needs: [need],
  hard: [...ownKubectlChecks, ...privateChecks, ...checks],
  presence: (context) => forPrivate(context, way.id, presence),
  works: (context) =>
    context.walks.requirements.some(({ id }) => id === need)
      ? works(context)
      : unjudged({ is: "notWalked" }, [need]),
  // The walks begin at all of them, whoever asks from wherever.
  starts: (snapshot) => {
    const [virtualNetwork] = networks(snapshot);
    return [virtualNetwork === undefined ? snapshot.client : { virtualNetwork }];
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

// P15: a desktop of Azure Virtual Desktop on a session host near the cluster.
// https://learn.microsoft.com/azure/virtual-desktop/overview

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
