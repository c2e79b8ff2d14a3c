// The rules of a network security group, one flow at a time.
import { azureHost, decideFlow, type NsgFlow } from "../../../src/core/network/filter/nsg.ts";
import type { SecurityRule } from "../../../src/core/snapshot/security.ts";
import { defaultRules } from "../../fixtures/healthy-snapshot.ts";

const flow: NsgFlow = {
  direction: "Outbound",
  protocol: "Tcp",
  source: "10.0.1.4",
  destination: "10.10.0.4",
  port: 443,
  virtualNetwork: { holds: ["10.0.0.0/16", "10.10.0.0/16"], mayHold: ["10.0.0.0/8"] },
};
const deny: SecurityRule = {
  name: "custom",
  priority: 200,
  direction: "Outbound",
  access: "Deny",
  protocol: "Tcp",
  sourceAddressPrefixes: ["*"],
  destinationAddressPrefixes: ["*"],
  sourcePortRanges: ["*"],
  destinationPortRanges: ["443"],
  usesApplicationSecurityGroups: false,
};

const decide = (rules: readonly Partial<SecurityRule>[], on: Partial<NsgFlow> = {}) =>
  decideFlow(
    { id: "", name: "nsg", rules: [...defaultRules, ...rules.map((rule) => ({ ...deny, ...rule }))] },
    { ...flow, ...on },
  );

test.each<[string, Partial<SecurityRule>[], string, string]>([
  ["only default rules", [], "allow", "AllowVnetOutBound"],
  ["a deny", [{}], "deny", "custom"],
  ["an allow before the deny", [{}, { name: "first", priority: 100, access: "Allow" }], "allow", "first"],
  ["a port range", [{ destinationPortRanges: ["400-500"] }], "deny", "custom"],
  ["every port", [{ destinationPortRanges: ["*"] }], "deny", "custom"],
  ["another port", [{ destinationPortRanges: ["80", "8443"] }], "allow", "AllowVnetOutBound"],
  ["any protocol", [{ protocol: "*" }], "deny", "custom"],
  ["another protocol", [{ protocol: "Icmp" }], "allow", "AllowVnetOutBound"],
  ["the other direction", [{ direction: "Inbound" }], "allow", "AllowVnetOutBound"],
  ["the target's range", [{ destinationAddressPrefixes: ["10.10.0.0/24"] }], "deny", "custom"],
  ["another range", [{ destinationAddressPrefixes: ["10.11.0.0/24"] }], "allow", "AllowVnetOutBound"],
  ["one of several ranges", [{ destinationAddressPrefixes: ["1.2.3.4", "10.10.0.4"] }], "deny", "custom"],
  ["the tag VirtualNetwork", [{ destinationAddressPrefixes: ["virtualnetwork"] }], "deny", "custom"],
  ["the tag Internet", [{ destinationAddressPrefixes: ["Internet"] }], "allow", "AllowVnetOutBound"],
  [
    "the tag AzureLoadBalancer",
    [{ destinationAddressPrefixes: ["AzureLoadBalancer"] }],
    "allow",
    "AllowVnetOutBound",
  ],
  [
    "a tag of public addresses",
    [{ destinationAddressPrefixes: ["Storage.WestEurope"] }],
    "allow",
    "AllowVnetOutBound",
  ],
  ["IPv6", [{ destinationAddressPrefixes: ["2603:1020::/32"] }], "allow", "AllowVnetOutBound"],
  ["another source", [{ sourceAddressPrefixes: ["10.0.9.0/24"] }], "allow", "AllowVnetOutBound"],
  ["case of words", [{ access: "DENY", direction: "outbound", protocol: "TCP" }], "deny", "custom"],
  ["an unknown tag", [{ destinationAddressPrefixes: ["Mystery"] }], "undecided", "custom"],
  ["application security groups", [{ usesApplicationSecurityGroups: true }], "undecided", "custom"],
  [
    "a side that groups fill",
    [{ sourceAddressPrefixes: [], usesApplicationSecurityGroups: true }],
    "undecided",
    "custom",
  ],
  [
    "doubt about a port that is another",
    [{ destinationPortRanges: ["22"], usesApplicationSecurityGroups: true }],
    "allow",
    "AllowVnetOutBound",
  ],
  [
    "doubt that changes nothing",
    [{ access: "Allow", usesApplicationSecurityGroups: true }],
    "allow",
    "AllowVnetOutBound",
  ],
  [
    "doubt after the decision",
    [{}, { name: "late", priority: 300, access: "Allow", usesApplicationSecurityGroups: true }],
    "deny",
    "custom",
  ],
  ["a source port of its own", [{ sourcePortRanges: ["5000"] }], "undecided", "custom"],
  ["an unknown access", [{ access: "Perhaps" }], "undecided", "custom"],
])("%s", (_name, rules, access, rule) => {
  const decision = decide(rules);
  expect([decision.access, decision.rule?.name]).toEqual([access, rule]);
});

