// Of faults that are equally grave, the one whose resource was changed last is named, with who changed it.

import type { ResourceChange } from "../../../src/core/snapshot/snapshot.ts";
import { changesSaid } from "../../../src/presenters/diagnosis/client-test.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { diagnose } from "../../diagnosed.ts";
import { ids, listed } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setHubPeering, setRecord, setRules } from "../../fixtures/snapshot-changes.ts";
import { unavailable } from "../../unavailable.ts";

/** The peering lets nothing through, and a rule denies port 443: both are critical, on the way of some. */
const twoFaults = [setHubPeering({ allowVirtualNetworkAccess: false }), setRules({})];

const change = (resourceId: string, operation: string, time: string): ResourceChange => ({
  resourceId,
  operation,
  time,
  caller: "megan@contoso.example",
});
const ruleWritten = (time: string) =>
  change(
    `${ids.jumpNsg}/securityRules/custom`,
    "Microsoft.Network/networkSecurityGroups/securityRules/write",
    time,
  );
const peeringWritten = (time: string) =>
  change(
    `${ids.hub}/virtualNetworkPeerings/hub-to-aks`,
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write",
    time,
  );
const withChanges =
  (...changes: readonly ResourceChange[]): Change =>
  (snapshot) => ({ ...snapshot, recentChanges: listed(...changes) });

const [two, three] = ["2026-11-25T02:00:00Z", "2026-11-25T03:00:00Z"];

test.each([
  ["nothing was changed: what is met first", [], "nsg.client-443"],
  ["the rule was", [ruleWritten(two)], "nsg.client-443"],
  ["both were, the rule last", [ruleWritten(three), peeringWritten(two)], "nsg.client-443"],
  ["both were, the peering last", [peeringWritten(three), ruleWritten(two)], "peering.vnet-access"],
])("%s", (_when, changes, cause) => {
  expect(diagnose(changed(...twoFaults, withChanges(...changes))).rootCause?.check).toBe(cause);
});

test("what concerns everyone comes first all the same", () => {
  const diagnosis = diagnose(changed(...twoFaults, setRecord("10.10.0.77"), withChanges(ruleWritten(two))));
  expect(diagnosis.rootCause?.check).toBe("dns.a-record-match");
});

test("the cause says what was changed, when and by whom", () => {
  const { rootCause } = diagnose(changed(...twoFaults, withChanges(ruleWritten(two))));
  expect(rootCause?.changed).toEqual({
    time: two,
    what: "megan@contoso.example changed the security rule custom of nsg-jump",
  });
});

test("a cause whose resource nobody touched says nothing of it", () => {
  expect(diagnose(changed(...twoFaults)).rootCause).not.toHaveProperty("changed");
});

describe("where no cause is named", () => {
  const said = (...changes: readonly Change[]) =>
    changesSaid(diagnose(changed(...changes)), messages("en")).map((line) =>
      line.replace(/^\S+ \S+ UTC: /, ""),
    );
  const rule = "megan@contoso.example changed the security rule custom of nsg-jump.";
  const peering = "megan@contoso.example changed the peering hub-to-aks of vnet-hub.";
  const nobody =
    "Nobody changed the cluster or its networks in the last 24 hours, as far as the newest entries of the activity log show.";
  const unread: Change = (snapshot) => ({
    ...snapshot,
    recentChanges: {
      items: snapshot.recentChanges.items,
      missing: [unavailable("denied", "The activity log of rg-hub could not be read.")],
    },
  });

  test.each<[string, readonly Change[], readonly string[]]>([
    ["nothing was changed", [], [nobody]],
    ["both were, the newest first", [withChanges(ruleWritten(two), peeringWritten(three))], [peering, rule]],
    ["the log could not be read", [unread], []],
    ["a part of it could not", [withChanges(ruleWritten(two)), unread], [rule]],
  ])("%s", (_when, changes, expected) => {
    expect(said(...changes)).toEqual(expected);
  });

  test("beside a cause, none is told that does not concern it", () => {
    expect(said(setRecord("10.10.0.77"), withChanges(ruleWritten(two)))).toEqual([]);
  });
});
