// Faults that no single check sees, because each component alone is in order: green is what was walked and delivered.

import type { Verdict } from "../../../src/core/diagnosis/cause.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { healthy, hub, ids, linkTo, pool, spoke, zoneName } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setCluster,
  setData,
  setHub,
  setSpoke,
} from "../../fixtures/snapshot-changes.ts";
import { setGroup, siblingOf } from "../../fixtures/snapshot-nodes.ts";
import { dnsAt, dnsMachines } from "../../fixtures/snapshot-surroundings.ts";
import { unavailable } from "../../unavailable.ts";

const groupId = siblingOf(ids.spoke, "networkSecurityGroups", "nsg-other");
const otherSubnet = `${ids.spoke}/subnets/other`;

/** A second pool in a subnet of its own, behind a group of its own. */
const secondPool: Change = (snapshot) =>
  setSpoke({
    subnets: [
      ...spoke.subnets,
      {
        id: otherSubnet,
        name: "other",
        addressPrefixes: ["10.10.8.0/22"],
        networkSecurityGroupId: groupId,
        delegations: [],
      },
    ],
  })(
    setData("subnetUsages", [
      { subnetId: ids.nodeSubnet, used: 4, limit: 1019 },
      { subnetId: otherSubnet, used: 3, limit: 1019 },
    ])(
      setCluster({
        agentPools: [pool, { ...pool, name: "other", mode: "User", vnetSubnetId: otherSubnet }],
      })(snapshot),
    ),
  );

const servers = [dnsAt(1), dnsAt(2)];
/** The hub's servers stand in a subnet of their own, behind a group of their own. */
const serversBehind: Change = (snapshot) =>
  dnsMachines(
    { subnetId: `${ids.hub}/subnets/dns`, interfaces: [] },
    { subnetId: `${ids.hub}/subnets/dns`, interfaces: [] },
  )(
    setHub({
      dnsServers: servers,
      subnets: [
        ...hub.subnets,
        {
          id: `${ids.hub}/subnets/dns`,
          name: "dns",
          addressPrefixes: ["10.0.3.0/24"],
          networkSecurityGroupId: groupId,
          delegations: [],
        },
      ],
    })(setSpoke({ dnsServers: servers })(snapshot)),
  );

const from = (prefix: string, ports: string) =>
  setGroup(groupId, "nsg-other", [
    { direction: "Inbound", sourceAddressPrefixes: [prefix], destinationPortRanges: [ports] },
  ]);

type Row = [string, readonly Change[], Verdict, string];

test.each<Row>([
  [
    "the second pool's group keeps the first one's nodes off the kubelet",
    [secondPool, from("10.10.0.0/22", "10250")],
    "broken",
    "The nodes in nodes cannot reach 10.10.8.0/22 on TCP 10250: The rule custom (priority 200) of nsg-other stops it.",
  ],
])("%s", (_name, changes, verdict, sentence) => {
  const diagnosis = diagnose(changed(...changes));
  expect(diagnosis.verdict).toBe(verdict);
  expect(diagnosis.summary).toContain(sentence);
  expect(diagnosis.rootCause).toMatchObject({ confidence: "certain", resourceId: groupId });
  expect(diagnosis.rootCause?.fix?.commands.join("\n")).toMatch(
    /nsg rule create .*--nsg-name nsg-other .*--source-address-prefixes 10\.10\.0\.0\/22 --destination-address-prefixes 10\.10\.8\.0\/22 --destination-port-ranges 10250/,
  );
});

test.each<[string, readonly Change[]]>([
  ["a second pool behind a group that lets it through", [secondPool, from("10.99.0.0/16", "*")]],
  ["DNS servers behind a group that lets the nodes through", [serversBehind, from("10.99.0.0/16", "*")]],
])("%s: healthy, and all of it walked", (_name, changes) => {
  const diagnosis = diagnose(changed(...changes));
  expect(diagnosis.verdict).toBe("healthy");
  expect(new Set(diagnosis.requirements.map(({ end }) => end))).toEqual(new Set(["delivered"]));
});

test("one of two DNS servers answers, and whether the other does could not be read: healthy, and said", () => {
  const unread = unavailable("denied", "The power state of dns-1 could not be read.");
  const own: Change = (snapshot) =>
    setHub({ dnsServers: servers })(setSpoke({ dnsServers: servers })(snapshot));
  const { verdict, summary } = diagnose(changed(own, dnsMachines(unread, "running")));
  expect(verdict).toBe("healthy");
  expect(summary).toMatch(/; whether dns-1 works is open: The power state of dns-1 could not be read\.$/);
});

test("each requirement of a private cluster is named and walked", () => {
  const { requirements } = diagnose(healthy);
  expect(requirements.map(({ id, end, walks }) => [id, end, walks.length > 0])).toEqual([
    ["nodes.api", "delivered", true],
    ["pods.dns", "delivered", true],
    ["nodes.nodes", "delivered", true],
    ["nodes.services", "delivered", true],
    ["people.api", "delivered", true],
    ["bastion.jump", "delivered", true],
  ]);
});

test("a network that is linked to another zone of the name hears what that one says", () => {
  const other: Change = (snapshot) => ({
    ...snapshot,
    privateDnsLinks: collected([linkTo(ids.spoke, "link-aks")]),
    otherZones: {
      items: [
        {
          zone: {
            id: siblingOf(ids.hub, "privateDnsZones", zoneName),
            name: zoneName,
            provisioningState: "Succeeded",
          },
          links: collected([linkTo(ids.hub, "link-hub")]),
          record: collected(null),
        },
      ],
      missing: [],
    },
  });
  const { requirements, rootCause } = diagnose(changed(other));
  const people = requirements.find(({ id }) => id === "people.api");
  const stop = people?.walks[0]?.trace.steps.find(({ state }) => state === "stops");
  expect([people?.end, stop?.reason.is]).toEqual(["stopped", "recordMissing"]);
  expect(stop?.component.id).toBe(siblingOf(ids.hub, "privateDnsZones", zoneName));
  expect(rootCause).toMatchObject({ check: "dns.duplicate-zone", resourceId: stop?.component.id });
});

test("a second pool behind a group that was not read: open, never green", () => {
  const { verdict, summary } = diagnose(changed(secondPool));
  expect(verdict).toBe("unknown");
  expect(summary).toContain("nsg-other");
});
