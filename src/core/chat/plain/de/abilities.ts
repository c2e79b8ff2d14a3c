// What can be asked for, in German; the diagnosis and the ways in have files of their own.
import type { AbilityId, AbilityWords } from "../language.ts";
import { bad } from "./diagnose.ts";

export const abilities: Readonly<Record<Exclude<AbilityId, "access" | "diagnose">, AbilityWords>> = {
  canI: {
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
  },
  clusters: {
    phrases: [
      "^cluster|clusters|clusterliste|clusterübersicht",
      "welche|welcher|alle|aller|liste|meine|unsere|verfügbare|sichtbare|andere|was cluster|clusters",
      "zeig|zeige|liste|list|gib cluster|clusters|clusterliste",
      "cluster|clusters liste|auflisten|anzeigen|gibt|gibts|sehen|übersicht",
    ],
    beside:
      "seh sieht sieht seht sehen sehe siehst liste auflisten anzeigen gibt existieren verfügbar haben kenne kennst kennt name namen viele zugriff sichtbar übersicht verwaltet verwalten listen",
  },
  forgetMe: {
    phrases: [
      "^vergiss mich|uns|alles",
      "lösche|lösch|löschen|entferne|entfernen meine|meiner|alle|alles|persönlichen|über daten|mich|infos|informationen",
      "meine|alle daten löschen|entfernen",
      "^dsgvo|gdpr",
    ],
    beside:
      "vergiss mich meine daten alles alle über weißt gespeichert gespeicherten speicherst persönliche persönlichen infos informationen löschen lösche dsgvo",
  },
  forgetPlace: {
    phrases: [
      "^vergiss wo|meinen|standort|ort|platz|netz|adresse|ip",
      "^bin nicht mehr",
      "^lösche|lösch|setze meinen standort|ort|platz",
      "standort|ort vergessen|löschen|zurücksetzen",
    ],
    beside:
      "vergiss wo bin meinen standort ort platz netz adresse ip büro zuhause hause homeoffice nicht mehr sitze zurück zurücksetzen",
  },
  help: {
    phrases: [
      "^hilfe|hallo|hi|hey|moin|servus|help",
      "was kannst|könnt|kann du|ihr|ich|man|tun|machen|fragen|eingeben",
      "wie benutze|bediene|nutze|verwende|benutzt|nutzt|bedient|rede|frage|frag|spreche ich|man|wir dich|den|das|dir|mit",
      "wie funktioniert|funktionierst|benutze|bediene|nutze|verwende das|du|ich|man|der|dieser",
      "wie geht das|dies",
      "wer|was bist du",
      "^befehle|kommandos|anleitung|doku|dokumentation|beispiele|optionen|menü",
      "welche|zeig|zeige|liste befehle|kommandos|fragen|möglichkeiten|beispiele|funktionen",
      "ich brauche|bräuchte hilfe",
      "zum ersten mal bereitschaft|dienst|hier",
      "wobei|womit hilfst|kannst",
    ],
    beside:
      "neu dich dir hilfe helfen hilf kannst tun machen fragen schreiben eingeben befehle kommandos funktioniert benutzen nutzen beispiele anleitung doku bot welche möglich möglichkeiten funktionen jemand niemand da alles",
  },
  mode: {
    phrases: [
      "schalt|schalte|mach|fahr dich|bot ab|aus|an|ein|runter|selbst",
      "^modus",
      "welchem|welcher|welchen|aktueller|aktuelle modus",
      "bist du an|aus|aktiv|eingeschaltet|abgeschaltet|ausgeschaltet",
    ],
    beside: "modus aktuell aktueller bist an aus aktiv eingeschaltet läuft gesetzt",
  },
  signIn: {
    phrases: [
      "^anmelden|anmeldung|einloggen|login|log-in",
      "^melde|meld|logge|log mich|uns an|ein",
      "will|möchte|muss|wie|kann anmelden|einloggen",
      "^neu|erneut anmelden|einloggen",
    ],
    beside:
      "anmelden anmeldung einloggen login melde logge mich an ein neu erneut nochmal sitzung abgelaufen",
  },
  signOut: {
    phrases: [
      "^abmelden|abmeldung|ausloggen|logout|log-out",
      "^melde|meld|logge|log mich|uns ab|aus",
      "will|möchte|muss abmelden|ausloggen",
    ],
    beside: "abmelden abmeldung ausloggen logout melde logge mich ab aus sitzung beenden",
  },
  status: {
    phrases: [
      "stand|status|stand von|meiner|meine|unserer anfrage|anfragen|änderung|aufgabe|request|auftrag",
      "was|wie …aus|um|steht meiner|meine|unserer|meinen anfrage|änderung|request|auftrag",
      "^status",
      "mein|meine|meiner|letzter|letzte|aktueller lauf|run|runs|läufe|job|jobs|auftrag|befehl",
      "was habe|hab ich …laufen|laufenlassen|ausgeführt|abgesetzt|abgeschickt|gemacht|abgefragt",
      "was macht|machen meine|meiner|mein|die anfrage|frage|diagnose|lauf|auftrag",
      "wie weit|lange ist|bist|dauert|noch|mein|meine|du",
      "mein|meine status|stand",
      "meine|letzte|letzten|laufende|laufenden|offene|offenen anfragen|anfrage|fragen|frage|requests|befehle|aufträge|läufe|diagnosen",
      "was habe|hab ich gefragt|gestartet|angefragt",
      "^ist|sind es|das|sie|er|die fertig|durch|soweit|antwort|ergebnis",
      "^fertig|schon fertig|soweit",
      "bist du|ihr fertig|durch|soweit",
      "läuft|dauert meine|es|das|die anfrage|frage|noch|lange|diagnose",
      "wo bleibt|ist antwort|ergebnis|diagnose",
      "^was läuft gerade",
      "wo|warum|wieso|weshalb|wann|wie|was|hat|ist|hängt|dauert|wartet|gibts …approval|freigabe|freigaben|genehmigung|genehmigungen|antrag",
      "warum|wieso|weshalb|wer|wurde|wurd|hat|ist …mein|meine|meinen …abgelehnt|verweigert|zurückgewiesen|genehmigt|freigegeben|approved",
      "doch nicht|nich abbrechen|stornieren|zurückziehen|canceln",
      "^abbrechen|stornieren|zurückziehen",
      "ist|war|lief|läuft der|die|das …skalierung|neustart|rollback|löschung|rollout|update|änderung durch|fertig|abgeschlossen|erledigt|erfolgreich",
      "welche|offene …anfragen|anfragen von|anträge|freigaben …offen|von|mir|warten",
      "zieh|ziehe|nimm|nehme|ziehen|storniere|brich|cancel|cancle|verwirf …anfrage|antrag|request|änderung|approval|change",
      "anfrage|antrag|request|änderung|approval|change …zurückziehen|stornieren|abbrechen|canceln|zurücknehmen|verwerfen",
    ],
    beside:
      "jemand schon anträge skalierung rollout update erfolgreich offen bearbeitet freigeben freigegeben freigabe freigaben genehmigen genehmigt genehmigung approval approven antrag anträge change changes abgelehnt zurück zurückziehen eben vorhin lang lange gesehen wartet offen hängt dauert delete restart rollback scale löschung neustart läufe run runs job jobs laufen lassen ausgeführt abgesetzt weit alles nacht zeigen zeig zeige anzeigen liste anfragen anfrage fragen frage befehle aufträge gefragt fertig durch letzte letzten laufende ergebnis antwort diagnose bleibt dauert läuft zuletzt meine stand soweit",
  },
  unwatch: {
    phrases: [
      "beobachte|beobachten|überwache|überwachen|folge|watch|melde|poste nicht|nimmer|nichts",
      "nicht|nimmer|niemals beobachten|überwachen|folgen|beobachte|überwache|verfolgen|melden|posten",
      "keine|kein|weniger alarme|alarm|alerts|meldungen|meldung|benachrichtigungen|benachrichtigung|warnungen|nachrichten|posts",
      "^hör|hört|höre auf beobachten|überwachen|posten|melden|folgen|spammen|nerven|alarmieren",
      "^hör|hört|höre auf …alarmen|meldungen|alerts|benachrichtigungen|warnungen",
      "stumm|stummschalten|stummschalte|mute|muten|unwatch|entfolge|entfolgen|stillschalten|leise",
      "beende|stoppe|stopp|beenden|stoppen|abschalten|ausschalten|abstellen|pausiere|pausieren|abbestellen|deaktiviere beobachtung|überwachung|alarme|alerts|meldungen|benachrichtigungen",
      "beobachtung|überwachung|alarme|alerts|meldungen|benachrichtigungen beenden|stoppen|abschalten|ausschalten|abstellen|pausieren|abbestellen|aus|ab|deaktivieren|einstellen",
      "^unwatch|mute",
    ],
    beside:
      "alarme alarm alerts meldungen meldung benachrichtigungen benachrichtigung kanal thread posten beobachten beobachtung überwachen überwachung nicht mehr keine kein auf hör stumm schalten schalte stell stelle aus ab nerven spam schicken senden melden",
  },
  watch: {
    phrases: [
      "^beobachte|beobachten|überwache|überwachen|folge|watch|abonniere|abonnieren|verfolge|verfolgen|monitore|monitoren|beobachtet",
      "^hab|habe|habt|behalt|behalte|halt …auge|blick|augen",
      "auge|blick behalten|behalte|behältst|haben|habt",
      "behalte|behaltet|behalt auge|blick",
      "halt|halte|haltet …laufenden",
      "^sag|sagt|gib|gebt|melde|meldet|meld|benachrichtige|benachrichtigt|alarmiere|informiere|warne|ping bescheid|uns|mich|hier|dich|wenn|kanal|team",
      "bescheid|benachrichtigt|informiert|alarmiert wenn|falls|sobald|werden",
      "alarme|alarm|alerts|meldungen|benachrichtigungen hier|posten|poste|schicken|schick|senden|melden|bitte|einschalten|anschalten|aktivieren",
      "^poste|post|schick|schicke|sende|melde alarme|alerts|meldungen|benachrichtigungen",
      "beobachten|überwachen|abonnieren|monitoren$",
    ],
    beside: `${bad.replaceAll("|", " ")}
      schreib schreibe schreibt wegbricht abbricht umfällt umkippt abschmiert alarme alarm alerts meldungen meldung benachrichtigungen wenn falls sobald ausfällt ausfall kaputt geht passiert down fällt stirbt problemen probleme problem kanal channel thread team auge blick behalten bescheid posten poste hier im beobachten überwachen beobachte etwas was ändert abonniert was`,
  },
  watches: {
    phrases: [
      "was|welche|welchen beobachten|beobachtest|beobachtet|überwachen|überwachst|überwacht|folgen|folgst|watches|verfolgt",
      "was|welche|welchen alarme|alerts|meldungen|benachrichtigungen sind|laufen|gibt|gibts|habt|haben|kommen|aktiv",
      "beobachtete|überwachte|abonnierte cluster|clusters",
      "^watches|beobachtungen|abos",
      "^liste|zeig|zeige beobachtungen|watches|abos",
    ],
    beside:
      "alarme alerts meldungen benachrichtigungen aktiv eingerichtet abonniert channel eingestellt beobachten beobachtest beobachtet beobachtete überwachen überwacht überwachte folgen kanal abonniert watches beobachtungen",
  },
  whatMayI: {
    phrases: [
      "was|welche darf|dürfen|dürfte ich|wir",
      "was kann ich|wir machen|ausführen|tun",
      "welche|welcher rolle|rollen|recht|rechte|berechtigung fehlt|fehlen|brauche|brauch|bräuchte|nötig",
      "was ist mir|uns erlaubt|gestattet",
      "was erlaubt|gestattet|darf|dürfen mir|uns|ich|wir",
      "wie|wo …rechte|leserechte|rolle|berechtigung|zugriff beantragen|beantrage|bekomme|anfordern",
      "welche|was|zeig|zeige rechte|berechtigungen|rollen|rolle|zugriffsrechte|befugnisse",
      "bin|ist|sind|habe|hab ich|wir …admin|administrator|owner|contributor|leser|reader|cluster-admin|adminrechte|schreibrechte|leserechte|schreibzugriff|lesezugriff",
      "adminrechte|schreibrechte|leserechte|schreibzugriff|admin-rechte",
      "meine|unsere rechte|berechtigungen|rollen|rolle|zugriffsrechte|berechtigung",
      "habe|hab|haben ich|wir rechte|berechtigungen|rolle|zugriffsrechte|zugriff|zugang",
      "^rechte|berechtigungen",
      "wer|wen|wem kann|könnte|darf|muss|soll|müsste …freigeben|genehmigen|approven|bestätigen|zustimmen|absegnen",
      "kann|darf ich …selbst|selber|eigene|eigenen …freigeben|genehmigen|approven|bestätigen",
      "niemand|keiner da|wach|erreichbar …freigeben|genehmigen|freigabe|approven|genehmigung",
      "break glass",
      "break-glass|breakglass|*-glass-verfahren|*-glass-zugang|*-glass-konto|*-glass-prozess|*-glass-account|notfallzugriff|notfallweg|notfallzugang|notfallprozess",
      "pim-rolle|pim …aktivieren|aktiv",
      "wie …adminrechte|rechte|rolle|berechtigung|pim",
      "pim|rolle|rollen|gruppe|berechtigung aktiv|aktiviert|abgelaufen|zugewiesen",
    ],
    beside:
      "komme kommen schnellsten schnell uhrzeit nachts jetzt verfahren prozess erreichbar wofür wozu brauche braucht benötige wer wen wem muss kann freigeben genehmigen approven bestätigen zustimmen absegnen freigabe genehmigung änderung änderungen selbst selber eigene eigenen notfall niemand keiner vorher erst aktivieren beantragen break-glass approver approval rolle pim-rolle change delete restart rollback scale löschung neustart pim aktiv aktiviert abgelaufen zugewiesen admin administrator owner contributor adminrechte schreibrechte leserechte schreibzugriff überhaupt eigentlich rechte berechtigungen berechtigung rollen rolle zugriffsrechte zugriff darf ausführen machen tun lesen schreiben sehen befehle kubectl gruppen gruppe erlaubt dürfen was für",
  },
  whoAmI: {
    phrases: [
      "wer bin ich",
      "als|unter wer|wem|welcher|welchem|was angemeldet|eingeloggt|namen|nutzer|benutzer",
      "bin ich angemeldet|eingeloggt",
      "welche|welcher|welchen|meine|mein gruppen|gruppe|konto|account|benutzer|nutzer|user|identität|benutzername",
      "^whoami",
      "mit wem|wessen|welchem|meinem|deinem …konto|account|user|benutzer|identität|rechten|rechte",
    ],
    beside:
      "mit welchem meinem deinem technischen technischer fragst fragt liest greifst zugreifst arbeitest läufst ab zu rechten rechte eigenen als wer whoami bin angemeldet eingeloggt gruppen gruppe konto account nutzer benutzer user identität name benutzername mitglied",
  },
};
