// route.default: how nodes leave must fit what the cluster was told about it.
import type { Outcome } from "../../check.ts";
import { nodeSubnetsOf } from "../../cluster-subnets.ts";
import { type DefaultRoute, defaultRoutesOf, describeDefault, nextHopOf } from "../../default-route.ts";
import { leadTo, onlyFirewallAddress, removeDefault } from "../../default-route-repair.ts";
import { defineCheck } from "../../define-check.ts";
import { isIsolated, leavesByProxy, outboundTypeOf } from "../../egress.ts";
import { combine, fail, notApplicable, pass, unread, warn } from "../../outcomes.ts";
import type { Firewall } from "../../snapshot-firewall.ts";
import type { VirtualNetwork } from "../../snapshot-network.ts";
import { strangeWord } from "../../state-word.ts";
import { learnsRoutes } from "../../virtual-network-tag.ts";

type Judged = Readonly<{ found: DefaultRoute; network: VirtualNetwork; firewalls: readonly Firewall[] }>;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const named = ({ route, table }: DefaultRoute): string =>
  `The default route ${route?.name ?? ""} of ${table?.name ?? ""}`;

/** With `userDefinedRouting` AKS builds no way out itself. */
function judgeRouted({ found, network, firewalls }: Judged): Outcome {
  const { subnet, table, route } = found;
  const evidence = [describeDefault(found)];
  const ip = onlyFirewallAddress(firewalls);
  const broken = {
    resourceId: table?.id ?? subnet.id,
    evidence,
    fix: ip === null ? null : leadTo(found, network, ip),
  };
  if (route === null)
    return learnsRoutes(network) && table?.disableBgpRoutePropagation !== true
      ? warn(
          `The subnet ${subnet.name} has no default route of its own; whether the gateway has learned one is not read.`,
          {
            resourceId: broken.resourceId,
            evidence,
          },
        )
      : fail(
          `The cluster leaves by routes of its own, but the subnet ${subnet.name} has no default route.`,
          broken,
        );
  switch (nextHopOf(route)) {
    case "appliance":
    case "gateway":
      return pass(`${named(found)} leads to ${route.nextHopIpAddress ?? route.nextHopType}.`, evidence);
    case "internet":
    case "dropped":
      if (nextHopOf(route) === "internet" && subnet.natGatewayId !== undefined)
        return pass(`${named(found)} leads to the Internet by a NAT gateway of the subnet's own.`, evidence);
      return fail(
        `${named(found)} leads to ${route.nextHopType}, but this cluster has no public address of its own.`,
        broken,
      );
    case "unknown":
      return strangeWord(lowerFirst(named(found)), "next hop", route.nextHopType);
  }
}

/** Load balancer and NAT gateway: Azure's own default is the right one. */
function judgeDirect({ found }: Judged): Outcome {
  const { subnet, table, route } = found;
  const evidence = [describeDefault(found)];
  const more = { resourceId: table?.id, evidence };
  if (route === null) return pass(`The subnet ${subnet.name} leaves by Azure's own default route.`, evidence);
  switch (nextHopOf(route)) {
    case "internet":
      return pass(`${named(found)} leads to the Internet.`, evidence);
    case "dropped":
      return fail(`${named(found)} drops all that nodes send outside.`, {
        ...more,
        fix: removeDefault(found),
      });
    case "appliance":
    case "gateway":
      return warn(
        `${named(found)} leads to ${route.nextHopIpAddress ?? route.nextHopType} instead of what the cluster was told to leave by, so answers to inbound connections may be lost.`,
        more,
      );
    case "unknown":
      return strangeWord(lowerFirst(named(found)), "next hop", route.nextHopType);
  }
}

export const routeDefault = defineCheck({
  id: "route.default",
  title: "Nodes' default route fits the cluster",
  severity: "critical",
  why: "Without a default route that works, nodes cannot start and do not reach a public API server.",
  remediation: "Lead 0.0.0.0/0 to the firewall, or remove the route that takes Azure's own default away.",
  source: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["routeTables", "firewalls"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, routeTables, firewalls }) => {
    if (isIsolated(cluster)) return pass("The cluster is isolated: nodes need no default route.");
    if (leavesByProxy(cluster)) return pass("Nodes leave by their proxy, whatever their default route is.");
    const type = outboundTypeOf(cluster);
    if (type === "isolated") return notApplicable("Nodes leave by routes of the cluster's owner.");
    if (type === "unknown") return strangeWord("the cluster", "outbound type", cluster.outboundType ?? "");
    const judge = type === "routes" ? judgeRouted : judgeDirect;
    return combine(
      nodeSubnetsOf(cluster, network).flatMap((subnet) => {
        const routes = defaultRoutesOf(subnet, routeTables);
        return routes.status === "unavailable"
          ? [unread(routes)]
          : routes.data.map((found) => judge({ found, network, firewalls: firewalls.items }));
      }),
      true,
    );
  },
});
