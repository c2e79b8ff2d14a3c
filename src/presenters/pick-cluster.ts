// Several clusters have the name that was asked for.
import type { Answer } from "../core/chat/answer.ts";
import { submit } from "./button.ts";
import { presentClusterList } from "./cluster-list.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented } from "./presented.ts";

export function presentPickCluster(
  answer: Extract<Answer, { kind: "pickCluster" }>,
  messages: Messages,
): Presented {
  const texts = messages.pickCluster;
  return presentClusterList(
    {
      style: "emphasis",
      title: texts.title(answer.wanted),
      subtitle: texts.subtitle(answer.wanted, answer.matches.length),
      paragraphs: [],
      clusters: answer.matches,
      where: ({ resourceGroup, location, subscriptionId }) =>
        texts.where(resourceGroup, location, subscriptionId),
      choice: ({ name, resourceGroup, subscriptionId }) => texts.choice(name, resourceGroup, subscriptionId),
      picker: true,
      buttons: [submit(messages.buttons.choose, { verb: "pick", pending: answer.pendingId })],
    },
    messages,
  );
}
