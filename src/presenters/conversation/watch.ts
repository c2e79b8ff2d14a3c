// Which clusters a channel follows, and what became of `watch` and `unwatch`.
import type { Answer } from "../../core/conversation/answer.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** A longer list would not be read. */
const longestList = 30;

export function presentWatch(
  { cluster, outcome }: Extract<Answer, { kind: "watch" }>,
  messages: Messages,
): Presented {
  const { watch } = messages;
  return presentNotice(messages, {
    style: outcome === "added" || outcome === "removed" ? "good" : "default",
    title: watch.titles[outcome]({ cluster }),
    subtitle: watch.texts[outcome],
  });
}

export function presentWatches(
  { watches }: Extract<Answer, { kind: "watches" }>,
  messages: Messages,
): Presented {
  const { watch } = messages;
  const more = watches.length - longestList;
  return presentNotice(messages, {
    style: "default",
    title: watch.list({ count: watches.length }),
    subtitle: watches.length === 0 ? watch.listNone : watch.listSome,
    facts: watches.slice(0, longestList).map(({ cluster, since, by }) => ({
      title: cluster.name,
      value: watch.by({ name: by.displayName, time: utc(since) }),
    })),
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
