// "What is wrong with it?", in German.
import type { AbilityWords } from "../language.ts";
import type { Phrases } from "../phrases.ts";
import { sentence } from "./sentence.ts";

const { not } = sentence;
export const bad =
  "down|tot|weg|kaputt|hängt|hänge|hängen|langsam|lahm|timeout|timeouts|time-out|time-outs|offline|unerreichbar|instabil|ausgefallen|ausfall|ausfälle|störung|störungen|gestört|abgestürzt|abgeschmiert|abgekackt|abgeraucht|eingefroren|blockiert|geblockt|verweigert|abgelehnt|abgewiesen|überlastet|defekt|broken|dead|unreachable|spinnt|zickt|streikt|muckt|spackt|abgelaufen|refused|unauthorized|forbidden|notready|lahmgelegt|zusammengebrochen|gecrasht|crasht|aussetzer|verbindungsabbruch|verbindungsabbrüche|verbindungsproblem|verbindungsprobleme|verbindungsfehler|zertifikatsfehler|zertifikatsproblem|netzwerkfehler|anmeldefehler|zugriffsfehler|wackelt|wackelig|bockt|hustet|stottert|eiert|zuckt|muckt|röchelt|wurm|absturz|abstürze|verreckt|verreckte|eingegangen|krepiert|abgeflogen|weggebrochen|wegbricht|weggeflogen|rumzickt|rumspinnt|tilt|lahmend|laggt|laggy|unansprechbar|verklemmt|klemmt|festgefahren|aufgehängt|aufgehangen|verschwunden|abgesoffen|abgesemmelt|abgekackt|verhungert|überfordert|flaky|unzuverlässig|entsetzlich|gefressen|rejected|denied|kackt|schmiert|stürzt|betroffen|faul|schrott|hinüber|platt|zerschossen|zerlegt|unbenutzbar|unbrauchbar|abgehängt|getrennt|unterbrochen|gestorben|lahmt|schleppend|zäh|ewig|hakt|ruckelt|flattert|überlast|netzwerkproblem|netzwerkprobleme|fehlersuche|fehleranalyse|störungssuche|ursachenanalyse|ursachenforschung";
const works =
  "tut|tuts|will|mag|spielt|erreichbar|erreichen|erreiche|erreicht|verbinden|verbunden|verbinde|verbindung|zugriff|zugang|zugreifen|geht|gehen|läuft|laufen|funktioniert|funktionieren|funzt|klappt|antwortet|antworten|antwort|reagiert|reagieren|ran|drauf|rein|dran|verfügbar|auflösen|aufgelöst|anmelden|einloggen|ok|okay|gesund|bereit|online|hoch|durch|startet|hochgefahren|ansprechbar|kontaktieren|pingen|sauber|rund|normal|da|dort|hin|sichtbar|benutzbar|nutzbar|aufrufbar|öffnen|aufrufen";
const come = "komme|komm|kommt|kommen|kommst|gelange|krieg|kriege|kriegen|bekomme|bekommen";
const changed =
  "*gestartet|*skaliert|*gedreht|*gestellt|*gespielt|*geschaltet|*gelöscht|*installiert|*gezogen|*gebaut|*gesetzt|*genommen|*gefahren|geändert|verändert|geaendert|angefasst|gemacht|umgestellt|umgebaut|aktualisiert|gestartet|neugestartet|restartet|upgegradet|geupgradet|geupdatet|upgedatet|deployt|deployed|ausgerollt|gelöscht|skaliert|gepatcht|kaputtgemacht|konfiguriert|passiert|gedreht|angestellt|angerichtet|getrieben|rumprobiert|ausprobiert|umkonfiguriert|umgeschaltet|abgeändert|hochgezogen|runtergefahren|hochgefahren|freigegeben|gesperrt|geschlossen|geöffnet|verbockt|versaut|vermurkst|geschrottet|verpfuscht|zerlegt|zerstört|ausgetauscht|getauscht|erneuert|rotiert|released|gereleased|releast|abgeschaltet|gestoppt|rumgeschraubt|herumgeschraubt|geschraubt|rumgespielt|rumgefummelt|gefummelt|rumgebastelt|gebastelt|eingespielt|verstellt|migriert|getan|rebootet|gebootet|entfernt|ersetzt|reingespielt|kaputt|zerschossen|geupdated";

