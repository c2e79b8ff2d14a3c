// Which way is drawn: the one on which the verdict hangs, else the requester's own.
import type { AccessPath } from "../access/access-path.ts";
import { isPublicPath } from "../access/path-registry.ts";
import type { RootCause } from "../diagnosis/cause.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { openIn, stoppedIn } from "../diagnosis/problem.ts";
import type { Thing } from "../finding/kit/check-meta.ts";
import type { StepState } from "../network/model/step.ts";
import { isSameCalled, rangeOf } from "../outcome/called.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { RequirementResult, Walked } from "../requirement/requirement.ts";
import { sameId } from "../snapshot/resource-id.ts";
import type { Client } from "../snapshot/snapshot.ts";
import {
  type DiagramPart,
  type DrawnPath,
  endsAtApiServer,
  merged,
  namesOf,
  partsByCheck,
  passing,
  shortened,
} from "./drawn-path.ts";
import { partsOfSteps } from "./part-of-step.ts";

// The strip of one way that was walked: a question for a name, where there is one, and the connection after it.

type WalkedPath = Readonly<{
  requirement: RequirementResult;
  name: Walked | null;
  connection: Walked | null;
}>;

/** A question for a name stands before the connection from the same place, which goes on where it ends. */
function wayWith(requirement: RequirementResult, walked: Walked): WalkedPath {
  const { walks } = requirement;
  const at = walks.indexOf(walked);
  const isName = walked.service === null;
  const neighbour = walks[at + (isName ? 1 : -1)];
  const other =
    neighbour && isSameCalled(neighbour.from, walked.from) && (neighbour.service === null) !== isName
      ? neighbour
      : null;
  return isName
    ? { requirement, name: walked, connection: other }
    : { requirement, name: other, connection: walked };
}

/** Whoever answers is asked on a way of its own, which is of interest only where it does not get there. */
function nameParts({ trace }: Walked): readonly DiagramPart[] {
  if (trace.end === "delivered") return [passing("name", "")];
  return partsOfSteps(trace.steps)
    .filter(({ state }) => state !== "passes")
    .map((part) => (part.thing === "appliance" ? { ...part, thing: "dnsServer" } : part));
}

const ends: Readonly<Record<RequirementResult["id"], Thing>> = {
  "nodes.api": "apiServer",
  "people.api": "apiServer",
  "container.api": "apiServer",
  "shell.api": "apiServer",
  "desktop.api": "apiServer",
  "gateway.api": "apiServer",
  "api.nodes": "nodes",
  "nodes.nodes": "nodes",
  "pods.dns": "dnsServer",
  "nodes.dns": "dnsServer",
  "nodes.egress": "internet",
  "gateway.name": "dnsServer",
  "bastion.jump": "jumpHost",
  "jump.entry": "jumpHost",
  "bastion.api": "apiServer",
  "nodes.services": "nodes",
};

/** The step that judges the target itself, where it is not reached for what it is. */
const isTarget = ({ to }: Walked, { reason }: DiagramPart): boolean =>
  reason !== null && (reason.is === "hopDown" || reason.is === "hopOpen") && reason.address === to;

function connectionParts(requirement: RequirementResult, walked: Walked): readonly DiagramPart[] {
  const thing = ends[requirement.id];
  const parts = partsOfSteps(walked.trace.steps);
  const last = parts.at(-1);
  if (last !== undefined && isTarget(walked, last))
    return [...parts.slice(0, -1), { ...last, thing, names: namesOf(walked.to) }];
  const state = walked.trace.end === "delivered" ? "passes" : "notReached";
  return [...parts, { thing, names: namesOf(walked.to), state, reason: null }];
}

/** `address`: the one that the requester told, where this is their way. */
function partsOfPath(
  { requirement, name, connection }: WalkedPath,
  address: string | undefined,
): readonly DiagramPart[] {
  const from = connection?.from ?? name?.from ?? "";
  const isNodes = requirement.for === "cluster";
  const own = requirement.id === "api.nodes" ? "apiServer" : "nodes";
  // The connection stands beside its range.
  const start =
    address === undefined || isNodes
      ? passing(isNodes ? own : "start", rangeOf(from) ?? from)
      : passing("you", address);
  return [
    start,
    ...(name === null ? [] : nameParts(name)),
    ...(connection === null ? [] : connectionParts(requirement, connection)),
  ];
}

type Cause = Pick<RootCause, "check" | "need" | "resourceId">;

/** A diagnosis, before it is put in words or after. */
type Drawable = Pick<Diagnosis, "verdict" | "outside" | "requirements"> &
  Readonly<{
    rootCause: Cause | null;
    checks: readonly Pick<CheckResult, "id" | "status">[];
    accessPaths: readonly Pick<AccessPath, "id" | "state" | "blockedBy" | "unconfirmed">[];
  }>;

const requirement = (
  { requirements }: Drawable,
  id: RequirementResult["id"],
): RequirementResult | undefined => requirements.find((each) => each.id === id);

const stepIn = ({ trace }: Walked, state: StepState) => trace.steps.find((step) => step.state === state);

