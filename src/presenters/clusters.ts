// The clusters that the requester may see in Azure.
import type { Answer, ClusterSummary } from "../core/conversation/answer.ts";
import { type Button, press, submit } from "./button.ts";
import { presentClusterList } from "./cluster-list.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import type { Presented } from "./presented.ts";

/** Diagnose and ways in: for the only cluster, or for the one that the picker holds. */
export function clusterButtons(
  clusters: readonly ClusterSummary[],
  { buttons }: Messages,
): readonly Button[] {
  const [first, second] = clusters;
  if (first === undefined) return [];
  if (second !== undefined)
    return [submit(buttons.diagnose, { verb: "diagnose" }), submit(buttons.ways, { verb: "access" })];
  return [
    press(buttons.diagnose, { verb: "diagnose", cluster: first.id }),
    press(buttons.ways, { verb: "access", cluster: first.id }),
  ];
}

export function presentClusters(
  answer: Extract<Answer, { kind: "clusters" }>,
  messages: Messages,
): Presented {
  const texts = messages.clusters;
  const { clusters, problem } = answer;
  const isEmpty = clusters.length === 0;
  return presentClusterList(
    {
      style: problem === null ? "default" : "emphasis",
      title: isEmpty ? texts.none : texts.title(clusters.length),
      subtitle:
        problem === null
          ? isEmpty
            ? texts.noneText
            : ""
          : texts.incomplete(say(messages.clusterGaps, problem)),
      paragraphs: isEmpty && problem !== null ? [texts.noneText] : [],
      clusters,
      where: (cluster) => texts.whereText(cluster.resourceGroup, cluster.location, cluster.version),
      choice: (cluster) => texts.choice(cluster.name, cluster.resourceGroup, cluster.location),
      picker: clusters.length > 1,
      buttons: clusterButtons(clusters, messages),
    },
    messages,
  );
}
