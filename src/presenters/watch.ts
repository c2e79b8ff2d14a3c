// Which clusters a channel follows, and what became of `watch` and `unwatch`.
import type { Answer } from "../core/chat/answer.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { utc } from "./time.ts";

/** A longer list would not be read. */
const longestList = 30;

export const presentWatch = (
  { cluster, outcome }: Extract<Answer, { kind: "watch" }>,
  { watch }: Messages,
): Presented =>
  presentNotice({
    style: outcome === "added" || outcome === "removed" ? "good" : "default",
    title: watch.titles[outcome](cluster),
    subtitle: watch.texts[outcome],
  });

export function presentWatches(
  { watches }: Extract<Answer, { kind: "watches" }>,
  { watch }: Messages,
): Presented {
  const more = watches.length - longestList;
  return presentNotice({
    style: "default",
    title: watch.list(watches.length),
    subtitle: watches.length === 0 ? watch.listNone : watch.listSome,
    facts: watches.slice(0, longestList).map(({ cluster, since, by }) => ({
      title: cluster.name,
      value: watch.by(by.displayName, utc(since)),
    })),
    footer: more > 0 ? watch.more(more) : "",
  });
}

export const presentWatchElsewhere = (
  { asked }: Extract<Answer, { kind: "watchElsewhere" }>,
  { watch }: Messages,
): Presented =>
  presentNotice({ style: "warning", title: watch.elsewhere, subtitle: watch.elsewhereText, asked });
