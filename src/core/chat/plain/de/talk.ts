// How people talk to each other in German.
import type { TalkWords } from "../language.ts";
import { bad, changedBySomebody } from "./diagnose.ts";
import { sentence } from "./sentence.ts";

const done =
  "gestartet|neugestartet|aktualisiert|skaliert|gepatcht|geupdatet|geupgradet|upgegradet|deployt|deployed|ausgerollt|zurückgerollt|gelöscht|gemacht|geprüft|gecheckt|geändert|gesehen|gehört|repariert|angepasst|umgestellt|eingespielt|freigegeben|geschrieben|diagnostiziert|angeschaut|gefunden";
const well =
  "happy|zufrieden|glücklich|friedlich|ruhig|heil|da|erreichbar|ok|okay|oben|gut|stabil|online|up|gesund|grün|fit|normal|verfügbar|super|bestens|rund|problemlos|einwandfrei|schnell";

export const talk: TalkWords = {
  always: [
    "gefixt|behoben|gelöst|erledigt|lol|haha|fyi|btw|übrigens|willkommen|genehmigt|gemerged|gemergt|fehlalarm|entwarnung|abgesagt|verschoben|freut",
    "essen|confluence|mittagessen|mittag|mittagspause|kaffee|bier|meeting|besprechung|standup|retro|postmortem|übergabe|ticket|tickets|jira|urlaub|feierabend|roadmap|sprint|rechnung|folien|wiki|bereitschaft|rufbereitschaft|schicht|runbook|wartung|wartungsfenster|pizza|kantine|schulung",
    "jemand|irgendwer|irgendjemand",
    "ich|wir schau|schaue|schauen|guck|gucke|kümmere|kümmer|kümmern|mach|mache|starte|starten|prüfe|checke|übernehme|übernehmen|hoffe|werde|werden|würde|sollten|wollten|müssen|müssten|sollen|gehe|fahre|nehme|teste|patche|skaliere|aktualisiere",
    "startet|schaut|prüft|macht|kümmert|patcht|skaliert|aktualisiert|testet|deployt gerade|sich|grad|schon|das",
    "morgen aktualisieren|starten|patchen|machen|migrieren|skalieren|upgraden|updaten|fahren|wir",
    "ab|bis|erst|am morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende|später|dann|gleich|bald",
    "nicht|nichts|niemand|keiner anfassen|anrühren|fasst|neustarten|touchen|deployen|anlangen",
    "finger weg",
    "nicht …starten|neustarten|anfassen|löschen|deployen|upgraden|updaten|ändern|stoppen|patchen$",
    "nächste|nächsten|letzte|letzten|vorige|vorigen woche|monat|jahr|sprint|quartal|release",
    "gute|guter|gutes|schöne|schönen|schönes|tolle|toller nacht|frage|idee|arbeit|job|punkt|feierabend|wochenende|abend|bot",
    "wem gehört|gehören",
    "was kostet|kosten",
    "wer zahlt|bezahlt|gehört|betreut|verantwortet",
    "der|dieser|das change",
    "der|dieser bot ist|war|hat|macht|kann|nervt|sagt|meint|spinnt|findet|rockt",
    "^schau|schaut|guck mal$",
    "^pass|hör|hört auf$",
    "^vergiss es|nicht|das$",
    "ich|wir komme|kommen später|gleich|nach|morgen|nicht$",
    "frag|fragt|frage mal|ihn|sie|den|die",
    "hilf|helft|hilfst mit|bei|beim|kurz",
    "kuchen|runde|freeze|frozen|entstört|entstörung|beobachten noch|weiter",
    "niemand|keiner|bitte|nichts|nicht was|etwas|mehr …ändern|anfassen|starten|deployen|löschen",
    "war was|etwas|irgendwas|los",
    "wer …macht|bringt|zahlt|schmeißt",
    "^warte|moment|sekunde|wart",
    "vergiss|vergesst was",
  ],
  unlessAsked: [
    "kollege|kollegen|kollegin",
    "ich|wir glaube|glaub|denke|vermute|meine|weiß|sehe",
    "war|waren|hatte|hatten|wurde|wurden",
    "gestern|vielleicht|wahrscheinlich|vermutlich|wohl|eventuell|angeblich|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende",
    "danke|dankeschön|dank|merci",
    "^ja|jo|jep|nein|nee|genau|stimmt|klar|sicher|richtig|super|prima|toll|klasse|perfekt|schön|passt|erledigt|fertig|puh|oh|ach",
    "könnte|müsste|sollte|dürfte sein|gewesen|liegen",
    done,
    "weil|obwohl|bevor|nachdem|falls|sobald",
    "geplant|fertig|abgeschlossen|migration|demo",
    "ist|sind|jetzt|schon|alles durch",
    "keine|kein probleme|problem|fehler|timeouts|störung|störungen mehr",
    "nicht mehr down|kaputt|langsam|weg|tot",
  ],
  never: [
    "zieh|ziehe|nimm|storniere|cancel|verwirf …antrag|anfrage|request|freigabe",
    "mein|meine|meinen|meiner freigabe|anfrage|antrag|approval|request|änderung",
    "wer|wen|wem …freigeben|genehmigen|approven",
    "niemand|keiner …freigeben|genehmigen",
    ...changedBySomebody,
    "was ist|hat los|kaputt|falsch|schief|der|das|dieser|er",
    "^abmelden|ausloggen|logout",
    "^melde|meld|logge|log mich|uns ab|aus",
    "nur|bloß bei mir|uns|oder",
  ],
  still: [
    `immer|trotzdem|weiterhin|dennoch|noch|wieder|nachwievor ${bad}|${sentence.not}|dasselbe|gleiche`,
    `${sentence.not} trotzdem|weiterhin`,
  ],
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
  ordinary: "form frau haus baum rom sei sie ihm ein nie sein reise leise seil rest tor los rot",
};
