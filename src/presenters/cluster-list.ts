// The shape shared by the cards that list clusters and let the reader pick one.
import template from "../../cards/cluster-list.json" with { type: "json" };
import type { ClusterSummary } from "../core/conversation/answer.ts";
import { arrange, type Button } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import type { Style } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { render } from "./template.ts";
import { label, plain } from "./text.ts";

/** Rows that are read at a glance; the picker holds the rest. */
const ROWS = 10;
/** Choices that keep the card well inside its budget. */
const CHOICES = 40;

export type ClusterList = Readonly<{
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
  return render(template, messages.headed(list.title, list.subtitle), {
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
      state: plain(texts.stateText(cluster.powerState, cluster.private), 60),
    })),
    more: hidden > 0 ? plain(texts.more(hidden)) : "",
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
