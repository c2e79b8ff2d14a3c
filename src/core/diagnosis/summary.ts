// The one sentence that stands first: the cause, or what is known instead.
import type { AccessPath } from "../access/access-path.ts";
import { smallestRole } from "../access/roles.ts";
import type { Outside } from "../finding/client/outside.ts";
import type { CheckResult } from "../outcome/check.ts";
import { decidingStep, type Requirement } from "../requirement/requirement.ts";
import { isWithin, nameOf, sameId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { throttledFor } from "../snapshot/unread.ts";
import type { RootCause, Verdict } from "./diagnosis.ts";
import { doubtOf, isDoubt, limitsIn, openIn as openRequirement } from "./proof.ts";
import { gravestWarning, type Problem, rankLacks } from "./root-cause.ts";
import { hintFor } from "./symptoms.ts";
import { unseenRules } from "./unseen-rules.ts";
import { graveGaps, isDirect, isQuestionBack, isShut, isUsable } from "./verdict.ts";

export type Findings = Readonly<{
  name: string;
  snapshot: ClusterSnapshot;
  outside: Outside | null;
  results: readonly CheckResult[];
  requirements: readonly Requirement[];
  paths: readonly AccessPath[];
  verdict: Verdict;
  /** What failed; null where nothing did. */
  cause: RootCause | null;
}>;

/** Azure is called by its name in the middle of a sentence, too. */
const lowerFirst = (text: string): string =>
  /^Azure\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

const withoutStop = (text: string): string => text.replace(/\.$/, "");

/** What the asker lacks where that leaves no way in. */
const lockedOutBy = ({ results, paths }: Findings): Problem | undefined =>
  paths.some(isUsable) ? undefined : rankLacks(results)[0];

function outsideSentence({ name, paths }: Findings, { ip, entries, ...outside }: Outside): string {
  const canRun = paths.some((path) => path.id === "P13" && isUsable(path));
  const where = `${name} is private, and ${ip} is in none of the networks that reach it`;
  const doubt = outside.mayBeLearned ? " (whether it does over VPN or ExpressRoute is not judged)" : "";
  const connect = `connect to ${entries.join(" or ")} first (VPN, Bastion, ExpressRoute)`;
  return `${where}${doubt}: ${canRun ? `use the run command, or ${connect}` : connect}.`;
}

/** What is not known about where the asker sits, with what to do or to say; null where nothing is open. */
function placeSentence(findings: Findings): string | null {
  const { name, results, snapshot, outside } = findings;
  if (outside !== null) return outsideSentence(findings, outside);
  return results.some((result) => isQuestionBack(result, snapshot.client))
    ? `Whether your own address is authorized is not known: write "diagnose ${name} from 20.50.0.9" with your public address.`
    : null;
}

type Grant = Readonly<{ role: string; scope: string }>;

/** A role is held on all that lies in its scope. */
const holds = (held: Grant, { role, scope }: Grant): boolean =>
  held.role === role && isWithin(scope, held.scope) && !sameId(scope, held.scope);

/** The roles that would settle open checks: two are named, further ones counted. */
function withoutRoles(open: readonly CheckResult[]): string {
  const needs = open.flatMap((check) => (check.status === "notAssessed" ? check.needs : []));
  const grants = needs.map(({ action, scope }): Grant => ({ role: smallestRole(action), scope }));
  const apart = grants.filter((grant) => !grants.some((other) => holds(other, grant)));
  const roles = [...new Set(apart.map(({ role, scope }) => `${role} on ${nameOf(scope)}`))];
  if (roles.length === 0) return "";
  const further = roles.length - 2;
  const named = roles.slice(0, 2).join(further > 0 ? ", " : " and ");
  return ` without ${named}${further > 0 ? ` and ${further} more` : ""}`;
}

const openIn = (results: readonly CheckResult[]): readonly CheckResult[] =>
  results.filter(({ status }) => status === "notAssessed");

const isToldByWalk = (result: CheckResult): boolean => "need" in result;

/** What would settle it. */
function rightsOf(requirement: Requirement): string {
  const [need] = decidingStep(requirement)?.step.needs ?? [];
  return need === undefined
    ? ""
    : ` It takes ${need.action} on ${nameOf(need.scope)} (role ${smallestRole(need.action)}).`;
}

const countOf = (open: readonly CheckResult[]): string =>
  open.length === 1 ? "one check" : `${open.length} checks`;

/** What would settle it: time, where that is all that was missing; else the first missing right and the smallest role that has it. */
function unknownSentence(findings: Findings): string {
  const { name, snapshot, results } = findings;
  const wait = throttledFor(snapshot);
  if (wait !== null)
    return `Azure is throttling your requests, so ${countOf(openIn(results))} of ${name} could not be assessed in time: ask again in ${wait} s.`;
  const { requirements, paths } = findings;
  const gaps = graveGaps(results, snapshot.client).filter((gap) => isDoubt(gap, requirements, paths));
  const unreadable = gaps.find(({ id }) => id === "cluster.exists");
  if (unreadable !== undefined) return unreadable.summary;
  const moving = results.find(({ id, status }) => id === "cluster.power-state" && status === "warn");
  if (moving !== undefined) return moving.summary;
  const open = openIn(results);
  const count = countOf(open);
  const [need] = gaps.flatMap(({ needs }) => needs);
  const lack = lockedOutBy(findings);
  if (lack !== undefined)
    return `You have no way into ${name} right now: ${lowerFirst(withoutStop(lack.summary))}; ${count} could not be assessed${withoutRoles(open)}.`;
  const place = placeSentence(findings);
  if (gaps.length === 0 && place !== null)
    return findings.outside === null ? `Azure's side is fine; ${lowerFirst(place)}` : place;
  const doubt = openRequirement(requirements, paths);
  if (open.every(isToldByWalk) && doubt !== undefined)
    return `Nothing broken was found on ${name}, but not all that it needs is proved: ${doubtOf(doubt)}${rightsOf(doubt)}`;
  const said = `Nothing broken was found on ${name}, but ${count} could not be assessed`;
  if (need !== undefined)
    return `${said}: it takes ${need.action} on ${nameOf(need.scope)} (role ${smallestRole(need.action)}).`;
  const [first] = [...open.filter(({ id }) => id === "client.network"), ...gaps];
  return first === undefined ? `${said}.` : `${said}: ${lowerFirst(first.summary)}`;
}

/** What keeps the asker out comes before everything that is in order. */
function withLack(findings: Findings, otherwise: string): string {
  const lack = lockedOutBy(findings);
  return lack === undefined
    ? otherwise
    : `${findings.name} is healthy, but you have no way in: ${lowerFirst(lack.summary)}`;
}

const healthySentence = (findings: Findings): string => withLack(findings, soundSentence(findings));

/** By choice, or since both sides of a peering are gone: that is all that can be seen of it. */
const isApart = ({ paths }: Findings): boolean =>
  paths.some((path) => path.id === "P13" && isUsable(path)) &&
  paths.filter(isDirect).every(({ state }) => state === "notConfigured");

function soundSentence(findings: Findings): string {
  const { name } = findings;
  const place = placeSentence(findings);
  if (place !== null) return place;
  const hint = hintFor(findings.snapshot.client.symptom);
  const limits = limited(findings);
  if (hint !== undefined && limits === "") return `Azure's side of ${name} is fine; ${hint}.`;
  if (hint !== undefined) return `Nothing broken was found on ${name}${limits}; ${hint}.`;
  const rest = `${unread(findings)}${limits}.`;
  return isApart(findings)
    ? `${name} has no fault, and only the run command leads in: nothing joins its network with one that people are in${rest}`
    : `Nothing on Azure's side keeps anyone from reaching ${name}${rest}`;
}

/** What is not among what is read, and yet people or nodes need it, by the check that says that it is there. */
const unreadSettings: Readonly<Record<string, string>> = {
  "firewall.state": "the rules of the firewall that its nodes leave by are not judged",
  "dns.custom-servers": "what the networks' own DNS servers forward is not judged",
};

const isJudged = ({ requirements }: Findings, id: string): boolean =>
  id === "firewall.state" && requirements.some((each) => each.id === "nodes.egress");

const limited = ({ requirements, paths, snapshot }: Findings): string =>
  limitsIn(requirements, paths)
    .concat(unseenRules(snapshot.adminRulesRefused).map(({ what }) => what))
    .map((text) => `; ${lowerFirst(withoutStop(text))}`)
    .join("");

const unread = (findings: Findings): string =>
  findings.results
    .filter(({ id, status }) => status === "pass" && !isJudged(findings, id))
    .flatMap(({ id }) => unreadSettings[id] ?? [])
    .map((text) => `; ${text}`)
    .join("");

/** Where nobody knows whether the asker gets there, the sentence does not say that the cluster can be reached. */
function warningSentence(findings: Findings): string {
  const { name, results, paths } = findings;
  const blocked = paths.find(({ state }) => state === "blocked");
  if (blocked !== undefined && isShut(paths))
    return `No way into ${name} works from end to end: ${lowerFirst(blocked.reason)}`;
  const warning = gravestWarning(results);
  const place = placeSentence(findings);
  if (warning === undefined) return withLack(findings, place ?? `${name} has a fault.`);
  return place === null
    ? `${name} can be reached, but: ${lowerFirst(warning.summary)}`
    : `${warning.summary} ${place}`;
}

export function summarize(findings: Findings): string {
  if (findings.cause !== null) return findings.cause.summary;
  switch (findings.verdict) {
    case "healthy":
      return healthySentence(findings);
    case "degraded":
    case "broken":
      return warningSentence(findings);
    case "unknown":
      return unknownSentence(findings);
  }
}
