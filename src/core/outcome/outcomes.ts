// Short ways to write what a check found, and how findings about several networks become one.

import { type Fix, joinFixes } from "../fix/write/fix.ts";
import type { Permission } from "../snapshot/rights.ts";
import type { Unavailable } from "../snapshot/section.ts";
import { distinct } from "../text/distinct.ts";
import type { Outcome } from "./check.ts";
import type { Evidence, Fact, SharedFact } from "./fact.ts";

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
export const warn = <const F extends Fact>(found: Found<F>, more: Details = {}): Outcome<F> => ({
  status: "warn",
  facts: factsOf(found),
  ...details(more),
});
/** All works, and yet it might be better. */
export const advise = <const F extends Fact>(found: Found<F>, more: Details = {}): Outcome<F> => ({
  status: "warn",
  facts: factsOf(found),
  advice: true,
  ...details(more),
});
export const fail = <const F extends Fact>(found: Found<F>, more: Details = {}): Outcome<F> => ({
  status: "fail",
  facts: factsOf(found),
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
