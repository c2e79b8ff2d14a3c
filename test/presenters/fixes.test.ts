// What a fix costs besides and who may make it, in words.
import { type Fix, joinFixes, type RoleOn } from "../../src/core/fix/write/fix.ts";
import { fixInWords } from "../diagnosed.ts";

const fix = (more: Partial<Fix>): Fix => ({
  steps: [{ kind: "uncordonNode", node: "x" }],
  risks: [],
  disruptive: false,
  roles: [],
  ...more,
});

test.each<[RoleOn, string]>([
  [{ role: "Network Contributor", on: ["vnet-aks"] }, "Network Contributor on vnet-aks"],
  [
    { role: "Network Contributor", on: ["vnet-aks", "vnet-hub"] },
    "Network Contributor on vnet-aks and vnet-hub",
  ],
  [
    {
      role: "Private DNS Zone Contributor",
      on: { is: "zoneGroup" },
      and: { role: "Network Contributor", on: { is: "linkedNetworks" } },
    },
    "Private DNS Zone Contributor on the zone's resource group and Network Contributor on the linked networks",
  ],
  [
    { role: "Contributor", on: ["rg-hub"], orOwnWith: "x/initiate/action" },
    "Contributor on rg-hub, or a role of your own with x/initiate/action",
  ],
])("%j", (role, said) => {
  expect(fixInWords(fix({ roles: [role] })).role).toBe(said);
});

test("several fixes are one: what they have in common is said once, the rest in their order", () => {
  const one = fix({
    risks: [{ is: "proxyEnabled" }],
    roles: [{ role: "Network Contributor", on: ["fw-a"] }],
  });
  const other = fix({
    steps: [{ kind: "uncordonNode", node: "y" }],
    risks: [{ is: "proxyEnabled" }, { is: "proxyEnabledByPolicy" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: ["fw-b"] }],
  });
  const joined = joinFixes([one, other, one]);
  expect(joined && fixInWords(joined)).toEqual({
    commands: ["kubectl uncordon x", "kubectl uncordon y"],
    risk: "The firewall takes some minutes to apply it, and passes questions on to its own DNS servers. Every firewall with this policy then answers names.",
    disruptive: true,
    role: "Network Contributor on fw-a; Network Contributor on fw-b",
  });
  expect(joinFixes([])).toBeUndefined();
});
