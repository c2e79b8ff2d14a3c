// Short ways to write what a check found, and how findings about several networks become one.

import { withoutIds } from "../snapshot/resource-id.ts";
import type { Permission, Unavailable } from "../snapshot/section.ts";
import type { Fix, Outcome } from "./check.ts";

type Details = Readonly<{
  resourceId?: string | undefined;
  evidence?: readonly string[] | undefined;
  fix?: Fix | null | undefined;
}>;

const details = ({ resourceId, evidence, fix }: Details) => ({
  ...(resourceId === undefined ? {} : { resourceId }),
  ...(evidence === undefined ? {} : { evidence }),
  ...(fix === undefined || fix === null ? {} : { fix }),
});

export const pass = (summary: string, evidence?: readonly string[]): Outcome => ({
  status: "pass",
  summary,
  ...(evidence === undefined ? {} : { evidence }),
});
export const warn = (summary: string, more: Details = {}): Outcome => ({
  status: "warn",
  summary,
  ...details(more),
});
/** All works, and yet it might be better. */
export const advise = (summary: string, more: Details = {}): Outcome => ({
  status: "warn",
  summary,
  advice: true,
  ...details(more),
});
export const fail = (summary: string, more: Details = {}): Outcome => ({
  status: "fail",
  summary,
  ...details(more),
});
export const notAssessed = (summary: string, needs: readonly Permission[] = []): Outcome => ({
  status: "notAssessed",
  summary,
  needs,
});
export const notApplicable = (summary: string): Outcome => ({ status: "notApplicable", summary });
export const notConfigured = (summary: string): Outcome => ({ status: "notConfigured", summary });

const needText = ({ action, scope }: Permission): string => `${action} on ${scope}`;

/** What could not be read, always with the action and the scope that would settle it, where one is known: `needs` keeps the ids. */
export const unread = ({ message, needs }: Pick<Unavailable, "message" | "needs">): Outcome => {
  const unsaid = needs.filter(({ action, scope }) => !message.includes(action) || !message.includes(scope));
  const missing = unsaid.map(needText).join(" and ");
  return notAssessed(withoutIds(unsaid.length === 0 ? message : `${message} It takes ${missing}.`), needs);
};

type Problem = Extract<Outcome, Readonly<{ status: "warn" | "fail" }>>;
const isFail = (outcome: Outcome): outcome is Problem => outcome.status === "fail";
const isWarn = (outcome: Outcome): outcome is Problem => outcome.status === "warn";

const sentences = (outcomes: readonly Outcome[]): string =>
  [...new Set(outcomes.map(({ summary }) => summary))].join(" ");

const evidenceOf = (outcomes: readonly Readonly<{ evidence?: readonly string[] }>[]): readonly string[] => [
  ...new Set(outcomes.flatMap(({ evidence }) => evidence ?? [])),
];

/** One problem made of several: the first names the resource, all fixes are to be run. */
function together(outcomes: readonly Problem[], status: "fail" | "warn"): Outcome {
  const fixes = outcomes.flatMap(({ fix }) => fix ?? []);
  const [first] = fixes;
  const fix = first && {
    commands: [...new Set(fixes.flatMap(({ commands }) => commands))],
    risk: [...new Set(fixes.map(({ risk }) => risk))].join(" "),
    disruptive: fixes.some(({ disruptive }) => disruptive),
    role: [...new Set(fixes.map(({ role }) => role))].join("; "),
  };
  const evidence = evidenceOf(outcomes);
  const more = { resourceId: outcomes[0]?.resourceId, evidence, fix };
  if (status === "fail") return fail(sentences(outcomes), more);
  const isAdvice = outcomes.every((each) => each.status === "warn" && each.advice === true);
  return (isAdvice ? advise : warn)(sentences(outcomes), more);
}

/**
 * Several places judged for one question. Where one place fails and another works it is a warning, and where another
 * may work it is open, unless `strict`: then every place must do.
 */
export function combine(outcomes: readonly Outcome[], strict: boolean): Outcome {
  const fails = outcomes.filter(isFail);
  const warns = outcomes.filter(isWarn);
  const passes = outcomes.filter((outcome) => outcome.status === "pass");
  const unknown = outcomes.filter((outcome) => outcome.status === "notAssessed");
  const works = !strict && passes.length + warns.length > 0;
  const mayWork = !strict && unknown.length > 0;
  if (fails.length > 0 && (works || !mayWork)) return together(fails, works ? "warn" : "fail");
  if (unknown.length > 0)
    return notAssessed(
      sentences([...fails, ...unknown]),
      unknown.flatMap(({ needs }) => needs),
    );
  if (warns.length > 0) return together(warns, "warn");
  const [first] = passes;
  if (first === undefined) return notApplicable(sentences(outcomes));
  return pass(sentences(passes), evidenceOf(passes));
}
