// Nodes have to reach what AKS needs outside: straight, through what they leave by, or by the cluster's proxy.

import type { Place } from "../network/address/packet.ts";
import type { NetworkModel } from "../network/model/model.ts";
import type { Trace } from "../network/model/step.ts";
import { isIsolated } from "../network/route/egress.ts";
import { leave } from "../network/walk/egress-walk.ts";
import { platformMetadata, withoutPlatform } from "../network/walk/platform.ts";
import { type NodeProxy, placeOfProxy, proxyAt } from "../network/walk/proxy.ts";
import { namesForNodes, publicApiNames } from "./aks-names.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";

const isLookedAt = ({ steps }: Trace): boolean =>
  steps.some(({ component: { kind } }) => kind === "firewall");

/**
 * Where nothing looks at names, only what something may hold up is asked, and of those that the same holds up one stands
 * for all.
 */
function heldUp(model: NetworkModel, from: Place, names: readonly string[]): readonly string[] {
  const asked = names.map((name) => ({ name, trace: leave(model, from, name) }));
  if (asked.some(({ trace }) => isLookedAt(trace))) return names;
  // Whether anything takes what leaves straight, checks say: nothing is called delivered here for that.
  const held = asked.filter(({ trace: { end, steps } }) => end !== "delivered" && steps.length > 0);
  return [...Map.groupBy(held, ({ trace }) => JSON.stringify(trace)).values()].flatMap(
    ([first]) => first?.name ?? [],
  );
}

type Ways = Requirement["ways"];

const outOf = (model: NetworkModel, from: Place, names: readonly string[]): Ways[number] =>
  heldUp(model, from, names).map((name) => ({ ask: "internet", from, name }) as const);

/** Nodes need the proxy, and what they ask it for goes out from there. */
function byProxy({ cluster, model, nodes, pods }: Context, proxy: NodeProxy): Ways {
  const [place] = nodes.flatMap((from) => placeOfProxy(model, from, proxy) ?? []);
  return [
    ...nodes.map((from) => [{ ask: "proxy", from, proxy } as const]),
    ...(place === undefined ? [] : [outOf(model, place, namesForNodes(cluster))]),
    ...[...nodes, ...pods].map((from) => outOf(model, from, publicApiNames(cluster))),
  ];
}

/** By which nodes get a token of the cluster's identity; asked only where something may keep them from it. */
const toMetadata = ({ nodes, model }: Context): Ways =>
  nodes
    .filter((from) => withoutPlatform(model, from, platformMetadata).length > 0)
    .map((from) => {
      const { address: to, protocol, port } = platformMetadata;
      return [{ ask: "connection", flow: { from, to, protocol, port } }];
    });

export function nodesEgress(context: Context): Requirement | null {
  const { cluster, nodes, pods, model } = context;
  if (isIsolated(cluster)) return null;
  const outside =
    cluster.httpsProxy === undefined
      ? [...nodes, ...pods].map((from) => outOf(model, from, namesForNodes(cluster)))
      : byProxy(context, proxyAt(cluster.httpsProxy));
  const ways = [...outside, ...toMetadata(context)];
  return ways.flat().length === 0
    ? null
    : { id: "nodes.egress", for: "cluster", enough: "each", ways: ways.filter((way) => way.length > 0) };
}
