// What fresh eyes broke through the command line: each was answered otherwise before.

import type { SectionName } from "../../../src/core/finding/kit/define-check.ts";
import type { VirtualNetworkGateway } from "../../../src/core/snapshot/gateways.ts";
import { diagnose } from "../../diagnosed.ts";
import {
  connectionTo,
  gatewayIds,
  setGatewayConnections,
  withTunnel,
} from "../../fixtures/gateway-changes.ts";
import { ids, listed, readOnly } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setCluster, setData } from "../../fixtures/snapshot-changes.ts";
import { setNodeRules } from "../../fixtures/snapshot-nodes.ts";
import { deny } from "../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../unavailable.ts";

const groupsDenied: Change = (snapshot) => ({
  ...snapshot,
  networkSecurityGroups: Object.fromEntries(
    Object.keys(snapshot.networkSecurityGroups).map((id) => [id, unavailable("denied", "no", [])]),
  ),
});

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));

describe("the nodes leave by routes, and their default route is gone", () => {
  const onlyRoutes: Change = (snapshot) => ({
    ...setCluster({ outboundType: "userDefinedRouting" })(snapshot),
    loadBalancers: listed(),
  });
  const office = (gateway: Partial<VirtualNetworkGateway> = {}) => withTunnel({}, gateway);

  test("a gateway that teaches what Azure was told teaches none: that is the cause", () => {
    const found = of(onlyRoutes, office());
    expect([found.verdict, found.rootCause?.check]).toEqual(["broken", "route.default"]);
  });

  test.each<[string, Change]>([
    ["learns by BGP", setGatewayConnections(connectionTo({ enableBgp: true }))],
    ["sends all to one side", office({ defaultSiteId: gatewayIds.far })],
  ])("it may be learned of a gateway that %s", (_name, change) => {
    expect(of(onlyRoutes, office(), change).verdict).toBe("unknown");
  });
});

test("whoever has no name begins a sentence with a capital, and stays small inside one", () => {
  const pods = ["10.244.0.0/16"];
  const podsDenied = setNodeRules({
    sourceAddressPrefixes: pods,
    destinationAddressPrefixes: pods,
    destinationPortRanges: ["53"],
  });
  const { summary, accessPaths } = of(podsDenied);
  expect(summary).toMatch(/^Pods on nodes cannot reach /);
  expect(accessPaths.find(({ id }) => id === "P13")?.reason).toMatch(/, and pods on nodes cannot reach /);
});

describe("what could not be read", () => {
  test("rules of a group leave open nothing about names: no DNS check says that nothing was walked", () => {
    const { checks } = of(groupsDenied);
    const said = checks.filter(({ id, status }) => id.startsWith("dns.") && status === "notAssessed");
    expect(said).toEqual([]);
    expect(checks.find(({ id }) => id === "nsg.node-egress")?.status).toBe("notAssessed");
  });

  test("a role on a group of resources holds on all in it, and is asked for once", () => {
    const lacks = (name: SectionName, scope: string) =>
      deny(name, { action: "Microsoft.Network/some/read", scope });
    const group = ids.zone.replace(/\/providers\/.*/, "");
    const { summary } = of(
      ...[lacks("resourceHealth", group), lacks("privateDnsZone", ids.zone)],
      setData("permissions", readOnly),
    );
    expect(summary).toContain(` without Reader on ${group.split("/").at(-1)}.`);
  });

  test("Azure is called by its name after a colon, too", () => {
    expect(of(setCluster({ powerState: "Hibernating" })).summary).toContain(": Azure gives prod-1 ");
  });
});
