// Nodes have to reach what AKS needs outside: through what they leave by, or straight.
import { isIsolated } from "../../network/egress.ts";
import type { Place } from "../../network/flow.ts";
import { leave } from "../../network/leave.ts";
import type { Trace } from "../../network/step.ts";
import { namesForNodes } from "../aks-names.ts";
import type { Context } from "../context.ts";
import type { Need } from "../need.ts";

const isLookedAt = ({ steps }: Trace): boolean =>
  steps.some(({ component: { kind } }) => kind === "firewall");

/**
 * Where nothing looks at names, only what something may hold up is asked, and of those that the same holds up one stands
 * for all.
 */
function namesFor({ cluster, model }: Context, from: Place): readonly string[] {
  const names = namesForNodes(cluster);
  const asked = names.map((name) => ({ name, trace: leave(model, from, name) }));
  if (asked.some(({ trace }) => isLookedAt(trace))) return names;
  // Whether anything takes what leaves straight, checks say: nothing is called delivered here for that.
  const held = asked.filter(({ trace: { end, steps } }) => end !== "delivered" && steps.length > 0);
  return [...Map.groupBy(held, ({ trace }) => JSON.stringify(trace)).values()].flatMap(
    ([first]) => first?.name ?? [],
  );
}

/** Through a proxy, rules see the proxy's connections and not the nodes'. */
export function nodesEgress(context: Context): Need | null {
  const { cluster, nodes, pods } = context;
  if (isIsolated(cluster) || cluster.httpsProxy !== undefined) return null;
  const ways = [...nodes, ...pods].map((from) =>
    namesFor(context, from).map((name) => ({ ask: "internet", from, name }) as const),
  );
  return ways.flat().length === 0 ? null : { id: "nodes.egress", for: "cluster", enough: "each", ways };
}