const walkIn = (need: RequirementResult | undefined, state: StepState): Walked | undefined =>
  need?.walks.find((walked) => stepIn(walked, state) !== undefined);

/** Of a cause that a walk found, that walk; of one that a check found, the walk that stops at the same resource. */
function stoppedBy(diagnosis: Drawable, { need, resourceId }: Cause): RequirementResult | undefined {
  const stopped = diagnosis.requirements.filter(({ end }) => end === "stopped");
  return (
    stopped.find(({ id }) => need === id) ??
    stopped.find((each) => {
      const walked = walkIn(each, "stops");
      const step = walked && stepIn(walked, "stops");
      return step !== undefined && sameId(step.component.id ?? undefined, resourceId);
    })
  );
}

function drawnWalk(
  need: RequirementResult | undefined,
  state: StepState,
  address?: string,
): readonly DiagramPart[] | null {
  const walked = walkIn(need, state);
  return need === undefined || walked === undefined ? null : partsOfPath(wayWith(need, walked), address);
}

const startOf = ({ ip, virtualNetwork }: Client): DiagramPart => passing("you", ip ?? virtualNetwork ?? "");

/** A public API server asks nothing but the address of whoever comes. */
function publicWay(diagnosis: Drawable, client: Client): readonly DiagramPart[] | null {
  const isPublic = diagnosis.accessPaths.some((path) => isPublicPath(path) && path.state !== "notConfigured");
  if (!isPublic) return null;
  const ranges = diagnosis.checks.find(({ id }) => id === "api.authorized-ip-client");
  const check = { reason: null, check: "api.authorized-ip-client" };
  const part: Record<string, readonly DiagramPart[]> = {
    pass: [passing("ranges", "")],
    notAssessed: [{ thing: "ranges", names: [], state: "unknown", ...check }],
  };
  return [startOf(client), ...(part[ranges?.status ?? ""] ?? []), passing("apiServer", "")];
}

/** From where the requester said to be, else from where people come in. */
function ownWay(diagnosis: Drawable, client: Client): readonly DiagramPart[] | null {
  const { ip, stands } = client;
  const ofAddress = requirement(diagnosis, "gateway.api")?.walks.some(({ from }) => rangeOf(from) === ip);
  const order = ["gateway.api", "people.api"] as const;
  const overGateway = (ip !== undefined && ofAddress) || stands === "gateway";
  const need = (overGateway ? order : order.toReversed())
    .map((id) => requirement(diagnosis, id))
    .find((each) => each !== undefined);
  if (need === undefined) return publicWay(diagnosis, client);
  const ends = ["delivered", "unknown", "stopped"] as const;
  const walked = ends
    .map((end) => need.walks.filter(({ trace }) => trace.end === end).at(-1))
    .find((each) => each !== undefined);
  return walked === undefined ? null : partsOfPath(wayWith(need, walked), ip);
}

/** Nothing near the cluster holds the address that the requester told. */
function outsideWay({ outside }: Drawable): readonly DiagramPart[] | null {
  if (outside === undefined) return null;
  return [
    passing("you", outside.ip),
    {
      thing: "network",
      names: outside.entries,
      state: outside.mayBeLearned ? "unknown" : "stops",
      reason: null,
      check: "client.network",
    },
    { thing: "apiServer", names: [], state: "notReached", reason: null },
  ];
}

function deciding(diagnosis: Drawable, client: Client): readonly DiagramPart[] | null {
  const { rootCause, requirements, accessPaths, verdict } = diagnosis;
  if (rootCause !== null) {
    const stopped = drawnWalk(stoppedBy(diagnosis, rootCause), "stops", client.ip);
    if (stopped !== null) return stopped;
    const nodes = requirements.find((each) => each.for === "cluster")?.walks[0]?.from ?? "";
    const own = ownWay(diagnosis, client);
    const end = verdict === "broken" && own !== null ? endsAtApiServer(rootCause, own) : null;
    return end ?? partsByCheck(rootCause, own, { start: startOf(client), nodes });
  }
  const outside = outsideWay(diagnosis);
  if (outside !== null) return outside;
  if (verdict === "healthy") return null;
  return (
    drawnWalk(stoppedIn(requirements), "stops", client.ip) ??
    drawnWalk(openIn(requirements, accessPaths), "unknown", client.ip)
  );
}

/** Two things are no way: what is wrong with one of them is said already. */
const leastParts = 3;

function drawn(parts: readonly DiagramPart[], decides: boolean): DrawnPath | null {
  const finished = shortened(merged(parts));
  return finished.length < leastParts ? null : { decides, parts: finished };
}

/** Null where nothing was walked and no check knows the way either. */
export function drawPath(diagnosis: Drawable, client: Client): DrawnPath | null {
  const decides = deciding(diagnosis, client);
  if (decides !== null) return drawn(decides, true);
  const own = ownWay(diagnosis, client);
  const isOpen = diagnosis.verdict === "unknown" && own?.some(({ state }) => state === "unknown");
  return own === null ? null : drawn(own, isOpen === true);
}
