// Nodes have to reach what AKS needs outside: through what they leave by, or straight.
import { isIsolated } from "../../network/egress.ts";
import type { Place } from "../../network/flow.ts";
import { waysOutOf } from "../../network/leave.ts";
import { namesForNodes } from "../aks-names.ts";
import type { Context } from "../context.ts";
import type { Need } from "../need.ts";

/** Where nothing looks at names, one stands for all, and is asked only where something may hold it up. */
const namesFor = ({ cluster, model }: Context, from: Place): readonly string[] => {
  const ways = waysOutOf(model, from);
  const names = namesForNodes(cluster);
  if (ways.some(({ firewall }) => firewall !== null)) return names;
  // Whether anything leads out at all, checks say: nothing is called delivered here for being let past the groups.
  const isHeld = ways.some(({ steps }) => steps.some(({ state }) => state !== "passes"));
  return isHeld ? names.slice(0, 1) : [];
};

/** Through a proxy, rules see the proxy's connections and not the nodes'. */
export function nodesEgress(context: Context): Need | null {
  const { cluster, nodes, pods } = context;
  if (isIsolated(cluster) || cluster.httpsProxy !== undefined) return null;
  const ways = [...nodes, ...pods].map((from) =>
    namesFor(context, from).map((name) => ({ ask: "internet", from, name }) as const),
  );
  return ways.flat().length === 0 ? null : { id: "nodes.egress", for: "cluster", enough: "each", ways };
}
