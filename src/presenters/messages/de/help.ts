// What the bot understands, and what it did not.
import type { helpTexts as en } from "../en/help.ts";

export const helpTexts: typeof en = {
  /** Where no cluster is known yet. */
  exampleCluster: "NAME",
  help: {
    welcome: "Hallo, ich bin AKS On-Call",
    title: "AKS On-Call",
    subtitle:
      "Warum ein Cluster nicht zu erreichen ist, welcher Zugang jetzt funktioniert, und was der Cluster antwortet.",
    rights: "Gelesen wird alles mit deinen eigenen Berechtigungen. Erwähne mich in einem Kanal zuerst.",
    also: (lines) => `Außerdem: ${lines.join(" · ")}`,
    say: "Schreib",
    happens: "Was geschieht",
    plainWords:
      "Auch gewöhnliche Worte gehen: „warum erreiche ich NAME von zu Hause nicht“, „Logs von web/api auf NAME“.",
    /** In place of what is written. */
    pasted: "Ausgabe von nslookup, curl oder kubectl",
    does: {
      diagnose: "Findet die Ursache, mit Belegen und Behebung",
      access: "Die Zugänge, die besten zuerst, mit den Schritten",
      command: "Führt einen Befehl als du aus und zeigt die Ausgabe",
      pasted: "Füg sie ein, wie sie ist: Ich lese sie als Test von dort, wo du sitzt",
      change: "Sieht nach, was er täte, lässt andere genehmigen und tut es einmal",
      canI: "Sagt, was entscheiden würde, und führt nichts aus",
      watch: "Postet die Alarme des Clusters in diesem Kanal, bis du unwatch schreibst",
      diagnoseFrom: "Dasselbe, von dort gesehen, wo du sitzt",
      withoutInside: "Dasselbe, ohne einen Befehl in den Cluster zu schicken",
      clusters: "Die Cluster, die du sehen darfst",
      watches: "Die Cluster, denen dieser Kanal folgt",
      status: "Deine letzten Anfragen",
      whoAmI: "Deine Gruppen und was sie erlauben",
      signOut: "Vergisst deine Anmeldung",
      mode: "Was ich gerade darf, und wer das gesetzt hat",
      forgetMe: "Entfernt, was ich von dir aufhebe, sobald du bestätigst",
    },
  },
  askBack: {
    title: "Das würde etwas ändern",
    subtitle:
      "Es wurde nichts gesendet. Ist das der Befehl, den du meinst? Drück auf den Knopf, dann gilt er, als hättest du ihn geschrieben.",
    unread: (words) => `Dieser Befehl lässt „${words.join("“, „")}“ weg.`,
    ask: () => "So anfragen",
    footer: "Schreib ihn selbst, um ihn zu ändern: „kubectl … on NAME because GRUND“.",
  },
  notUnderstood: {
    title: "Das habe ich nicht verstanden",
    examples: "Schreib zum Beispiel",
    suggestions: "Meintest du eines davon? Drück es, und ich mache weiter.",
    ask: (number) => `${number} fragen`,
    suggestionsFooter: "Schreib help, und ich sage, was man fragen kann.",
  },
};
