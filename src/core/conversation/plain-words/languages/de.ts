import { germanAbout } from "./de-about.ts";
import { look } from "./de-look.ts";
import { order } from "./de-order.ts";
import { command, sentence } from "./de-sentence.ts";
import { common, known } from "./de-words.ts";
import type { Language } from "./language.ts";

const well =
  "happy|zufrieden|glücklich|friedlich|ruhig|heil|da|erreichbar|ok|okay|oben|gut|stabil|online|up|gesund|grün|fit|normal|verfügbar|super|bestens|rund|problemlos|einwandfrei|schnell";

export const de: Language = {
  about: germanAbout,
  sentence,
  talk: {
    well: [
      `läuft|geht|funktioniert|klappt|passt|antwortet|reagiert|lebt|tut|gehts|läufts wieder|jetzt|nun|inzwischen|mittlerweile|${well}`,
      `ist|sind|wieder|sieht|scheint|wirkt ${well}`,
      "alles|passt gut|klar|wieder|grün|ok|jetzt",
      "^geht|läuft|funktioniert|klappt|passt$",
      "geht|läuft|funktioniert|klappt$",
    ],
    asking:
      "blockt blockiert hängt startet crasht crashen verbraucht frisst stimmt passt bleibt schlägt restartet liefert antwortet reagiert existiert brauch brauche bräuchte welchem wessen wohin scale scalen skalier rollback restart restarten cordon cordone drain draine uncordon setz lösch entfern entferne räum räume stoß stell stelle änder ändere tausch tausche dreh drehe pausier pausiere halt zieh ziehe nimm trag trage füg roll schmeiß kill kille deploy patch grep vergleich vergleiche woran wem wen logs log describe top wieviel wieviele sag sagt meld melde meldet benachrichtige gebt gib führ führe log logge nenn nenne warum wieso weshalb was wer wie wo welche welcher welches welchen wann ist sind hat haben kann kannst können könntest könnt darf läuft geht gibt gibts zeig zeige bitte prüf prüfe check checke schau diagnose diagnostiziere komme komm funktioniert lebt bekomme kommt steht gib mach teste untersuche hilfe starte lösche skaliere stoppe aktualisiere rolle fahre fahr gib setze restarte reboote boote erhöhe öffne gabs gab überwache beobachte folge benachrichtige status events logs pods nodes knoten zugriff zugang änderungen änderung letzte zustand ereignisse deployments services wege",
    questions: "warum wieso weshalb wie wer welche welcher welches welchen wo",
    opening:
      "hallo hi hey moin moinsen servus grüezi guten morgen tag abend na ok okay so also äh ähm bitte pls und aber denn mal schnell kurz jetzt dann danke sorry leute team zusammen alle bot lieber dringend hilfe du ihr nun ja",
    pleads: "bitte könntest kannst könnt könntet koenntest",
    request: ["^kannst|könntest|könnt|würdest|magst|möchtest|kann|willst du|ihr|bitte|mal"],
    orders:
      "bitte schau schaust schauen prüf prüfe prüfst check checkst guck nimm kannst machst mach starte startest sieh siehst übernimm",
  },
  common,
  known,
  may: {
    phrases: [
      "darf|dürfen|dürfte|dürft|dürften ich|wir|man",
      "habe|hab|haben|hätte recht|rechte|berechtigung|berechtigungen|erlaubnis|befugnis",
      "ist|wäre es|mir|uns erlaubt|gestattet|ok|okay",
      "bin|sind ich|wir berechtigt|befugt|autorisiert",
      "^kann|können|könnte ich|wir kubectl|ausführen|laufen|löschen|lesen",
      "^can-i",
    ],
    beside:
      "darf dürfen ich wir recht rechte berechtigung erlaubnis sehen lesen anzeigen anschauen ansehen ausführen auszuführen machen listen auflisten holen erlaubt zu abrufen einsehen",
    ofOthers: "kann darf koennte ist hat",
    doing:
      "sehen lesen listen zugreifen zugriff anschauen exec rechte neustarten loeschen skalieren starten restarten",
  },
  /** Of the last answer; another word beside it asks something else. */
  why: [
    "warum",
    "wieso",
    "weshalb",
    "warum nicht",
    "wieso nicht",
    "warum das",
    "wieso das",
    "warum ist das so",
    "wieso ist das so",
    "warum denn",
    "wieso denn",
    "wieso eigentlich",
    "warum eigentlich",
    "warum genau",
    "warum jetzt",
    "aber warum",
    "aber wieso",
    "und warum",
    "und wieso",
    "ok und warum",
    "hm ok und warum",
    "wie kommt das",
    "woran liegt das",
    "warum denn das",
    "bist du sicher",
    "bist du dir sicher",
    "sicher",
    "woher weißt du das",
    "wieso glaubst du das",
    "warum glaubst du das",
    "wieso denkst du das",
    "warum denkst du das",
    "stimmt das",
    "stimmt das wirklich",
    "wie kommst du darauf",
  ],
  /** Whether an address is let in is asked. */
  allows:
    "erlaubt freigegeben zugelassen gewhitelistet whitelist allowlist freigeschaltet freigabeliste darf dürfen berechtigt durchgelassen",
  /** It does not get in. */
  turnedAway: [
    "<address> blockiert|gesperrt|abgelehnt|abgewiesen|geblockt|verweigert",
    "blockiert|blockt|sperrt|verweigert|weist <address>",
    "lehnt <address> ab",
    "<address> nicht erlaubt|freigegeben|zugelassen|freigeschaltet|durchgelassen",
    "erlaubt <address> nicht",
    "lässt <address> nicht",
  ],
  /** What lies inside, or goes out. */
  notLetIn: [
    "auf|zu|nach|an|gegen <address>",
    "kann|könnte|darf|dürfte|soll|sollte <cluster> <address> erreichen|ansprechen|anpingen|pingen|aufrufen|sehen|verbinden",
    "<cluster> erreicht|pingt|kontaktiert|sieht <address>",
    "erreicht|pingt|kontaktiert|sieht <cluster> <address>",
    "ping|nslookup|curl|ssh|telnet|traceroute|dig <address>",
    "von <cluster> aus|erreichbar|erreicht|erlaubt",
    "egress|ausgehend|ausgehende|ausgehenden|ausgehender|outbound",
    "außer|ausgenommen <address>",
    "ssh|rdp",
    "app|apps|anwendung|anwendungen|ingress|service|services|dienst|dienste|pod|pods|node|nodes|knoten|workload|workloads|container|webseite|website|frontend|backend|registry|datenbank|loadbalancer|namespace|deployment",
  ],
  /** Nobody is to look inside the cluster for it. */
  leavesOut: [
    "ohne hineinzusehen|hineinzuschauen|hineinzugucken|reinzusehen|reinzuschauen|reinzugucken",
    "ohne hineinsehen|hineinschauen|reinsehen|reinschauen|reingucken",
    "ohne blick hinein|rein",
    "ohne blick|einen in|ins den|das cluster|innere",
    "nicht hineinsehen|hineinschauen|reinsehen|reinschauen|reingucken",
    "sieh|schau|guck nicht hinein|rein",
    "sieh|schau|guck aber nicht hinein|rein",
    "ohne befehl|befehle|kommando|kommandos",
    "ohne einen befehl|kommando",
    "ohne|nicht|nichts innen|innere|inneres|drinnen",
    "ohne das innere",
    "nur|bloß der|den weg|pfad$",
  ],
  change: {
    verbs:
      "exec scale scalen rollback starte start starten neustarten neustart restarte restart restarten reboote rebooten boote lösche lösch löschen entferne entfernen skaliere skalier skalieren stoppe stopp stoppen stop beende beenden aktualisiere aktualisieren update updaten upgrade upgraden patche patchen deploye deploy deployen drain draine cordon erhöhe erhöhen verringere vergrößere vergrößern verkleinere aktiviere aktivieren deaktiviere deaktivieren öffne öffnen erlaube erlauben ändere ändern erstelle erstellen installiere installieren kill kille killen whiteliste whitelisten freischalten freigeben ausrollen zurückrollen hochfahren herunterfahren runterfahren hochskalieren runterskalieren durchstarten bearbeite bearbeiten editiere",
    kubectl: {
      delete: "löschen lösche entfernen killen",
      "rollout restart": "neustarten restarten starten",
      scale: "skalieren skaliere",
      drain: "drain draine",
      cordon: "cordon",
      edit: "bearbeiten editieren ändern",
      patch: "patchen",
      create: "erstellen",
    },
  },
  order,
  look,
  command,
};
