// Who is hurt by what was found, and what still works: the title, the colour and the order of causes follow it.
import type { Client } from "../snapshot/snapshot.ts";
import type { RootCause } from "./cause.ts";

/** `system`: those of the system pools. `some`: which, nobody said. */
export type WhichNodes = Readonly<
  { is: "all" | "system" | "some" } | { is: "pools" | "subnets" | "nodes"; names: readonly string[] }
>;

export type WhichPods = Readonly<
  { is: "all" | "some" } | { is: "pools" | "subnets" | "namespaces"; names: readonly string[] }
>;

/** What the API server itself does not do. `beReached`: neither nodes nor people get there. */
type ApiServerLoss = "exist" | "run" | "answer" | "beReady" | "getAddress" | "beReached";

export type NodesLoss =
  | "reachApi"
  | "resolveNames"
  | "reachOutside"
  /** By the API server: for logs, exec and webhooks. */
  | "beReached"
  | "reachEachOther"
  | "beReady"
  | "report"
  | "run"
  | "haveRoom"
  | "beWell"
  | "takePods"
  | "beSupported";

export type PodsLoss =
  | "resolveNames"
  | "reachApi"
  | "reachOtherNodes"
  | "beCreated"
  | "findNode"
  | "pullImages"
  | "start"
  | "getVolumes"
  | "keepRunning"
  | "beReady"
  | "stayOnNode"
  | "finish";

/** What goes on running, and yet cannot be changed. */
export type OperationsLoss =
  | "changeAzure"
  | "addNodes"
  | "finishUpdate"
  | "beChanged"
  | "serveApis"
  | "measure"
  | "renew";

/** How people come in, where what is hurt is one such path only. */
export type Door = "bastion" | "jumpHost" | "runCommand" | "cloudShell" | "desktop" | "vpn" | "expressRoute";

export type RequesterLoss =
  | "reachApi"
  | "beListed"
  | "signIn"
  | "useKubernetes"
  | "useRunCommand"
  | "useBastion"
  | "useDesktop";

/** Of a requester: the place that they named; empty where they named none. */
export type ClientPlace = Pick<Client, "ip" | "virtualNetwork" | "stands">;

/** What is known to work all the same. `nodes`: they reach the API server. `workloads`: they were looked at and run. */
export type Works = "workloads" | "nodes";

export type Hurt = Readonly<
  | { on: "apiServer"; cannot: ApiServerLoss }
  | { on: "nodes"; which: WhichNodes; cannot: NodesLoss }
  | { on: "pods"; which: WhichPods; cannot: PodsLoss }
  | { on: "operations"; cannot: OperationsLoss }
  /** `at`: networks and connections, where it is known which. `everyone`: no direct path is left to anybody. */
  | { on: "people"; at: readonly string[]; over: Door | null; everyone: boolean }
  | { on: "requester"; from: ClientPlace; cannot: RequesterLoss }
>;

export type Impact = Hurt & Readonly<{ works: Works | null }>;

// How much that is.

/** `all`: the API server, nodes, or every pod. `part`: some pods, people, or changes. */
export type Gravity = "all" | "part" | "requester";

const isAll = ({ is }: WhichNodes | WhichPods): boolean => is === "all" || is === "system";

/** What runs on the nodes goes on. */
const runsOn: readonly NodesLoss[] = ["beReached", "beWell", "beSupported"];

/** All of them, or a whole pool or subnet that something cuts off: one that does not run was often stopped on purpose. */
const areDown = ({ which, cannot }: Extract<Hurt, { on: "nodes" }>): boolean =>
  !runsOn.includes(cannot) &&
  (isAll(which) || ((which.is === "pools" || which.is === "subnets") && cannot !== "run"));

export function gravityOf(hurt: Hurt): Gravity {
  switch (hurt.on) {
    case "apiServer":
      return "all";
    case "nodes":
      return areDown(hurt) ? "all" : "part";
    case "pods":
      return isAll(hurt.which) ? "all" : "part";
    case "operations":
    case "people":
      return "part";
    case "requester":
      return "requester";
  }
}

// For whoever keeps a diagnosis beside others, as an incident does.

type Seen = Readonly<{
  impact: Impact | null;
  rootCause: Pick<RootCause, "check" | "resourceId"> | null;
}>;

/** Who is hurt, by which finding, and at which component of Azure; the same cause at the same component is the same fault. */
export const whatHurts = ({ impact, rootCause }: Seen) => ({
  impact,
  component: rootCause?.resourceId ?? null,
  causeId: rootCause?.check ?? null,
});
