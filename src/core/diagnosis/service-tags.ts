// Service tags as one side of a flow: how far an entry of a rule covers everybody behind a tag.
// https://learn.microsoft.com/azure/virtual-network/service-tags-overview
import { type Coverage, isIpv6, isPrivateAddress, parseCidr } from "./cidr.ts";

const tags = ["Internet", "GatewayManager", "AzureCloud"] as const;

/** Tags that stand for public addresses only. */
export type PublicTag = (typeof tags)[number];

export const isPublicTag = (text: string): text is PublicTag => tags.some((tag) => tag === text);

/** `undecidable` where the entry holds some of the tag's addresses at most, or another tag that may overlap it. */
export function tagCoverage(entry: string, tag: PublicTag): Coverage {
  if (entry.toLowerCase() === tag.toLowerCase() || /^Internet$/i.test(entry)) return "yes";
  if (/^(VirtualNetwork|AzureLoadBalancer)$/i.test(entry)) return "no";
  const prefix = parseCidr(entry);
  if (prefix === null) return isIpv6(entry) ? "no" : "undecidable";
  if (prefix.bits === 0) return "yes";
  return isPrivateAddress(entry) ? "no" : "undecidable";
}
