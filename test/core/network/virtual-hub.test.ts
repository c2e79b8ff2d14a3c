// Virtual WAN: what it carries is left open, and nobody is asked for a right that nobody can have.

import { isVirtualHub } from "../../../src/core/network/gateway/gateways.ts";
import { diagnose } from "../../diagnosed.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { changed, setClient, setData } from "../../fixtures/snapshot-changes.ts";
import { overVirtualHub, virtualHub } from "../../fixtures/snapshot-variants.ts";
import { ownFailures, stateOf, statusOf } from "../finding/reading.ts";

const peerings = ["peering.both-sides", "peering.state", "peering.vnet-access", "peering.sync"];
const places = [
  ["nowhere in particular", {}],
  ["a further spoke", { virtualNetwork: ids.hub }],
  ["an address of a further spoke", { ip: "10.0.1.9" }],
] as const;

describe.each(places)("over Virtual WAN, from %s", (_where, client) => {
  const diagnosis = diagnose(changed(overVirtualHub, setClient(client)));

  test("nothing is broken, and nothing is green", () => {
    expect(ownFailures(diagnosis)).toEqual([]);
    expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
    expect(new Set(peerings.map((id) => statusOf(diagnosis, id)))).toEqual(new Set(["notAssessed"]));
  });

  test("no right is named, since nobody can have it", () => {
    const open = diagnosis.checks.filter(({ status }) => status === "notAssessed");
    expect(open.flatMap((check) => ("needs" in check ? check.needs : []))).toEqual([]);
    expect(diagnosis.summary).toContain("paths over Virtual WAN are not judged yet");
  });

  test("no way over it is called available, and its gateways are not called missing", () => {
    expect(stateOf(diagnosis, "P05")).not.toBe("available");
    expect(statusOf(diagnosis, "vpn.gateway-state")).toBe("notAssessed");
    expect([stateOf(diagnosis, "P11"), stateOf(diagnosis, "P12")]).toEqual([undefined, undefined]);
  });
});

test("without a machine near it", () => {
  const diagnosis = diagnose(changed(overVirtualHub, setData("jumpHosts", [])));
  expect(ownFailures(diagnosis)).toEqual([]);
  expect(stateOf(diagnosis, "P05")).not.toBe("available");
});

test("where people may come from is called as the hub's owner calls it", () => {
  const { requirements } = diagnose(changed(overVirtualHub, setData("jumpHosts", [])));
  const people = requirements.find(({ id }) => id === "people.api");
  expect(people?.walks.map(({ from }) => from)).toContain("hub-1");
});

test.each([
  [virtualHub, true],
  [virtualHub.toLowerCase(), true],
  [ids.hub, false],
])("%s", (id, expected) => {
  expect(isVirtualHub(id)).toBe(expected);
});
