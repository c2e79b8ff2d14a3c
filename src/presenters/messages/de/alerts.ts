// Channels that follow a cluster, and the cards of its alerts.
import type { alertTexts as en } from "../en/alerts.ts";
import { counted, message } from "./words.ts";

const several = message<{ rule: string; more: number; open: number; all: number }>(
  "{rule} und {more, plural, one {# weiterer Alarm} other {# weitere Alarme}} innerhalb einer Minute, {open, plural, =0 {alle behoben} other {# von {all} offen}}",
);

export const alertTexts: typeof en = {
  /** Answered to whoever delivers what is no alert. */
  notAnAlert: (field) =>
    `Das ist nicht das allgemeine Warnungsschema von Azure Monitor (falsch oder fehlend: ${field ?? "body"}): Setze beim Empfänger useCommonAlertSchema.`,
  watch: {
    titles: {
      added: (cluster) => `✔ Dieser Kanal folgt ${cluster}`,
      already: (cluster) => `✔ Dieser Kanal folgt ${cluster} schon`,
      removed: (cluster) => `✔ Folgt ${cluster} nicht mehr`,
      notWatched: (cluster) => `Dieser Kanal folgt ${cluster} nicht`,
    },
    texts: {
      added:
        "Ich poste seine Alarme hier, jeden in einem neuen Beitrag. Beenden kann das jeder, der ihm folgen darf: unwatch.",
      already: "Ich poste seine Alarme hier. Geändert wurde nichts.",
      removed: "Ich poste hier keine Alarme mehr von ihm.",
      notWatched: "Geändert wurde nichts. Schreib watches, um zu sehen, wem er folgt.",
    },
    list: counted(
      "Dieser Kanal folgt {it, plural, =0 {keinem Cluster, den du sehen darfst} one {# Cluster} other {# Clustern}}",
    ),
    listNone: "Schreib „watch“ und den Namen eines Clusters.",
    listSome: "Die, die die Richtlinie dich sehen lässt.",
    by: (name, time) => `seit ${time}, von ${name}`,
    more: (count) => `Und ${count} weitere.`,
    elsewhere: "Nicht im persönlichen Chat",
    elsewhereText:
      "Alarme sind für ein Team: Erwähne mich in einem Kanal oder Gruppenchat, und schreib es dort.",
  },
  incident: {
    title: (mark, severity, cluster) => `${mark} ${severity}: ${cluster}`,
    fired: { high: "✖", middle: "▲", low: "●" },
    resolved: "✔",
    severity: {
      fired: (level) => `Sev ${level} ausgelöst`,
      resolved: (level) => `Sev ${level} behoben`,
    },
    summary: (title, rule) => `${title}, ${rule}`,
    several: (rule, more, open) => several({ rule, more, open, all: more + 1 }),
    joined: (severity) => `Außerdem, Sev ${severity}`,
    joinedFired: (rule, time) => `${rule}, seit ${time}`,
    joinedResolved: (rule, time) => `${rule}, behoben ${time}`,
    joinedMore: "Und",
    joinedCount: counted("{it, plural, one {# weiterer Alarm} other {# weitere Alarme}}"),
    reason: "Warum",
    description: "Beschreibung",
    cluster: "Cluster",
    byName:
      "Nur am Namen erkannt: Der Alarm gibt keine Ressourcen-ID an, und ein anderer Cluster kann genauso heißen.",
    since: "Seit",
    until: "Behoben",
    untilText: (time, took) => (took === "" ? time : `${time}, nach ${took}`),
    source: "Von",
    sourceText: (service) => `Azure Monitor, ${service}`,
    open: "Alarm öffnen",
    footer: (id) => `${id} · Laut Alarm. Diagnose liest Azure mit den Berechtigungen dessen, der es drückt.`,
  },
};
