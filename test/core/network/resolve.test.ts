// What a place hears when it asks for the API server's name.

import type { DnsProxy } from "../../../src/core/network/filter/firewall-rules.ts";
import { answersOf, resolve } from "../../../src/core/network/name/resolve.ts";
import { collected, type Unavailable } from "../../../src/core/snapshot/section.ts";
import {
  addRule,
  apiIp,
  apiName,
  type Change,
  changed,
  holderAt,
  networkId,
  nothing,
  places,
  setHolder,
  setNetwork,
  setPeering,
  setZone,
  subnetId,
  unlink,
  unread,
} from "./topology.ts";

const serverIp = "10.0.1.9";
/** The spoke asks a server in the hub. */
const ownServer =
  (kind: "virtualMachine" | "dnsServer"): Change =>
  (model) => ({
    ...setNetwork("spoke", { dnsServers: [serverIp] })(model),
    holders: [...model.holders, holderAt(kind, "dns-1", serverIp, subnetId("hub", "jump"))],
  });
const firewallIp = "10.0.9.9";
const askFirewall = setNetwork("spoke", { dnsServers: [firewallIp] });
/** The spoke asks a firewall in the hub. */
const proxy =
  (fields: Partial<DnsProxy> | Unavailable): Change =>
  (model) => ({
    ...askFirewall(model),
    holders: [
      ...model.holders,
      holderAt("firewall", "fw", firewallIp, subnetId("hub", "appliance"), {
        proxy:
          "status" in fields ? fields : collected({ isOn: true, keptBy: "policy", servers: [], ...fields }),
      }),
    ],
  });
const all =
  (...changes: readonly Change[]): Change =>
  (model) =>
    changes.reduce((each, change) => change(each), model);

/** Beside the first zone, another that could hold the name. */
const secondZone =
  (links: readonly string[] | "unread", addresses: readonly string[] | null, name?: string): Change =>
  (model) => {
    const [zone] = model.zones;
    if (zone?.links.status !== "collected") throw new Error("no zone");
    const [link] = zone.links.data;
    if (link === undefined) throw new Error("no link");
    const label = name === undefined ? "api" : apiName.slice(0, -(name.length + 1));
    const other = {
      ...zone,
      name: name ?? zone.name,
      id: zone.id.replace("/rg/", "/rg-other/"),
      links:
        links === "unread"
          ? nothing
          : collected(links.map((each) => ({ ...link, virtualNetworkId: networkId(each) }))),
      records: { [label]: collected(addresses) },
    };
    return { ...model, zones: [...model.zones, other] };
  };

/** The links of the first zone were not read. */
const hideFirst: Change = (model) => ({
  ...model,
  zones: model.zones.map((zone, index) => (index === 0 ? { ...zone, links: nothing } : zone)),
});

test.each<[string, Change]>([
  ["a second zone of the name, linked elsewhere", secondZone(["far"], null)],
  ["a second zone of the name, whose links were not read", secondZone("unread", null)],
  ["a second zone of the name, linked here and right", all(unlink("spoke"), secondZone(["spoke"], [apiIp]))],
  ["a zone of a shorter name, linked here too", secondZone(["spoke"], null, "westeurope.azmk8s.io")],
  ["Azure's own DNS, by the network's link", (model) => model],
  ["Azure's own DNS, written out", setNetwork("spoke", { dnsServers: ["168.63.129.16"] })],
  ["a machine in a linked network", ownServer("virtualMachine")],
  [
    "a resolver's endpoint in a linked network, though the asking one has no link",
    all(ownServer("dnsServer"), unlink("spoke")),
  ],
  ["a firewall whose DNS proxy is on", proxy({})],
  [
    "a firewall that asks a server of its own",
    all(proxy({ servers: [serverIp] }), ownServer("virtualMachine"), askFirewall),
  ],
  [
    "Azure's own after a server that is off",
    all(
      ownServer("virtualMachine"),
      setHolder("dns-1", { alive: { state: "down", word: "stopped" } }),
      setNetwork("spoke", { dnsServers: [serverIp, "168.63.129.16"] }),
    ),
  ],
  [
    "a server that knows the zone, and a public one after it",
    all(ownServer("virtualMachine"), setNetwork("spoke", { dnsServers: [serverIp, "8.8.8.8"] })),
  ],
  [
    "the second server, where the first is off",
    all(ownServer("virtualMachine"), setNetwork("spoke", { dnsServers: ["10.0.1.8", serverIp] })),
  ],
])("%s: answered", (_name, change) => {
  const trace = resolve(changed(change), places.nodes, apiName);
  expect([trace.end, answersOf(trace)]).toEqual(["delivered", [apiIp]]);
});

