// Who is on call: names, until when, and by which schedule. Nobody is mentioned: a question wakes nobody.
import type { Answer } from "../../core/conversation/answer.ts";
import type { OnCallPerson, OnCallUnread, ReadSchedule } from "../../core/on-call/on-call.ts";
import { type CardFact, presentNotice, type Style } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { say } from "../messages/catalogue/says.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

type Texts = Messages["onCall"];
type OnCallAnswer = Extract<Answer, { kind: "onCall" }>;

/** As many as are read at a glance. */
const mostNamed = 5;

export function presentOnCall(answer: OnCallAnswer, messages: Messages): Presented {
  const { schedules } = answer;
  const people = peopleOf(schedules);
  const unread = schedules.filter(({ now }) => !now.ok);
  return presentNotice(messages, {
    style: styleOf(answer, unread.length),
    title: titleOf(answer, people, unread.length, messages),
    subtitle: [
      subtitleOf(answer, people.length, unread.length, messages),
      ...(answer.beside ?? []).map((each) => messages.onCall.beside[each]),
    ]
      .filter((each) => each !== "")
      .join(" "),
    facts: schedules.map((schedule) => factOf(schedule, messages)),
    links: linksTo(people, messages),
  });
}

/** Each once, though several schedules name them. */
function peopleOf(schedules: readonly ReadSchedule[]): readonly OnCallPerson[] {
  const all = schedules.flatMap(({ now }) => (now.ok ? now.people : []));
  return [
    ...new Map(all.map((person) => [person.objectId ?? person.address ?? person.name, person])).values(),
  ];
}

function styleOf({ schedules }: OnCallAnswer, unread: number): Style {
  if (schedules.length > 0 && unread === schedules.length) return "attention";
  return unread > 0 || schedules.length === 0 ? "warning" : "default";
}

function titleOf(
  { cluster, schedules }: OnCallAnswer,
  people: readonly OnCallPerson[],
  unread: number,
  { onCall }: Messages,
): string {
  if (schedules.length === 0) return onCall.noSchedule({ cluster });
  const [first] = people;
  if (first !== undefined) return onCall.title({ count: people.length, name: first.name, cluster });
  return unread > 0 ? onCall.unknown({ cluster }) : onCall.nobody({ cluster });
}

function subtitleOf(
  { schedules }: OnCallAnswer,
  people: number,
  unread: number,
  { onCall }: Messages,
): string {
  if (schedules.length === 0) return onCall.noScheduleText;
  if (unread === 0) return "";
  return people === 0 ? onCall.noneRead : onCall.incomplete({ count: unread });
}

function factOf({ name, from, now }: ReadSchedule, { onCall }: Messages): CardFact {
  const title = onCall.schedule({ name, source: onCall.sources[from] });
  if (!now.ok) return { title, value: onCall.notRead({ why: whyUnread(from, now.unread, onCall) }) };
  if (now.people.length === 0) return { title, value: onCall.nobodyNow };
  const names = now.people.slice(0, mostNamed).map((person) => person.name);
  const value = onCall.people({
    names,
    more: now.people.length - names.length,
    until: now.until === null ? null : utc(now.until),
  });
  return { title, value };
}

/** No key opens what is read with the rights of whoever asks. */
function whyUnread(
  from: ReadSchedule["from"],
  unread: OnCallUnread,
  { refusedToYou, scheduleUnread }: Texts,
): string {
  const isRead = from === "group" || from === "shifts";
  return unread.is === "refused" && isRead
    ? refusedToYou({ status: unread.status })
    : say(scheduleUnread, unread);
}

/** To the only one whose user principal name is known, which is that of whoever was found in Entra. */
function linksTo(people: readonly OnCallPerson[], { onCall }: Messages) {
  const [only, other] = people.filter(({ objectId }) => objectId !== undefined);
  if (only?.address === undefined || other !== undefined) return [];
  const url = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(only.address)}`;
  return [{ title: onCall.chat, url }];
}
