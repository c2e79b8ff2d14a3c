// Where the product and the oracle disagree, and who is right by the documents. Whatever is not listed here fails.
import type { Disagreement } from "./compare.ts";

export type Found = Readonly<{
  topology: string;
  change: string;
  kind: Disagreement;
  check: string | undefined;
}>;

/** `wrong`: who errs; `document`: what says so. */
export type Explanation = Readonly<{
  title: string;
  kind: Disagreement;
  change: RegExp;
  topology?: RegExp;
  check?: string;
  wrong: "product" | "oracle" | "neither";
  why: string;
  document: string;
}>;

export const knownDisagreements: readonly Explanation[] = [
  {
    title: "443 between nodes",
    kind: "false alarm",
    check: "nsg.intra-node",
    change: /: denies 443 (in|to private addresses)$/,
    wrong: "oracle",
    why: "Groups have to let through what nodes send each other; the product calls it degraded, and never broken.",
    document: "https://learn.microsoft.com/azure/aks/configure-azure-cni#prerequisites",
  },
  {
    title: "the Internet denied, beside a leased line",
    kind: "undecided",
    topology: /^expressroute-healthy$/,
    change: /: denies (the Internet out|443 to the Internet)$/,
    wrong: "neither",
    why: "The other side may teach a default route, which VirtualNetwork then holds, and the rule names the Internet.",
    document: "https://learn.microsoft.com/azure/virtual-network/service-tags-overview",
  },
];

export const explanationOf = ({ topology, change, kind, check }: Found): Explanation | undefined =>
  knownDisagreements.find(
    (each) =>
      each.kind === kind &&
      each.change.test(change) &&
      (each.topology?.test(topology) ?? true) &&
      (each.check === undefined || each.check === check),
  );
