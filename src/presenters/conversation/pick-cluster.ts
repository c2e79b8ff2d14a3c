// Several clusters may be the one that was asked about: each with a button, or a list to pick from where they are many.
import template from "../../../cards/which-cluster.json" with { type: "json" };
import type { Answer } from "../../core/conversation/answer.ts";
import type { ClusterOption, ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import { actionButton, formButton } from "../card/button.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { commandLines, label, plain } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import { dotted } from "../messages/catalogue/style.ts";
import type { Messages } from "../messages/messages.ts";
import { presentClusterList } from "./clusters.ts";

type Pick = Extract<Answer, { kind: "pickCluster" }>;

/** Nobody reads on through more buttons than these. */
const MOST_BUTTONS = 6;
/** The longest title of a button that stands alone. */
const LONGEST = 16;

const haveNamesOfTheirOwn = (clusters: readonly ClusterSummary[]): boolean =>
  new Set(clusters.map(({ name }) => label(name))).size === clusters.length;

/** The subscription too, where the names do not tell them apart. */
function whereIs(
  { resourceGroup, location, subscriptionId }: ClusterSummary,
  all: readonly ClusterSummary[],
): string {
  return dotted([resourceGroup, location, haveNamesOfTheirOwn(all) ? "" : subscriptionId]);
}

/** Empty where Azure was not asked. */
const stateOf = ({ powerState, private: isPrivate }: ClusterSummary, { clusters }: Messages): string =>
  powerState === "" ? "" : clusters.stateText({ power: powerState, isPrivate });

function titleOf(
  { name }: ClusterSummary,
  index: number,
  all: readonly ClusterSummary[],
  { pickCluster }: Messages,
): string {
  const title = label(name);
  return haveNamesOfTheirOwn(all) && title.length <= LONGEST ? title : pickCluster.number({ row: index + 1 });
}

export function presentPickCluster(answer: Pick, messages: Messages): Presented {
  const texts = messages.pickCluster;
  const { matches, pendingId } = answer;
  const title = texts.title({ wanted: answer.wanted });
  const subtitle = texts.subtitle[answer.by ?? "name"]({ count: matches.length });
  if (matches.length <= MOST_BUTTONS) {
    return renderCard(template, `${title} ${subtitle}`, {
      title: plain(title),
      subtitle: plain(subtitle),
      asked: [],
      options: matches.map((cluster, index) => ({
        heading: plain(
          `${index + 1}. ${dotted([cluster.name, whereIs(cluster, matches), stateOf(cluster, messages)])}`,
        ),
        command: [],
        buttons: [
          actionButton(titleOf(cluster, index, matches, messages), {
            verb: "pick",
            pending: pendingId,
            cluster: cluster.id,
          }),
        ],
      })),
      footer: "",
    });
  }
  return presentClusterList(
    {
      style: "emphasis",
      title,
      subtitle,
      paragraphs: [],
      clusters: matches,
      where: (cluster) => whereIs(cluster, matches),
      choice: ({ name, resourceGroup, subscriptionId }) =>
        texts.choice({ name, group: resourceGroup, subscription: subscriptionId }),
      picker: true,
      buttons: [formButton(messages.buttons.choose, { verb: "pick", pending: pendingId })],
    },
    messages,
  );
}

/** By the cluster's name where that fits and tells it from the others, else by its number. */
function doubtTitleOf(
  option: ClusterOption,
  index: number,
  all: readonly ClusterOption[],
  messages: Messages,
) {
  const { title, number } = messages.whichCluster.button;
  const same = all.filter(({ cluster }) => cluster.name === option.cluster.name);
  const named = label(title({ cluster: option.cluster.name }));
  return same.length === 1 && named.length <= LONGEST ? named : number({ index: index + 1 });
}

const verbs = { word: "pick.word", remembered: "pick.typed" } as const;

export function presentWhichCluster(
  answer: Extract<Answer, { kind: "whichCluster" }>,
  messages: Messages,
): Presented {
  const texts = messages.whichCluster;
  const { options, words, unlisted, space, pendingId } = answer;
  const heading = texts.title;
  const seen = space === true ? texts.space({ words }) : texts.visible({ words });
  const subtitle =
    unlisted === null ? seen : texts.unlisted({ words, why: say(messages.clusterGaps, unlisted) });
  return renderCard(template, messages.headed(heading, subtitle), {
    title: plain(heading),
    subtitle: plain(subtitle),
    asked: commandLines(answer.asked),
    options: options.map((option, index) => ({
      heading: plain(
        `${index + 1}. ${texts[option.as]({ cluster: option.cluster.name, where: option.where })}`,
      ),
      command: commandLines(option.command),
      buttons: [
        actionButton(doubtTitleOf(option, index, options, messages), {
          verb: verbs[option.as],
          pending: pendingId,
          cluster: option.cluster.id,
        }),
      ],
    })),
    footer: plain(texts.footer),
  });
}
