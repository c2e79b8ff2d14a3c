// How a channel's week went, and what became of `weekly on` and `weekly off`.
import template from "../../../cards/week.json" with { type: "json" };
import type { AlertSeverity } from "../../core/alert/alert.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { isNoise, quietFrom, type RuleCount } from "../../core/incident/week.ts";
import { presentNotice } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { plain } from "../card/text.ts";
import { duration, roughly } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { level } from "./words.ts";

type WeekAnswer = Extract<Answer, { kind: "week" }>;

export function presentWeek(answer: WeekAnswer, messages: Messages): Presented {
  const { week: texts } = messages;
  const { week, clusters, from, to, weekly } = answer;
  const title = texts.title({ count: week.opened });
  const about = texts.about({ clusters, from, to, before: week.before });
  // Once is no habit.
  const rules = week.rules.filter(({ alone }) => alone > 1);
  return renderCard(template, messages.headed(title, about), {
    ...{ title: plain(title), subtitle: plain(about) },
    facts: figuresOf(answer, messages).map(({ title: name, value }) => ({
      ...{ title: plain(name), value: plain(value) },
    })),
    causesHead: week.causes.length > 0 ? texts.causes : "",
    causes: week.causes.map(({ check, cluster, on, incidents: count }) =>
      plain(texts.cause({ title: messages.titleOfFinding(check) ?? check, cluster, on, count })),
    ),
    rulesHead: rules.length > 0 ? texts.rules : "",
    rules: rules.map((rule) => ({
      name: plain(rule.rule, longestName),
      text: plain(ruleText(rule, messages)),
    })),
    rulesNote: rules.length > 0 ? texts.alone : "",
    footer: plain(texts.footer({ weekly })),
  });
}

/** About two lines on a phone. */
const longestName = 80;

/** With what a reader can do about it, where nobody ever has to act on it. */
function ruleText(count: RuleCount, { week: texts, sentences }: Messages): string {
  const { cluster, severity, fired, alone } = count;
  const from = quietFrom(count);
  const quieter =
    from === null
      ? texts.change
      : texts.quieter({ line: `watch ${cluster} sev<=${level(from)}`, cluster, severity: level(from) });
  return sentences([
    texts.rule({ cluster, severity: level(severity), fired, alone }),
    isNoise(count) ? quieter : "",
  ]);
}

const secondsTellUntil = 10 * 60_000;

function figuresOf({ week }: WeekAnswer, messages: Messages) {
  const { week: texts, times } = messages;
  const { opened, took, explained, calls, alerts } = week;
  const stepText = (step: keyof typeof took): string => {
    const { median = 0, of = 0 } = took[step] ?? {};
    const [begin, end] = [new Date(0).toISOString(), new Date(median).toISOString()];
    const time = median < secondsTellUntil ? duration(begin, end, times) : roughly(begin, end, times);
    return texts.took({ took: took[step] === null ? null : time, of, opened });
  };
  const ofIncidents = [
    {
      title: texts.bySeverity,
      value: texts.severities({ counts: week.bySeverity.map((each) => severityText(each, messages)) }),
    },
    { title: texts.acknowledged, value: stepText("acknowledged") },
    { title: texts.mitigated, value: stepText("mitigated") },
    { title: texts.resolved, value: stepText("resolved") },
    {
      title: texts.explained,
      value: texts.explainedText({
        ...{ count: explained, opened, percent: Math.round((100 * explained) / opened) },
      }),
    },
  ];
  return [
    ...(opened > 0 ? ofIncidents : []),
    ...(calls > 0 ? [{ title: texts.calls, value: texts.callsText({ count: calls }) }] : []),
    ...(alerts.fired > 0 ? [{ title: texts.alerts, value: texts.alertsText(alerts) }] : []),
  ];
}

const severityText = (
  { severity, count }: Readonly<{ severity: AlertSeverity | null; count: number }>,
  { week: texts }: Messages,
): string => texts.severity({ severity: severity === null ? null : level(severity), count });

export function presentWeekly(
  { outcome, next }: Extract<Answer, { kind: "weekly" }>,
  messages: Messages,
): Presented {
  const { set, setText } = messages.week;
  const isNews = outcome === "on" || outcome === "off";
  const said = outcome === "on" || outcome === "alreadyOn" ? setText[outcome]({ next }) : setText[outcome];
  return presentNotice(messages, {
    ...{ style: isNews ? "good" : "default", title: set[outcome], subtitle: said },
  });
}
