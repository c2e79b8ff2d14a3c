// German words for looking into a cluster.
import { look as english } from "../en/look.ts";
import type { LookWords } from "../look-words.ts";
import { changedBySomebody } from "./diagnose.ts";
import { noNames } from "./no-names.ts";

export const look: LookWords = {
  logs: "log logs zeilen protokoll protokolle logfile logzeilen",
  events: "event events ereignis ereignisse",
  usage:
    "voll ausgelastet belastet cpu speicher ram memory auslastung verbrauch speicherverbrauch speicherauslastung arbeitsspeicher cpu-auslastung cpu-last cpu-verbrauch ram-verbrauch top ressourcenverbrauch",
  versions: "version versionen kubernetes-version k8s-version",
  describe: "beschreibe beschreib beschreiben beschreibung describe details einzelheiten",
  rollout: "rollout",
  history: "history historie verlauf",
  namespaces: "namespace ns namensraum",
  everywhere: "überall clusterweit namespaces namensräume",
  previous: "vorherige vorherigen vorigen alte alten previous davor absturz crash vorher",
  past: [
    "letzten|letzter|alten|alte|alter|toten|vorherigen|vorherige|abgestürzten container|instanz|lauf",
    "vor dem|seinem absturz|neustart|crash|restart",
    "bevor er|es|sie …gestorben|abgestürzt|neugestartet|gecrasht|weg",
  ],
  byRestarts: [
    "restarts|neustarts der|pro|von|liste|letzten|heute|übersicht",
    "meisten|häufigsten|öftesten|nach …restarts|neustarts|restarten|restartet|crashen|neustarten",
    "restarten|restartet|crashen …meisten|häufigsten|öftesten",
    "startet|starten …am meisten|häufigsten …neu",
  ],
  happens: "passiert passierte warnung warnungen",
  ofDeployment: "replicas replikas replica image images limits limit requests memory-limit speicherlimit",
  ails: [
    "startet|starten|bootet …neu",
    "<number> restarts|neustarts",
    "wackelt|klemmt|stockt|zickt|fehlgeschlagen|gescheitert|festgefahren|abgestürzt|abgeschossen",
    "nicht|nich durchgelaufen|gelaufen|gestartet|erneuert|verlängert|skaliert|hoch|runter",
    "stürzt|stürzen|schmiert …ab",
    "startet|starten|läuft|laufen|antwortet|geht|gehen|funktioniert nicht|nich|nimmer",
    "crasht|crashen|crashed|neustarts|ungesund|oom|gekillt|hängt|kaputt|tot|down|spinnt|502|503|500",
  ],
  whys: [
    "warum|wieso|weshalb|weswegen|wodurch|woran",
    "was ist|hat los|blockiert|kaputt",
    "was blockiert|hält|hindert",
    "ursache|grund",
  ],
  lists:
    "zeig zeige zeigt liste list gib welche welcher welches alle gibt gibts auflisten anzeigen irgendwelche anzahl show get which",
  ofNode:
    "pressure diskpressure memorypressure pidpressure taint taints zustand zustände kubelet platte speicherdruck",
  expiry: ["wann|wie|welche …zertifikat|zertifikate|cert|certs|tls …ab|gültig|abgelaufen"],
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
  ],
  running: "laufende workloads workload",
  lines: "zeilen zeile log logs logzeilen lines",
  minutes: "minuten minute min m",
  hours: "stunden stunde std h",
  half: "halbe halben halbes",
  one: "letzte letzten vergangenen vergangene einer",
  numbers: "eine zwei drei vier fünf sechs",
  begins:
    "zeig zeige zeigt liste list gib welche welcher welches wie was alle hol hole holen letzte letzten die aktuelle show get hat sind gibt gibts auflisten",
  beside: `
   running completed oomkilled evicted terminating imagepullbackoff errimagepull containercreating completed notready unschedulable frisst fressen
   verbraucht verbrauchte benutzt belegt zeigst
   fehlgeschlagene fehlgeschlagenen gescheiterte kaputte kaputten frisst fressen saugt zieht limit anschlag
    noch brauch brauche bräucht dringend bitte stattdessen lieber rausgeben rausgib rüber rüberwachsen schick schicke poste mir komplett komplette komplettes bloß
    zeig zeige zeigen zeigt anzeigen ansehen sehen liste listen auflisten gib hol hole holen schau schauen lies lesen brauche bräuchte abgestürzt
    abgestürzte crashen crasht crashed crashloop crashloopbackoff fehlerhaft fehlerhafte fehlgeschlagen hängen hängende pending ready bereit gesund status zustand
    aktuelle aktuellen letzte letzten neueste neuesten neue alle aller allen sämtliche viele anzahl wieviele wieviel vorhanden existieren kubectl top version info
    fehler warnungen warnung nicht kein laufen läuft laufende verbrauchen verbrauch nutzen heute zuletzt gerade übersicht hätte gern gerne möchte will voll belegt brauchen braucht frei ausgeben ausgabe inhalt
    kaputt tot weg down langsam broken hängt spinnen ressourcen objekte objekt container app anwendung läufts neu gestartet neustarts restarts not wide zugewiesen drauf habe hat haben
  `,
  inside: "in im innerhalb",
  within: "",
  of: "von vom für des der aus bei beim an am zu zum zur gegen",
  named: "namens name",
  behind: "",
  isLast: false,
  spaces: "ns namensraum",
  noNames,
  noNameEnds:
    "tzt gt ckt llt nnt hrt ndet htet eit eiten lich liche lichen ung ungen ieren iert ierte rige tige nige lige dige setzen ziehen stellen drehen fahren fahrt schalten isch ische ischen weise",
  capitals: true,
  noTypes: english.noTypes,
  types: {
    knoten: "nodes",
    dienst: "services",
    dienste: "services",
    geheimnisse: "secrets",
    namensräume: "namespaces",
    konfigurationen: "configmaps",
    deployment: "deployments",
    ingresse: "ingresses",
    volumes: "persistentvolumes",
    netzwerkrichtlinien: "networkpolicies",
    podliste: "pods",
    nodeliste: "nodes",
    knotenliste: "nodes",
    serviceliste: "services",
    deploymentliste: "deployments",
    namespaceliste: "namespaces",
    eventliste: "events",
    zeitpläne: "cronjobs",
  },
  never: [
    ...changedBySomebody,
    "warum|wieso|weshalb",
    "wie komme|komm|kommt|kommen|erreiche|verbinde|gelange",
    "wie kann ich|man|wir",
  ],
};
