// Whether one rule of a firewall is about one connection.

import type { FirewallApplicationRule, FirewallNetworkRule, FirewallRule } from "../../snapshot/firewall.ts";
import { type Coverage, coverage, ends, isPrivateAddress, parseCidr, parseIpv4 } from "../cidr.ts";
import type { Service } from "../flow.ts";
import { portMatches } from "../nsg.ts";
import { allOf, anyOf } from "../three-valued.ts";
import { nameMatches, tagMatches } from "./names.ts";

/** `destination` is null where only the name is known, which is public then. `name`: what the client asked for. */
export type Wanted = Service & Readonly<{ source: string; destination: string | null; name: string | null }>;

const isEverything = (entry: string): boolean => /^(\*|any|0\.0\.0\.0\/0)$/i.test(entry);

/** `10.0.0.4-10.0.0.9`; null for anything else. */
function rangeMatches(entry: string, target: string): Coverage | null {
  const [from = "", to = "", ...rest] = entry.split("-");
  const [first, last, wanted] = [parseIpv4(from), parseIpv4(to), parseCidr(target)];
  if (first === null || last === null || rest.length > 0) return null;
  if (wanted === null) return "undecidable";
  const [start, end] = ends(wanted);
  if (first <= start && end <= last) return "yes";
  return end < first || last < start ? "no" : "undecidable";
}

/** A service tag holds public addresses only. */
function addressMatches(entry: string, target: string): Coverage {
  if (isEverything(entry)) return "yes";
  const isTag = /^[a-z][a-z0-9.]*$/i.test(entry);
  if (isTag && isPrivateAddress(target)) return "no";
  return rangeMatches(entry, target) ?? coverage([entry], target);
}

/** Which address a public name has nobody knows here: a list of public ones may hold it. */
const publicMatches = (entry: string): Coverage => {
  if (isEverything(entry)) return "yes";
  return isPrivateAddress(entry.split("-")[0] ?? "") ? "no" : "undecidable";
};

/** An IP group that was not read may hold any address. */
const withGroups = (answer: Coverage, groupIds: readonly string[]): Coverage =>
  answer === "no" && groupIds.length > 0 ? "undecidable" : answer;

const sourceOf = ({ sources, sourceGroupIds }: FirewallNetworkRule | FirewallApplicationRule, from: string) =>
  withGroups(anyOf(sources.map((entry) => addressMatches(entry, from))), sourceGroupIds);

const namesMatch = (fqdns: readonly string[], name: string | null): Coverage =>
  fqdns.length > 0 && name === null
    ? "undecidable"
    : anyOf(fqdns.map((entry) => nameMatches(entry, name ?? "")));

function targetOfNetwork(
  { destinations, destinationGroupIds, fqdns }: FirewallNetworkRule,
  { destination, name }: Wanted,
  dnsProxy: boolean,
): Coverage {
  const byAddress = anyOf(
    destinations.map((entry) =>
      destination === null ? publicMatches(entry) : addressMatches(entry, destination),
    ),
  );
  const named = namesMatch(fqdns, name);
  // Without the proxy, firewall and client may hear different addresses of one name.
  const byName = named === "yes" && !dnsProxy ? "undecidable" : named;
  return anyOf([withGroups(byAddress, destinationGroupIds), byName]);
}

function networkMatches(rule: FirewallNetworkRule, wanted: Wanted, dnsProxy: boolean): Coverage {
  const isProtocol = rule.protocols.some(
    (each) => /^any$/i.test(each) || each.toLowerCase() === wanted.protocol.toLowerCase(),
  );
  return allOf([
    isProtocol ? "yes" : "no",
    anyOf(rule.ports.map((range) => portMatches(range, wanted.port))),
    sourceOf(rule, wanted.source),
    targetOfNetwork(rule, wanted, dnsProxy),
  ]);
}

/** Application rules see the name that a client says in TLS or HTTP; anything else they never see. */
function applicationMatches(rule: FirewallApplicationRule, wanted: Wanted): Coverage {
  const { name, port } = wanted;
  const type = port === 80 ? "http" : "https";
  const speaks = rule.protocols.some((each) => each.type.toLowerCase() === type && each.port === port);
  const byTag = rule.fqdnTags.map((tag) => (name === null ? "undecidable" : tagMatches(tag, name)));
  const others = rule.others.map((): Coverage => "undecidable");
  const elsewhere = rule.destinations.some((entry) => !isEverything(entry));
  return allOf([
    wanted.protocol === "Tcp" && speaks ? "yes" : "no",
    sourceOf(rule, wanted.source),
    anyOf([
      namesMatch(
        rule.fqdns.filter((each) => !isEverything(each)),
        name,
      ),
      ...byTag,
      ...others,
      rule.fqdns.some(isEverything) ? "yes" : "no",
    ]),
    elsewhere ? "undecidable" : "yes",
  ]);
}

export function ruleMatches(rule: FirewallRule, wanted: Wanted, dnsProxy: boolean): Coverage {
  if (rule.kind === "unreadable") return "undecidable";
  const answer =
    rule.kind === "network" ? networkMatches(rule, wanted, dnsProxy) : applicationMatches(rule, wanted);
  return answer === "yes" && rule.isOdd ? "undecidable" : answer;
}
