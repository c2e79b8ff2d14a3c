// An alert about a cluster, as it stands in a channel that watches it. Shows what the alert says and nothing else.
import template from "../../../cards/incident.json" with { type: "json" };
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { alertText } from "../../core/alert/alert-text.ts";
import { type Incident, overall } from "../../core/alert/incident.ts";
import { actionButton, arrange } from "../card/button.ts";
import type { Style } from "../card/notice.ts";
import { type Presented, refreshedIncident, renderCard } from "../card/presented.ts";
import { plain } from "../card/text.ts";
import { duration, utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

/** How loud a severity is; the words of the title say it too. */
const bands = {
  Sev0: { style: "attention", loudness: "high" },
  Sev1: { style: "attention", loudness: "high" },
  Sev2: { style: "warning", loudness: "middle" },
  Sev3: { style: "emphasis", loudness: "low" },
  Sev4: { style: "emphasis", loudness: "low" },
} as const satisfies Record<AlertSeverity, { style: Style; loudness: "high" | "middle" | "low" }>;

export function presentIncident(incident: Incident, messages: Messages): Presented {
  const { incident: texts, buttons } = messages;
  const { id, cluster } = incident;
  const all = overall(incident);
  const { alert } = all.first;
  const { style, loudness } = bands[alert.severity];
  const mark = all.state === "fired" ? texts.fired[loudness] : texts.resolved;
  const severity = texts.severity[all.state]({ level: level(alert.severity) });
  const title = texts.title({ mark, severity, cluster: cluster.name });
  const { total, open } = all;
  const rule =
    total === 1 ? alert.rule : texts.several({ rule: alert.rule, more: total - 1, open, all: total });
  const card = renderCard(template, texts.summary({ title, rule }), {
    style: all.state === "fired" ? style : "good",
    title: plain(title),
    rule: plain(rule),
    facts: [...factsOf(all.first, messages), ...otherFacts(all, messages)],
    buttons: arrange([actionButton(buttons.diagnose, { verb: "incident.diagnose", incident: id })]),
    links: alert.link === null ? [] : [{ title: texts.open, url: alert.link }],
    footer: plain(texts.footer({ id })),
  });
  return refreshedIncident(card, incident, all.state === "resolved");
}

type Overall = ReturnType<typeof overall>;

const level = (severity: AlertSeverity): string => severity.replace("Sev", "");

/** The other alerts of the card, a line each as far as they are listed, and the number of the rest. */
function otherFacts({ others, total }: Overall, { incident: texts }: Messages) {
  const lines = others.map(({ alert, status }) => ({
    title: texts.joined({ severity: level(alert.severity) }),
    value:
      status.state === "fired"
        ? texts.joinedFired({ rule: alert.rule, time: utc(alert.firedAt) })
        : texts.joinedResolved({ rule: alert.rule, time: utc(status.resolvedAt) }),
  }));
  const more = total - 1 - others.length;
  return [
    ...lines,
    ...(more > 0 ? [{ title: texts.joinedMore, value: texts.joinedCount({ count: more }) }] : []),
  ].map(({ title, value }) => ({ title: plain(title), value: plain(value) }));
}

/** Masked once more as a whole: a secret may be known by the word before it. */
const LONGEST = 300;

function factsOf({ alert, status }: Overall["first"], messages: Messages) {
  const { incident: texts, times } = messages;
  const until =
    status.state === "resolved"
      ? texts.untilText({
          time: utc(status.resolvedAt),
          took: duration(alert.firedAt, status.resolvedAt, times),
        })
      : "";
  return [
    {
      title: texts.reason,
      value: alert.reason === null ? "" : alertText(messages.sayAlertReason(alert.reason, times), LONGEST),
    },
    { title: texts.description, value: alert.description ?? "" },
    { title: texts.cluster, value: alert.byName ? texts.byName : "" },
    { title: texts.since, value: utc(alert.firedAt) },
    { title: texts.until, value: until },
    { title: texts.source, value: texts.sourceText({ service: alert.service }) },
  ]
    .filter(({ value }) => value !== "")
    .map(({ title, value }) => ({ title: plain(title), value: plain(value) }));
}
