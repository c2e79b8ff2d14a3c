// Names that nobody answers, in networks that looked whole: each was called healthy, or open, before.

import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setHub, setSpoke } from "../../fixtures/snapshot-changes.ts";
import { setNodeRoutes, setNodeRules } from "../../fixtures/snapshot-nodes.ts";
import { setFirewall, setNetworkProfile } from "../../fixtures/snapshot-surroundings.ts";

const policyId = ids.firewall.replace("azureFirewalls/fw-hub", "firewallPolicies/fwp-hub");
const asksFirewall: Change = (snapshot) =>
  setSpoke({ dnsServers: ["10.0.4.4"] })(
    setHub({ dnsServers: ["10.0.4.4"] })(setFirewall("Succeeded")(snapshot)),
  );

const withPolicy =
  (dnsProxy: boolean): Change =>
  (snapshot) => ({
    ...snapshot,
    firewalls: {
      items: snapshot.firewalls.items.map((each) => ({ ...each, policyId })),
      missing: [],
    },
    firewallPolicies: {
      [idKey(policyId)]: collected({ id: policyId, name: "fwp-hub", dnsProxy, groups: collected([]) }),
    },
  });

const classic =
  (dnsProxy: boolean): Change =>
  (snapshot) => ({
    ...snapshot,
    firewalls: { items: snapshot.firewalls.items.map((each) => ({ ...each, dnsProxy })), missing: [] },
  });

describe("networks ask a firewall for names", () => {
  test.each<[string, Change, string]>([
    [
      "with a policy",
      withPolicy(false),
      "az resource update .*--set properties.dnsSettings.enableProxy=true",
    ],
    ["with classic rules", classic(false), "az network firewall update .*--enable-dns-proxy true"],
  ])("whose DNS proxy is off, %s: broken, and the line that turns it on is proved", (_name, change, line) => {
    const { verdict, summary, rootCause } = diagnose(changed(asksFirewall, change));
    expect([verdict, rootCause?.check]).toEqual(["broken", "dns.custom-servers"]);
    expect(summary).toMatch(/fw-hub answers no names: its DNS proxy is off/);
    expect(rootCause?.repairs).toMatchObject([
      { proved: true, commands: [expect.stringMatching(`^${line}$`)] },
    ]);
  });

  test.each([["with a policy", withPolicy(true)] as const, ["with classic rules", classic(true)] as const])(
    "whose DNS proxy is on, %s: healthy",
    (_name, change) => {
      expect(diagnose(changed(asksFirewall, change)).verdict).toBe("healthy");
    },
  );

  test("of a child policy whose parent has it on: nobody knows, so it is not called broken", () => {
    const parent = policyId.replace("fwp-hub", "fwp-all");
    const inherited: Change = (snapshot) => ({
      ...withPolicy(false)(snapshot),
      firewallPolicies: {
        [idKey(policyId)]: collected({
          ...{ id: policyId, name: "fwp-hub", basePolicyId: parent, dnsProxy: false },
          groups: collected([]),
        }),
        [idKey(parent)]: collected({ id: parent, name: "fwp-all", dnsProxy: true, groups: collected([]) }),
      },
    });
    expect(diagnose(changed(asksFirewall, inherited)).verdict).toBe("unknown");
  });
});

describe("DNS servers at public addresses", () => {
  test.each<[string, readonly string[], string]>([
    ["Google's", ["8.8.8.8", "8.8.4.4"], "broken"],
    ["somebody's", ["20.1.1.1"], "broken"],
    ["after a private one that nobody sees into", ["10.0.1.77", "8.8.8.8"], "unknown"],
  ])("%s", (_name, dnsServers, verdict) => {
    const found = diagnose(changed(setSpoke({ dnsServers })));
    expect(found.verdict).toBe(verdict);
    if (verdict === "broken")
      expect(found.summary).toMatch(/is a public one, which knows nothing of the private zone/);
  });
});

describe("pods ask the DNS pods on other nodes", () => {
  const pods = { sourceAddressPrefixes: ["10.244.0.0/16"] };
  const names = { protocol: "Udp", destinationPortRanges: ["53"], direction: "Inbound" } as const;
  const kubenet = setNetworkProfile({ plugin: "kubenet", pluginMode: "" });
  const inSubnet = setNetworkProfile({ plugin: "azure", pluginMode: "", podCidrs: [] });
  const overlayOnly = [
    { ...pods, priority: 200, access: "Deny", direction: "Inbound" },
    { priority: 201, access: "Deny", sourceAddressPrefixes: ["10.9.9.0/24"] },
  ] as const;

  test.each<[string, readonly Change[]]>([
    ["an overlay's pods, by their range", [setNodeRules({ ...names, ...pods })]],
    ["an overlay's pods, by all ports", [setNodeRules(...overlayOnly)]],
    ["an overlay's pods, over TCP", [setNodeRules({ ...names, ...pods, protocol: "Tcp" })]],
    ["an overlay's pods, on the way out", [setNodeRules({ ...names, ...pods, direction: "Outbound" })]],
    [
      "an overlay's pods, where only nodes are let in",
      [
        setNodeRules(
          { direction: "Inbound", access: "Allow", priority: 300, sourceAddressPrefixes: ["10.10.0.0/22"] },
          { direction: "Inbound", priority: 4000 },
        ),
      ],
    ],
    [
      "kubenet's",
      [
        kubenet,
        setNodeRules({ ...names, ...pods }),
        setNodeRoutes({ prefix: "10.244.0.0/24", hop: "VirtualAppliance", ip: "10.10.0.5" }),
      ],
    ],
    [
      "those with the nodes' addresses",
      [inSubnet, setNodeRules({ ...names, sourceAddressPrefixes: ["10.10.0.0/22"] })],
    ],
  ])("a group denies it to %s: broken", (_name, changes) => {
    const { verdict, requirements } = diagnose(changed(...changes));
    expect(verdict).toBe("broken");
    expect(requirements.find(({ id }) => id === "pods.dns")?.end).toBe("stopped");
  });

  test.each<[string, readonly Change[]]>([
    ["Azure's own rules let an overlay's range through", [setNodeRules()]],
    [
      "a rule denies other pods' names",
      [setNodeRules({ ...names, sourceAddressPrefixes: ["10.99.0.0/16"] })],
    ],
    [
      "nodes of an overlay ask no DNS pods as themselves",
      [
        setNodeRules({
          ...names,
          sourceAddressPrefixes: ["10.10.0.0/22"],
          destinationAddressPrefixes: ["10.10.0.0/22"],
        }),
      ],
    ],
    ["pods with the nodes' addresses", [inSubnet, setNodeRules()]],
  ])("%s: delivered", (_name, changes) => {
    const { requirements } = diagnose(changed(...changes));
    expect(requirements.find(({ id }) => id === "pods.dns")?.end).toBe("delivered");
  });
});
