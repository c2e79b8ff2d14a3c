// Settings that were called healthy and break something, and others that break nothing and were called open.
import { unavailable } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { hub, ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  setCluster,
  setData,
  setHub,
  setJumpHosts,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import {
  firewallAddress,
  setHubFirewall,
  setNodeRoutes,
  setNodeRules,
  surroundingIds,
  toAppliance,
} from "../../fixtures/snapshot-nodes.ts";

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));

describe("addresses of the host itself", () => {
  test("nodes are kept from the metadata by which they get tokens: broken, and the rule is named", () => {
    const { verdict, rootCause } = of(
      setNodeRules({ name: "no-imds", destinationAddressPrefixes: ["AzurePlatformIMDS"] }),
    );
    expect(verdict).toBe("broken");
    expect(rootCause).toMatchObject({ check: "nsg.node-egress", need: "nodes.egress" });
    expect(rootCause?.summary).toBe(
      "The nodes in nodes cannot reach 169.254.169.254 on TCP 80: The rule no-imds (priority 200) of nsg-nodes stops it.",
    );
    expect(rootCause?.fix?.commands.join("\n")).toContain("AzurePlatformIMDS");
    expect(rootCause?.repairs?.every(({ proved }) => proved)).toBe(true);
  });

  test.each([
    ["on every port", "*"],
    ["for HTTPS", "443"],
  ])(
    "a rule denies the host's address %s: no rule by address acts on it, and no name stands there",
    (_how, port) => {
      const rule = {
        ...{ name: "no-host", destinationAddressPrefixes: ["168.63.129.16/32"] },
        destinationPortRanges: [port],
      };
      expect(of(setNodeRules(rule)).verdict).toBe("healthy");
    },
  );
});

describe("a firewall that nodes leave by", () => {
  const leaveByIt = [
    setCluster({ outboundType: "userDefinedRouting" }),
    setNodeRoutes(toAppliance(firewallAddress)),
  ];

  test("has no public address: broken, and the firewall is named", () => {
    const places = [{ privateIpAddress: firewallAddress, subnetId: surroundingIds.firewallSubnet }];
    const { verdict, rootCause } = of(...leaveByIt, setHubFirewall({ ipConfigurations: places }));
    expect(verdict).toBe("broken");
    expect(rootCause).toMatchObject({ check: "firewall.state", need: "nodes.egress" });
    expect(rootCause?.summary).toMatch(/has no public address to leave by\.$/);
  });

  test("has one: nothing of the kind is said", () => {
    expect(of(...leaveByIt, setHubFirewall()).rootCause).toBeNull();
  });
});

test("Azure's own health check has heard nothing for a while: that is advice beside a proof", () => {
  const { verdict, checks } = of(setData("resourceHealth", { availabilityState: "Unknown" }));
  expect(verdict).toBe("healthy");
  expect(checks.find(({ id }) => id === "cluster.resource-health")).toMatchObject({
    status: "warn",
    advice: true,
  });
});

describe("a jump host that gets to the API server, and not to where tokens are asked for", () => {
  const toSignIn = { name: "no-internet", direction: "Outbound", destinationAddressPrefixes: ["Internet"] };
  const way = (...changes: readonly Change[]) => of(...changes).accessPaths.find(({ id }) => id === "P05");

  test("is no way that is called open", () => {
    const path = way(setRules(toSignIn));
    expect(path?.state).toBe("probable");
    expect(path?.reason).toMatch(/ gets there, but not to login\.microsoftonline\.com, /);
  });

  const inPrivateSubnet = setHub({
    subnets: hub.subnets.map((subnet) =>
      subnet.name === "jump" ? { ...subnet, defaultOutboundAccess: false } : subnet,
    ),
  });

  test("is none in a subnet that Azure lends no public address", () => {
    expect(way(inPrivateSubnet)?.reason).toMatch(/ gets there, but not to login\.microsoftonline\.com, /);
  });

  test("is one there with a public address of its own", () => {
    expect(way(inPrivateSubnet, setJumpHosts({ hasPublicAddress: true }))?.state).toBe("available");
  });

  test("is one while nothing keeps it from there", () => {
    expect(way()?.state).toBe("available");
  });
});

const notLinked = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);

test("zones of a network's own subscription were not listed: nobody knows that it has no link to one of that name", () => {
  const scope = `/subscriptions/${ids.hub.split("/")[2]}`;
  const hidden: Change = (snapshot) => ({
    ...snapshot,
    otherZones: {
      items: [],
      missing: [
        unavailable("denied", { is: "noPrivateName" }, [
          { action: "Microsoft.Network/privateDnsZones/read", scope },
        ]),
      ],
    },
  });
  const { verdict, rootCause } = of(notLinked, hidden);
  expect([verdict, rootCause]).toEqual(["unknown", null]);
  expect(of(notLinked).rootCause?.check).toBe("dns.link-client");
  const late: Change = (snapshot) => ({
    ...snapshot,
    otherZones: { items: [], missing: [unavailable("timedOut", { is: "noPrivateName" })] },
  });
  expect(of(notLinked, late).rootCause).toBeNull();
});

test.each([
  ["one that a service has", ["31080"]],
  ["all but the first", ["30001-32767"]],
  ["all", ["30000-32767"]],
])(
  "a rule denies the probes of Azure's load balancer on node ports, %s: degraded, and all are opened",
  (_which, ports) => {
    const rule = {
      ...{ name: "no-probes", direction: "Inbound", sourceAddressPrefixes: ["AzureLoadBalancer"] },
      destinationPortRanges: ports,
    };
    const { verdict, rootCause } = of(setNodeRules(rule));
    expect([verdict, rootCause?.need]).toEqual(["degraded", "nodes.services"]);
    expect(rootCause?.repairs?.every(({ proved }) => proved)).toBe(true);
    expect(rootCause?.fix?.commands.join()).toMatch(/30000-32767|rule delete/);
  },
);

test("routes drop what stands for nobody: no name is open for that", () => {
  const nowhere = ["192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "168.63.129.16/32"];
  const routes = nowhere.map((prefix) => ({ prefix, hop: "None" }));
  expect(of(setNodeRoutes(...routes)).verdict).toBe("healthy");
});
