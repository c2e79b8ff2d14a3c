// api.authorized-ip-egress: nodes of a public cluster reach the API server from their own public addresses.

import { coverageOfParts } from "../../network/address/cidr.ts";
import { type EgressAddress, egressOf, isIsolated } from "../../network/route/egress.ts";
import { hopSections } from "../../network/route/next-hop.ts";
import {
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { type Columns, columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";
import { authorize, letsBalancerIn, type RangesSkip, withoutRanges } from "./authorized-ranges.ts";

/** A public address that nodes leave by. */
export type Exit = Pick<EgressAddress, "ip" | "by">;

export type NodeRangesFact =
  | RangesSkip
  | Readonly<
      | { is: "inNetwork" }
      | { is: "noExit" }
      | { is: "exitUnknown" }
      | { is: "notAuthorized"; exits: readonly Exit[]; losesApi: boolean }
      | { is: "perhapsInTag"; exits: readonly Exit[] }
      | { is: "authorized"; exits: readonly Exit[] }
    >;

const describe = ({ ip, name, by }: EgressAddress): Columns => columns({ is: "exit", by }, name, ip);

const exitsOf = (addresses: readonly EgressAddress[]): readonly Exit[] =>
  addresses.map(({ ip, by }) => ({ ip, by }));

function nodesInRanges(
  cluster: ManagedCluster,
  addresses: readonly EgressAddress[],
): Outcome<NodeRangesFact | SharedFact> {
  const ranges = cluster.apiServerAccess.authorizedIpRanges;
  const outside = addresses.filter(({ by }) => by !== "loadBalancer" || !letsBalancerIn(cluster));
  const missing = outside.filter(({ ip }) => coverageOfParts(ranges, ip) === "no");
  const open = outside.filter(({ ip }) => coverageOfParts(ranges, ip) === "undecidable");
  const evidence = [...addresses.map(describe), labelled("ranges", ranges.join(", "))];
  const more = {
    resourceId: cluster.id,
    evidence,
    fix: authorize(
      cluster,
      missing.map(({ ip }) => ip),
      { is: "apiOpenedToEgress" },
    ),
  };
  if (missing.some(({ by }) => by !== "loadBalancer"))
    return fail({ is: "notAuthorized", exits: exitsOf(missing), losesApi: true }, more);
  if (open.length > 0) return notAssessed({ is: "perhapsInTag", exits: exitsOf(open) });
  const { loadBalancerSku: sku = "basic" } = cluster.network;
  if (missing.length > 0 && !/^(basic|standard)$/i.test(sku))
    return strangeWord(thing("clusterBalancer"), "sku", sku);
  return missing.length > 0
    ? warn({ is: "notAuthorized", exits: exitsOf(missing), losesApi: false }, more)
    : pass({ is: "authorized", exits: exitsOf(addresses) }, evidence);
}

export const apiAuthorizedIpEgress = defineCheck({
  id: "api.authorized-ip-egress",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  pathPlace: { on: "nodesPublic", thing: "ranges" },
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...hopSections, "routeTables", "natGateways", "publicIpAddresses"],
  after: ["cluster.power-state", "api.mode", "egress.outbound-consistent"],
  skip: (cluster): NodeRangesFact | null =>
    cluster.apiServerAccess.enableVnetIntegration ? { is: "inNetwork" } : withoutRanges(cluster),
  evaluate: ({ managedCluster: cluster, ...sources }): Outcome<NodeRangesFact | SharedFact> => {
    if (isIsolated(cluster)) return notApplicable({ is: "noExit" });
    const { addresses, unknown } = egressOf(cluster, sources);
    const [gap] = unknown;
    if (addresses.length === 0 && gap === undefined) return notAssessed({ is: "exitUnknown" });
    const outcome = nodesInRanges(cluster, addresses);
    return outcome.status === "fail" || gap === undefined ? outcome : unread(gap);
  },
});
