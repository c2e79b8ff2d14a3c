// Clusters that can be seen, a question about one of them, and what became of it: shared by the tests of which cluster is meant.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { ClusterSummary } from "../../../src/core/conversation/cluster-answer.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { askerIn, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { allow, start, summaryOf } from "../setup.ts";

export const prod = summaryOf("prod-1");
export const edge = summaryOf("edge-1", "rg-edge");
export const few = [prod, edge, summaryOf("edge-2", "rg-edge")];
export const twins = [prod, summaryOf("twin", "rg-a"), summaryOf("twin", "rg-b")];
export const cases = [prod, summaryOf("edge-1", "rg-low"), summaryOf("Edge-1", "rg-high")];

export const policy = policyOf(allow("oncall-all", "oncall", "watch: true, show: thread"));

export async function asked(
  text: string,
  clusters: readonly ClusterSummary[],
  last: ClusterSummary | null,
  change: Parameters<typeof start>[0] = {},
  asker = askerIn(threadOf),
): Promise<FakeServices> {
  const fake = start({ clusters: collected({ clusters, problem: null }), policy, ...change });
  if (last)
    await fake.services.store.rememberCluster(asker.conversation.key, { id: last.id, name: last.name });
  await answerQuestion(fake.services, asker, text);
  return fake;
}

const groupOf = (id: string): string => /resourceGroups\/([^/]+)/.exec(id)?.[1] ?? "";
export const nameOf = ({ id, name }: { id: string; name: string }): string =>
  groupOf(id) === "rg-a" || groupOf(id) === "rg-b" || groupOf(id) === "rg-high" || groupOf(id) === "rg-low"
    ? `${groupOf(id)}/${name}`
    : name;

/** `edge-1`; `prod-1, from before`; `? edge-1 or prod-1 as typed`: a question with these buttons; else the answer's kind. */
export function outcome({ said }: FakeServices): string {
  // Below an answer may stand what else the line asks for.
  const answer = said.findLast(({ answer }) => !("also" in answer))?.answer;
  if (answer === undefined) return "nothing";
  const before = "run" in answer ? answer.run.cluster.remembered : answer.remembered;
  const suffix = before ? ", from before" : "";
  if (answer.kind === "run") return nameOf(answer.run.cluster) + suffix;
  if (answer.kind === "canI" || answer.kind === "watch") return answer.cluster + suffix;
  if (answer.kind === "whichCluster")
    return `? ${answer.options
      .map(({ cluster, as }) => nameOf(cluster) + (as === "remembered" ? " as typed" : ""))
      .join(" or ")}`;
  return answer.kind;
}

export const both = "? edge-1 or prod-1 as typed";
export const before = "prod-1, from before";
