// The sign-in worked; a question that waited for it goes on.
import type { Answer } from "../core/conversation/answer.ts";
import { help, press } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

/** Of questions that have to be asked again. */
const mostNamed = 5;

export function presentSignedIn(
  answer: Extract<Answer, { kind: "signedIn" }>,
  messages: Messages,
): Presented {
  const texts = messages.signedIn;
  const { resumed, late = [] } = answer;
  return presentNotice(messages, {
    style: "good",
    title: texts.title(answer.requester.displayName),
    subtitle: resumed === null ? texts.ready : texts.resumed,
    paragraphs: late.length === 0 ? [] : [texts.late, ...late.slice(0, mostNamed)],
    ...(resumed === null
      ? { buttons: [press(messages.buttons.clusters, { verb: "clusters" }), help(messages)] }
      : { asked: resumed }),
  });
}
