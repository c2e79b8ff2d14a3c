// What a check is and what it answers. A check judges a snapshot; it reads nothing itself.
import { type Fix, joinFixes } from "../fix/write/fix.ts";
import type { Permission } from "../snapshot/rights.ts";
import type { Unavailable } from "../snapshot/section.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";
import { distinct } from "../text/distinct.ts";
import type { Called } from "./called.ts";
import type { Columns } from "./columns.ts";

// What is found, as data: an id and its values. How that is said stands in a catalogue beside the doors.

export type Fact = Readonly<{ is: string }>;

/** What is called by its kind and its name; the name is left empty where there is but one, as the cluster's network. */
export type Thing = Readonly<{ kind: ThingKind; name: string }>;

export type ThingKind =
  | "agent"
  | "apiBalancer"
  | "bastion"
  | "cluster"
  | "clusterBalancer"
  | "clusterNetwork"
  | "clusterPods"
  | "clusterServices"
  | "endpoint"
  | "endpointConnection"
  | "endpointInterface"
  | "endpointsSubnet"
  | "furtherEndpoint"
  | "named"
  | "natGateway"
  | "network"
  | "nodesBalancer"
  | "nodesSubnet"
  | "pool"
  | "systemPool"
  | "vpnClients"
  | "vpnGateway"
  | "zone";

/** Of which a word is one. */
export type WordKind =
  | "health"
  | "mode"
  | "networkPolicy"
  | "nodeProvisioning"
  | "outboundType"
  | "plugin"
  | "pluginMode"
  | "powerState"
  | "priority"
  | "sku"
  | "state"
  | "system"
  | "zoneMode";

/** What becomes of a cluster that comes or goes. */
export type Passage = "creating" | "starting" | "stopping" | "deleting";

/** What an operation of Azure holds, and the state that says so. */
export type Operation = Readonly<{ of: Thing; state: string }>;

/** What any finding may say, whatever it is about. */
export type SharedFact = Readonly<
  | { is: "unread"; why: Unavailable["message"]; needs: readonly Permission[] }
  /** A word that nobody here knows; empty where Azure says none. */
  | { is: "strangeWord"; of: Thing; kind: WordKind; word: string }
  | { is: "changeCanceled"; of: Thing }
  /** It may work all the same. */
  | { is: "changeFailed"; of: Thing }
  | { is: "inState"; of: Thing; state: string }
  /** And what to wait for. */
  | { is: "passing"; cluster: string; passage: Passage }
  /** It is not judged meanwhile. */
  | { is: "notWhilePassing"; passage: Passage }
  | { is: "notWhileStopped" }
  /** It is about whoever asks, and nobody did. */
  | { is: "aboutNobody" }
>;

/** A range of addresses, and whose it is. */
type Ranged = Readonly<{ of: Thing; range: string }>;

/** Two ranges that overlap. */
export type Clash = Readonly<{ one: Ranged; other: Ranged }>;

/** What was seen: what was read, a change, a way that was walked, ranges that overlap, or that a failed operation has no error. */
export type Evidence =
  | Columns
  | Readonly<{ is: "change"; change: ResourceChange }>
  /** `service`: null where a name was asked for. */
  | Readonly<{ is: "way"; from: Called; to: string; service: string | null }>
  | Readonly<{ is: "noErrorNamed" }>
  | (Clash & Readonly<{ is: "clash" }>);

export type Severity = "critical" | "high" | "medium" | "low" | "info";
export type CheckStatus = "pass" | "warn" | "fail" | "notAssessed" | "notApplicable" | "notConfigured";

/** `F`: what it may find. */
export type Outcome<F extends Fact = SharedFact> = Readonly<
  | { status: "pass"; facts: readonly F[]; evidence?: readonly Evidence[] }
  | {
      status: "warn" | "fail";
      facts: readonly F[];
      resourceId?: string;
      evidence?: readonly Evidence[];
      fix?: Fix;
      /** The need that it stops, where a walk tells it. */
      need?: string;
      /** Of a warning: all works, and yet it might be better. It does not move the verdict. */
      advice?: true;
    }
  | {
      status: "notAssessed";
      facts: readonly F[];
      needs: readonly Permission[];
      /** The need of which it is open, where a walk tells it. */
      need?: string;
      /** Azure shows it to nobody, however much they may read: said, and no doubt about the cluster. */
      limit?: true;
    }
  | { status: "notApplicable" | "notConfigured"; facts: readonly F[] }
>;

/** Whatever found it: what it says is known by its id. */
export type CheckResult = Readonly<{ id: string; severity: Severity; explainedBy?: string }> & Outcome<Fact>;

// Short ways to write what a check found, and how findings about several networks become one.

type Details = Readonly<{
  resourceId?: string | undefined;
  evidence?: readonly Evidence[] | undefined;
  fix?: Fix | null | undefined;
}>;

const details = ({ resourceId, evidence, fix }: Details) => ({
  ...(resourceId === undefined ? {} : { resourceId }),
  ...(evidence === undefined ? {} : { evidence }),
  ...(fix === undefined || fix === null ? {} : { fix }),
});

/** One fact, or several that are said one after the other. */
type Found<F extends Fact> = F | readonly F[];

