// What became of a press, said as a message where the press itself can carry no text.
import type { Answer } from "../../core/conversation/answer.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";

export const presentPressRefused = (
  { reason }: Extract<Answer, { kind: "pressRefused" }>,
  messages: Messages,
): Presented =>
  presentNotice(messages, {
    style: "warning",
    title: messages.pressRefused.title,
    subtitle: say(messages.notes, reason),
  });

export function presentNoted({ text }: Extract<Answer, { kind: "noted" }>, messages: Messages): Presented {
  const { noted, notes } = messages;
  const said = say(notes, text);
  // What stands in the place of an incident's card says in its title where the incident goes on.
  if (text.is === "incidentMerged")
    return presentNotice(messages, { style: "emphasis", title: said, subtitle: noted.merged(text) });
  if (text.is === "incidentNotShown")
    return presentNotice(messages, { style: "warning", title: noted.notShown(text), subtitle: said });
  if (text.is === "incidentElsewhere" || text.is === "answeredBeside")
    return presentNotice(messages, { style: "emphasis", title: said });
  return presentNotice(messages, { style: "good", title: noted.title, subtitle: said });
}
