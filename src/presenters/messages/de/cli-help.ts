// What the command line is told to do, and what its exit codes say. Words in capitals stand for what is typed.
import type { cliHelp as en } from "../en/cli-help.ts";
import { upperFirst } from "./words.ts";

export const cliHelp: typeof en = {
  usage: (line) => `Aufruf: aks-oncall ${line}`,
  rights:
    "Azure wird mit deinen eigenen Berechtigungen gefragt: was DefaultAzureCredential findet, az login zuerst.",
  examples: "Beispiele:",
  exitCodes: "Exit-Codes:",
  more: "aks-oncall VERB --help sagt mehr zu einem Verb; docs/cli.md beschreibt die JSON-Dokumente.",
  sentence: (does) => `${upperFirst(does)}.`,
  /** By the verb. */
  does: {
    diagnose: "sagt wie im Chat, warum ein Cluster nicht erreichbar ist",
    access: "listet die Zugänge mit ihren Schritten, den besten zuerst",
    explain:
      "sagt, wie ein Befehl verstanden und bewertet wird, je Zeile ein JSON-Objekt; ausgeführt wird nichts",
    mask: "maskiert die Standardeingabe wie eine Ausgabe des Befehls hinter --; ausgeführt wird nichts",
    understand: "sagt, wie der Chat eine Zeile lesen würde, ein JSON-Objekt je Zeile; gesendet wird nichts",
    "policy check": "prüft eine Richtlinie und führt die Tests darin aus",
    "policy can": "entscheidet nach einer Richtlinie und nennt die Regel, die entscheidet",
    "policy diff": "sagt, was eine neue Richtlinie möglich oder unmöglich macht, und für wen",
    "audit verify":
      "belegt den Audit-Trail in DATA_DIR oder DATABASE_URL: Hashkette, Signaturen, Aufbewahrungsfrist",
    "audit timeline":
      "gibt aus, was der Audit-Trail über einen Lauf oder einen Vorfall enthält, nach der Zeit geordnet, und ob es belegt ist",
    "audit export": "gibt jedes Ereignis des Audit-Trails aus, je Zeile ein JSON-Objekt",
    "store prepare":
      "bringt das Schema in DATABASE_URL auf den neuesten Stand, als Eigentümer der Datenbank; docs/operations.md",
  },
  flags: {
    cluster: "ein Name, group/name, subscription/group/name oder eine Ressourcen-ID",
    deep: "sieht auch in den Cluster hinein, mit Run-Command und deinen Berechtigungen darin",
    noInside: "sieht nicht hinein, wie auch ohne --deep",
    clientIp: "die IPv4-Adresse, von der du kommst",
    where: "das virtuelle Netzwerk, in dem du bist, mit Name oder Ressourcen-ID",
    symptom: "der Fehler, den du siehst, oder was ein Test ausgab; - liest ihn von der Standardeingabe",
    json: "ein JSON-Dokument statt Text",
    from: "wo du bist: eine IPv4-Adresse, oder Name oder Ressourcen-ID eines virtuellen Netzwerks",
    for: "fragt, ob eine IPv4-Adresse oder ein Bereich eingelassen wird",
    stdin: "liest Befehle von der Standardeingabe, einen je Zeile",
    lines: "liest Zeilen von der Standardeingabe",
    locale: "die Sprache der Sätze im Dokument; ohne Angabe Englisch",
    seenClusters: "die Cluster, die der Schreibende sieht, mit Kommas getrennt",
    spokenOf: "der Cluster, von dem im Chat zuletzt die Rede war",
    policy: "die Richtlinie",
    oldPolicy: "die geltende Richtlinie",
    newPolicy: "die neue",
    group: "Objekt-IDs der Gruppen des Menschen in Entra; mehrfach möglich",
    ruledCluster: "der Name des Clusters, oder seine Ressourcen-ID, wo Regeln nach ihr gehen",
    withoutEntra: "der Cluster hat keine Entra-Integration: Befehle laufen als cluster-admin",
    tag: "ein Tag des Clusters in Azure; mehrfach möglich. Ohne die Angabe sind Tags nicht bekannt",
    at: "die Zeit, zu der gefragt wird, mit ihrer Zone; ohne die Angabe jetzt",
    incident: "der schwerste offene Alarm, dessen Regel am Cluster hängt: Sev0 bis Sev4",
    breakGlass: "gefragt wird als Notfall",
    key: "ein Schlüssel, mit dem Zeilen versiegelt wurden, in PEM; die öffentliche Hälfte genügt",
    trailId: "die Id eines Laufs oder Vorfalls, wie seine Karte sie zeigt",
    head: "eine Zeile, die anderswo festgehalten wurde und im Trail stehen muss, oder eine Datei davon",
  },
  exits: {
    good: "nichts Falsches in dem, was angesehen wurde, ein Zugang ist offen, erlaubt, angenommen, gültig",
    wrongUse: "falscher Aufruf: Kommandozeile, eine Einstellung oder eine Datei",
    broken:
      "gestört oder beeinträchtigt; jeder Zugang ist gesperrt; Richtlinie nicht gültig; Audit-Trail verändert",
    unknown:
      "unbekannt: Was es klären würde, war nicht zu lesen, kein Zugang ist sicher, oder der Cluster wurde nicht gefunden; eine Regel geht nach der Ressourcen-ID, und angegeben ist nur ein Name; Audit-Zeilen, die niemand belegt",
    denied: "von der Richtlinie verweigert, oder ein Befehl, der abgelehnt wird",
    failure: "Anmeldung, Azure oder die Datenbank hat versagt",
  },
};
