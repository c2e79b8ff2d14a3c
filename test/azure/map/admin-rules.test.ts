// A network manager's effective rules as ARM writes them → our data.
import { mapAdminRule } from "../../../src/azure/map/rules.ts";

const id =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkManagers/company/securityAdminConfigurations/c/ruleCollections/rc/rules/deny-rdp";
const properties = {
  access: "Deny",
  direction: "Inbound",
  priority: 10,
  protocol: "Any",
  sources: [
    { addressPrefix: "Internet", addressPrefixType: "ServiceTag" },
    { addressPrefix: "/networkGroups/spokes", addressPrefixType: "NetworkGroup" },
  ],
  destinations: null,
  sourcePortRanges: ["0-65535"],
  destinationPortRanges: ["22", "3389"],
};

test("one rule", () => {
  expect(mapAdminRule({ id, kind: "Custom", properties })).toEqual([
    {
      id,
      name: "deny-rdp",
      manager: "company",
      priority: 10,
      direction: "Inbound",
      access: "Deny",
      protocol: "*",
      sourceAddressPrefixes: ["Internet", "/networkGroups/spokes"],
      destinationAddressPrefixes: [],
      sourcePortRanges: ["*"],
      destinationPortRanges: ["22", "3389"],
      usesApplicationSecurityGroups: false,
    },
  ]);
});

test("ports that nobody names are all ports", () => {
  const [rule] = mapAdminRule({ id, properties: { ...properties, destinationPortRanges: [] } });
  expect(rule?.destinationPortRanges).toEqual(["*"]);
});

test.each<[string, unknown]>([
  ["null", null],
  ["one without properties", { id }],
  ["one without a priority", { id, properties: { ...properties, priority: null } }],
  ["prefixes of another shape", { id, properties: { ...properties, sources: ["10.0.0.0/8"] } }],
])("%s may be any rule, in both directions", (_name, raw) => {
  expect(mapAdminRule(raw).map(({ direction, access, priority }) => [direction, access, priority])).toEqual([
    ["Inbound", "", 0],
    ["Outbound", "", 0],
  ]);
});
