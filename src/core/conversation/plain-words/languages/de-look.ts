// German words for looking into a cluster.
import { look as english } from "./en-look.ts";
import type { LookWords } from "./language.ts";

export const look: LookWords = {
  logs: "log logs zeilen protokoll protokolle logfile logzeilen",
  describe: "beschreibe beschreib beschreiben beschreibung describe details einzelheiten",
  namespaces: "namespace ns namensraum",
  previous: "vorherige vorherigen vorigen alte alten previous davor absturz crash vorher",
  past: [
    "letzten|letzter|alten|alte|alter|toten|vorherigen|vorherige|abgestürzten container|instanz|lauf",
    "vor dem|seinem absturz|neustart|crash|restart",
    "bevor er|es|sie …gestorben|abgestürzt|neugestartet|gecrasht|weg",
  ],
  ofDeployment: "replicas replikas replica image images limits limit requests memory-limit speicherlimit",
  ofNode:
    "pressure diskpressure memorypressure pidpressure taint taints zustand zustände kubelet platte speicherdruck",
  states: {
    ImagePull: [
      "image|images pull|ziehen|gezogen|gepullt|pullen|laden|geladen",
      "zieht|ziehen|pullt|pullen image|images",
    ],
    Evicted: ["evicted|rausgeworfen|rausgeschmissen"],
    CrashLoop: ["neustartschleife|crashloop|crashschleife|bootloop"],
  },
  notRunning: [
    "nicht|nich|net|ned running|ready|bereit|laufen|läuft|laufende|laufenden|completed",
    "laufen|läuft nicht|nich$",
    "nicht|anderes|anderem|anderer|anderen|außer|ungleich …running",
    "läuft …nicht",
    "ungesunde|ungesunden|kranke|kranken|unhealthy",
  ],
  notBound: [
    "nicht|nich|net|ned|nie|kein|keine|ohne|not gebunden|gebundene|gebundenen|bound|gebound|binden|bindet",
    "ungebunden|ungebundene|ungebundenen|ungebundener|unbound",
    "bindet|binden …nicht|nich",
  ],
  lines: "zeilen zeile log logs logzeilen lines",
  minutes: "minuten minute min m",
  hours: "stunden stunde std h",
  half: "halbe halben halbes",
  one: "letzte letzten vergangenen vergangene einer",
  numbers: "eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  begins:
    "zeig zeige zeigt liste list gib welche welcher welches wie was alle hol hole holen letzte letzten die aktuelle show get hat sind gibt gibts auflisten",
  inside: "in im innerhalb",
  within: "",
  of: "von vom für des der aus bei beim an am zu zum zur gegen",
  named: "namens name",
  behind: "",
  owns: "",
  points: "",
  spaces: "ns namensraum",
  capitals: true,
  noTypes: english.noTypes,
  types: {
    nodes: "knoten nodeliste knotenliste",
    endpoints: "endpunkte",
    networkpolicies: "netzwerkregeln netzwerkrichtlinien",
    services: "dienst dienste serviceliste",
    secrets: "geheimnisse",
    namespaces: "namensräume namespaceliste",
    configmaps: "konfigurationen",
    deployments: "deployment deploymentliste",
    ingresses: "ingresse",
    persistentvolumes: "volumes volume",
    persistentvolumeclaims: "claim claims volumeclaim volumeclaims",
    pods: "podliste",
    events: "eventliste",
    cronjobs: "zeitpläne",
  },
};
