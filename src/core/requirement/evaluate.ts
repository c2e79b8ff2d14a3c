// Asks the questions of a need of one network.
import { anywhere, https, titleOf } from "../network/address/packet.ts";
import { component, type NetworkModel } from "../network/model/model.ts";
import { open, passes, type Step, stops, type Trace, traceOf } from "../network/model/step.ts";
import { answersOf, resolve } from "../network/name/resolve.ts";
import { leave } from "../network/walk/egress-walk.ts";
import { toProxy } from "../network/walk/proxy.ts";
import { walk } from "../network/walk/walk.ts";
import type { Question, Requirement } from "./requirement.ts";
import type { RequirementResult, Walked } from "./requirement-result.ts";

type NameQuestion = Extract<Question, Readonly<{ ask: "name" }>>;

/** What the record has to say is known here, and not where it is looked up. */
const wanting = (step: Step, wanted: string | null): Step =>
  step.reason.is === "recordMissing" && wanted !== null
    ? { ...step, reason: { ...step.reason, wanted } }
    : step;

const nowhere = open(
  { kind: "privateEndpoint", name: "", id: null },
  { is: "unread", message: { is: "apiPlaceNotRead" } },
);

function answerOf(model: NetworkModel, { from, name, wanted, further }: NameQuestion): Trace {
  const trace = resolve(model, from, name);
  const addresses = answersOf(trace);
  if (trace.end !== "delivered") return { ...trace, steps: trace.steps.map((step) => wanting(step, wanted)) };
  if (wanted === null) return traceOf([...trace.steps, nowhere]);
  const last = trace.steps.at(-1);
  const at = last?.component ?? component("network", from.networkId);
  if (addresses.includes(wanted)) return traceOf([...trace.steps, passes(at, { is: "answerRight", wanted })]);
  if (further !== undefined)
    return traceOf([...trace.steps, open(at, { is: "answerElsewhere", addresses, endpoint: further })]);
  const stale = { is: "answerStale", addresses, wanted } as const;
  if (last?.reason.is !== "recordFound") return traceOf([...trace.steps, stops(at, stale)]);
  const { zoneId, label } = last.reason;
  const record = { ...last.component, id: `${zoneId}/A/${label}` };
  return traceOf([...trace.steps, stops(record, { ...stale, zoneId, label })]);
}

export function ask(model: NetworkModel, question: Question): Walked {
  if (question.ask === "name") {
    const { from, name } = question;
    return { from: from.name, to: name, service: null, trace: answerOf(model, question) };
  }
  if (question.ask === "internet") {
    const { from, name } = question;
    return { from: from.name, to: name, service: titleOf(https), trace: leave(model, from, name) };
  }
  if (question.ask === "proxy") {
    const { from, proxy } = question;
    const service = titleOf({ protocol: "Tcp", port: proxy.port });
    return { from: from.name, to: proxy.host, service, trace: toProxy(model, from, proxy) };
  }
  const { flow, mayListen = false } = question;
  const { from } = flow;
  const to = flow.toSeenAs ?? flow.to;
  const trace = walk(model, flow);
  const at = trace.steps.at(-1)?.component ?? component("network", from.networkId);
  const unseen = open(at, { is: "listenerUnseen", port: flow.port });
  const asked = mayListen && trace.end === "delivered" ? traceOf([...trace.steps, unseen]) : trace;
  return {
    from: from.name,
    to,
    service: titleOf(flow),
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

const startOf = ([first]: readonly Question[]): string => {
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
export const unmetIn = (model: NetworkModel, need: Requirement): readonly Question[] =>
  choicesOf(need)
    .map((ways) => choose(model, ways))
    .filter(({ end }) => end !== "delivered")
    .flatMap(({ ways }) => ways.flat());
