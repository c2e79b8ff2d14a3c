// Asks the questions of a need of one network.
import { https, titleOf } from "../network/flow.ts";
import { leave, waysOutOf } from "../network/leave.ts";
import { component, type NetworkModel } from "../network/model.ts";
import { answersOf, resolve } from "../network/resolve.ts";
import { stops, type Trace, traceOf } from "../network/step.ts";
import { walk } from "../network/walk.ts";
import type { Need, Question } from "./need.ts";
import type { Requirement, Walked } from "./requirement.ts";

type NameQuestion = Extract<Question, Readonly<{ ask: "name" }>>;
type InternetQuestion = Extract<Question, Readonly<{ ask: "internet" }>>;

function answerOf(model: NetworkModel, { from, name, wanted }: NameQuestion): Trace {
  const trace = resolve(model, from, name);
  const addresses = answersOf(trace);
  if (trace.end !== "delivered" || addresses.includes(wanted)) return trace;
  const at = trace.steps.at(-1)?.component ?? component("network", from.networkId);
  return traceOf([...trace.steps, stops(at, { is: "answerStale", addresses, wanted })]);
}

const gravity = { stopped: 0, unknown: 1, delivered: 2 } as const;

/** Which of two halves of the Internet a name lies in, nobody knows: the worse one counts. */
function outOf(model: NetworkModel, { from, name }: InternetQuestion): Trace {
  const traces = waysOutOf(model, from).map((way) => leave(from, way, name));
  return traces.toSorted((one, other) => gravity[one.end] - gravity[other.end])[0] ?? traceOf([]);
}

export function ask(model: NetworkModel, question: Question): Walked {
  if (question.ask === "name") {
    const { from, name } = question;
    return { from: from.name, to: name, service: null, trace: answerOf(model, question) };
  }
  if (question.ask === "internet") {
    const { from, name } = question;
    return { from: from.name, to: name, service: titleOf(https), trace: outOf(model, question) };
  }
  const { from, to } = question.flow;
  return { from: from.name, to, service: titleOf(question.flow), trace: walk(model, question.flow) };
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
  return from === undefined ? "" : `${from.subnetId}|${from.address}|${from.name}`;
};

function endOf(enough: Need["enough"], ways: Need["ways"], ends: readonly Trace["end"][]): Trace["end"] {
  if (enough !== "oneOfEach") return enough === "one" ? any(ends) : all(ends);
  const byPlace = Map.groupBy(ends.keys(), (index) => startOf(ways[index] ?? []));
  return all([...byPlace.values()].map((indexes) => any(indexes.flatMap((index) => ends[index] ?? []))));
}

export function evaluate(model: NetworkModel, { id, for: whose, enough, ways }: Need): Requirement {
  const walked = ways.map((way) => way.map((question) => ask(model, question)));
  const ends = walked.map((way) => all(way.map(({ trace }) => trace.end)));
  return { id, for: whose, end: endOf(enough, ways, ends), walks: walked.flat() };
}
