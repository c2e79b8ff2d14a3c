// The subnet near the cluster in which Cloud Shell is set to start, with what the checks of its parts see of it.
import {
  hiddenNetwork,
  type ShellSubnet,
  shellSubnetsOf,
  shellToUse,
  takesContainers,
} from "../../client/likely-hosts.ts";
import { type Fix, fixOf } from "../../fix/write/fix.ts";
import {
  advise,
  type Fact,
  notApplicable,
  notAssessed,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { ProviderState } from "../../snapshot/hosts.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type NoShell = Readonly<{ is: "noShell" }>;

/** `looksAt` of a check that is about it. */
export const shellSections = ["peerNetworks", "networkProfiles"] as const;

type Read = Readonly<{ clusterNetwork: VirtualNetwork }> &
  Pick<ClusterSnapshot, (typeof shellSections)[number]>;

/** Nothing to judge where no profile was seen; open while one may be there unseen. */
export function atShell<F extends Fact>(
  { clusterNetwork, peerNetworks, networkProfiles }: Read,
  judge: (shell: ShellSubnet) => Outcome<F>,
): Outcome<F | NoShell | SharedFact> {
  const sources = {
    clusterNetwork: { status: "collected", data: clusterNetwork },
    ...{ peerNetworks, networkProfiles },
  } as const;
  const shell = shellToUse(shellSubnetsOf(sources));
  if (shell !== undefined) return judge(shell);
  const cause = networkProfiles.missing[0] ?? hiddenNetwork(sources);
  return cause === null ? notApplicable({ is: "noShell" }) : unread(cause);
}

const groupKey = (id: string): string => {
  const { subscriptionId = "", resourceGroup = "" } = parseResourceId(id) ?? {};
  return `${subscriptionId}/${resourceGroup}`.toLowerCase();
};

/** Microsoft's template puts all of it into the resource group of the profile. */
export const besideProfile = <T extends Readonly<{ id: string }>>(
  { profile }: ShellSubnet,
  items: readonly T[],
): readonly T[] => items.filter(({ id }) => groupKey(id) === groupKey(profile.id));

// cloudshell.providers: Cloud Shell in a network needs three resource providers in its subscription.

type ProvidersFact = Readonly<
  | { is: "registered" }
  | { is: "notRegistered"; namespaces: readonly string[] }
  | { is: "registering"; namespaces: readonly string[] }
>;

const register = (providers: readonly ProviderState[]): Fix =>
  fixOf(
    providers.map(({ subscriptionId, namespace }) => ({
      kind: "registerProvider",
      subscriptionId,
      namespace,
    })),
    { is: "providerRegistered" },
    { role: "Contributor", on: [...new Set(providers.map(({ subscriptionId }) => subscriptionId))] },
  );

const isIn =
  (...states: readonly string[]) =>
  ({ state }: ProviderState): boolean =>
    states.includes(state.toLowerCase());

const namesOf = (providers: readonly ProviderState[]): readonly string[] =>
  providers.map(({ namespace }) => namespace);

function judge(providers: readonly ProviderState[]): Outcome<ProvidersFact | SharedFact> {
  if (providers.length === 0)
    return unread({
      message: { is: "unsaid", what: { kind: "provider", name: "Microsoft.CloudShell" } },
      needs: [],
    });
  const evidence = providers.map(({ namespace, state }) => columns(namespace, state));
  const missing = providers.filter(isIn("notregistered", "unregistered", "unregistering"));
  if (missing.length > 0)
    return advise(
      { is: "notRegistered", namespaces: namesOf(missing) },
      { evidence, fix: register(missing) },
    );
  const passing = providers.filter((each) => !isIn("registered")(each));
  return passing.length === 0
    ? pass({ is: "registered" }, evidence)
    : notAssessed({ is: "registering", namespaces: namesOf(passing) });
}

export const cloudshellProviders = defineCheck({
  id: "cloudshell.providers",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSetUp",
  source: "https://learn.microsoft.com/azure/cloud-shell/vnet/deployment",
  needs: ["clusterNetwork"],
  looksAt: [...shellSections, "shellProviders"],
  skip: unlessPrivate,
  evaluate: ({ shellProviders, ...data }): Outcome<ProvidersFact | NoShell | SharedFact> =>
    atShell(data, ({ profile }): Outcome<ProvidersFact | SharedFact> => {
      const [cause] = shellProviders.missing;
      if (cause !== undefined) return unread(cause);
      const subscription = parseResourceId(profile.id)?.subscriptionId.toLowerCase();
      return judge(shellProviders.items.filter((each) => each.subscriptionId.toLowerCase() === subscription));
    }),
});

// cloudshell.network-profile: Cloud Shell in a network starts as a container, in a subnet that is delegated to those.

type ShellFact = Readonly<
  | { is: "mayStart"; subnet: string; profile: string }
  | { is: "notDelegated"; subnet: string; profile: string }
  | { is: "noProfile" }
>;

const placesIn = (all: readonly ShellSubnet[]): readonly Columns[] =>
  all.map(({ profile, subnet }) => columns(profile.name, subnet.name));

const placeIn = ({ profile, subnet }: ShellSubnet) => ({ subnet: subnet.name, profile: profile.name });

export const cloudshellNetworkProfile = defineCheck({
  id: "cloudshell.network-profile",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSetUp",
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
    if (ready !== undefined) return pass({ is: "mayStart", ...placeIn(ready) }, placesIn(all));
    const [first] = all;
    // Nobody else's access path: a shell that does not start is no fault of the cluster.
    if (first !== undefined)
      return advise(
        { is: "notDelegated", ...placeIn(first) },
        { resourceId: first.subnet.id, evidence: placesIn(all) },
      );
    const cause = networkProfiles.missing[0] ?? hiddenNetwork(sources);
    return cause === null ? notConfigured({ is: "noProfile" }) : unread(cause);
  },
});
