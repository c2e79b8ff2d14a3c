// What the cluster or an access path to it needs, as questions about the network: data, so that they can be asked again of a
// network that was repaired.
import { anywhere, type Flow, https, type NetworkLocation, serviceTitle } from "../network/address/packet.ts";
import { component, type NetworkModel } from "../network/model/model.ts";
import {
  gravity,
  open,
  passes,
  type Step,
  stops,
  type Trace,
  traceOf,
  unread,
} from "../network/model/step.ts";
import { answersOf, resolve } from "../network/name/resolve.ts";
import { leave } from "../network/walk/egress-walk.ts";
import { type NodeProxy, toProxy } from "../network/walk/proxy.ts";
import { walk } from "../network/walk/walk.ts";
import type { Called } from "../outcome/called.ts";
import type { Evidence } from "../outcome/check.ts";
import type { Unavailable } from "../snapshot/section.ts";

export type RequirementId =
  | "nodes.api"
  | "api.nodes"
  | "nodes.nodes"
  | "pods.dns"
  | "nodes.services"
  | "nodes.dns"
  | "nodes.egress"
  | "people.api"
  | "container.api"
  | "shell.api"
  | "desktop.api"
  | "gateway.api"
  | "gateway.name"
  | "bastion.jump"
  | "jump.entry"
  | "bastion.api";

/** Why it is not known where the API server stands. */
export type Unplaced = Pick<Unavailable, "message" | "needs">;

export type ReachabilityQuestion = Readonly<
  /**
   * The name has to be answered with `wanted`: another address leads elsewhere, or to a further endpoint, if there is one.
   * While that is not known: why.
   */
  | { ask: "name"; from: NetworkLocation; name: string; wanted: string | Unplaced; further?: string }
  /** `mayListen`: whether anything takes connections on that port, nobody knows. */
  | { ask: "connection"; flow: Flow; mayListen?: boolean }
  /** A name on the Internet, on 443, through the firewall that the place leaves by. */
  | { ask: "internet"; from: NetworkLocation; name: string }
  /** What the nodes leave by, on its port. */
  | { ask: "proxy"; from: NetworkLocation; proxy: NodeProxy }
>;

/** All questions of a way have to be delivered, of `one` way or of `each`; `oneOfEach`: of one from each place. */
export type Requirement = Readonly<{
  id: RequirementId;
  /** Who cannot do without it: the cluster itself, people who come in, or some of what runs in the cluster. */
  for: "cluster" | "people" | "workloads";
  enough: "one" | "each" | "oneOfEach";
  ways: readonly (readonly ReachabilityQuestion[])[];
}>;

// A need, proved or not: every question with the steps that it met.

/** `to` is the name, or the address with `service`. */
export type Walked = Readonly<{
  from: Called;
  to: string;
  service: string | null;
  trace: Trace;
  /** The address is where the API server is said to stand. */
  isApi?: true;
}>;

export type RequirementResult = Pick<Requirement, "id" | "for"> &
  Readonly<{ end: Trace["end"]; walks: readonly Walked[] }>;

/** The step on which it hangs that it is not met; null where it is. */
export function decidingStep({
  walks,
  end,
}: RequirementResult): Readonly<{ walked: Walked; step: Step }> | null {
  const state = end === "stopped" ? "stops" : "unknown";
  for (const walked of walks) {
    const step = walked.trace.steps.find((each) => each.state === state);
    if (step !== undefined) return { walked, step };
  }
  return null;
}

/**
 * The resource that a step is about. A DNS server may be none of Azure's: then the network whose setting it is, where no
 * other server passed the question on.
 */
export function resourceAtStop({
  walked: { trace },
  step,
}: Readonly<{ walked: Walked; step: Step }>): string | null {
  const { id, kind } = step.component;
  if (kind !== "dnsServer" || id !== null) return id;
  const [asking, ...others] = trace.steps.filter(({ reason }) => reason.is === "asksServers");
  return others.length === 0 ? (asking?.component.id ?? null) : null;
}

/** A branch may have dozens of ranges and a cluster many pools: each is walked and judged, and so many are kept. */
const mostKept = 24;

/** For an answer: the gravest walks first. */
export const truncateWalks = (requirement: RequirementResult): RequirementResult => {
  const { walks } = requirement;
  if (walks.length <= mostKept) return requirement;
  const byGravity = walks.toSorted((one, other) => gravity[one.trace.end] - gravity[other.trace.end]);
  return { ...requirement, walks: byGravity.slice(0, mostKept) };
};

/** Where a walk ends, and why: who asked for what, and the step that decides. */
export type Stop = Readonly<{ walked: Omit<Walked, "trace">; step: Step }>;

/** Without the other steps, which stand with the need. */
export const stopAt = ({
  walked: { trace: _, ...walked },
  step,
}: Readonly<{ walked: Walked; step: Step }>): Stop => ({
  walked,
  step,
});

/** Where it leads, for a list of what was looked at. */
export const evidenceOf = ({ from, to, service }: Stop["walked"]): Evidence => ({
  is: "way",
  from,
  to,
  service,
});

// Asks the questions of a need of one network.

type NameQuestion = Extract<ReachabilityQuestion, Readonly<{ ask: "name" }>>;

