// Which clusters a channel follows, and what became of `watch` and `unwatch`.
import type { Answer } from "../../core/conversation/answer.ts";
import type { Volunteer } from "../../core/incident/watch.ts";
import { actionButton, arrange } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { label } from "../card/text.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** A longer list would not be read. */
const longestList = 30;
/** The first two stand on the card, the others in its menu. */
const mostButtons = 6;

export function presentWatch(
  { cluster, id, outcome }: Extract<Answer, { kind: "watch" }>,
  messages: Messages,
): Presented {
  const { watch } = messages;
  return presentNotice(messages, {
    style: outcome === "added" || outcome === "removed" ? "good" : "default",
    title: watch.titles[outcome]({ cluster }),
    subtitle: watch.texts[outcome],
    paragraphs: id === null ? [] : [watch.add],
    buttons:
      id === null ? [] : arrange([actionButton(watch.volunteer, { verb: "watch.volunteer", cluster: id })]),
  });
}

export function presentWatches(
  { watches }: Extract<Answer, { kind: "watches" }>,
  messages: Messages,
): Presented {
  const { watch } = messages;
  const more = watches.length - longestList;
  const stands = (said: string, volunteer: Volunteer | undefined): string =>
    volunteer === undefined
      ? said
      : watch.stands({ by: said, name: volunteer.requester.displayName, until: volunteer.until });
  const buttons = watches
    .slice(0, mostButtons)
    .map(({ cluster: { id, name }, volunteer }) =>
      volunteer === undefined
        ? actionButton(label(watch.volunteerFor({ cluster: name })), { verb: "watch.volunteer", cluster: id })
        : actionButton(label(watch.endFor({ cluster: name })), { verb: "watch.release", cluster: id }),
    );
  return presentNotice(messages, {
    style: "default",
    title: watch.list({ count: watches.length }),
    subtitle: watches.length === 0 ? watch.listNone : watch.listSome,
    facts: watches.slice(0, longestList).map(({ cluster, since, by, volunteer }) => ({
      title: cluster.name,
      value: stands(watch.by({ name: by.displayName, time: utc(since) }), volunteer),
    })),
    buttons: arrange(buttons),
    footer: more > 0 ? watch.more({ count: more }) : "",
  });
}

export function presentWatchElsewhere(
  { asked }: Extract<Answer, { kind: "watchElsewhere" }>,
  messages: Messages,
): Presented {
  const { elsewhere, elsewhereText } = messages.watch;
  return presentNotice(messages, { style: "warning", title: elsewhere, subtitle: elsewhereText, asked });
}
