// A word of a command may be the cluster that is meant: each reading with its own button.
import template from "../../cards/which-cluster.json" with { type: "json" };
import type { Answer, ClusterOption } from "../core/conversation/answer.ts";
import { press } from "./button.ts";
import { commandLines } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import type { Presented } from "./presented.ts";
import { render } from "./template.ts";
import { label, plain } from "./text.ts";

/** The longest title of a button that stands alone. */
const LONGEST = 16;

/** By the cluster's name where that fits and tells it from the others, else by its number. */
function titleOf(option: ClusterOption, index: number, all: readonly ClusterOption[], messages: Messages) {
  const { title, number } = messages.whichCluster.button;
  const same = all.filter(({ cluster }) => cluster.name === option.cluster.name);
  const named = label(title(option.cluster.name));
  return same.length === 1 && named.length <= LONGEST ? named : number(index + 1);
}

const verbs = { word: "pick.word", remembered: "pick.typed" } as const;

export function presentWhichCluster(
  answer: Extract<Answer, { kind: "whichCluster" }>,
  messages: Messages,
): Presented {
  const texts = messages.whichCluster;
  const { options, words, unlisted, space, pendingId } = answer;
  const heading = texts.title;
  const seen = space === true ? texts.space(words) : texts.visible(words);
  const subtitle = unlisted === null ? seen : texts.unlisted(words, say(messages.clusterGaps, unlisted));
  return render(template, messages.headed(heading, subtitle), {
    title: plain(heading),
    subtitle: plain(subtitle),
    asked: commandLines(answer.asked),
    options: options.map((option, index) => ({
      heading: plain(`${index + 1}. ${texts[option.as](option.cluster.name, option.where)}`),
      command: commandLines(option.command),
      buttons: [
        press(titleOf(option, index, options, messages), {
          verb: verbs[option.as],
          pending: pendingId,
          cluster: option.cluster.id,
        }),
      ],
    })),
    footer: plain(texts.footer),
  });
}