/** What the record has to say is known here, and not where it is looked up. */
const wanting = (step: Step, wanted: NameQuestion["wanted"]): Step =>
  step.reason.is === "recordMissing" && typeof wanted === "string"
    ? { ...step, reason: { ...step.reason, wanted } }
    : step;

const nowhere = (why: Unplaced): Step => unread({ kind: "privateEndpoint", name: "", id: null }, why);

function answerOf(model: NetworkModel, { from, name, wanted, further }: NameQuestion): Trace {
  const trace = resolve(model, from, name);
  const addresses = answersOf(trace);
  if (trace.end !== "delivered") return { ...trace, steps: trace.steps.map((step) => wanting(step, wanted)) };
  if (typeof wanted !== "string") return traceOf([...trace.steps, nowhere(wanted)]);
  const last = trace.steps.at(-1);
  const at = last?.component ?? component("network", from.networkId);
  if (addresses.includes(wanted)) return traceOf([...trace.steps, passes(at, { is: "answerRight", wanted })]);
  if (further !== undefined)
    return traceOf([
      ...trace.steps,
      open(at, "notAsked", { is: "answerElsewhere", addresses, endpoint: further }),
    ]);
  const stale = { is: "answerStale", addresses, wanted } as const;
  if (last?.reason.is !== "recordFound") return traceOf([...trace.steps, stops(at, stale)]);
  const { zoneId, label } = last.reason;
  const record = { ...last.component, id: `${zoneId}/A/${label}` };
  return traceOf([...trace.steps, stops(record, { ...stale, zoneId, label })]);
}

export function ask(model: NetworkModel, question: ReachabilityQuestion): Walked {
  if (question.ask === "name") {
    const { from, name } = question;
    return { from: from.name, to: name, service: null, trace: answerOf(model, question) };
  }
  if (question.ask === "internet") {
    const { from, name } = question;
    return { from: from.name, to: name, service: serviceTitle(https), trace: leave(model, from, name) };
  }
  if (question.ask === "proxy") {
    const { from, proxy } = question;
    const service = serviceTitle({ protocol: "Tcp", port: proxy.port });
    return { from: from.name, to: proxy.host, service, trace: toProxy(model, from, proxy) };
  }
  const { flow, mayListen = false } = question;
  const { from } = flow;
  const to = flow.toSeenAs ?? flow.to;
  const trace = walk(model, flow);
  const at = trace.steps.at(-1)?.component ?? component("network", from.networkId);
  const unseen = open(at, "notShown", { is: "listenerUnseen", port: flow.port });
  const asked = mayListen && trace.end === "delivered" ? traceOf([...trace.steps, unseen]) : trace;
  return {
    from: from.name,
    to,
    service: serviceTitle(flow),
    trace: asked,
    ...(flow.isHeld ? { isApi: true } : {}),
  };
}

/** Of everything that has to be delivered: one certain stop is enough. */
function all(ends: readonly Trace["end"][]): Trace["end"] {
  if (ends.includes("stopped")) return "stopped";
  return ends.length === 0 || ends.includes("unknown") ? "unknown" : "delivered";
}

/** Of everything of which one is enough. */
function any(ends: readonly Trace["end"][]): Trace["end"] {
  if (ends.includes("delivered")) return "delivered";
  return ends.length === 0 || ends.includes("unknown") ? "unknown" : "stopped";
}

const startOf = ([first]: readonly ReachabilityQuestion[]): string => {
  const from = first === undefined ? undefined : first.ask === "connection" ? first.flow.from : first.from;
  if (from === undefined) return "";
  // Twin connections to one range back each other up. What is behind others, Azure was not told: each counts.
  const name = from.over !== undefined && from.address !== anywhere ? "" : from.name;
  return `${from.subnetId}|${from.address}|${JSON.stringify(name)}`;
};

type Way = Requirement["ways"][number];

/** Ways of which one is enough; each of these has to be met. */
function choicesOf({ enough, ways }: Requirement): readonly (readonly Way[])[] {
  if (enough === "one") return [ways];
  return enough === "each" ? ways.map((way) => [way]) : [...Map.groupBy(ways, startOf).values()];
}

type Choice = Readonly<{ ways: readonly Way[]; walks: readonly Walked[]; end: Trace["end"] }>;

function choose(model: NetworkModel, ways: readonly Way[]): Choice {
  const walked = ways.map((way) => way.map((question) => ask(model, question)));
  return {
    ways,
    walks: walked.flat(),
    end: any(walked.map((way) => all(way.map(({ trace }) => trace.end)))),
  };
}

/** The walks on which it hangs come first: one that stops beside another that delivers is not why it is not met. */
export function evaluate(model: NetworkModel, need: Requirement): RequirementResult {
  const choices = choicesOf(need).map((ways) => choose(model, ways));
  const end = all(choices.map((each) => each.end));
  const isMet = (each: Choice): boolean => need.enough === "oneOfEach" && each.end !== end;
  const ordered = [...choices.filter((each) => !isMet(each)), ...choices.filter(isMet)];
  const walks = ordered.flatMap((each) => each.walks);
  return { id: need.id, for: need.for, end, walks };
}

/** What is left to ask of a need that is not met. */
export const unmetIn = (model: NetworkModel, need: Requirement): readonly ReachabilityQuestion[] =>
  choicesOf(need)
    .map((ways) => choose(model, ways))
    .filter(({ end }) => end !== "delivered")
    .flatMap(({ ways }) => ways.flat());
