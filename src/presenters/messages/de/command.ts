// A command: its output, masked and as it is, and why it is not accepted.
import type { commandTexts as en } from "../en/command.ts";
import { counted, message } from "./words.ts";

const firstLines = message<{ lines: number; total: number }>(
  "Nur {lines, plural, one {die erste Zeile} other {die ersten # Zeilen}} von {total} {lines, plural, one {passt} other {passen}} hierher: Frag nach weniger, zum Beispiel nach einem Objekt oder mit Filter, und drück dann noch einmal.",
);

const leftOut = message<{ characters: number }>(
  "▲ Ich habe {characters, plural, one {# Zeichen} other {# Zeichen}} der Ausgabe weggelassen, weil ich höchstens 512 kB auf Geheimnisse durchsehe. Frag nach weniger: ein Namespace, ein Name, ein Label, „--tail 100“.",
);

export const commandTexts: typeof en = {
  commandResult: {
    exit: (code, cluster) => `${code === 0 ? "✔" : "✖"} Exit ${code} auf ${cluster}`,
    exitUnknown: (cluster) => `? Beendet auf ${cluster}, Exitcode unbekannt`,
    code: (code) => (code === null ? "Exitcode unbekannt" : `Exit ${code}`),
    ran: (time) => `Lief ${time}`,
    empty: "Der Befehl hat nichts ausgegeben.",
    lines: (first, last, total) => `Zeilen ${first} bis ${last} von ${total}.`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    truncated:
      "▲ AKS hat die Ausgabe an seiner eigenen Grenze von 512 kB abgeschnitten. Frag nach weniger: ein Namespace, ein Name, ein Label, „--tail 100“.",
    leftOut: (characters) => leftOut({ characters }),
    lastLines: (lines) =>
      `▲ kubectl hat höchstens die letzten ${lines} Zeilen ausgegeben (--tail=${lines}): Nenne eine andere Zahl oder --since=1h.`,
    lastOfEach:
      "▲ Wo Labels Pods auswählen, gibt kubectl von jedem die letzten 10 Zeilen aus: Mit --tail=100 werden es mehr.",
    between: (first, last) =>
      `Die Zeilen ${first} bis ${last} fehlen hier: Drück „Als Text“, um alles zu sehen, was kam.`,
    none: (what, where, cluster) =>
      `– Keine ${[what, where].filter((part) => part !== "").join(" ")} auf ${cluster}`,
    inNamespace: (namespace) => `im Namespace ${namespace}`,
    inAllNamespaces: "in allen Namespaces",
    inCluster: "",
    kubectlSays: (text) => `kubectl sagt: ${text}`,
    noneMatch: "Keine, die zu Selektor oder Namen des Befehls passen: Ohne die gibt es vielleicht welche.",
    noneOrNoNamespace: "Dasselbe sagt kubectl bei einem Namespace, den es nicht gibt.",
    masked: counted("{it, plural, one {# Wert wurde} other {# Werte wurden}} maskiert."),
    cutLines: counted(
      "{it, plural, one {# lange Zeile wurde} other {# lange Zeilen wurden}} nach 200 Zeichen abgeschnitten.",
    ),
    risk: (text) => `▲ ${text}`,
    clusterAdmin: "▲ Lief als cluster-admin: Dieser Cluster hat keine Entra-Integration.",
  },
  forbidden: {
    title: (cluster) => `✖ Kubernetes hat das auf ${cluster} verweigert`,
    subtitle: (verb, what, where) => `Nicht erlaubt: ${verb} auf ${what} ${where}.`,
    inNamespace: (namespace) => `im Namespace ${namespace}`,
    inCluster: "im ganzen Cluster",
    others: counted(
      "{it, plural, one {# andere Art von Objekten wurde} other {# andere Arten von Objekten wurden}} ebenfalls verweigert.",
    ),
    reached: "Der Cluster war erreichbar und hat geantwortet: Das Netzwerk ist in Ordnung.",
    missing: "Es fehlt",
    whoMay: "Wer darf",
    next: "Weiter",
    kubernetesRight: (verb, what) => `${verb} auf ${what}, über eine Role, die an dich gebunden ist`,
    whoMayByAzure: (role) =>
      `Wer dort die Rolle ${role} hat, oder eine umfassendere. Bis eine neue Rolle gilt, dauert es bis zu fünf Minuten.`,
    whoMayByAction: (action) => `Wer dort eine Rolle mit ${action} hat.`,
    whoMayByBinding: (namespace) =>
      `Wem ein Binding es erlaubt: „kubectl get rolebindings,clusterrolebindings -n ${namespace}“ listet sie auf.`,
    whoMayByClusterBinding: "Wem ein Binding es erlaubt: „kubectl get clusterrolebindings“ listet sie auf.",
    nextByAzure:
      "Bitte einen Besitzer des Clusters um diese Rolle; bis sie gilt, dauert es bis zu fünf Minuten.",
    nextByBinding: "Bitte den Administrator des Clusters um diese Berechtigung, mit der Meldung unten.",
    nextNarrower:
      "Nenne mit -n einen Namespace von dir: Eine Berechtigung dort gilt nicht für den ganzen Cluster.",
    said: "Was Kubernetes sagt",
  },
  unmasked: {
    /** Stands in the overflow menu, where there is room. */
    button: "Unmaskiert",
    asked: (asked) => `Unmaskiert: ${asked}`,
    title: (heading) => `${heading}, unmaskiert`,
    warning:
      "▲ Nicht maskiert. Nicht aufbewahrt: Diese Karte ist die einzige Kopie; lösch sie, wenn du fertig bist.",
    cut: (lines, total) => firstLines({ lines, total }),
    footer: (run, name) => `${run} noch einmal gelaufen als ${name}`,
  },
  sentPrivately: {
    title: "Privat gesendet",
    subtitle: (name) => `Die Ausgabe ist nur für ${name}. Sie steht im Chat mit mir.`,
  },
  refused: {
    instead: "Mit einer Antwort",
    ask: "Ausführen",
    title: "✖ Befehl nicht angenommen",
    subtitle: "Es wurde nichts ausgeführt.",
  },
};