const isSeveral = <F extends Fact>(found: Found<F>): found is readonly F[] => Array.isArray(found);
const factsOf = <F extends Fact>(found: Found<F>): readonly F[] => (isSeveral(found) ? found : [found]);

export const pass = <const F extends Fact>(found: Found<F>, evidence?: readonly Evidence[]): Outcome<F> => ({
  status: "pass",
  facts: factsOf(found),
  ...(evidence === undefined ? {} : { evidence }),
});
const problem =
  (status: "warn" | "fail") =>
  <const F extends Fact>(found: Found<F>, more: Details = {}): Outcome<F> => ({
    ...{ status, facts: factsOf(found) },
    ...details(more),
  });
export const warn = problem("warn");
export const fail = problem("fail");
/** All works, and yet it might be better. */
export const advise = <const F extends Fact>(found: Found<F>, more: Details = {}): Outcome<F> => ({
  status: "warn",
  facts: factsOf(found),
  advice: true,
  ...details(more),
});
export const notAssessed = <const F extends Fact>(
  found: Found<F>,
  needs: readonly Permission[] = [],
): Outcome<F> => ({
  status: "notAssessed",
  facts: factsOf(found),
  needs,
});
/** What Azure shows nobody. */
export const beyond = <const F extends Fact>(found: Found<F>): Outcome<F> => ({
  status: "notAssessed",
  facts: factsOf(found),
  needs: [],
  limit: true,
});
/** Counts only where that need is in doubt. */
export const openFor = <F extends Fact>(outcome: Outcome<F>, need: string): Outcome<F> =>
  outcome.status === "notAssessed" ? { ...outcome, need } : outcome;
export const notApplicable = <const F extends Fact>(found: Found<F>): Outcome<F> => ({
  status: "notApplicable",
  facts: factsOf(found),
});
export const notConfigured = <const F extends Fact>(found: Found<F>): Outcome<F> => ({
  status: "notConfigured",
  facts: factsOf(found),
});

/** What could not be read, with what would settle it: `needs` keeps the ids. */
export const unread = ({ message, needs }: Pick<Unavailable, "message" | "needs">): Outcome<SharedFact> =>
  notAssessed({ is: "unread", why: message, needs }, needs);

type Problem<F extends Fact> = Extract<Outcome<F>, Readonly<{ status: "warn" | "fail" }>>;
const isFail = <F extends Fact>(outcome: Outcome<F>): outcome is Problem<F> => outcome.status === "fail";
const isWarn = <F extends Fact>(outcome: Outcome<F>): outcome is Problem<F> => outcome.status === "warn";

/** What several say alike is said once. */
const allFacts = <F extends Fact>(outcomes: readonly Outcome<F>[]): readonly F[] =>
  distinct(outcomes.flatMap(({ facts }) => facts));

const evidenceOf = (outcomes: readonly Readonly<{ evidence?: readonly Evidence[] }>[]): readonly Evidence[] =>
  distinct(outcomes.flatMap(({ evidence }) => evidence ?? []));

/** One problem made of several: the first names the resource, all fixes are to be run. */
function together<F extends Fact>(outcomes: readonly Problem<F>[], status: "fail" | "warn"): Outcome<F> {
  const fix = joinFixes(outcomes.flatMap(({ fix }) => fix ?? []));
  const evidence = evidenceOf(outcomes);
  const more = { resourceId: outcomes[0]?.resourceId, evidence, fix };
  if (status === "fail") return fail(allFacts(outcomes), more);
  const isAdvice = outcomes.every((each) => each.status === "warn" && each.advice === true);
  return (isAdvice ? advise : warn)(allFacts(outcomes), more);
}

/**
 * Several places judged for one question. Where one place fails and another works it is a warning, and where another
 * may work it is open, unless `strict`: then every place must do.
 */
export function combine<F extends Fact>(outcomes: readonly Outcome<F>[], strict: boolean): Outcome<F> {
  const fails = outcomes.filter(isFail);
  const warns = outcomes.filter(isWarn);
  const passes = outcomes.filter((outcome) => outcome.status === "pass");
  const unknown = outcomes.filter((outcome) => outcome.status === "notAssessed");
  const works = !strict && passes.length + warns.length > 0;
  const mayWork = !strict && unknown.length > 0;
  if (fails.length > 0 && (works || !mayWork)) return together(fails, works ? "warn" : "fail");
  if (unknown.length > 0) {
    const facts = allFacts([...fails, ...unknown]);
    return unknown.every(({ limit }) => limit === true)
      ? beyond(facts)
      : notAssessed(
          facts,
          unknown.flatMap(({ needs }) => needs),
        );
  }
  if (warns.length > 0) return together(warns, "warn");
  const [first] = passes;
  if (first === undefined) return notApplicable(allFacts(outcomes));
  return pass(allFacts(passes), evidenceOf(passes));
}

/** Of what is no more than advice, wherever some of it was not read. */
export function combineAdvice<F extends Fact>(outcomes: readonly Outcome<F>[]): Outcome<F> {
  const advice = outcomes.filter(isWarn);
  return combine<F>(advice.length > 0 ? advice : outcomes, true);
}
