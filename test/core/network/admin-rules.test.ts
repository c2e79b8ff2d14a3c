// A network manager's rules, before any security group: what they stop, what they let past the groups, and what is open.

import type { Flow } from "../../../src/core/network/address/packet.ts";
import type { Reason, Trace } from "../../../src/core/network/model/step.ts";
import { walk } from "../../../src/core/network/walk/walk.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { AdminRule } from "../../../src/core/snapshot/security.ts";
import { unavailable } from "../../unavailable.ts";
import { addRule, apiIp, type Change, changed, networkId, places, setSubnet } from "./topology.ts";

const rule = (access: string, priority: number, fields: Partial<AdminRule> = {}): AdminRule => ({
  id: `/networkManagers/company/rules/${access}-${priority}`,
  name: `${access}-${priority}`,
  manager: "company",
  priority,
  direction: "Outbound",
  access,
  protocol: "Tcp",
  sourceAddressPrefixes: ["*"],
  destinationAddressPrefixes: ["*"],
  sourcePortRanges: ["*"],
  destinationPortRanges: ["443"],
  usesApplicationSecurityGroups: false,
  ...fields,
});
const managed =
  (network: string, ...rules: readonly AdminRule[]): Change =>
  (model) => ({ ...model, adminRules: { ...model.adminRules, [networkId(network)]: collected(rules) } });
const jump: Flow = { from: places.jump, to: apiIp, protocol: "Tcp", port: 443 };
const denied = addRule("nsg-jump", { direction: "Outbound" });
const toGroup = { destinationAddressPrefixes: ["/networkGroups/spokes"] };

type Row = [string, readonly Change[], Trace["end"], Reason["is"] | null];
test.each<Row>([
  ["a denial", [managed("hub", rule("Deny", 1))], "stopped", "adminDenies"],
  [
    "a denial in the other direction",
    [managed("hub", rule("Deny", 1, { direction: "Inbound" }))],
    "delivered",
    null,
  ],
  [
    "a denial of another port",
    [managed("hub", rule("Deny", 1, { destinationPortRanges: ["22"] }))],
    "delivered",
    null,
  ],
  ["a denial of another protocol", [managed("hub", rule("Deny", 1, { protocol: "Udp" }))], "delivered", null],
  [
    "a denial of another source",
    [managed("hub", rule("Deny", 1, { sourceAddressPrefixes: ["10.9.0.0/16"] }))],
    "delivered",
    null,
  ],
  ["a denial on another network", [managed("far", rule("Deny", 1))], "delivered", null],
  [
    "a denial on the way in, before a private endpoint",
    [managed("spoke", rule("Deny", 1, { direction: "Inbound" }))],
    "delivered",
    null,
  ],
  ["always allowed, and a group denies", [managed("hub", rule("AlwaysAllow", 1)), denied], "delivered", null],
  ["allowed, and a group denies", [managed("hub", rule("Allow", 1)), denied], "stopped", "ruleDenies"],
  ["allowed before a denial", [managed("hub", rule("Deny", 2), rule("Allow", 1))], "delivered", null],
  [
    "a denial before always allowed",
    [managed("hub", rule("AlwaysAllow", 2), rule("Deny", 1))],
    "stopped",
    "adminDenies",
  ],
  [
    "a denial of a group of networks",
    [managed("hub", rule("Deny", 1, toGroup))],
    "unknown",
    "adminUndecided",
  ],
  [
    "such a denial, and a group denies",
    [managed("hub", rule("Deny", 1, toGroup)), denied],
    "stopped",
    "ruleDenies",
  ],
  [
    "perhaps always allowed, and a group denies",
    [managed("hub", rule("AlwaysAllow", 1, toGroup)), denied],
    "unknown",
    "adminUndecided",
  ],
  ["perhaps allowed, which changes nothing", [managed("hub", rule("Allow", 1, toGroup))], "delivered", null],
  [
    "perhaps denied, and denied",
    [managed("hub", rule("Deny", 1, toGroup), rule("Deny", 2))],
    "stopped",
    "adminDenies",
  ],
  [
    "perhaps allowed, and denied",
    [managed("hub", rule("Allow", 1, toGroup), rule("Deny", 2))],
    "unknown",
    "adminUndecided",
  ],
  [
    "an unknown word, and a group denies",
    [managed("hub", rule("Defer", 1)), denied],
    "unknown",
    "adminUndecided",
  ],
  [
    "a subnet of Azure's own",
    [managed("hub", rule("Deny", 1)), setSubnet("hub", "jump", { name: "AzureBastionSubnet" })],
    "delivered",
    null,
  ],
])("%s", (_name, changes, end, is) => {
  const trace = walk(changed(...changes), jump);
  const deciding = trace.end === "stopped" ? "stops" : "unknown";
  const found = trace.steps.find(({ state }) => state === deciding)?.reason.is ?? null;
  expect([trace.end, found]).toEqual([end, is]);
});

test("what could not be read says nothing", () => {
  const hidden: Change = (model) => ({
    ...model,
    adminRules: { [networkId("hub")]: unavailable("denied", "no") },
  });
  expect(walk(changed(hidden), jump)).toEqual(walk(changed(), jump));
});

test("always allowed: no group is asked, and the rule is named", () => {
  const { steps } = walk(changed(managed("hub", rule("AlwaysAllow", 7))), jump);
  expect(steps[0]).toMatchObject({
    component: { kind: "adminRule", name: "AlwaysAllow-7" },
    state: "passes",
    reason: { manager: "company", priority: 7 },
  });
  expect(steps.some(({ component }) => component.name === "nsg-jump")).toBe(false);
});
