// IPv6 beside IPv4 changes no finding: only IPv4 is judged, and that is said.
import { diagnose } from "../../diagnosed.ts";
import { noBastion, setBastionRules } from "../../fixtures/entry-changes.ts";
import {
  type Change,
  changed,
  setAccess,
  setRecord,
  setRoutes,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import { dualStack } from "../../fixtures/snapshot-dual-stack.ts";
import {
  routed,
  setNatGateway,
  setNodeRoutes,
  setNodeRules,
  toAppliance,
} from "../../fixtures/snapshot-nodes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";
import { setVnetIntegration } from "../../fixtures/snapshot-vnet-integration.ts";

const statusesOf = (changes: readonly Change[]) =>
  diagnose(changed(...changes)).checks.map(({ id, status }) => `${id} ${status}`);

const denyIpv6 = {
  sourceAddressPrefixes: ["::/0"],
  destinationAddressPrefixes: ["fd00:db8:deca::/64"],
};

test.each<readonly [what: string, changes: readonly Change[]]>([
  ["nothing broken", []],
  ["nodes behind a group", [setNodeRules()]],
  ["nodes denied", [setNodeRules({})]],
  ["a jump host denied", [setRules({})]],
  ["a stale record", [setRecord("10.10.0.77")]],
  ["no Bastion host", [noBastion]],
  ["Bastion behind a group", [setBastionRules({})]],
  ["a firewall", [routed]],
  ["a dropped route", [setNodeRoutes({ hop: "None" })]],
  ["a route back", [setRoutes({ prefix: "10.10.0.0/16", ...toAppliance() })]],
  ["VNet integration", [setVnetIntegration()]],
  ["a public cluster", [publicRanges, setNatGateway()]],
])("%s", (_what, changes) => {
  expect(statusesOf([...changes, dualStack])).toEqual(statusesOf(changes));
});

test.each<readonly [what: string, left: readonly Change[], right: readonly Change[]]>([
  ["a rule about IPv6", [setNodeRules(denyIpv6)], [setNodeRules()]],
  [
    "an authorized range of IPv6",
    [publicRanges, setAccess({ authorizedIpRanges: ["2603:1020::/32", "20.50.0.0/16"] })],
    [publicRanges, setAccess({ authorizedIpRanges: ["20.50.0.0/16"] })],
  ],
])("%s", (_what, left, right) => {
  expect(statusesOf([...left, dualStack])).toEqual(statusesOf(right));
});

test("it is said that IPv6 is not judged", () => {
  const check = diagnose(changed(dualStack)).checks.find(({ id }) => id === "vnet.cluster-subnet");
  expect(check).toMatchObject({
    evidence: expect.arrayContaining([expect.stringMatching(/^IPv6 .* not judged$/)]),
  });
});
