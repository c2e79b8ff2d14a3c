// The API server itself, and who may reach it: every check of it. A new one goes here or beside this, and into the list.
import { aksFix, atCluster } from "../../fix/cluster.ts";
import { apiFqdnOf, apiModeOf, isPrivate, zoneModeOf } from "../../network/address/api-server.ts";
import { covers, parseCidr, privateSpace, textOf } from "../../network/address/cidr.ts";
import { advise, fail, notConfigured, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { type ApiMode, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck, unlessPrivate, unlessVnetIntegration } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { apiAuthorizedIpClient, apiAuthorizedIpEgress, isServiceTag } from "./authorized-ranges.ts";
import { apiVnetintIlb, apiVnetintNetwork, apiVnetintSubnet } from "./vnet-integration.ts";

// api.public-fqdn: a private API server may have a name in public DNS as well, which tells everyone its private address.

type PublicNameFact = Readonly<{ is: "none" } | { is: "needed" } | { is: "published"; name: string | null }>;

const apiPublicFqdn = defineCheck({
  id: "api.public-fqdn",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source:
    "https://learn.microsoft.com/azure/aks/private-clusters#disable-a-public-fqdn-on-an-existing-private-aks-cluster",
  needs: ["managedCluster"],
  after: ["api.mode"],
  skip: unlessPrivate,
  evaluate: ({ managedCluster: cluster }): Outcome<PublicNameFact> => {
    const { fqdn, privateFqdn, apiServerAccess } = cluster;
    if (apiServerAccess.enablePrivateClusterPublicFqdn !== true) return pass({ is: "none" });
    const names = [privateFqdn, fqdn].flatMap((name) => name ?? []);
    const evidence = [labelled("names", { is: "listed", names })];
    return zoneModeOf(cluster) === "none"
      ? pass({ is: "needed" }, evidence)
      : advise({ is: "published", name: fqdn ?? null }, { resourceId: cluster.id, evidence });
  },
});

// api.mode: how the API server is exposed decides which checks and which access paths apply.

type ModeFact = Readonly<{ is: "noName" } | { is: "exposed"; mode: ApiMode }>;

const apiMode = defineCheck({
  id: "api.mode",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-clusters",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }): Outcome<ModeFact | SharedFact> => {
    const { enablePrivateCluster, enablePrivateClusterPublicFqdn, privateDnsZone } = cluster.apiServerAccess;
    const mode = apiModeOf(cluster);
    const zone = zoneModeOf(cluster);
    const fqdn = apiFqdnOf(cluster);
    const evidence = [
      labelled("mode", { is: "apiMode", mode }),
      labelled("name", { is: "listed", names: fqdn === undefined ? [] : [fqdn] }),
    ];
    if (enablePrivateCluster && zone === "none" && enablePrivateClusterPublicFqdn === false)
      return fail(
        { is: "noName" },
        {
          resourceId: cluster.id,
          evidence,
          fix: aksFix(cluster, { kind: "enablePublicName", at: atCluster(cluster) }, { is: "apiNamePublic" }),
        },
      );
    if (enablePrivateCluster && zone === "unknown")
      return strangeWord(thing("cluster"), "zoneMode", privateDnsZone ?? "");
    return pass({ is: "exposed", mode }, evidence);
  },
});

// api.public-exposure: an API server that is open to every address can be tried by everyone.

type ExposureFact = Readonly<
  { is: "isPrivate" } | { is: "openToAll" } | { is: "wide"; ranges: readonly string[] } | { is: "restricted" }
>;

/** A wider range is no restriction. */
const widestBits = 8;

const isWide = (range: string): boolean => (parseCidr(range)?.bits ?? 32) < widestBits;

const apiPublicExposure = defineCheck({
  id: "api.public-exposure",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  needs: ["managedCluster"],
  after: ["api.mode"],
  evaluate: ({ managedCluster: cluster }): Outcome<ExposureFact> => {
    if (isPrivate(cluster)) return pass({ is: "isPrivate" });
    const ranges = cluster.apiServerAccess.authorizedIpRanges;
    if (ranges.length === 0) return advise({ is: "openToAll" }, { resourceId: cluster.id });
    const evidence = [labelled("ranges", ranges.join(", "))];
    const wide = ranges.filter(isWide);
    return wide.length > 0
      ? advise({ is: "wide", ranges: wide }, { resourceId: cluster.id, evidence })
      : pass({ is: "restricted" }, evidence);
  },
});

