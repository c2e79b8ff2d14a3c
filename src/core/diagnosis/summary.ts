// The one sentence that stands first: the cause, or what is known instead.
import type { AccessPath } from "../access/access-path.ts";
import { smallestRole } from "../access/roles.ts";
import type { CheckResult } from "./check.ts";
import type { RootCause, Verdict } from "./diagnosis.ts";
import { isAboutRequester, rankLacks } from "./root-cause.ts";
import type { ClusterSnapshot } from "./snapshot.ts";
import { graveGaps, isUsable } from "./verdict.ts";

export type Findings = Readonly<{
  name: string;
  snapshot: ClusterSnapshot;
  results: readonly CheckResult[];
  paths: readonly AccessPath[];
  verdict: Verdict;
  rootCause: RootCause | null;
}>;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What would settle it: the first missing right, and the smallest role that has it. */
function unknownSentence({ name, snapshot, results }: Findings): string {
  const gaps = graveGaps(results, snapshot.client);
  const unreadable = gaps.find(({ id }) => id === "cluster.exists");
  if (unreadable !== undefined) return unreadable.summary;
  const count = gaps.length === 1 ? "one check" : `${gaps.length} checks`;
  const said = `Nothing broken was found on ${name}, but ${count} could not be assessed`;
  const [need] = gaps.flatMap(({ needs }) => needs);
  if (need !== undefined)
    return `${said}: it takes ${need.action} on ${need.scope} (role ${smallestRole(need.action)}).`;
  const [first] = gaps;
  return first === undefined ? `${said}.` : `${said}: ${lowerFirst(first.summary)}`;
}

function healthySentence({ name, results, paths }: Findings): string {
  const [lack] = rankLacks(results);
  if (lack !== undefined && !paths.some(isUsable))
    return `${name} is healthy, but you have no way in: ${lowerFirst(lack.summary)}`;
  const asked = results.find(
    ({ id, status }) => id === "api.authorized-ip-client" && status === "notAssessed",
  );
  return asked === undefined
    ? `Nothing on Azure's side keeps anyone from reaching ${name}.`
    : `Nothing is wrong with ${name} itself, but ${lowerFirst(asked.summary)}`;
}

export function summarize(findings: Findings): string {
  const { rootCause, verdict, results, name } = findings;
  if (rootCause !== null) return rootCause.summary;
  switch (verdict) {
    case "healthy":
      return healthySentence(findings);
    case "degraded":
    case "broken": {
      const warning = results.find((result) => result.status === "warn" && !isAboutRequester(result));
      return warning === undefined
        ? `${name} has a fault.`
        : `${name} can be reached, but: ${lowerFirst(warning.summary)}`;
    }
    case "unknown":
      return unknownSentence(findings);
  }
}
