// Which clusters a channel follows, who stands for them, and what became of `watch` and `unwatch`.
import template from "../../../cards/watches.json" with { type: "json" };
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { type Answer, type PatternPart, patternParts } from "../../core/conversation/answer.ts";
import {
  type Mute,
  mostAtOnce,
  type QuietHours,
  type Volunteer,
  type WatchNow,
  type WatchOffer,
} from "../../core/incident/watch.ts";
import { parseResourceId } from "../../core/snapshot/resource-id.ts";
import { actionButton, arrange, type Button } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { plain } from "../card/text.ts";
import { level } from "../incident/words.ts";
import { say } from "../messages/catalogue/says.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** A longer list would not be read. */
const longestList = 30;
/** With more of them the card would be too large for Teams. */
const withButtons = 8;

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

/** Nobody reads on through more names. */
const longestNames = 20;

export function presentWatchPattern(
  answer: Extract<Answer, { kind: "watchPattern" }>,
  messages: Messages,
): Presented {
  const { pattern: texts } = messages.watch;
  const { pattern, outcome, names, fitting, problem = null } = answer;
  const count = Object.entries(names).reduce(
    (sum, [part, { length }]) => sum + (isDone(part) ? length : 0),
    0,
  );
  const isNone = Object.keys(names).length === 0;
  const isWatched = outcome === "watched";
  const part = (which: PatternPart): string => {
    const all = names[which] ?? [];
    const more = Math.max(0, all.length - longestNames);
    const shown = texts.names({ names: all.slice(0, longestNames), more });
    return all.length === 0
      ? ""
      : texts.parts[which === "denied" && !isWatched ? "stays" : which]({ names: shown });
  };
  const instead =
    fitting === undefined ? texts.none[outcome] : texts.tooMany({ count: fitting, most: mostAtOnce });
  return presentNotice(messages, {
    style: count > 0 ? "good" : "default",
    title: texts.titles[outcome]({ pattern, count }),
    subtitle: isNone ? instead : messages.sentences(count > 0 ? howTexts(answer, messages) : []),
    paragraphs: [
      ...patternParts.map(part),
      problem === null ? "" : texts.gaps({ problem: say(messages.clusterGaps, problem) }),
      isWatched && fitting === undefined ? texts.later : "",
    ].filter((text) => text !== ""),
  });
}

const isDone = (part: string): boolean => ["added", "changed", "already", "removed"].includes(part);

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

/** What holds at the moment first. */
const howTexts = ({ severity, quiet, planned, mute }: How, messages: Messages): readonly string[] => [
  mute === undefined ? "" : mutedText(mute, messages),
  severity === undefined ? "" : fromText(severity, messages),
  quiet === undefined ? "" : quietText(quiet, messages),
  planned === undefined ? "" : messages.watch.planned({ at: planned.readAt, name: planned.by.displayName }),
];

const mutedText = (mute: Mute, { watch }: Messages): string =>
  watch.muted({
    ...{ of: mute.of, name: mute.by.displayName, until: mute.until },
    readAt: "readAt" in mute ? mute.readAt : null,
    state: mute.of === "operation" ? mute.state : "",
    because: mute.of === "person" ? mute.because : null,
  });

const quietText = (quiet: QuietHours | null, { watch, sayHours }: Messages): string =>
  quiet === null
    ? watch.noQuiet
    : watch.quiet({ hours: quiet.windows.map(sayHours), name: quiet.by.displayName });

const standsText = ({ requester, until }: Volunteer, { watch }: Messages): string =>
  watch.stands({ name: requester.displayName, until });

/** The settings of a channel: each cluster that it follows, and what the reader may do with it. */
export function presentWatches(
  { watches }: Extract<Answer, { kind: "watches" }>,
  messages: Messages,
): Presented {
  const { watch } = messages;
  const more = watches.length - longestList;
  const title = watch.list({ count: watches.length });
  const subtitle = watches.length === 0 ? watch.listNone : watch.listSome;
  return renderCard(template, messages.headed(title, subtitle), {
    ...{ title: plain(title), subtitle: plain(subtitle) },
    rows: watches.slice(0, longestList).map((each, index) => ({
      title: plain(each.cluster.name),
      lines: linesOf(each, messages).map((line) => plain(line)),
      buttons: index < withButtons ? arrange(each.offers.map((offer) => offered(offer, each, messages))) : [],
    })),
    footer: plain(more > 0 ? watch.more({ count: more }) : ""),
  });
}

const linesOf = ({ severity = "Sev4", by, since, volunteer, ...how }: WatchNow, messages: Messages) =>
  [
    ...howTexts({ severity, ...how }, messages),
    volunteer === undefined ? "" : standsText(volunteer, messages),
    messages.watch.by({ name: by.displayName, time: utc(since) }),
  ].filter((line) => line !== "");

/** The line of the chat that does it, with the resource group, as two clusters may have one name. */
function offered(offer: WatchOffer, { cluster }: WatchNow, { watch }: Messages): Button {
  if (offer === "volunteer")
    return actionButton(watch.volunteer, { verb: "watch.volunteer", cluster: cluster.id });
  if (offer === "release") return actionButton(watch.end, { verb: "watch.release", cluster: cluster.id });
  const group = parseResourceId(cluster.id)?.resourceGroup;
  const name = group === undefined ? cluster.name : `${group}/${cluster.name}`;
  return actionButton(watch.offers[offer], {
    verb: "say",
    say: offer === "mute" ? `mute ${name} 1h` : `${offer} ${name}`,
  });
}

export function presentWatchElsewhere(
  { asked }: Extract<Answer, { kind: "watchElsewhere" }>,
  messages: Messages,
): Presented {
  const { elsewhere, elsewhereText } = messages.watch;
  return presentNotice(messages, { style: "warning", title: elsewhere, subtitle: elsewhereText, asked });
}
