// api.authorized-ip-hygiene: entries that do nothing, or not what they seem to, surprise whoever adds the next one.

import { isPrivate } from "../../network/address/api-server.ts";
import { covers, parseCidr, privateSpace, textOf } from "../../network/address/cidr.ts";
import { advise, notConfigured, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";

export type HygieneFact = Readonly<
  | { is: "noRanges" }
  | { is: "wellFormed"; count: number }
  | { is: "withoutEffect" }
  | { is: "privateRanges"; ranges: readonly string[] }
  | { is: "hostBits"; ranges: readonly string[] }
  | { is: "nearlyFull"; count: number; most: number }
  | { is: "notStandard"; sku: string }
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
  const found = (isFound: boolean, fact: HygieneFact): readonly HygieneFact[] => (isFound ? [fact] : []);
  return [
    ...found(privateRanges.length > 0, { is: "privateRanges", ranges: privateRanges }),
    ...found(hostBits.length > 0, { is: "hostBits", ranges: hostBits }),
    ...found(ranges.length > most * nearly, { is: "nearlyFull", count: ranges.length, most }),
    ...found(/^basic$/i.test(sku), { is: "notStandard", sku }),
    ...found(loose.length > 0, { is: "loosePublicIps", pools: loose.map(({ name }) => name) }),
  ];
}

export const apiAuthorizedIpHygiene = defineCheck({
  id: "api.authorized-ip-hygiene",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
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
