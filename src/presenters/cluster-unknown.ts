// No cluster of this name can be seen.
import type { Answer } from "../core/conversation/answer.ts";
import { press } from "./button.ts";
import { presentClusterList } from "./cluster-list.ts";
import { clusterButtons } from "./clusters.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented } from "./presented.ts";

export function presentClusterUnknown(
  answer: Extract<Answer, { kind: "clusterUnknown" }>,
  messages: Messages,
): Presented {
  const texts = messages.clusterUnknown;
  const { closest } = answer;
  return presentClusterList(
    {
      style: "warning",
      title: texts.title(answer.wanted),
      subtitle: texts.subtitle,
      paragraphs: closest.length === 0 ? [] : [texts.closest],
      clusters: closest,
      where: ({ resourceGroup, location }) => messages.clusters.whereText(resourceGroup, location),
      choice: ({ name, resourceGroup, location }) => messages.clusters.choice(name, resourceGroup, location),
      picker: closest.length > 1,
      buttons: [...clusterButtons(closest, messages), press(messages.buttons.clusters, { verb: "clusters" })],
    },
    messages,
  );
}
