// A policy's rules as ARM writes them → our data; what is odd hides nothing but itself.

import { mapFirewall } from "../../../src/azure/map/outbound.ts";
import { mapFirewallGroup, mapFirewallRule } from "../../../src/azure/map/rules.ts";

const filter = (fields: object) => ({
  ruleCollectionType: "FirewallPolicyFilterRuleCollection",
  name: "c",
  priority: 100,
  action: { type: "Allow" },
  rules: [],
  ...fields,
});
const group = (...ruleCollections: unknown[]) =>
  mapFirewallGroup({ name: "g", properties: { priority: 200, ruleCollections } });

test("a network rule and an application rule", () => {
  const rules = [
    {
      ruleType: "NetworkRule",
      name: "ntp",
      ipProtocols: ["UDP"],
      sourceAddresses: ["10.0.0.0/8"],
      destinationAddresses: ["*"],
      destinationPorts: ["123"],
      destinationFqdns: null,
    },
    {
      ruleType: "ApplicationRule",
      name: "aks",
      sourceIpGroups: ["g"],
      fqdnTags: ["AzureKubernetesService"],
      webCategories: ["news"],
      protocols: [{ protocolType: "Https" }, { protocolType: "Http", port: 8080 }],
      terminateTLS: true,
    },
  ];
  expect(group(filter({ rules })).collections).toEqual([
    {
      name: "c",
      priority: 100,
      action: "Allow",
      rules: [
        {
          kind: "network",
          name: "ntp",
          protocols: ["UDP"],
          sources: ["10.0.0.0/8"],
          sourceGroupIds: [],
          destinations: ["*"],
          destinationGroupIds: [],
          fqdns: [],
          ports: ["123"],
          isOdd: false,
        },
        {
          kind: "application",
          name: "aks",
          protocols: [
            { type: "Https", port: 443 },
            { type: "Http", port: 8080 },
          ],
          sources: [],
          sourceGroupIds: ["g"],
          destinations: [],
          fqdns: [],
          fqdnTags: ["AzureKubernetesService"],
          others: ["news"],
          terminatesTls: true,
          isOdd: false,
        },
      ],
    },
  ]);
});

test("what only translates addresses is left out", () => {
  const nat = { ruleCollectionType: "FirewallPolicyNatRuleCollection", name: "n", priority: 100 };
  expect(group(nat).collections).toEqual([]);
});

test.each<[string, unknown]>([
  ["null", null],
  ["a word", "rule"],
  ["a kind that is new", { ruleType: "QuantumRule", name: "q" }],
  ["a shape that is new", { ruleType: "NetworkRule", name: "q", destinationPorts: "443" }],
])("%s among the rules is unreadable, and the next one is read", (_name, odd) => {
  const [found] = group(filter({ rules: [odd, { ruleType: "NetworkRule", name: "next" }] })).collections;
  expect(found?.rules.map(({ kind }) => kind)).toEqual(["unreadable", "network"]);
});

test.each<[string, unknown]>([
  ["null", null],
  ["a kind that is new", { ruleCollectionType: "New", name: "n", priority: 100 }],
  ["one without a priority", filter({ priority: undefined })],
])("%s among the collections may match anything, and the next one is read", (_name, odd) => {
  expect(group(odd, filter({})).collections.map(({ action, rules }) => [action, rules[0]?.kind])).toEqual([
    ["", "unreadable"],
    ["Allow", undefined],
  ]);
});

test("a group of another shape may match anything", () => {
  expect(mapFirewallGroup({ name: "g" }).collections).toMatchObject([{ action: "" }]);
});

test("a rule that says more than is known is odd, unless it says nothing", () => {
  const rule = { ruleType: "NetworkRule", name: "geo", description: "d" };
  const isOdd = (more: object) => {
    const mapped = mapFirewallRule({ ...rule, ...more });
    return mapped.kind === "network" && mapped.isOdd;
  };
  expect([isOdd({}), isOdd({ sourceGeoLocations: [] }), isOdd({ sourceGeoLocations: ["DE"] })]).toEqual([
    false,
    false,
    true,
  ]);
});

test("classic rules stand on the firewall itself", () => {
  const { collections, dnsProxy, proxyServers, policyId } = mapFirewall({
    additionalProperties: { "Network.DNS.EnableProxy": "true", "Network.DNS.Servers": "10.0.0.4, 10.0.0.5" },
    networkRuleCollections: [
      {
        name: "n",
        priority: 100,
        action: { type: "Deny" },
        rules: [{ name: "r", protocols: ["TCP"], destinationPorts: ["443"] }],
      },
    ],
    applicationRuleCollections: [
      {
        name: "a",
        priority: 200,
        action: { type: "Allow" },
        rules: [{ name: "r", protocols: [{ protocolType: "Https", port: 443 }], targetFqdns: ["*"] }],
      },
    ],
  });
  expect([dnsProxy, proxyServers, policyId]).toEqual([true, ["10.0.0.4", "10.0.0.5"], undefined]);
  expect(collections).toMatchObject([
    {
      name: "n",
      action: "Deny",
      rules: [{ kind: "network", protocols: ["TCP"], ports: ["443"], isOdd: false }],
    },
    {
      name: "a",
      action: "Allow",
      rules: [{ kind: "application", fqdns: ["*"], protocols: [{ type: "Https", port: 443 }], isOdd: false }],
    },
  ]);
});
