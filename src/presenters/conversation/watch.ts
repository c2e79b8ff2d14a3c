// Which clusters a channel follows, who stands for them, and what became of `watch` and `unwatch`.
import type { AlertSeverity } from "../../core/alert/alert.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { Mute, QuietHours, Volunteer } from "../../core/incident/watch.ts";
import { actionButton, arrange } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { level } from "../incident/words.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** A longer list would not be read. */
const longestList = 30;

export function presentWatch(answer: Extract<Answer, { kind: "watch" }>, messages: Messages): Presented {
  const { watch } = messages;
  const { cluster, id, outcome, volunteer, plannedUnread = false } = answer;
  return presentNotice(messages, {
    style: outcome !== "already" && outcome !== "notWatched" ? "good" : "default",
    title: watch.titles[outcome]({ cluster }),
    subtitle: messages.sentences([
      watch.texts[outcome],
      ...howTexts(answer, messages),
      plannedUnread ? watch.plannedUnread : "",
    ]),
    ...(id === null ? {} : volunteerPart(id, volunteer, messages)),
  });
}

/** Anybody who may can stand for it; who stands for it ends that here. */
function volunteerPart(cluster: string, volunteer: Volunteer | undefined, messages: Messages) {
  const { watch } = messages;
  const asMe = actionButton(watch.volunteer, { verb: "watch.volunteer", cluster });
  const end = actionButton(watch.end, { verb: "watch.release", cluster });
  return volunteer === undefined
    ? { paragraphs: [watch.add], buttons: arrange([asMe]) }
    : { paragraphs: [standsText(volunteer, messages)], buttons: arrange([end, asMe]) };
}

const fromText = (severity: AlertSeverity, { watch }: Messages): string =>
  watch.from({ severity: level(severity) });

type How = Pick<Extract<Answer, { kind: "watch" }>, "severity" | "quiet" | "planned" | "mute">;

const howTexts = ({ severity, quiet, planned, mute }: How, messages: Messages): readonly string[] => [
  severity === undefined ? "" : fromText(severity, messages),
  quiet === undefined ? "" : quietText(quiet, messages),
  planned === undefined ? "" : messages.watch.planned({ at: planned.readAt, name: planned.by.displayName }),
  mute === undefined ? "" : mutedText(mute, messages),
];

const mutedText = (mute: Mute, { watch }: Messages): string =>
  watch.muted({
    ...{ of: mute.of, name: mute.by.displayName, until: mute.until },
    readAt: mute.of === "maintenance" ? mute.readAt : null,
    because: mute.of === "person" ? mute.because : null,
  });

const quietText = (quiet: QuietHours | null, { watch, sayHours }: Messages): string =>
  quiet === null
    ? watch.noQuiet
    : watch.quiet({ hours: quiet.windows.map(sayHours), name: quiet.by.displayName });

const standsText = ({ requester, until }: Volunteer, { watch }: Messages): string =>
  watch.stands({ name: requester.displayName, until });

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
    facts: watches.slice(0, longestList).map(({ cluster, since, by, volunteer, ...how }) => ({
      title: cluster.name,
      value: messages.sentences([
        watch.by({ name: by.displayName, time: utc(since) }),
        ...howTexts(how, messages),
        volunteer === undefined ? "" : standsText(volunteer, messages),
      ]),
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
