// The lines to copy on the machine that has the way in.

import type { FindingId } from "../finding/kit/finding-id.ts";
import { az, azIn, forResource } from "../fix/write/az.ts";
import { apiFqdnOf, isPrivate } from "../network/address/api-server.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { BastionHost, JumpHost } from "../snapshot/hosts.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { quoteArgv } from "../text/marked.ts";
import {
  type AccessPath,
  absent,
  ownKubectlChecks,
  type PathContext,
  type PathSpec,
  type Presence,
  privateChecks,
  unjudged,
} from "./access-path.ts";

/** Signs in, fetches the kubeconfig, and proves the way with one harmless read. */
export function ownKubectlSteps(cluster: ManagedCluster): readonly string[] {
  const tenant = cluster.entra?.tenantId;
  const fqdn = apiFqdnOf(cluster);
  const target = ["--resource-group", cluster.resourceGroup, "--name", cluster.name];
  return [
    quoteArgv(["az", "login", ...(tenant === undefined ? [] : ["--tenant", tenant])]),
    az(cluster.subscriptionId, "aks get-credentials", ...target, "--overwrite-existing"),
    ...(cluster.entra?.managed === true ? ["kubelogin convert-kubeconfig -l azurecli"] : []),
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
    "--target-resource-id",
    host.id,
    "--resource-port",
    "22",
    "--port",
    tunnelPort,
  ),
  { is: "leaveOpen" },
];

/** For machines that take sign-in with Entra, which not all do. */
export const bastionSshLine = (bastion: BastionHost, host: JumpHost): readonly string[] =>
  throughBastion(bastion, "ssh", "--target-resource-id", host.id, "--auth-type", "AAD");

// Ways that lead on from a place of their own near the cluster: its name and its address are walked from there.

type FromPlace = Pick<PathSpec, "id" | "traits" | "steps"> &
  Readonly<{
    need: PathSpec["needs"][number];
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

export const pathFromPlace = ({ need, checks, networks, presence, works, ...way }: FromPlace): PathSpec => ({
  ...way,
  needs: [need],
  hard: [...ownKubectlChecks, ...privateChecks, ...checks],
  soft: [],
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
