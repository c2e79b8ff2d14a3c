// `watch prod-*`, `unwatch prod-*`: the short way of several lines. Each cluster of such a name is followed as if it had been
// named, and nothing is kept of the pattern: a cluster that is made later waits for the line to be written again.
import type { Answer, PatternPart } from "../../core/conversation/answer.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import type { WatchClauses } from "../../core/conversation/watch-clauses.ts";
import { mostAtOnce } from "../../core/incident/watch.ts";
import { fitsPattern, isPattern } from "../../core/text/glob.ts";
import { type AccessRequest, deniedEverywhere, policyBeforeAzure } from "../identity/authorize.ts";
import { unreadAnswer } from "../identity/sign-in.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { actionOn, visible, watchesHere } from "./followed.ts";
import { notVisible } from "./resolve-cluster.ts";
import { unwatchCluster, unwatchIt, watchCluster, watchIt, wishedOf } from "./watch.ts";

export const watchNamed = (request: SignedInRequest, intent: IntentOf<"watch">): Promise<Answer> =>
  intent.cluster !== null && isPattern(intent.cluster)
    ? watchFitting(request, intent.cluster, intent)
    : watchCluster(request, intent);

export const unwatchNamed = (request: SignedInRequest, written: string | null): Promise<Answer> =>
  written !== null && isPattern(written)
    ? unwatchFitting(request, written)
    : unwatchCluster(request, written);

export { listWatches, muteCluster } from "./watch.ts";

/** Those that the asker can read in Azure; the policy decides about each. */
async function watchFitting(
  request: SignedInRequest,
  pattern: string,
  { severity, quiet }: WatchClauses,
): Promise<Answer> {
  const { services, asker, credential } = request;
  const wanted: AccessRequest = { written: pattern, action: actionOn };
  const closed = await deniedEverywhere(request, wanted);
  if (closed) return closed;
  const listed = await services.reader.list(credential);
  if (listed.status === "unavailable") return unreadAnswer(request, listed);
  const { clusters, problem } = listed.data;
  if (clusters.length === 0 && (problem === null || problem.is === "noSubscription"))
    return policyBeforeAzure(request, wanted, notVisible(request, pattern, clusters));
  const fitting = clusters.filter((cluster) => fitsPattern(pattern, cluster));
  const about = { kind: "watchPattern", pattern, outcome: "watched", problem } as const;
  if (fitting.length > mostAtOnce) return { ...about, names: {}, fitting: fitting.length };
  const clauses = { ...(severity && { severity }), ...(quiet !== undefined && { quiet }) };
  const became = await Promise.all(
    fitting.map(async (cluster) => [cluster.name, await watchIt(request, cluster, clauses)] as const),
  );
  const set = wishedOf(clauses, asker.requester);
  return {
    ...{ ...about, names: byPart(became) },
    ...(set.severity && { severity: set.severity }),
    ...(set.quiet !== undefined && { quiet: set.quiet }),
  };
}

/** By the names that were kept: Azure is not asked. Those that the asker may see and not watch stay, and are told. */
async function unwatchFitting(request: SignedInRequest, pattern: string): Promise<Answer> {
  const fitting = (await watchesHere(request)).filter(({ cluster }) => fitsPattern(pattern, cluster));
  const seen = await visible(request, fitting, ["watch", "diagnose"]);
  const became = await Promise.all(
    seen.map(async (watch) => [watch.cluster.name, await unwatchIt(request, watch)] as const),
  );
  return { kind: "watchPattern", pattern, outcome: "removed", names: byPart(became) };
}

function byPart(
  became: readonly (readonly [name: string, answer: Answer])[],
): Partial<Record<PatternPart, readonly string[]>> {
  const names: Partial<Record<PatternPart, readonly string[]>> = {};
  const inOrder = became.toSorted(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  for (const [name, answer] of inOrder)
    for (const part of partsOf(answer)) names[part] = [...(names[part] ?? []), name];
  return names;
}

function partsOf(answer: Answer): readonly PatternPart[] {
  if (answer.kind !== "watch") return [answer.kind === "denied" ? "denied" : "unread"];
  const { outcome, plannedUnread } = answer;
  switch (outcome) {
    case "added":
    case "changed":
    case "already":
      return plannedUnread ? [outcome, "plannedUnread"] : [outcome];
    // Somebody else ended it at that moment, or this line did.
    case "removed":
    case "notWatched":
      return ["removed"];
    case "muted":
    case "unmuted":
      return [];
  }
}
