// What fresh eyes broke through the command line: each was answered otherwise before.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { VirtualNetworkGateway } from "../../../src/core/snapshot/gateway-parts.ts";
import {
  type Change,
  changed,
  connectionTo,
  gatewayIds,
  listed,
  setCluster,
  setGatewayConnections,
  setNodeRules,
  withTunnel,
} from "../../fixtures/snapshots.ts";

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