// api.authorized-ip-hygiene: entries that do nothing, or not what they seem to, surprise whoever adds the next one.

type HygieneFact = Readonly<
  | { is: "noRanges" }
  | { is: "wellFormed"; count: number }
  | { is: "withoutEffect" }
  | { is: "privateRanges"; ranges: readonly string[] }
  | { is: "hostBits"; ranges: readonly string[] }
  | { is: "nearlyFull"; count: number; most: number }
  | { is: "notStandard"; sku: string }
  /** Releases before v20260717 let everybody in then. https://github.com/Azure/AKS/blob/master/CHANGELOG.md */
  | { is: "onlyTag"; tag: string }
  /** Pools whose nodes have public addresses of their own, out of no prefix that could be listed. */
  | { is: "loosePublicIps"; pools: readonly string[] }
>;

/** https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges#limitations */
const mostRanges = 200;
const mostInNetwork = 2000;
/** From here on there is little room for the addresses of an incident. */
const nearly = 0.9;

const isPrivateRange = (text: string): boolean => {
  const range = parseCidr(text);
  return range !== null && privateSpace.some((each) => isCovered(each, range));
};
const isCovered = (outer: string, range: NonNullable<ReturnType<typeof parseCidr>>): boolean => {
  const space = parseCidr(outer);
  return space !== null && covers(space, range);
};

/** `10.0.0.1/24`: what is meant is `10.0.0.0/24`, or one address. */
const hasHostBits = (text: string): boolean => {
  const range = parseCidr(text);
  return range !== null && text.includes("/") && textOf(range) !== text;
};

function faultsOf({ apiServerAccess: access, network, agentPools }: ManagedCluster): readonly HygieneFact[] {
  const ranges = access.authorizedIpRanges;
  const most = access.enableVnetIntegration ? mostInNetwork : mostRanges;
  const privateRanges = ranges.filter(isPrivateRange);
  const hostBits = ranges.filter(hasHostBits);
  const { loadBalancerSku: sku = "" } = network;
  const loose = agentPools.filter(
    ({ nodePublicIp }) => nodePublicIp !== undefined && nodePublicIp.prefixId === undefined,
  );
  const [tag = "", ...others] = ranges;
  const isOnlyTag = access.enableVnetIntegration && others.length === 0 && isServiceTag(tag);
  const found = (isFound: boolean, fact: HygieneFact): readonly HygieneFact[] => (isFound ? [fact] : []);
  return [
    ...found(privateRanges.length > 0, { is: "privateRanges", ranges: privateRanges }),
    ...found(hostBits.length > 0, { is: "hostBits", ranges: hostBits }),
    ...found(ranges.length > most * nearly, { is: "nearlyFull", count: ranges.length, most }),
    ...found(/^basic$/i.test(sku), { is: "notStandard", sku }),
    ...found(isOnlyTag, { is: "onlyTag", tag }),
    ...found(loose.length > 0, { is: "loosePublicIps", pools: loose.map(({ name }) => name) }),
  ];
}

const apiAuthorizedIpHygiene = defineCheck({
  id: "api.authorized-ip-hygiene",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  needs: ["managedCluster"],
  after: ["api.mode"],
  evaluate: ({ managedCluster: cluster }): Outcome<HygieneFact> => {
    const ranges = cluster.apiServerAccess.authorizedIpRanges;
    if (ranges.length === 0) return notConfigured({ is: "noRanges" });
    const evidence = [labelled("ranges", ranges.join(", "))];
    const more = { resourceId: cluster.id, evidence };
    if (isPrivate(cluster)) return advise({ is: "withoutEffect" }, more);
    const faults = faultsOf(cluster);
    return faults.length > 0
      ? advise(faults, more)
      : pass({ is: "wellFormed", count: ranges.length }, evidence);
  },
});

export const apiChecks = [
  apiMode,
  apiAuthorizedIpClient,
  apiAuthorizedIpEgress,
  apiAuthorizedIpHygiene,
  apiPublicExposure,
  apiPublicFqdn,
  apiVnetintNetwork,
  apiVnetintSubnet,
  // With VNet integration, nodes and the load balancer's probes reach the API server inside the network.
  defineStep({
    id: "api.vnetint-nsg",
    severity: "critical",
    scope: "cluster",
    impact: "cuts",
    source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
    of: ["nodes.api", "api.nodes", "people.api"],
    after: ["api.vnetint-subnet"],
    skip: unlessVnetIntegration,
  }),
  apiVnetintIlb,
] as const;
