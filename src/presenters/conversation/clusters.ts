// The clusters that the requester may see in Azure.

import template from "../../../cards/cluster-list.json" with { type: "json" };
import type { Answer } from "../../core/conversation/answer.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import { actionButton, arrange, type Button, formButton } from "../card/button.ts";
import type { Style } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { label, plain } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import { dotted } from "../messages/catalogue/style.ts";
import type { Messages } from "../messages/messages.ts";

// The shape shared by the cards that list clusters and let the reader pick one.

/** Rows that are read at a glance; the picker holds the rest. */
const ROWS = 10;
/** Choices that keep the card well inside its budget. */
const CHOICES = 40;

type ClusterList = Readonly<{
  style: Style;
  title: string;
  subtitle: string;
  paragraphs: readonly string[];
  clusters: readonly ClusterSummary[];
  where: (cluster: ClusterSummary) => string;
  choice: (cluster: ClusterSummary) => string;
  /** Without a picker the buttons name their cluster themselves. */
  picker: boolean;
  buttons: readonly Button[];
}>;

export function presentClusterList(list: ClusterList, messages: Messages): Presented {
  const texts = messages.clusters;
  const hidden = list.clusters.length - ROWS;
  return renderCard(template, messages.headed(list.title, list.subtitle), {
    style: list.style,
    title: plain(list.title),
    subtitle: plain(list.subtitle),
    paragraphs: list.paragraphs.map((text) => plain(text)),
    nameHead: plain(texts.name),
    whereHead: plain(texts.where),
    stateHead: plain(texts.state),
    clusters: list.clusters.slice(0, ROWS).map((cluster) => ({
      name: plain(cluster.name, 100),
      where: plain(list.where(cluster), 200),
      state: plain(texts.stateText({ power: cluster.powerState, isPrivate: cluster.private }), 60),
    })),
    more: hidden > 0 ? plain(texts.more({ count: hidden })) : "",
    pickLabel: texts.pick,
    pickError: texts.pickError,
    pickPlaceholder: texts.pickPlaceholder,
    choices: (list.picker ? list.clusters : []).slice(0, CHOICES).map((cluster) => ({
      title: label(list.choice(cluster), 120),
      value: cluster.id,
    })),
    links: [],
    buttons: arrange(list.buttons),
    footer: "",
  });
}

/** Diagnose and access paths: for the only cluster, or for the one that the picker holds. */
function clusterButtons(clusters: readonly ClusterSummary[], { buttons }: Messages): readonly Button[] {
  const [first, second] = clusters;
  if (first === undefined) return [];
  if (second !== undefined)
    return [formButton(buttons.diagnose, { verb: "diagnose" }), formButton(buttons.ways, { verb: "access" })];
  return [
    actionButton(buttons.diagnose, { verb: "diagnose", cluster: first.id }),
    actionButton(buttons.ways, { verb: "access", cluster: first.id }),
  ];
}

const choiceOf = ({ name, resourceGroup, location }: ClusterSummary, { clusters }: Messages): string =>
  clusters.choice({ name, where: [resourceGroup, location] });

const versionOf = ({ version, support }: ClusterSummary, { clusters }: Messages): string =>
  version === undefined ? "" : clusters.version({ version, support });

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
      title: isEmpty ? texts.none : texts.title({ count: clusters.length }),
      subtitle:
        problem === null
          ? isEmpty
            ? texts.noneText
            : ""
          : texts.incomplete({ problem: say(messages.clusterGaps, problem) }),
      paragraphs: isEmpty && problem !== null ? [texts.noneText] : [],
      clusters,
      where: (cluster) => dotted([cluster.resourceGroup, cluster.location, versionOf(cluster, messages)]),
      choice: (cluster) => choiceOf(cluster, messages),
      picker: clusters.length > 1,
      buttons: clusterButtons(clusters, messages),
    },
    messages,
  );
}

// No cluster of this name can be seen.

export function presentClusterUnknown(
  answer: Extract<Answer, { kind: "clusterUnknown" }>,
  messages: Messages,
): Presented {
  const texts = messages.clusterUnknown;
  const { closest } = answer;
  return presentClusterList(
    {
      style: "warning",
      title: texts.title({ wanted: answer.wanted }),
      subtitle: texts.subtitle,
      paragraphs: closest.length === 0 ? [] : [texts.closest],
      clusters: closest,
      where: ({ resourceGroup, location }) => dotted([resourceGroup, location]),
      choice: (cluster) => choiceOf(cluster, messages),
      picker: closest.length > 1,
      buttons: [
        ...clusterButtons(closest, messages),
        actionButton(messages.buttons.clusters, { verb: "clusters" }),
      ],
    },
    messages,
  );
}
