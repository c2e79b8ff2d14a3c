// What the bot understands, and what it did not.
import type { helpTexts as en } from "../en/help.ts";

export const helpTexts: typeof en = {
  help: {
    welcome: "Hallo, ich bin AKS On-Call",
    title: "AKS On-Call",
    subtitle:
      "Warum ein Cluster nicht zu erreichen ist, welcher Zugang jetzt funktioniert, und was der Cluster antwortet.",
    rights: "Gelesen wird alles mit deinen eigenen Berechtigungen. Erwähne mich in einem Kanal zuerst.",
    also: (lines) => `Außerdem: ${lines.join(" · ")}`,
    say: "Schreib",
    does: "Was geschieht",
    plainWords:
      "Auch gewöhnliche Worte gehen, auf Englisch: „why can't I reach prod-1 from home“, „logs of web/api on prod-1“.",
    /** The first six have a line of their own on the card. */
    commands: [
      ["diagnose prod-1", "Findet die Ursache, mit Belegen und Behebung"],
      ["access prod-1", "Die Zugänge, die besten zuerst, mit den Schritten"],
      ["kubectl get pods -n web on prod-1", "Führt einen Befehl als du aus und zeigt die Ausgabe"],
      [
        "Ausgabe von nslookup, curl oder kubectl",
        "Füg sie ein, wie sie ist: Ich lese sie als Test von dort, wo du sitzt",
      ],
      ["can-i kubectl get nodes on prod-1", "Sagt, was entscheiden würde, und führt nichts aus"],
      ["watch prod-1", "Postet die Alarme des Clusters in diesem Kanal, bis: unwatch prod-1"],
      ['diagnose prod-1 from 20.50.0.9 with "i/o timeout"', "Dasselbe, von dort gesehen, wo du sitzt"],
      ["clusters", "Die Cluster, die du sehen darfst"],
      ["watches", "Die Cluster, denen dieser Kanal folgt"],
      ["status", "Deine letzten Anfragen"],
      ["who am I", "Deine Gruppen und was sie erlauben"],
      ["sign out", "Vergisst deine Anmeldung"],
      ["mode", "Was ich gerade darf, und wer das gesetzt hat"],
      ["forget me", "Entfernt, was ich von dir aufhebe, sobald du bestätigst"],
    ],
  },
  notUnderstood: {
    title: "Das habe ich nicht verstanden",
    examples: "Schreib zum Beispiel",
    suggestions: "Meintest du eines davon? Drück es, und ich mache weiter.",
    ask: (number) => `${number} fragen`,
    suggestionsFooter: "Schreib help, und ich sage, was man fragen kann.",
    exampleLines: ["diagnose prod-1", "access prod-1 from 20.50.0.9", "kubectl get pods -n web on prod-1"],
  },
};
