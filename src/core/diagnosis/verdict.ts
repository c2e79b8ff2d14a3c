// How the cluster is doing for whoever wants to reach it. What is not known never counts as healthy.
import type { AccessPath } from "../access/access-path.ts";
import { isDirect, leadsOverMachine } from "../access/path-kinds.ts";
import { isCut, isForAll, type Shown } from "../client-test/shown.ts";
import type { Outside } from "../finding/client/outside.ts";
import { metaOf } from "../inside/findings/finding-meta.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { Requirement } from "../requirement/requirement.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { Verdict } from "./diagnosis.ts";
import { isAboutRequester, isOnlyAdvice, isWarning, type Problem } from "./root-cause.ts";

export const isUsable = ({ state }: Pick<AccessPath, "state">): boolean =>
  state === "available" || state === "probable";

const isGrave = ({ severity }: CheckResult): boolean => severity === "critical" || severity === "high";

type WayState = Pick<AccessPath, "id" | "state" | "blockedBy">;

/** What only the asker lacks closes a way to them, not to everyone. */
const isLeft = (path: WayState): boolean =>
  isUsable(path) || (path.blockedBy.length > 0 && path.blockedBy.every((id) => isAboutRequester({ id })));

/** A direct way is left to somebody. */
export const isOpen = (paths: readonly WayState[]): boolean =>
  paths.some((path) => isDirect(path) && isLeft(path));

/** Each part of a way works somewhere, and yet no way works from end to end. */
export const isShut = (paths: readonly AccessPath[]): boolean =>
  !isOpen(paths) && paths.some((path) => isDirect(path) && path.state === "blocked");

/** Everyone, or nodes: without a way out they pull no images, and without system nodes or routes to pods nothing resolves. */
const cuts = ({ id }: Problem): boolean => {
  const meta = metaOf(id);
  return meta?.impact === "cuts" && (meta.scope === "cluster" || meta.scope === "nodes");
};

/** The cluster itself, or access for everyone, is cut, or no direct way is left. */
const cutsAccess = (faults: readonly Problem[], paths: readonly AccessPath[]): boolean =>
  faults.some((fault) => isGrave(fault) && cuts(fault)) || !isOpen(paths);

/** Switched off by whoever owns the cluster: said among the ways, and no failure of anything. */
export const isByChoice = ({ id }: Readonly<{ id: string }>): boolean => metaOf(id)?.impact === "intended";

/** Proved, or closed by nothing but what the asker lacks. */
const hasSure = (paths: readonly AccessPath[]): boolean =>
  paths.some((path) => isDirect(path) && path.state !== "probable" && isLeft(path));

/** While something is unread, a way that is not proved may be one all the same. */
const isAllRead = (results: readonly CheckResult[], client: Client): boolean =>
  results.every(
    (result) =>
      result.status !== "notAssessed" ||
      result.limit === true ||
      isOnlyAdvice(result) ||
      isQuestionBack(result, client),
  );

/** Walked up to the gateway from each range behind it: a way for whoever is there, though nobody said that the asker is. */
const leadsOverGateway = (requirements: readonly Requirement[]): boolean =>
  requirements.some(({ id, end }) => id === "gateway.api" && end === "delivered");

type Seen = Readonly<{
  results: readonly CheckResult[];
  paths: readonly AccessPath[];
  requirements: readonly Requirement[];
  client: Client;
}>;

/**
 * What is off on purpose is a fault only where nothing else leads in, as far as everything that was read says, or where
 * somebody asks about it.
 */
export function withoutChoices(
  faults: readonly Problem[],
  { results, paths, requirements, client }: Seen,
  suspects: ReadonlySet<string>,
): readonly Problem[] {
  const isSure = isAllRead(results, client) ? hasSure(paths) : isOpen(paths);
  const hasWay = isSure || leadsOverGateway(requirements);
  // Whatever has failed comes before what somebody wants to be so.
  const hasFailed =
    faults.some((fault) => !isByChoice(fault)) || requirements.some(({ end }) => end === "stopped");
  return faults.filter((fault) => !isByChoice(fault) || !(hasWay || hasFailed) || suspects.has(fault.id));
}

/** Nothing is broken, and yet somebody at an address that leads nowhere does not get there. */
export function placed(verdict: Verdict, outside: Outside | null, paths: readonly AccessPath[]): Verdict {
  if (verdict !== "healthy" || outside === null) return verdict;
  if (outside.mayBeLearned) return "unknown";
  return paths.some(isUsable) ? "degraded" : "broken";
}

/** Nothing is broken on Azure's side, and yet a test shows that the asker does not get there. */
export function cutOff(verdict: Verdict, shown: readonly Shown[], paths: readonly AccessPath[]): Verdict {
  if (verdict !== "healthy" || !isCut(shown)) return verdict;
  return isForAll(shown) || !paths.some(isUsable) ? "broken" : "degraded";
}

/** Not being told the asker's address is a question back, not a gap in what was read. */
export const isQuestionBack = ({ id, status }: CheckResult, client: Client): boolean =>
  metaOf(id)?.shownBy === "clientAddress" && status === "notAssessed" && client.ip === undefined;

type Gap = Extract<CheckResult, Readonly<{ status: "notAssessed" }>>;

/** What could not be read and could hide a grave fault. */
export const graveGaps = (results: readonly CheckResult[], client: Client): readonly Gap[] =>
  results
    .filter((result) => result.status === "notAssessed")
    .filter((result) => isGrave(result) && result.limit !== true && !isQuestionBack(result, client));

/** Most people may not ask a gateway what it learned: that counts where they have no machine to come by. */
export const isUnasked = ({ id }: Pick<CheckResult, "id">, paths: readonly WayState[]): boolean =>
  metaOf(id)?.shownBy === "gateway" && !paths.some((path) => leadsOverMachine(path) && isLeft(path));

/** What a walk leaves open is judged by what needs it. */
const isOfNoWalk = ({ need }: Gap): boolean => need === undefined;

/** `faults`: what fails on its own account, without what only concerns the asker's own rights. */
export function verdictOf(
  results: readonly CheckResult[],
  faults: readonly Problem[],
  paths: readonly AccessPath[],
  client: Client,
): Verdict {
  if (faults.length > 0) return cutsAccess(faults, paths) ? "broken" : "degraded";
  if (graveGaps(results, client).some((gap) => isOfNoWalk(gap) || isUnasked(gap, paths))) return "unknown";
  if (results.some(isWarning)) return isShut(paths) ? "broken" : "degraded";
  return results.some((result) => isQuestionBack(result, client)) ? "unknown" : "healthy";
}
