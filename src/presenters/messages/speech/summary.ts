// The one sentence that stands first in a diagnosis: each part of it that is a sentence already is said before.
import type { PathReason } from "../../../core/access/access-path.ts";
import { smallestRole } from "../../../core/access/roles.ts";
import type { Diagnosis } from "../../../core/diagnosis/diagnosis.ts";
import type {
  Beyond,
  DoubtPlace,
  Hint,
  Limit,
  Stated,
  Summary,
  SummaryDoubt,
  Unjudged,
  UntestedSummary,
} from "../../../core/diagnosis/summary-data.ts";
import type { Step } from "../../../core/network/model/step.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import type { Permission } from "../../../core/snapshot/rights.ts";
import { type Says, say } from "../says.ts";

/** `on`: the name of a scope. */
type Right = Readonly<{ action: string; role: string; on: string }>;
type RoleOn = Readonly<{ role: string; on: string }>;

/** Sentences end with a full stop; `hint` and `unjudged` stand inside one. */
type Said = Readonly<
  | { is: "throttled"; open: number; seconds: number }
  | { is: "lockedOut"; lack: string; open: number; roles: readonly RoleOn[] }
  | { is: "place"; place: string; fine: boolean }
  | { is: "notProved"; doubt: string; needs: Right | null }
  | { is: "openChecks"; open: number; needs: Right | null; first: string | null }
  | { is: "lackOnly"; lack: string }
  | { is: "hint"; hint: string; beyond: readonly string[] }
  | { is: "sound"; apart: boolean; unjudged: readonly string[]; beyond: readonly string[] }
  | { is: "noPath"; reason: string }
  | { is: "fault" }
  | { is: "warning"; told: string; place: string | null }
>;

export type SummaryWords = Readonly<{
  said: Says<Said, [cluster: string]>;
  places: Says<DoubtPlace, [cluster: string]>;
  hints: Readonly<Record<Hint, string>>;
  unjudged: Readonly<Record<Unjudged, string>>;
  /** A doubt about which there is no step to tell of. */
  noSubnet: string;
  limits: Readonly<{
    /** Who can look where Azure shows nothing. */
    runs: (component: string) => string;
    runsFarSide: string;
    managerRules: string;
    whoHas: (action: string, scope: string, role: string) => string;
  }>;
}>;

type Others = Readonly<{
  sayFound: (stated: Stated) => string;
  sayStep: (step: Step) => string;
  sayReason: (reason: PathReason) => string;
  sayTested: (tested: Extract<Summary, { is: "tested" }>, cluster: string, rest: string) => string;
}>;

type Speech = SummaryWords & Others;

const rightOf = (missing: Permission | null): Right | null =>
  missing && { action: missing.action, role: smallestRole(missing.action), on: nameOf(missing.scope) };

const sayDoubt = (doubt: SummaryDoubt, { noSubnet, sayStep }: Speech): string =>
  doubt === null ? noSubnet : sayStep(doubt);

function sayLimit(limit: Limit, { limits, sayStep }: Speech) {
  const { tell } = limit;
  if (limit.is === "managerRules") {
    const { action, scope } = limit.missing;
    return { what: limits.managerRules, who: limits.whoHas(action, scope, smallestRole(action)), tell };
  }
  const { step, who } = limit;
  const runs = who.runs === "component" ? limits.runs(who.name) : limits.runsFarSide;
  return { what: sayStep(step), who: runs, tell };
}

function sayBeyond(each: Beyond, speech: Speech): string {
  if (each.is === "doubt") return sayDoubt(each.doubt, speech);
  return each.is === "limit" ? sayLimit(each.limit, speech).what : speech.sayReason(each.reason);
}

/** What is said of it by its own words; the rest says a finding. */
function saidOf(it: UntestedSummary, cluster: string, speech: Speech): Said | string {
  const { sayFound, hints, unjudged } = speech;
  const place = (of: DoubtPlace): string => say(speech.places, of, cluster);
  const beyond = (limits: readonly Beyond[]) => limits.map((each) => sayBeyond(each, speech));
  switch (it.is) {
    case "told":
      return sayFound(it.told);
    case "lockedOut": {
      const roles = it.grants.map(({ role, scope }) => ({ role, on: nameOf(scope) }));
      return { is: it.is, lack: sayFound(it.lack), open: it.open, roles };
    }
    case "place":
      return { ...it, place: place(it.place) };
    case "notProved":
      return { is: it.is, doubt: sayDoubt(it.doubt, speech), needs: rightOf(it.missing) };
    case "openChecks":
      return { ...it, needs: rightOf(it.missing), first: it.first && sayFound(it.first) };
    case "lackOnly":
      return { is: it.is, lack: sayFound(it.lack) };
    case "hint":
      return { is: it.is, hint: hints[it.hint], beyond: beyond(it.limits) };
    case "sound": {
      const open = it.unjudged.map((each) => unjudged[each]);
      return { is: it.is, apart: it.apart, unjudged: open, beyond: beyond(it.limits) };
    }
    case "noPath":
      return { is: it.is, reason: speech.sayReason(it.reason) };
    case "warning":
      return { is: it.is, told: sayFound(it.told), place: it.place && place(it.place) };
    default:
      return it as Said;
  }
}

function saySummary({ cluster: { name }, rootCause, summary }: Diagnosis, speech: Speech): string {
  const untested = summary.is === "tested" ? summary.rest : summary;
  const cause = rootCause === null ? "" : speech.sayFound(rootCause);
  const rest = untested.is === "cause" ? cause : say(speech.said, saidOf(untested, name, speech), name);
  return summary.is === "tested" ? speech.sayTested(summary, name, rest) : rest;
}

export function summarySpeech(words: SummaryWords, others: Others) {
  const speech = { ...words, ...others };
  return {
    saySummary: (diagnosis: Diagnosis): string => saySummary(diagnosis, speech),
    sayLimit: (limit: Limit) => sayLimit(limit, speech),
  };
}
