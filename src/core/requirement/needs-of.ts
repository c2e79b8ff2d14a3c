// Every need there is. A new one is a file under needs/, an id and a line here.

import type { NetworkModel } from "../network/model/model.ts";
import { isRunning } from "../outcome/operation.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { apiNodes } from "./api-nodes.ts";
import { bastionApi } from "./bastion-api.ts";
import { containerApi } from "./container-api.ts";
import { type Context, contextOf } from "./context.ts";
import { desktopApi } from "./desktop-api.ts";
import { gatewayApi } from "./gateway-api.ts";
import { gatewayName } from "./gateway-name.ts";
import { bastionJump, jumpEntry } from "./jump-host-needs.ts";
import { nodesApi } from "./nodes-api.ts";
import { nodesDns } from "./nodes-dns.ts";
import { nodesEgress } from "./nodes-egress.ts";
import { nodesNodes } from "./nodes-nodes.ts";
import { nodesServices } from "./nodes-services.ts";
import { peopleApi } from "./people-api.ts";
import { podsDns } from "./pods-dns.ts";
import type { Requirement } from "./requirement.ts";
import { shellApi } from "./shell-api.ts";

type Derive = (context: Context) => Requirement | null;

/** What decides the verdict. */
const all: readonly Derive[] = [
  nodesApi,
  apiNodes,
  nodesEgress,
  nodesDns,
  podsDns,
  nodesNodes,
  nodesServices,
  peopleApi,
  gatewayApi,
  bastionJump,
  jumpEntry,
];

/** What decides whether somebody gets in from where the snapshot's client stands. */
const ofWayIn: readonly Derive[] = [
  peopleApi,
  bastionJump,
  jumpEntry,
  bastionApi,
  gatewayName,
  containerApi,
  shellApi,
  desktopApi,
];

export type Asked = "verdict" | "way in";

/** One that decides whether somebody gets in; null where nobody comes from such a place. */
export const needOfWayIn = (
  id: Requirement["id"],
  snapshot: ClusterSnapshot,
  model: NetworkModel,
): Requirement | null => needsOf(snapshot, model, "way in").find((need) => need.id === id) ?? null;

/** None of a cluster that does not run: checks say so already. */
export function needsOf(
  snapshot: ClusterSnapshot,
  model: NetworkModel,
  asked: Asked = "verdict",
): readonly Requirement[] {
  const { managedCluster } = snapshot;
  const runs = managedCluster.status === "collected" && isRunning(managedCluster.data);
  const context = runs ? contextOf(snapshot, model) : null;
  return context === null
    ? []
    : (asked === "verdict" ? all : ofWayIn).flatMap((derive) => derive(context) ?? []);
}
