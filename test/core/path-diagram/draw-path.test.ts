// The strip of a diagnosis: which way is drawn, which thing on it is broken, and what is left out.

import { drawPath } from "../../../src/core/path-diagram/draw-path.ts";
import {
  type DiagramPart,
  merged,
  mostParts,
  type PartState,
  passing,
  shortened,
} from "../../../src/core/path-diagram/drawn-path.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setClient,
  setData,
  setJumpHosts,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import { routed, setHubFirewall } from "../../fixtures/snapshot-nodes.ts";
import { deny, hubDenied, publicRanges, stop } from "../../fixtures/snapshot-variants.ts";
import { saidCalled } from "../../said.ts";
import { bastionCutOff, hubPeeringGone, notCovered } from "../diagnosis/faults.ts";

const marks: Readonly<Record<PartState, string>> = { passes: "+", stops: "x", unknown: "?", notReached: "-" };
const lineOf = (parts: readonly DiagramPart[]): string =>
  parts
    .map(({ thing, names, state }) => `${marks[state]}${`${thing} ${saidCalled(...names)}`.trim()}`)
    .join(" > ");

function drawn(snapshot: ReturnType<typeof changed>): string {
  const way = drawPath(diagnose(snapshot), snapshot.client);
  return way === null ? "" : `${way.decides ? "decides" : "own"}: ${lineOf(way.parts)}`;
}

const unlinked: Change = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);

const peering = "+peering vnet-hub ↔ vnet-aks > +apiServer 10.10.0.4";

test.each<[string, ReturnType<typeof changed>, string]>([
  ["a healthy cluster: the way in", changed(), `own: +start jump-1 > +name > +rules nsg-jump > ${peering}`],
  [
    "a name that does not resolve; what comes after it is known to be fine",
    changed(unlinked),
    `decides: +start jump-1 > xname > +rules nsg-jump > ${peering}`,
  ],
  [
    "a rule, behind which nothing is reached",
    changed(setRules({})),
    "decides: +start jump-1 > +name > xrules nsg-jump > -apiServer 10.10.0.4",
  ],
  [
    "a half of a peering that is gone",
    hubPeeringGone,
    "decides: +start jump-1 > +name > ?rules nsg-jump > xpeering vnet-hub ↔ vnet-aks > -apiServer 10.10.0.4",
  ],
  [
    "a jump host that is off stands before the way that it would lead to",
    changed(setJumpHosts({ powerState: collected("deallocated") })),
    `decides: +you > xjumpHost jump-1 > +name > +rules nsg-jump > ${peering}`,
  ],
  [
    "a group before Bastion is the group's doing",
    bastionCutOff,
    `decides: +you > xrules nsg-bastion > +name > +rules nsg-jump > ${peering}`,
  ],
  [
    "nodes without their firewall",
    changed(routed, setHubFirewall({ ipConfigurations: [] })),
    "decides: +nodes nodes > +rules aks-agentpool-12345678-nsg > +route rt-nodes > +peering vnet-aks ↔ vnet-hub > xfirewall afw-hub > -internet mcr.microsoft.com",
  ],
  [
    "what could not be read",
    changed(hubDenied),
    "decides: +start vnet-hub > ?network vnet-hub > -apiServer 10.10.0.4",
  ],
  ["a stopped cluster: nothing leads there", changed(stop), ""],
  [
    "a public cluster that does not authorize the address",
    notCovered,
    "decides: +you 20.50.0.9 > xranges > -apiServer",
  ],
  [
    "a public cluster whose requester told no address",
    changed(publicRanges),
    "decides: +you > ?ranges > +apiServer",
  ],
  [
    "a public cluster that authorizes the address",
    changed(publicRanges, setClient({ ip: "20.40.0.9" })),
    "own: +you 20.40.0.9 > +ranges > +apiServer",
  ],
  [
    "the requester's own address is where they are",
    changed(setClient({ ip: "10.0.1.20" })),
    `own: +you 10.0.1.20 > +name > +rules nsg-jump > ${peering}`,
  ],
  ["a cluster that cannot be read", changed(deny("managedCluster")), ""],
])("%s", (_what, snapshot, line) => {
  expect(drawn(snapshot)).toBe(line);
});

const stopped = (thing: DiagramPart["thing"], name = ""): DiagramPart => ({
  ...passing(thing, name),
  state: "stops",
});

test.each<[string, readonly DiagramPart[], string]>([
  ["things of one kind", [passing("rules", "a"), passing("rules", "b")], "+rules a, b"],
  ["the same thing twice", [passing("rules", "a"), passing("rules", "a")], "+rules a"],
  [
    "a peering that passes one way only",
    [passing("peering", "a ↔ b"), stopped("peering", "b ↔ a")],
    "xpeering b ↔ a",
  ],
  [
    "two groups, of which the second stops it",
    [passing("rules", "a"), stopped("rules", "b")],
    "+rules a > xrules b",
  ],
  ["the same gap twice", [stopped("network", "a"), stopped("network", "a")], "xnetwork a"],
  [
    "other things between",
    [passing("rules", "a"), passing("name", ""), passing("rules", "a")],
    "+rules a > +name > +rules a",
  ],
])("neighbours become one: %s", (_what, parts, line) => {
  expect(lineOf(merged(parts))).toBe(line);
});

test("too long a way loses what passes and says least, never an end nor what is broken", () => {
  const middle = (["name", "rules", "route", "peering", "firewall", "gateway", "route"] as const).map(
    (thing) => passing(thing, ""),
  );
  const way = [passing("start", "a"), ...middle, stopped("rules", "b"), passing("apiServer", "c")];
  const short = shortened(way);
  expect(short).toHaveLength(mostParts);
  expect(lineOf(short)).toBe("+start a > +name > +rules > +peering > +firewall > xrules b > +apiServer c");
  const broken = Array.from({ length: 9 }, (_, index) => stopped("rules", String(index)));
  expect(shortened(broken)).toEqual(broken);
});

test("an API server that Azure reports unavailable is what the way ends at", () => {
  const down = changed(
    setData("resourceHealth", { availabilityState: "Unavailable", reasonType: "Unplanned" }),
  );
  const diagnosis = diagnose(down);
  expect([diagnosis.verdict, diagnosis.rootCause?.check]).toEqual(["broken", "cluster.resource-health"]);
  const parts = drawPath(diagnosis, {})?.parts ?? [];
  expect(parts.at(-1)).toMatchObject({
    thing: "apiServer",
    state: "stops",
    check: "cluster.resource-health",
  });
});
