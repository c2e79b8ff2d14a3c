// What a firewall's rules do with one connection, and in which order they are asked.

import { decideByFirewall, type Wanted } from "../../../src/core/network/filter/firewall-decision.ts";
import { ruleSetOf } from "../../../src/core/network/filter/firewall-rules.ts";
import type { Firewall, FirewallCollection, FirewallPolicy } from "../../../src/core/snapshot/firewall.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { applicationRule, collection, networkRule } from "../../fixtures/firewall-rules.ts";
import { unavailable } from "../../unavailable.ts";

const toName: Wanted = {
  source: "10.20.0.0/22",
  destination: null,
  name: "mcr.microsoft.com",
  protocol: "Tcp",
  port: 443,
};
const toAddress: Wanted = { ...toName, destination: "10.1.0.4", name: null };
const toBoth: Wanted = { ...toAddress, name: "api.privatelink.westeurope.azmk8s.io" };
const anyName = (name: string): Wanted => ({ ...toName, name });

const allow = (...rules: FirewallCollection["rules"]) => collection("Allow", 200, ...rules);
const tag = applicationRule({ fqdnTags: ["AzureKubernetesService"] });
const app = (...fqdns: string[]) => applicationRule({ fqdns });
const net = networkRule;

const any = (more: Parameters<typeof applicationRule>[0]) => applicationRule({ fqdns: ["*"], ...more });

type Row = [
  string,
  FirewallCollection | readonly FirewallCollection[],
  "allow" | "deny" | "none" | "opened" | "undecided" | "groupUnread",
  Wanted?,
  boolean?,
];
test.each<Row>([
  ["no rule", [], "none"],
  ["the tag of AKS", allow(tag), "allow"],
  ["the tag of AKS, whichever registry", allow(tag), "allow", anyName("*.data.mcr.microsoft.com")],
  ["the tag of AKS, a public API server", allow(tag), "allow", anyName("a-1.hcp.westeurope.azmk8s.io")],
  ["the tag of AKS, another name", allow(tag), "undecided", anyName("example.com")],
  ["a tag of Windows", allow(applicationRule({ fqdnTags: ["WindowsUpdate"] })), "none"],
  ["a tag that nobody knows", allow(applicationRule({ fqdnTags: ["Office365"] })), "undecided"],
  ["the name", allow(app("MCR.microsoft.com")), "allow"],
  ["a wildcard", allow(app("*.microsoft.com")), "allow"],
  ["a wildcard without its dot", allow(app("*microsoft.com")), "allow"],
  ["a wildcard is not the domain itself", allow(app("*.mcr.microsoft.com")), "none"],
  ["a longer name that begins alike", allow(app("mcr.microsoft.com.evil")), "none"],
  ["everything", allow(app("*")), "allow"],
  ["everything, where no name is known", allow(app("*")), "allow", toAddress],
  ["a name, where none is known", allow(app("mcr.microsoft.com")), "undecided", toAddress],
  [
    "one region of what is needed in each",
    allow(app("eu.data.mcr.microsoft.com")),
    "undecided",
    anyName("*.data.mcr.microsoft.com"),
  ],
  ["all regions", allow(app("*.data.mcr.microsoft.com")), "allow", anyName("*.data.mcr.microsoft.com")],
  ["HTTP only", allow(any({ protocols: [{ type: "Http", port: 80 }] })), "none"],
  ["another port", allow(any({ protocols: [{ type: "Https", port: 8443 }] })), "none"],
  ["another source", allow(any({ sources: ["10.30.0.0/16"] })), "none"],
  ["the source itself", allow(any({ sources: ["10.20.0.0/16"] })), "allow"],
  ["a part of the source", allow(any({ sources: ["10.20.0.0/24"] })), "undecided"],
  ["a range that holds the source", allow(any({ sources: ["10.20.0.0-10.20.3.255"] })), "allow"],
  ["a range beside the source", allow(any({ sources: ["10.21.0.0-10.21.3.255"] })), "none"],
  ["an IP group", allow(any({ sources: [], sourceGroupIds: ["g"] })), "groupUnread"],
  ["an application rule for some addresses", allow(any({ destinations: ["20.0.0.0/8"] })), "undecided"],
  [
    "HTTP, asked on its port",
    allow(any({ protocols: [{ type: "Http", port: 80 }] })),
    "allow",
    { ...toName, port: 80 },
  ],
  ["TLS is opened", allow(any({ terminatesTls: true })), "opened"],
  ["it says something unknown", allow(any({ isOdd: true })), "undecided"],
  ["a whole URL", allow(applicationRule({ others: ["mcr.microsoft.com/*"] })), "undecided"],
  ["a rule of an unknown kind", allow({ kind: "unreadable", name: "new" }), "undecided"],
  ["an unknown action", collection("Ask", 100, app("*")), "undecided"],
  ["a network rule to everywhere", allow(net({ destinations: ["*"] })), "allow"],
  ["a network rule to private addresses", allow(net({ destinations: ["10.0.0.0/8"] })), "none"],
  ["a network rule to some public addresses", allow(net({ destinations: ["20.0.0.0/8"] })), "undecided"],
  ["a service tag", allow(net({ destinations: ["AzureCloud.westeurope"] })), "undecided"],
  ["a service tag, for a private address", allow(net({ destinations: ["AzureCloud"] })), "none", toAddress],
  ["a network rule with the address", allow(net({ destinations: ["10.1.0.0/16"] })), "allow", toAddress],
  ["a network rule with another address", allow(net({ destinations: ["10.2.0.0/16"] })), "none", toAddress],
  ["a network rule for UDP", allow(net({ protocols: ["UDP"] })), "none", toAddress],
  ["a network rule for TCP", allow(net({ protocols: ["TCP"] })), "allow", toAddress],
  ["a network rule with other ports", allow(net({ ports: ["80", "8000-9000"] })), "none", toAddress],
  ["a network rule with a range of ports", allow(net({ ports: ["400-500"] })), "allow", toAddress],
  [
    "a network rule to an IP group",
    allow(net({ destinations: [], destinationGroupIds: ["g"] })),
    "groupUnread",
    toAddress,
  ],
  [
    "a name in a network rule, with the DNS proxy",
    allow(net({ destinations: [], fqdns: ["mcr.microsoft.com"] })),
    "allow",
    toName,
    true,
  ],
  [
    "a name in a network rule, without it",
    allow(net({ destinations: [], fqdns: ["mcr.microsoft.com"] })),
    "undecided",
  ],
  ["another name in a network rule", allow(net({ destinations: [], fqdns: ["example.com"] })), "none"],
  ["a denial first", [collection("Deny", 100, net({ destinations: ["*"] })), allow(tag)], "deny"],
  ["a denial that comes later", [allow(tag), collection("Deny", 300, app("*"))], "allow"],
  [
    "network rules come before application rules of a lower number",
    [collection("Deny", 100, app("*")), allow(net({ destinations: ["*"] }))],
    "allow",
  ],
  [
    "a denial that may match first",
    [collection("Deny", 100, net({ destinations: ["AzureCloud"] })), allow(tag)],
    "undecided",
  ],
  [
    "an open rule of the same answer changes nothing",
    [collection("Allow", 100, net({ destinations: ["AzureCloud"] })), allow(tag)],
    "allow",
  ],
  [
    "an open denial, and nothing that allows",
    collection("Deny", 100, net({ destinations: ["AzureCloud"] })),
    "none",
  ],
  ["address and name, by name", allow(app("*.azmk8s.io")), "allow", toBoth],
  ["address and name, by address", allow(net({ destinations: ["10.1.0.4"] })), "allow", toBoth],
  ["UDP is never an application's", allow(app("*")), "none", { ...toAddress, protocol: "Udp", port: 53 }],
])("%s", (...[_name, collections, access, wanted = toName, dnsProxy = false]) => {
  expect(decideByFirewall({ collections: [collections].flat(), dnsProxy }, wanted).access).toBe(access);
});