export const changedBySomebody: Phrases = [
  `hat|haben|wurde jemand|irgendwer|irgendjemand|wer|einer|wer …${changed}`,
  `wer hat|war|wurde …${changed}`,
  "aktivitätsprotokoll|änderungsprotokoll|änderungshistorie|activity-log|audit-log|auditlog|änderungslog|changelog",
  "activity|audit log|logs",
  "änderung|änderungen seit|von|vom|der|am|in|heute|gestern|letzte|letzten",
  `was|etwas|irgendwas wurde|hat|ist|haben|habt …${changed}`,
  "von wem",
];

export const diagnose: AbilityWords = {
  phrases: [
    "^~diagnose|diagnostiziere|diagnostizier|diagnostizieren|diag",
    "diagnose|diagnostizieren|diagnostiziere$",
    "eine|die|neue|volle|komplette ~diagnose",
    "~diagnose von|für|zu|über|auf|bei",
    "nochmal|nochmals|erneut|wieder|neu prüfen|checken|schauen|testen|versuchen|probieren|diagnostizieren|nachsehen|nachschauen",
    "mach|mache|starte|start|machen|brauche|führe ~diagnose",
    `${not} ${works}`,
    `${works} ${not}`,
    `${come} ${not} auf|an|in|rein|ran|drauf|dran|durch|hin|ins|zu|verbindung|zugriff|antwort|connection`,
    `${come} auf|an|in|rein|ran|drauf ${not}`,
    bad,
    "was los|falsch|kaputt|schief|schiefgegangen",
    `irgendwas|etwas|was stimmt|stimmts|passt ${not}`,
    "wo klemmts|hakts|klemmt|hakt|liegts|liegt",
    ...changedBySomebody,
    `was|wer|wurde|hat ${changed}`,
    "liegt|liegen am boden|brach|flach",
    "keinen|kein mucks|ton|laut|lebenszeichen|signal",
    "lehnt|lehnen|weist ab|zurück",
    "verbindung|zugriff|kontakt|zugang verloren|weg|abgebrochen|unterbrochen|tot|bricht|abbricht",
    "gesundheit|healthcheck|gesundheitscheck",
    "ist|sind er|es|sie wieder|noch da|erreichbar|ok|okay|gesund|online|oben|up",
    `^immer|noch noch|immer ${not}|down|kaputt|weg|tot`,
    "zertifikat|tls|x509|dns|handshake fehler|problem|probleme|abgelaufen|ungültig|kaputt|error",
    "403|401|502|503|504|500|eof|econnrefused|etimedout|enotfound",
    "^prüf|prüfe|check|checke|teste|schau|guck|versuch|versuche|probier|probiere nochmal|noch|erneut|es|ihn|sie|das|wieder|nach",
    "root cause",
    "^erreichbar|ansprechbar|online|verfügbar|oben$",
    "nix|nichts|kein|keine mehr",
    "reißt|bricht|fliegt|fällt|raucht|stürzt|klappt …ab|weg|zusammen|aus|raus|um",
    "schlägt|geht …fehl|schief",
    "^gehts|läufts|klappts|funktionierts|tuts jetzt|wieder|nun|inzwischen|mittlerweile|noch|denn",
    "^geht|läuft|klappt|funktioniert es|er|das|der wieder|jetzt|nun|denn",
    "von|aus erreichbar|ansprechbar|verfügbar",
    "fehlerursache|ursache|grund",
    "woran|woran liegt|liegts|lag|scheitert|hakts|hängt",
    "^geht|läuft|funktioniert|klappt|gehts|läufts|antwortet es|er|sie|das|alles|wieder wieder|jetzt|noch|nun",
    "wirf|werfe|werft|wirfst|werfen blick|auge",
    "blick auf|werfen|reinwerfen",
    "^geh|gehe|geht …nach",
    "liegt|liegts|hängt es|am an|am|dns|netz|netzwerk|vpn|firewall|zertifikat",
  ],
  withCluster: [
    "*fehler|*problem|*probleme|*störung|*störungen|*ausfall|*ausfälle|*abbruch|*abbrüche|*timeout",
    "^~check|prüf|prüfe|checke|teste|test|untersuche|analysiere|schau|schaue|guck|gucke|sieh",
    "durchchecken|durchtesten|prüfen|checken|testen|untersuchen|analysieren|anschauen|ansehen|angucken|nachschauen|nachsehen|schauen|gucken|debuggen|überprüfen|überprüfe|prüfung|check|überprüfung|fixen|reparieren",
    "^was ist|hat|haben|macht|fehlt|war|passiert|geht|ging|treibt",
    "^wie geht|gehts|läuft|steht|ist|sieht|siehts|läufts|gehts|stehts|schauts|schaut",
    "nach sehen|schauen|gucken$",
    "status|zustand|lage|gesundheit|verfassung",
    "problem|probleme|ärger|fehler|error|errors|fehlermeldung|fehlermeldungen|schwierigkeiten|komisch|seltsam|merkwürdig|auffällig|alarm|alert|incident|krank|rot|unwohl|unstimmigkeiten",
    "hilfe|help|hilf",
    "geklingelt|geweckt|rausgeklingelt|alarmiert|gepiept|piept|klingelt|pager",
    "lässt|laesst mich|uns|keinen|niemanden|kubectl …nicht|rein|durch",
    "schmeißt|wirft|haut mich|uns|einen|eine|raus",
    "tut|macht|will|mag nicht|nichts|nix|kein",
    "was hat|hast|treibt|soll",
    "warum|wieso|weshalb",
    "änderung|änderungen|historie|verlauf",
    "alles ok|okay|gut|ordnung|klar|gesund|grün|fit",
    "ordnung|gesund|erreichbar|wohlauf|fit",
    "verloren|zickt|spinnt",
    "jemand|wer changed|touched",
    `${not}$`,
  ],
  ifAsked: [
    "^ist|sind|läuft|geht|lebt|funktioniert|steht|klappt|antwortet|reagiert|tut",
    "^hat sich|alles|er erholt|beruhigt|gefangen|berappelt",
    "^ok|okay|gesund|erreichbar|online|da|fit|gut|up|oben|wieder|alles|noch",
  ],
  beside: `
    erreichbar erreichen verbindung verbinden verbunden zugriff zugang geht läuft laufen funktioniert kubectl login anmelden netz netzwerk netzwerkproblem
    dns privat private öffentlich host name port adresse ip bereich fehler fehlermeldung meldung problem probleme immer dauernd ständig völlig komplett
    gar überhaupt plötzlich seitdem tls handshake nicht kein keine keinen kubeconfig context geändert änderung änderungen zuletzt kaputt erlaubt
    prüfen prüfe prüf check checken checke schauen schau schaue guck ansehen anschauen anzusehen nachsehen nachschauen untersuchen ursache grund zustand status gesund
    voll komplette schnelle kurze tiefe diagnose diagnostizieren bericht los stimmt passt rein ran drauf dran raus daran erreiche komme komm kommen
    verdammt scheiße mist fuck hilfe timeout timeouts langsam hängt antwortet antworten reagiert zertifikat abgelaufen ungültig x509 tot weg down morgens nachts woche
    ordnung richtig falsch normal sauber ganze gesamte erneut nochmal wohl scheinbar anscheinend offenbar wirkt scheint sieht aus meldet wirft liefert
  `,
  besideCluster: `
    jemand irgendwer nsg route firewall pagerduty alarm alarmiert alert vpn rechner laptop pc mac handy wlan netz haus kunde kunden nutzer benutzer user anwender pods pod nodes node knoten
    sachen befehl befehle anfrage anfragen aufruf pipeline ci helm terraform lens k9s argocd argo flux agent runner agents build deployment deployments dienst dienste service services app apps anwendung anwendungen
    passiert gekommen gegangen weiß wissen mann mensch moment möglich glaube denke anders alt neu tage tag woche wochen mal male erste lieber beschweren meldung melden
    gemeldet bricht abbricht ab bringt wirft gerufen bekommen werfen seit beginn begonnen angefangen aufgehört gestoppt reagieren mitten produktion online steht
  `,
};

export const causeFirst: Phrases = [
  "^warum|wieso|weshalb",
  "^wie kommt es|das",
  "^~diagnose|diagnostiziere",
  `${not} ${works}`,
  `${come} ${not}`,
  `${works} ${not}`,
  "blockiert|geblockt|gesperrt",
];

/** Nobody is to look inside the cluster for it. */
export const leavesOut: Phrases = [
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
];

/** Of the last answer; another word beside it asks something else. */
export const why: Phrases = [
  "warum",
  "wieso",
  "weshalb",
  "warum das",
  "wieso das",
  "warum ist das so",
  "wieso ist das so",
  "warum denn",
  "wieso denn",
  "warum denn das",
];
