// Several clusters may be the one that was asked about.
import type { Answer } from "../core/chat/answer.ts";
import { type Button, press, submit } from "./button.ts";
import { presentClusterList } from "./cluster-list.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented } from "./presented.ts";
import { label } from "./text.ts";

type Pick = Extract<Answer, { kind: "pickCluster" }>;

/** The longest title of a button that has another beside it. */
const LONGEST = 12;

export function presentPickCluster(answer: Pick, messages: Messages): Presented {
  const texts = messages.pickCluster;
  const named = twoButtons(answer);
  return presentClusterList(
    {
      style: "emphasis",
      title: texts.title(answer.wanted),
      subtitle: texts.subtitle[answer.by ?? "name"](answer.matches.length),
      paragraphs: [],
      clusters: answer.matches,
      where: ({ resourceGroup, location, subscriptionId }) =>
        texts.where(resourceGroup, location, subscriptionId),
      choice: ({ name, resourceGroup, subscriptionId }) => texts.choice(name, resourceGroup, subscriptionId),
      picker: named === null,
      buttons: named ?? [submit(messages.buttons.choose, { verb: "pick", pending: answer.pendingId })],
    },
    messages,
  );
}

/** Each says its cluster, where two names tell the clusters apart and fit; else there is a list to pick from. */
function twoButtons({ matches, pendingId }: Pick): readonly Button[] | null {
  const titles = new Set(matches.map(({ name }) => label(name)));
  const fits =
    matches.length === 2 && titles.size === 2 && [...titles].every((title) => title.length <= LONGEST);
  return fits
    ? matches.map(({ id, name }) => press(label(name), { verb: "pick", pending: pendingId, cluster: id }))
    : null;
}