const firewall = (fields: Partial<Firewall>): Firewall => ({
  id: "fw",
  name: "fw",
  provisioningState: "Succeeded",
  inVirtualHub: false,
  ipConfigurations: [],
  collections: [],
  dnsProxy: false,
  ...fields,
});
const named = (name: string, priority: number): FirewallCollection => ({
  ...collection("Allow", priority, net()),
  name,
});
const policy = (id: string, fields: Partial<FirewallPolicy> = {}): FirewallPolicy => ({
  id,
  name: id,
  dnsProxy: true,
  groups: collected([
    { name: "late", priority: 300, collections: [named(`${id}-3`, 100)] },
    { name: "early", priority: 200, collections: [named(`${id}-2`, 900), named(`${id}-1`, 100)] },
  ]),
  ...fields,
});

test("a parent's rules come first, then groups and collections by priority", () => {
  const policies = {
    child: collected(policy("child", { basePolicyId: "PARENT", dnsProxy: false })),
    parent: collected(policy("parent")),
  };
  const rules = ruleSetOf(firewall({ policyId: "child" }), policies);
  expect(rules).toMatchObject({ status: "collected", data: { dnsProxy: false } });
  expect(rules.status === "collected" ? rules.data.collections.map(({ name }) => name) : []).toEqual([
    ...["parent-1", "parent-2", "parent-3"],
    ...["child-1", "child-2", "child-3"],
  ]);
});

test("classic rules by priority", () => {
  const rules = ruleSetOf(firewall({ collections: [named("b", 200), named("a", 100)], dnsProxy: true }), {});
  expect(rules).toMatchObject({
    data: { collections: [{ name: "a" }, { name: "b" }], dnsProxy: true },
  });
});

const denied = unavailable("denied", "no", [{ action: "a", scope: "s" }]);
test.each<[string, Parameters<typeof ruleSetOf>[1]]>([
  ["the policy was not read", {}],
  ["its groups were not read", { child: collected(policy("child", { groups: denied })) }],
  ["its parent was not read", { child: collected(policy("child", { basePolicyId: "parent" })) }],
  [
    "its parent's groups were not read",
    {
      child: collected(policy("child", { basePolicyId: "parent" })),
      parent: collected(policy("parent", { groups: denied })),
    },
  ],
  ["it is its own parent", { child: collected(policy("child", { basePolicyId: "child" })) }],
])("%s: no rules at all", (_name, policies) => {
  expect(ruleSetOf(firewall({ policyId: "child" }), policies).status).toBe("unavailable");
});