test.each<[string, Change, endAndReason: string]>([
  ["no link to the network", unlink("spoke"), "stopped zoneNotLinked"],
  [
    "a link to the asking network does not help where the server's has none",
    all(ownServer("dnsServer"), unlink("hub")),
    "stopped zoneNotLinked",
  ],
  [
    "a machine may forward to where a server stands in a linked network",
    all(ownServer("virtualMachine"), unlink("hub"), setNetwork("far", { dnsServers: ["10.2.0.9"] })),
    "unknown serverForwardsUnseen",
  ],
  [
    "no server stands anywhere that is linked",
    all(ownServer("virtualMachine"), unlink("hub")),
    "stopped zoneNotLinked",
  ],
  [
    "linked to a second zone of the name without the record",
    all(unlink("spoke"), secondZone(["spoke"], null)),
    "stopped recordMissing",
  ],
  [
    "linked to a zone of a shorter name only",
    all(unlink("spoke"), secondZone(["spoke"], null, "westeurope.azmk8s.io")),
    "stopped recordMissing",
  ],
  [
    "the first zone's links were not read, but a second one of the name is linked",
    all(secondZone(["spoke"], null), hideFirst),
    "stopped recordMissing",
  ],
  [
    "the links of the longer name were not read, and a shorter one is linked",
    all(secondZone(["spoke"], [apiIp], "westeurope.azmk8s.io"), hideFirst),
    "unknown unread",
  ],
  [
    "no link, and a second zone's links were not read",
    all(unlink("spoke"), secondZone("unread", null)),
    "unknown unread",
  ],
  ["no zone", (model) => ({ ...model, zones: [] }), "stopped zoneMissing"],
  ["the zone was not read", (model) => ({ ...model, zones: [], hiddenZone: nothing }), "unknown unread"],
  ["its links were not read", setZone({ links: nothing }), "unknown unread"],
  ["no record", setZone({ records: { api: collected(null) } }), "stopped recordMissing"],
  ["an empty record", setZone({ records: { api: collected([]) } }), "stopped recordMissing"],
  ["the record was not read", setZone({ records: { api: nothing } }), "unknown unread"],
  ["a zone of another name", setZone({ name: "privatelink.northeurope.azmk8s.io" }), "stopped zoneMissing"],
  [
    "a zone of another name, and a list of zones was not read",
    all(setZone({ name: "privatelink.northeurope.azmk8s.io" }), (model) => ({
      ...model,
      hiddenZones: [{ ...nothing, needs: [] }],
    })),
    "unknown unread",
  ],
  [
    "a zone of another name, and the list of another subscription was not read",
    all(setZone({ name: "privatelink.northeurope.azmk8s.io" }), (model) => ({
      ...model,
      hiddenZones: [
        {
          ...nothing,
          needs: [{ action: "Microsoft.Network/privateDnsZones/read", scope: "/subscriptions/x" }],
        },
      ],
    })),
    "unknown unread",
  ],
  [
    "the server is off",
    all(ownServer("virtualMachine"), setHolder("dns-1", { alive: { state: "down", word: "stopped" } })),
    "stopped hopDown",
  ],
  [
    "a group before the server",
    all(ownServer("virtualMachine"), addRule("nsg-jump", { protocol: "Udp", destinationPortRanges: ["53"] })),
    "stopped ruleDenies",
  ],
  [
    "no peering to the server",
    all(ownServer("virtualMachine"), setPeering("spoke", "hub", { peeringState: "Disconnected" })),
    "stopped peeringState",
  ],
  [
    "a private server to which no route leads",
    setNetwork("spoke", { dnsServers: ["192.168.7.7"] }),
    "stopped routeDrops",
  ],
  [
    "the same, where a gateway that was not read may lead to it",
    all(
      setNetwork("spoke", { dnsServers: ["192.168.7.7"] }),
      setPeering("spoke", "hub", { useRemoteGateways: true }),
    ),
    "unknown serverUnknown",
  ],
  [
    "a public server, which knows no private zone",
    setNetwork("spoke", { dnsServers: ["20.1.1.1"] }),
    "stopped serverPublic",
  ],
  [
    "a server at a public address that a gateway may have learned",
    all(
      setNetwork("spoke", { dnsServers: ["20.1.1.1"] }),
      setPeering("spoke", "hub", { useRemoteGateways: true }),
    ),
    "unknown serverUnknown",
  ],
  [
    "a server of everybody's, whatever a gateway has learned",
    all(
      setNetwork("spoke", { dnsServers: ["8.8.8.8"] }),
      setPeering("spoke", "hub", { useRemoteGateways: true }),
    ),
    "stopped serverPublic",
  ],
  [
    "a public server first, and one that knows the zone after it",
    all(ownServer("virtualMachine"), setNetwork("spoke", { dnsServers: ["8.8.8.8", serverIp] })),
    "unknown serverUnknown",
  ],
  [
    "a private server that nobody sees into, and a public one after it",
    setNetwork("spoke", { dnsServers: ["10.0.1.8", "8.8.8.8"] }),
    "unknown serverUnknown",
  ],
  [
    "the first server says that there is no such name: the second is not asked",
    all(ownServer("dnsServer"), unlink("hub"), (model) => ({
      ...setNetwork("spoke", { dnsServers: [serverIp, "10.2.0.9"] })(model),
      holders: [...model.holders, holderAt("dnsServer", "dns-2", "10.2.0.9", subnetId("far", "desks"))],
    })),
    "stopped zoneNotLinked",
  ],
  ["a firewall whose DNS proxy is off", proxy({ isOn: false }), "stopped proxyOff"],
  [
    "a firewall that asks a server of its own, which is off",
    all(proxy({ servers: [serverIp] }), ownServer("virtualMachine"), askFirewall, (model) =>
      setHolder("dns-1", { alive: { state: "down", word: "stopped" } })(model),
    ),
    "stopped hopDown",
  ],
  ["a firewall that asks itself", proxy({ servers: [firewallIp] }), "unknown serverUnknown"],
  [
    "a firewall that asks Azure, in a network without a link",
    all(proxy({}), unlink("hub"), setNetwork("far", { dnsServers: ["10.2.0.9"] })),
    "stopped zoneNotLinked",
  ],
  ["the network was not read", unread("networks", networkId("spoke")), "unknown unread"],
])("%s", (_name, change, expected) => {
  const trace = resolve(changed(change), places.nodes, apiName);
  const state = trace.end === "stopped" ? "stops" : "unknown";
  const deciding = trace.steps.find((step) => step.state === state);
  expect(`${trace.end} ${deciding?.reason.is}`).toBe(expected);
  expect(answersOf(trace)).toEqual([]);
});

test("a firewall whose policy was not read may answer, or not", () => {
  expect(resolve(changed(proxy(nothing)), places.nodes, apiName).end).toBe("unknown");
});

test("of two zones of one name the one that stops is told by its resource group", () => {
  const { steps } = resolve(changed(unlink("spoke"), secondZone(["spoke"], null)), places.nodes, apiName);
  const stop = steps.at(-1);
  expect(stop?.component).toMatchObject({
    name: "privatelink.westeurope.azmk8s.io",
    group: "rg-other",
    id: expect.stringContaining("/rg-other/"),
  });
});
