// Nodes that leave by an Azure Firewall: its rules have to let through what AKS needs.

import { needsOf } from "../../../src/core/network/model/step.ts";
import type { Firewall } from "../../../src/core/snapshot/firewall.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { applicationRule, collection } from "../../fixtures/firewall-rules.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setCluster, setSpokePeering } from "../../fixtures/snapshot-changes.ts";
import { routed, setAgentRules, setHubFirewall, setNodeRules } from "../../fixtures/snapshot-nodes.ts";
import { publicRanges, withoutScaleSets } from "../../fixtures/snapshot-variants.ts";

const behind = (fields: Partial<Firewall>, ...more: readonly Change[]) =>
  diagnose(changed(routed, setHubFirewall(fields), ...more));
const egress = ({ requirements }: ReturnType<typeof diagnose>) =>
  requirements.find(({ id }) => id === "nodes.egress");
const names = (...fqdns: readonly string[]) => ({
  collections: [collection("Allow", 100, applicationRule({ fqdns }))],
});

test("with the rules that AKS asks for: healthy, each name walked, and no doubt about the rules", () => {
  const diagnosis = behind({});
  expect(diagnosis.verdict).toBe("healthy");
  expect(diagnosis.summary).not.toContain("are not judged");
  expect(egress(diagnosis)).toMatchObject({ end: "delivered", for: "cluster" });
  expect(egress(diagnosis)?.walks.map(({ to }) => to)).toEqual([
    ...["mcr.microsoft.com", "*.data.mcr.microsoft.com", "packages.microsoft.com"],
    "packages.aks.azure.com",
    ...["management.azure.com", "login.microsoftonline.com"],
  ]);
});

test("without any rule: broken, with the first name and the firewall", () => {
  const diagnosis = behind({ collections: [] });
  expect(diagnosis.verdict).toBe("broken");
  expect(diagnosis.summary).toBe(
    "The nodes in nodes cannot reach mcr.microsoft.com on TCP 443: No rule of afw-hub lets mcr.microsoft.com through on TCP 443, so it is dropped.",
  );
  expect(diagnosis.rootCause).toMatchObject({
    check: "firewall.aks-fqdns",
    confidence: "certain",
    resourceId: expect.stringContaining("/azureFirewalls/afw-hub"),
  });
});

test("with all names but one: that one", () => {
  const some = names("*.microsoft.com", "mcr-0001.mcr-msedge.net", "acs-mirror.azureedge.net", "*.azure.com");
  const { verdict, summary } = behind(some);
  expect(verdict).toBe("broken");
  expect(summary).toContain("nodes cannot reach login.microsoftonline.com on TCP 443");
});

test("a rule that denies is named", () => {
  const { summary } = behind({
    collections: [collection("Deny", 100, applicationRule({ name: "no-mcr", fqdns: ["mcr.microsoft.com"] }))],
  });
  expect(summary).toContain("The rule no-mcr in the collection deny-100 of afw-hub stops it.");
});

test("nobody asked for the policy: unknown, and that is said", () => {
  const policyId = `${ids.hub.replace(/virtualNetworks.*/, "firewallPolicies")}/afwp`;
  const diagnosis = behind({ policyId });
  expect(diagnosis.verdict).toBe("unknown");
  expect(diagnosis.summary).toContain("Azure was not asked for the firewall policy afwp.");
  const [step] = egress(diagnosis)?.walks[0]?.trace.steps.slice(-1) ?? [];
  expect(step).toMatchObject({ because: "notAsked", needs: [] });
});

test("a public cluster needs its API server's name too", () => {
  const { requirements } = behind({}, publicRanges);
  const walks = requirements.find(({ id }) => id === "nodes.egress")?.walks ?? [];
  expect(walks[0]?.to).toMatch(/\.azmk8s\.io$/);
  expect(walks).toHaveLength(7);
});

test("through a proxy the firewall sees the proxy: its rules are not asked for the nodes", () => {
  const found = egress(behind({ collections: [] }, setCluster({ httpsProxy: "http://proxy.corp:3128" })));
  expect(found?.walks.map(({ to }) => to)).toEqual(["proxy.corp"]);
});

const stopIn = (...changes: readonly Change[]) => {
  const walks = egress(behind({}, ...changes))?.walks ?? [];
  return walks[0]?.trace.steps.find(({ state }) => state === "stops")?.reason.is;
};

const to443 = { destinationPortRanges: ["443"] };
const some = {
  ...to443,
  name: "allow-some",
  priority: 150,
  access: "Allow",
  destinationAddressPrefixes: ["AzureCloud"],
};
test.each<[string, Change, string | undefined]>([
  ["AKS's own group denies it", setAgentRules(to443), "ruleDenies"],
  ["the subnet's group denies it", setNodeRules(to443), "ruleDenies"],
  [
    "a group lets some public addresses through: names may be among them",
    setAgentRules(some, to443),
    undefined,
  ],
])("the group before the firewall: %s", (_name, change, stop) => {
  expect(stopIn(change)).toBe(stop);
});

test("the scale sets were not read: open, with the right that would settle it", () => {
  const requirement = egress(behind({}, withoutScaleSets));
  const open = requirement?.walks[0]?.trace.steps.find(({ state }) => state === "unknown");
  expect([requirement?.end, needsOf(open)[0]?.action]).toEqual([
    "unknown",
    "Microsoft.Compute/virtualMachineScaleSets/read",
  ]);
});

test("a network manager's rule, the peering and the firewall's state come before its rules", () => {
  const deny: Change = (snapshot) => ({
    ...snapshot,
    adminRules: {
      [idKey(ids.spoke)]: collected([
        {
          id: "/networkManagers/company/rules/deny",
          name: "deny",
          manager: "company",
          priority: 1,
          direction: "Outbound",
          access: "Deny",
          protocol: "*",
          sourceAddressPrefixes: ["*"],
          destinationAddressPrefixes: ["*"],
          sourcePortRanges: ["*"],
          destinationPortRanges: ["*"],
          usesApplicationSecurityGroups: false,
        },
      ]),
    },
  });
  expect(stopIn()).toBeUndefined();
  expect(stopIn(deny)).toBe("adminDenies");
  expect(stopIn(setSpokePeering({ peeringState: "Disconnected" }))).toBe("peeringState");
  expect(stopIn(setHubFirewall({ ipConfigurations: [] }))).toBe("hopDown");
  expect(stopIn(setHubFirewall({ provisioningState: "Failed" }))).toBeUndefined();
});
