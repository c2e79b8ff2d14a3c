// A forwarding ruleset decides what a network hears where its rule's name is longer than that of any linked zone.

import type { ForwardingRule, ForwardingRuleset } from "../../../src/core/snapshot/network.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setData } from "../../fixtures/snapshot-changes.ts";
import { setResolver } from "../../fixtures/snapshot-surroundings.ts";
import { unavailable } from "../../unavailable.ts";

const resolverIp = "10.30.0.4";
const region = "privatelink.westeurope.azmk8s.io.";

const rule = (patch: Partial<ForwardingRule> = {}): ForwardingRule => ({
  name: "aks",
  domainName: region,
  ruleState: "Enabled",
  servers: [resolverIp],
  ...patch,
});

const withRuleset =
  (patch: Partial<ForwardingRuleset>): Change =>
  (snapshot) => ({
    ...snapshot,
    dnsRulesets: {
      items: [
        {
          id: ids.hub.replace("virtualNetworks/vnet-hub", "dnsForwardingRulesets/frs-hub"),
          name: "frs-hub",
          linkedNetworkIds: collected([ids.hub]),
          rules: collected([rule()]),
          ...patch,
        },
      ],
      missing: [],
    },
  });

const linked = (...networks: readonly string[]): Change =>
  setData(
    "privateDnsLinks",
    networks.map((id, index) => linkTo(id, `link-${index}`)),
  );
const hubByRuleset = [setResolver("Succeeded"), linked(ids.spoke, ids.dns)];

type Case = readonly [when: string, changes: readonly Change[], verdict: string, cause: string | null];

test.each<Case>([
  ["the hub has neither link nor ruleset", hubByRuleset, "broken", "dns.link-client"],
  [
    "its ruleset leads to a resolver that knows the zone",
    [...hubByRuleset, withRuleset({})],
    "healthy",
    null,
  ],
  [
    "its ruleset is linked to another network",
    [...hubByRuleset, withRuleset({ linkedNetworkIds: collected([ids.data]) })],
    "broken",
    "dns.link-client",
  ],
  [
    "its rule is off",
    [...hubByRuleset, withRuleset({ rules: collected([rule({ ruleState: "Disabled" })]) })],
    "broken",
    "dns.link-client",
  ],
  [
    "its rule is for another name",
    [...hubByRuleset, withRuleset({ rules: collected([rule({ domainName: "corp.example." })]) })],
    "broken",
    "dns.link-client",
  ],
  [
    "its rule is for every name",
    [...hubByRuleset, withRuleset({ rules: collected([rule({ domainName: "." })]) })],
    "healthy",
    null,
  ],
  [
    "the resolver's network is not linked to the zone",
    [setResolver("Succeeded"), linked(ids.spoke), withRuleset({})],
    "broken",
    "dns.link-client",
  ],
  [
    "its rule leads to a server on premises",
    [...hubByRuleset, withRuleset({ rules: collected([rule({ servers: ["192.168.7.7"] })]) })],
    "unknown",
    null,
  ],
  [
    "its rules were not read",
    [...hubByRuleset, withRuleset({ rules: unavailable("denied", "The rules were not read.") })],
    "unknown",
    null,
  ],
  [
    "the zone is linked to it, and its name is longer than the rule's",
    [withRuleset({ rules: collected([rule({ servers: ["192.168.7.7"] })]) })],
    "healthy",
    null,
  ],
])("%s", (_when, changes, verdict, cause) => {
  const found = diagnose(changed(...changes));
  expect([found.verdict, found.rootCause?.check ?? null]).toEqual([verdict, cause]);
});
