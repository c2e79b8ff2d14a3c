// How people talk to each other in German.
import type { TalkWords } from "../language.ts";

const well =
  "happy|zufrieden|glücklich|friedlich|ruhig|heil|da|erreichbar|ok|okay|oben|gut|stabil|online|up|gesund|grün|fit|normal|verfügbar|super|bestens|rund|problemlos|einwandfrei|schnell";

export const talk: TalkWords = {
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
};
