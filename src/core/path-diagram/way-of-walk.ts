// The strip of one way that was walked: a question for a name, where there is one, and the connection after it.

import type { Thing } from "../finding/kit/check-meta.ts";
import { isSameCalled, rangeOf } from "../outcome/called.ts";
import type { RequirementResult, Walked } from "../requirement/requirement-result.ts";
import { namesOf, type Part, passing } from "./drawn-way.ts";
import { partsOfSteps } from "./part-of-step.ts";

export type WalkedWay = Readonly<{
  requirement: RequirementResult;
  name: Walked | null;
  connection: Walked | null;
}>;

/** A question for a name stands before the connection from the same place, which goes on where it ends. */
export function wayWith(requirement: RequirementResult, walked: Walked): WalkedWay {
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
function nameParts({ trace }: Walked): readonly Part[] {
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
const isTarget = ({ to }: Walked, { reason }: Part): boolean =>
  reason !== null && (reason.is === "hopDown" || reason.is === "hopOpen") && reason.address === to;

function connectionParts(requirement: RequirementResult, walked: Walked): readonly Part[] {
  const thing = ends[requirement.id];
  const parts = partsOfSteps(walked.trace.steps);
  const last = parts.at(-1);
  if (last !== undefined && isTarget(walked, last))
    return [...parts.slice(0, -1), { ...last, thing, names: namesOf(walked.to) }];
  const state = walked.trace.end === "delivered" ? "passes" : "notReached";
  return [...parts, { thing, names: namesOf(walked.to), state, reason: null }];
}

/** `address`: the one that the requester told, where this is their way. */
export function partsOfWay(
  { requirement, name, connection }: WalkedWay,
  address: string | undefined,
): readonly Part[] {
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