test("outside of every range that is known, the tag VirtualNetwork is open: a gateway may know more", () => {
  expect(decide([], { destination: "10.99.0.4" }).access).toBe("undecided");
});

test("a prefix that a rule covers in part is open", () => {
  expect(decide([{ sourceAddressPrefixes: ["10.0.1.128/25"] }], { source: "10.0.1.0/24" }).access).toBe(
    "undecided",
  );
});

test("without any rule that matches there is nothing to decide by", () => {
  expect(decideFlow({ id: "", name: "nsg", rules: [] }, flow)).toMatchObject({
    access: "undecided",
    rule: null,
  });
});

test.each<[string, Partial<NsgFlow>, string]>([
  ["UDP passes a rule for TCP", { protocol: "Udp" }, "allow"],
  ["TCP does not, said or not", { protocol: "Tcp" }, "deny"],
])("%s", (_case, on, access) => {
  expect(decide([{}], on)).toMatchObject({ access });
});

describe("where the tag VirtualNetwork may hold more than was read", () => {
  const wide = { holds: ["10.0.0.0/16"], mayHold: ["0.0.0.0/0"] };
  const known = { holds: ["10.0.0.0/16"], mayHold: ["10.0.0.0/8"] };
  const toInternet = { destinationAddressPrefixes: ["Internet"] };

  test.each<[string, Partial<SecurityRule>[], NsgFlow["virtualNetwork"], string]>([
    ["default rules let a public address through either way", [], wide, "allow"],
    ["a deny of the Internet is sure while the tag is known", [toInternet], known, "deny"],
    ["a deny of the Internet is open while the tag may cover all", [toInternet], wide, "undecided"],
    ["a deny of all is sure", [{}], wide, "deny"],
  ])("%s", (_case, rules, virtualNetwork, access) => {
    for (const destination of ["20.50.0.9", "Internet"])
      expect(decide(rules, { destination, virtualNetwork }).access).toBe(access);
  });
});

test.each<[string, Partial<SecurityRule>[], string, string]>([
  [
    "a list of public addresses says nothing of the rest",
    [{ destinationAddressPrefixes: ["20.0.0.0/8"] }],
    "Internet",
    "allow",
  ],
  ["a tag is not the whole Internet", [{ destinationAddressPrefixes: ["AzureCloud"] }], "Internet", "allow"],
  ["a tag is itself", [{ destinationAddressPrefixes: ["azurecloud"] }], "AzureCloud", "deny"],
  ["a tag lies in the Internet", [{ destinationAddressPrefixes: ["Internet"] }], "AzureCloud", "deny"],
  [
    "a tag's part in one region is not all of it",
    [{ destinationAddressPrefixes: ["AzureCloud.westeurope"] }],
    "AzureCloud",
    "undecided",
  ],
  ["0.0.0.0/0 is everything", [{ destinationAddressPrefixes: ["0.0.0.0/0"] }], "AzureCloud", "deny"],
])("%s", (_case, rules, destination, access) => {
  expect(decide(rules, { destination }).access).toBe(access);
});

test.each(["203.0.113.0/24", "198.51.100.7", "192.0.2.0/24", "10.0.0.0/8"])(
  "no service of Azure's sends from %s, which is nobody's on the Internet",
  (range) => {
    const custom = { direction: "Inbound", sourceAddressPrefixes: [range], destinationPortRanges: ["*"] };
    const lets = { ...custom, priority: 300, access: "Allow", sourceAddressPrefixes: ["GatewayManager"] };
    const managed = { direction: "Inbound", source: "GatewayManager", destination: "10.0.1.4" } as const;
    expect(decide([custom, lets], managed).access).toBe("allow");
  },
);

test("Azure's load balancer probes from an address that the tag VirtualNetwork holds", () => {
  const probe = { direction: "Inbound", source: azureHost, destination: "10.0.1.4" } as const;
  const onlyNetwork = [
    { direction: "Inbound", destinationPortRanges: ["*"] },
    {
      direction: "Inbound",
      priority: 150,
      access: "Allow",
      sourceAddressPrefixes: ["VirtualNetwork"],
      destinationPortRanges: ["*"],
    },
  ];
  expect(decide([], probe).access).toBe("allow");
  expect(decide(onlyNetwork, probe).access).toBe("allow");
  expect(decide([{ direction: "Inbound" }], probe).access).toBe("deny");
});
