// Every need there is. A new one is a file under needs/, an id and a line here.

import type { NetworkModel } from "../network/model.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { type Context, contextOf } from "./context.ts";
import type { Need } from "./need.ts";
import { apiNodes } from "./needs/api-nodes.ts";
import { bastionJump } from "./needs/bastion-jump.ts";
import { gatewayApi } from "./needs/gateway-api.ts";
import { nodesApi } from "./needs/nodes-api.ts";
import { nodesDns } from "./needs/nodes-dns.ts";
import { nodesEgress } from "./needs/nodes-egress.ts";
import { nodesNodes } from "./needs/nodes-nodes.ts";
import { peopleApi } from "./needs/people-api.ts";
import { podsDns } from "./needs/pods-dns.ts";

const all: readonly ((context: Context) => Need | null)[] = [
  nodesNodes,
  podsDns,
  nodesDns,
  nodesApi,
  apiNodes,
  nodesEgress,
  peopleApi,
  gatewayApi,
  bastionJump,
];

/** None of a cluster that does not run: checks say so already. */
export function needsOf(
  snapshot: ClusterSnapshot,
  model: NetworkModel,
  results: readonly Pick<CheckResult, "id" | "status">[],
): readonly Need[] {
  const runs = results.some(({ id, status }) => id === "cluster.power-state" && status === "pass");
  const context = runs ? contextOf(snapshot, model) : null;
  return context === null ? [] : all.flatMap((derive) => derive(context) ?? []);
}
