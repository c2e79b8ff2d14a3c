// What says in German by itself what a line is about.
import type { AboutWords } from "./language.ts";

const state =
  "(?:da|up|down|ok|okay|gut|gesund|gr(?:ü|ue)n|rot|oben|unten|weg|tot|kaputt|erreichbar|unerreichbar|online|offline|an|betroffen|ausgefallen|gest(?:ö|oe)rt|los|(?:krank|lahm|langsam))";

const mutes =
  "stumm\\w*|\\bmut(?:e|en|et|est)\\b|\\bsnooz\\w*|silenc\\w*|\\bruhig\\w*|\\bruhe\\b|unterdr(?:ü|ue)ck\\w*|entstumm\\w*";
const turnsOff =
  "\\baus\\b(?! dem)|\\baus(?:schalten|machen|stellen|knipsen|setzen)\\b|\\bab(?:schalten|stellen|klemmen|drehen)\\b|deaktivier\\w*|pausier\\w*|\\bweg\\b|nicht mehr (?:melden|posten|senden|schicken|sehen)|stillleg\\w*";
/** An alert of something. */
const subjects =
  "(?:disk|platten?|festplatten?|storage|cpu|speicher(?:platz)?|memory|ram|oom|nodes?|knoten|pods?|jobs?|cron\\w*|backups?|zertifikats?|cert|restart|neustart|crash\\w*|latenz|dns|coredns|volume|pvc|ingress|netzwerk|netz|queue|datenbank|db|quota|hpa|autoscaler|deployment|http|[45]xx(?:er)?|fehler|filesystem|last|probe|readiness|kubelet|etcd|replica|throttling|warnungs?|info|sev(?:erity)?[ -]?\\d|p[1-4])";
const subject = `\\b${subjects}[- ]?(?:\\w+[- ])?(?:alarme?n?s?|alerts?|warnung(?:en)?|meldung(?:en)?|regeln?|benachrichtigung(?:en)?)`;
const near = "(?:(?!\\b(?:weil|wegen|während|waehrend|da wir|wir|bis)\\b)[^,;:.(]){0,45}";
const readers =
  "\\bvp\\b|\\bc[teio]o\\b|\\bchef\\w*|\\bvorst(?:a|ä|ae)nd\\w*|manage\\w*|\\b(?:bereichs|abteilungs|team|it-|gesch(?:ä|ae)fts)?leit(?:er|ung|erin)\\w*|\\bf(?:ü|ue)hrung\\w*|\\bkund(?:e|en|in)\\b|stakeholder\\w*|\\bfachbereich\\w*|nicht[- ]?techn\\w*|\\bboss\\b|\\boben\\b|auftraggeber\\w*|\\brevision\\b";

export const germanAbout: AboutWords = {
  everyCluster: new RegExp(
    [
      `^\\W*(?:sind|laufen|gehen|stehen|funktionieren|hängen|waren) (?:(?:noch|denn|jetzt|sie|die|da|wieder|auch|gerade|grad|eigentlich) )*(?:alle|beide|alle drei|alle vier)(?: (?:noch|denn|jetzt|wieder|gerade|grad|so|nicht|von denen))*(?: ${state})?\\W*$`,
      `^\\W*(?:alle|beide)(?: wieder| noch| nicht)? ${state}\\W*$`,
      `\\bwelche[rs]?(?: von (?:denen|ihnen|unseren|den)| cluster| kiste)?(?: clustern)? (?:ist|sind|hängt|hängen|geht|gehen|läuft|laufen|spinnt|spinnen|macht|hat|haben|antwortet|antworten)\\b.{0,25}(?:\\b${state}\\b|\\bnicht\\b|\\bprobleme?\\b|\\W*$)`,
      "(?:ü|ue)berall\\b",
      "\\bauf alle(?:n)? clustern?\\b",
      "\\b(?:ist|hängt|spinnt|h(?:ä|ae)ngen|geht|noch|auch)\\b.{0,12}\\b(?:ein|kein|irgendein) (?:anderer|weiterer|zweiter) cluster\\b",
      `\\b(?:irgendwo|irgendein\\w*|anderswo|woanders)\\b.{0,25}\\b(?:${state}|was|probleme?|auch)\\b`,
      `\\b(?:die|den|bei den|auf den|unsere) (?:anderen|restlichen|(?:ü|ue)brigen)(?: clustern?)?\\b(?! (?:pods?|nodes?|knoten|kollegen|leute))`,
      "\\bbei allen(?: clustern)?\\b.{0,15}\\b(?:so|gleich|auch|an|in ordnung)?\\W*$",
    ].join("|"),
    "i",
  ),
  changed:
    /\b(?:wer|was|jemand|irgendwer)\b.{0,40}\b(?:ge(?:ä|ae)ndert|ver(?:ä|ae)ndert|angefasst|rumgefummelt|herumgefummelt|gedreht|umgestellt|bearbeitet|editiert|verstellt|gefummelt|rumgespielt)\b|\b(?:ge(?:ä|ae)ndert|angefasst|umgestellt)\b.{0,15}\b(?:von wem|durch wen|wer war)\b|\bwas ist\b.{0,25}\banders\b|\bwas ist neu\b.{0,30}\bseit\b|\bnicht mehr (?:so )?wie (?:gestern|vorher|letzte)\b|\banders als (?:gestern|vorher|heute|letzte|vor)\b|\bunterschied\w* (?:zu|seit) (?:gestern|vorher|heute)\b|\b(?:letzten?|neuesten?|j(?:ü|ue)ngsten?|aktuellen?) (?:ä|ae)nderungen\b|(?<!\p{L})(?:ä|ae)nderungen\b.{0,25}\b(?:letzte nacht|gestern|heute|seit|diese woche|zuletzt|der letzten)\b|\b(?:wurden?|ist|sind|haben? sich|hat sich)\b.{0,45}(?:nsgs?|rout(?:e|en|ing)|peering|bereiche?|firewall|netz|subnetz?|dns|vnets?|tabelle|regeln?)\b.{0,40}\b(?:ge(?:ä|ae)ndert|ver(?:ä|ae)ndert|angefasst|umgestellt)\b|\b(?:seit wann|wann)\b.{0,60}(?:(?:ö|oe)ffentlich\w* (?:zugang|zugriff|endpunkt)|\bpriva?t\w*\b|\bpublic\b)|\b(?:historie|verlauf)\b.{0,25}(?:ranges|bereiche?|liste|ips|regeln|freigabe\w*)|\b(?:bereiche?|ranges|ips|adressen)\b.{0,40}\b(?:dazu|hinzugef(?:ü|ue)gt|erg(?:ä|ae)nzt|entfernt|ge(?:ä|ae)ndert)\b.{0,30}\b(?:von wem|wer|zuletzt)?/iu,
  whoseRange:
    /\bwessen\b|\bwem (?:geh(?:ö|oe)rt|ist|sind)\b|\bvon wem\b|\bseit wann\b|\bwann wurde\b|\bwer (?:nutzt|braucht|steckt|ist|hatte|wollte|hat)\b|\bwarum (?:steht|ist)\b.{0,40}\b(?:drin|liste|list|freigegeben)\b|\bwof(?:ü|ue)r ist\b|\bwozu\b/i,
  takenOut:
    /\b(?:soll|darf|muss|kann)\b.{0,40}\b(?:raus|weg|nicht mehr)\b|\bnicht mehr (?:rein|durch|erlaub|freigeb|zulass)\w*|\b(?:schmei(?:ß|ss)|wirf|hau|werf\w*)\b.{0,50}\b(?:raus|weg)\b|\braus (?:aus|damit|mit)\b|\brausschmei(?:ß|ss)en\b|\bentzieh\w*|\bsperr\w*\b.{0,30}\baus\b|\bwieder zu\b/i,
  revoked:
    /\b(?:raus|runter|weg|l(?:ö|oe)sch\w*|entfern\w*)\b|^\W*(?:bitte )?(?:entzieh|entzieht|entziehen)\b|\b(?:soll|muss)\b.{0,20}\bnicht mehr\b.{0,25}\b(?:d(?:ü|ue)rfen|rein|zugreifen|kommen|durch|erlaubt|drauf|haben)\b|\bzugriff\b.{0,20}\b(?:entziehen|wegnehmen)\b/i,
  resolves:
    /\b(?:nslookup|dig|aufl(?:ö|oe)s\w*|l(?:ö|oe)st|(?:dns|\w*name|fqdn) (?:geht|liefert|gibt|zeigt|sagt|antwortet))\b.{0,60}(?:\b(?:(?:ö|oe)?ffentlich\w*|public|privat\w*|falsch\w*|intern\w*|alte|andere)|\d+\.\d+\.)/i,
  port: /\b(?:port|tcp) ?\d{2,5}\b.{0,60}\b(?:offen|auf|zu|dicht|gesperrt|geblockt|blockiert|blocked|erreichbar|durch|frei|freigegeben|erlaubt|testen|pr(?:ü|ue)fen|antwortet|geht|open)\b|\b(?:teste|pr(?:ü|ue)fe?|check|komm\w*|erreich\w*|blockt|blockiert|sperrt)\b.{0,40}\b(?:port \d{2,5}|6?443)\b|\b6?443\b.{0,40}\b(?:offen|zu|dicht|gesperrt|geblockt|blockiert|erreichbar|durch|frei|auf)\b/i,
  proposal:
    /^(?!.*\b(?:mach|mache|nimm|setz|f(?:ü|ue)hr|wende|passt|einverstanden|beantrag\w*|ausf(?:ü|ue)hren|umsetzen)\b).*(?:\b(?:was|welche[nrs]? \w+|wie)\b.{0,20}\b(?:schl(?:ä|ae)gst|empfiehlst|r(?:ä|ae)tst|w(?:ü|ue)rdest|machst(?! du so\b)|w(?:ä|ae)re)\b.{0,30}\b(?:vor|vorschlagen|empfehlen|tun|machen|fixen|beheben|reparieren|l(?:ö|oe)sen|raten|du|dein vorschlag)\b|\b(?:hast du|gibts|gibt es|irgendein\w*)\b.{0,20}\b(?:vorschlag|vorschl(?:ä|ae)ge|empfehlung|tipp|rat)\b|\bdein vorschlag\b|\bvorgeschlagene[nrs]? (?:fix|l(?:ö|oe)sung|reparatur)\b|\bdein (?:fix|rat)\b)/i,
  failing: /\b(?:nicht|nix|nich|net|kein\w*|nichts|timeouts?|h(?:ä|ae)ngt|klemmt|tot|unerreichbar)\b/i,
  denied:
    /\b(?:kann|darf|k(?:ö|oe)nnen|d(?:ü|ue)rfen)\b.{0,60}\b(?:keine?n?|nicht)\b.{0,30}\bmehr\b.{0,20}\b(?:sehen|listen|lesen|auflisten|anzeigen|abrufen|l(?:ö|oe)schen|holen)\b|\b403\b.{0,40}\b(?:auflist\w*|listen?|liste|lesen|abruf\w*|wenn ich)\b|\b(?:listen|lesen|sehen|auflisten|l(?:ö|oe)schen)\b.{0,15}\bich (?:aber )?nicht\b|\b(?:warum|wieso|weshalb) (?:seh\w*|darf) ich\b.{0,40}\b(?:nicht|nix|nichts)\b|\bexec\b.{0,30}\b(?:forbidden|verboten|verweigert)\b|^\W*forbidden\b|\b(?:darf|d(?:ü|ue)rfen|kann)\b.{0,20}\bkeine?n?\b.{0,30}\b(?:sehen|lesen|listen|anschauen|l(?:ö|oe)schen|machen|abrufen|holen|ausf(?:ü|ue)hren|anzeigen|neustarten|restarten|skalieren)\b|\b(?:darf|d(?:ü|ue)rfen)\b.{0,40}\bnicht\b|\b(?:ich|mir|mich|wir|uns)\b.{0,40}\b(?:forbidden|verboten|verweigert|unauthorized|keine (?:rechte?|berechtigung\w*)|fehl(?:t|en) (?:die |das |mir )?(?:rechte?|berechtigung\w*))\b|\bforbidden\b.{0,20}\b(?:bei|f(?:ü|ue)r|wenn)\b|\bkeine (?:rechte|berechtigung\w*|erlaubnis)\b.{0,20}\b(?:f(?:ü|ue)r|um|auf|zu)\b/i,
  othersRights:
    /^\W*was (?:darf|d(?:ü|ue)rfen|kann) (?!ich\b|man\b|wir\b|du\b|da\b|das\b|es\b|denn\b|der\b|die\b)\w+(?: (?:alles|eigentlich|denn|auf|in|bei|machen|sehen)|\W*$)|^\W*(?:darf|kann|hat) (?:der|die|unser|unsere|ein|eine) (?:azubi|praktikant|neue|werkstudent|junior|kolleg|extern|chef|team)\w*\b|\bwer (?:darf|kann|d(?:ü|ue)rfte|ist berechtigt|hat (?:die |das )?(?:rechte?|zugriff|berechtigung\w*))\b(?!.{0,60}\b(?:genehm\w*|freigeb\w*|helfen|approve\w*|zustimm\w*|\S?(?:ue)?bernehm\w*|unterschreib\w*|vertret\w*|einspring\w*|tausch\w*|abl(?:ö|oe)s\w*|sagen|best(?:ä|ae)tig\w*)\b)|\bwelche (?:rechte?|rollen?|berechtigung\w*) (?:hat|haben) (?!ich\b|wir\b|man\b|du\b)/i,
  harm: /\b(?:kann|k(?:ö|oe)nnte) (?:der|dieser|das|dieses) (?:bot|ding|tool)\b.{0,30}\b(?:schaden|kaputt\w*|zerst(?:ö|oe)r\w*)|\b(?:angst|schiss|bammel|panik|sorge|traue? mich)\b.{0,50}\b(?:kaputt|falsch\w*|abschie(?:ß|ss)\w*|zerst(?:ö|oe)r\w*|anfassen|schrotten?|anzurichten|anrichten|verbock\w*|nicht)\b|\b(?:kann|k(?:ö|oe)nnte|mach\w*|w(?:ü|ue)rde) (?:ich|man|du|das|da|wir)\b.{0,30}\b(?:kaputt|schaden|zerst(?:ö|oe)ren|schrotten|abschie(?:ß|ss)en|verbocken)\b|\b(?:ist|bist) (?:es|das|du)\b.{0,15}\b(?:gef(?:ä|ae)hrlich|sicher|ungef(?:ä|ae)hrlich|riskant|harmlos)\b.{0,30}\b(?:fragen|nutzen|benutzen|schreiben|ausprobieren|zu|dich|dir)?\W*$|\bwas (?:ist|passiert),? wenn ich (?:was|etwas)? ?(?:falsch\w*|bl(?:ö|oe)d\w*|dumm\w*)\b/i,
  newCluster:
    /\b(?:zieh|setz|bau|mach|leg|fahr)\w*\b.{0,20}\b(?:neue[nrs]?|frische[nrs]?) cluster\b|\bneue[nrs]? (?:\w+[ -])?cluster\b.{0,30}\b(?:anlegen|bauen|aufsetzen|erstellen|erzeugen|hochziehen|aufbauen|anzulegen|aufzusetzen)\b|\b(?:bau|baue|erstell\w*|leg|lege|setz|setze|brauche?n?|zieh|mach)\b.{0,15}\b(?:neue[nrs]?|zweite[nrs]?|weitere[nrs]?|test-?)[ -]?(?:\w+[ -])?cluster\b/i,
  reaches:
    /\b(?:erreich\w*|verbind\w*|verbunden|verbindung\w*|connect\w*|komm\w*\b.{0,40}\b(?:drauf|rein|durch|hin|auf (?:den|das) cluster)|anmeld\w*|einlogg\w*|eingeloggt|login|synchronisier\w*|synct?|timeouts?|5(?:xx|0\d)er|zugriff\w*|zugreif\w*|zugang|greift|namensaufl(?:ö|oe)sung|aufl(?:ö|oe)s\w*|gegen den|tunnel)\b/i,
  shutOut:
    /\b(?:erreich\w*|komm\w*|verbind\w*|connect\w*|l(?:ö|oe)s\w*)\b.{0,60}\b(?:nicht|nich|net|nimmer|nix|kein\w*)\b|\b(?:nicht|nich|net|nimmer|kein\w*)\b.{0,40}\b(?:erreich\w*|verbind\w*|verbindung|rankommen|rauf|drauf|durch|rein|aufl(?:ö|oe)s\w*|aufgel(?:ö|oe)st)\b|\btime-?outs?\b|\bunerreichbar\b|\bausgesperrt\b/i,
  itself: /\b(?:de[nrm]|das|unser\w*|aufs?|ans) (?:\w+ )?cluster\b/i,
  crashes:
    /\bstart\w*\b.{0,40}\bneu\b|\bneustarte?t\b|\bcrasht\w*\b|\bst(?:ü|ue)rzt\b.{0,40}\bab\b|\babgest(?:ü|ue)rzt\b|\bschmiert\b.{0,30}\bab\b/i,
  beyond:
    /^\W*(?:(?:hey|hi|ok|bitte|kannst du|k(?:ö|oe)nntest du|mal)[\s,]+)*(?:bestell|kauf|buch|reservier)(?:e|st|en)? (?:mir|uns|mal|bitte|noch|einen|eine|ein|ne|nen|was)\b|\bruf (?:mir|uns) (?:ein|nen|mal)\b|\b(?:wie ?viel|was)\b.{0,40}\b(?:geld|kostet\w*|euro|sparen|spart|geben wir .{0,40}\baus)\b|\b(?:azure[- ]?)?(?:rechnung|kosten) (?:von|f(?:ü|ue)r|auf)\b|\bkosten\b.{0,30}\b(?:gestiegen|explodiert|so hoch)\b|\b(?:gehalt\w*|nachtzuschlag|zuschlag|zulage|lohn|gehaltsstufe|(?:ü|ue)berstunden)\b|\bwas verdient\b|\b(?:wird|werden|kriegen?|krieg|bekomm\w*)\b.{0,40}\b(?:bezahlt|bonus|verg(?:ü|ue)tet)\b|\btokens?\b.{0,40}\b(?:sperr\w*|widerruf\w*|entzieh\w*|zur(?:ü|ue)ckzieh\w*)\b|\b(?:sperr\w*|widerruf\w*|entzieh\w*)\b.{0,40}\btokens?\b|\b(?:konto|account) (?:von|vom|der|des)\b.{0,30}\b(?:sperren|deaktivieren|l(?:ö|oe)schen)\b|\b(?:sperr|deaktivier)\w*\b.{0,20}\b(?:konto|account)\b|\baus (?:unserem |dem |der )?(?:active directory|ad|entra)\b|\b(?:mfa|passwort)\b.{0,15}\bzur(?:ü|ue)ck|\breisekosten\b|\bwarum (?:ist|sind)\b.{0,25}\b(?:mysql|postgres\w*|mariadb|oracle|mongodb?|datenbank|db)\b.{0,20}\b(?:langsam|lahm)\b|\b(?:mysql|postgres\w*|mariadb|mongodb?)\b.{0,12}\b(?:langsam|lahm)\b|\bhelm-? ?charts?\b.{0,40}\b(?:review\w*|pr(?:ü|ue)f\w*|durchsehen|drauf|anschauen|ansehen|fehler|in ordnung|korrekt|verbesser\w*)\b|\b(?:review\w*|pr(?:ü|ue)fe?n?|schaue?|guck\w*|check\w*)\b.{0,30}\bhelm-? ?charts?\b|\b(?:langsame?n?|teure) (?:queries|abfragen|querys|sql\w*)\b|\b(?:queries|abfragen|querys|query)\b.{0,50}\b(?:langsam|lahm|ewig)\b|\b(?:prognose|prognostizier\w*|vorhersag\w*|hochrechn\w*|vorausberechn\w*)\b|\bsag\b.{0,10}\bvoraus\b/i,
  trail:
    /\bfehlgeschlagene[nr]? (?:anmeldung\w*|log-?ins?|anmeldeversuche?)\b|\b(?:log-?in|anmelde)[- ]?(?:versuche?|log|historie)\b|\bwer (?:hat|ist|war|alles)\b.{0,40}\b(?:eingeloggt|angemeldet)\b|\b(?:wer|welche (?:user|nutzer|leute|benutzer)|jemand|irgendwer|aller?,? die)\b(?! (?:darf|kann|d(?:ü|ue)rfte))(?!.{0,60}\b(?:rechte?|berechtigung\w*|darf|d(?:ü|ue)rfen)\b).{0,60}\b(?:exec|shell|session)\b|\b(?:wer|welche (?:user|nutzer|leute|benutzer)|jemand|irgendwer|alle[rn]?,? die)\b.{0,60}\bsecrets?\b.{0,30}\b(?:gelesen|angeschaut|angesehen|ausgelesen|abgerufen|gesehen)\b|\baudit-?[ -]?logs?\b.{0,40}\b(?:exec|secrets?)\b|\b(?:kubernetes|k8s)[- ]audit\b|\bwer (?:hatte|war|besa(?:ß|ss))\b.{0,40}(?:admin|rechte?|zugriff|rolle)|\bbreak[- ]?glass\b.{0,40}\b(?:benutzt|genutzt|verwendet)\b/i,
  private:
    /\b(?:private[nrms]?|privates) (?:link|endpoints?|endpunkte?|dns|clusters?|clustern|api|aks|zugang)\b|\bprivate[rn]? und (?:ö|oe)ffentlich\w* cluster\b|\bname\w?\b.{0,40}\bauf(?:gel(?:ö|oe)st)?\b.{0,40}\b(?:zuhause|daheim|zu hause)\b/i,
  letIn:
    /\b(?:ist|sind|kommt|l(?:ä|ae)sst|lassen|darf|steht|ob|passt|geht|hat)\b.{0,80}\b(?:erlaubt|freigeschaltet|freigegeben|zugelassen|rein|drin|liste|bereich\w*|darf|passt|f(?:ü|ue)r|an die api|durch)\b|\bpasst\b.{0,20}\d|\b(?:erlaubt|freigegeben|freigeschaltet|ok)\b.{0,20}(?:\boder nicht\b|\?)/i,
  putsIn:
    /\b(?:trag\w*|eintragen|hinzuf(?:ü|ue)g\w*|f(?:ü|ue)ge?|nimm|schalte?|gib|freischalten|freigeben|aufnehmen|setz\w*|l(?:ö|oe)sch\w*|entfern\w*|raus)\b/i,
  approval:
    /\b(?:freigabe\w*|genehmig\w*|freigeb\w*|abgesegnet|absegnen|zustimm\w*|approv\w*|sign-?off|vier[- ]augen|jemand\w* fragen)\b/i,
  oneAlert: new RegExp(
    [
      `${subject}\\b.{0,60}(?:${mutes}|${turnsOff})`,
      `(?:${mutes}|(?:schalt|mach|stell|knips)\\w*)(?![^.]{0,50}\\b(?:laut|an)\\b)${near}${subject}`,
      `\\b(?:nur|blo(?:ß|ss)|einzig|ausschlie(?:ß|ss)lich|lediglich) (?:(?:den|die|das|der|diese[nsr]?|einen|eine|meine?n?)(?! (?:nacht|zeit|stunde|n(?:ä|ae)chste))|mir|f(?:ü|ue)r mich|bei mir|\\S*(?:alarm|alert|warnung)\\S*|sev).{0,50}(?:${mutes})`,
      `\\b(?:de[nr]|diese[nr]?|eine[nr]?|einzelne[nr]?)(?: (?:eine[nr]?|einzelne[nr]?|nervigen?|bl(?:ö|oe)den?))* (?:alarm|alert|regel|alarmregel|warnung)\\b${near}(?:${mutes}|${turnsOff})`,
      `(?:${mutes})${near}\\b(?:de[nr]|diese[nr]?|eine[nr]?|einzelne[nr]?)(?: (?:eine[nr]?|einzelne[nr]?|nervigen?|bl(?:ö|oe)den?))* (?:alarm|alert|regel|alarmregel|warnung)\\b`,
      `\\b(?:au(?:ß|ss)er|bis auf (?:die|den|das|sev)|ausgenommen|ohne die)\\b.{0,40}(?:${mutes})`,
      `(?:${mutes})${near}\\b(?:au(?:ß|ss)er|bis auf (?:die|den|das|sev)|ausgenommen)\\b`,
      `\\b(?:namespace|ns|namensraum|pods?|nodes?|knoten|deployment|dienst|service|cronjob)\\b${near}(?:${mutes})`,
      `(?:${mutes})${near}\\b(?:namespace|ns|namensraum|pods?|nodes?|knoten|deployment|dienst|service|cronjob)\\b`,
      `\\b(?:f(?:ü|ue)r mich|bei mir|mein handy|meine benachrichtigungen)\\b${near}(?:${mutes})`,
      `(?:${mutes})${near}\\b(?:f(?:ü|ue)r mich|bei mir|mein handy|meine benachrichtigungen)\\b`,
      `\\bsev(?:erity)?[ -]?\\d\\b${near}(?:${mutes})|(?:${mutes})${near}\\bsev(?:erity)?[ -]?\\d\\b`,
    ].join("|"),
    "i",
  ),
  alertOf: new RegExp(
    `${subject}|\\b(?:alarme?n?|alerts?|warnungen|meldungen) (?:zu[mr]?|wegen|f(?:ü|ue)r|(?:ü|ue)ber|vo[nm]) (?:de[rnm] |die )?${subjects}`,
    "i",
  ),
  mutes: new RegExp(mutes, "i"),
  unfollows:
    /\b(?:h(?:ö|oe)r\w*|aufh(?:ö|oe)r\w*|stopp\w*|beend\w*|abbestell\w*|abo\w*|entfolg\w*|unwatch\w*)\b/i,
  namesPlace:
    /\b(?:an|in|nach|bei) (?!(?:this|the|our|my|diese\w*|de[nmr]|die|das|unser\w*|mein\w*|hier)\b)\p{L}/iu,
  besidesOne:
    /\b(?:außer|ausser|alles|weiter(?:hin)?|weiter(?:beobachten|verfolgen)|statt|anstatt|selber|selbst)\b|\bandere[nmrs]? (?:kanal|channel|chat|team)\b|(?:^|\s)#[a-z]/i,
  closes:
    /\b(?:zu(?:machen|gemacht)?|schlie(?:ß|ss)\w*|geschlossen|close[nd]?|beend\w*|dichtmachen|abschlie(?:ß|ss)en|zumach\w*|mach\w* .{0,20}\bzu)\b/i,
  isOver:
    /^(?:ok|okay|gut|so|bitte|danke|alles gut|passt|jetzt|dann|(?:das|es|die sache|alles)? ?(?:ist|hat sich|wäre|sind)? ?(?:schon |jetzt |alles )*(?:erledigt|vorbei|fertig|durch|gelöst|behoben|gel(?:ö|oe)st))$/i,
  report: new RegExp(
    `(?:schreib\\w*|zusammenfass\\w*|fass\\w*|bericht|entwurf|(?:ü|ue)berblick|absatz|text|zeilen|s(?:ä|ae)tze|worte|schriftlich\\w*|was (?:zum|f(?:ü|ue)r)|erkl(?:ä|ae)r\\w*|version|einseiter|aufbereit\\w*|was zusammen).{0,60}(?:${readers})|(?:${readers}).{0,40}(?:zusammenfassung|bericht|(?:ü|ue)berblick|version)|\\bpost-?mortem\\b(?!.{0,10}(?:meeting|termin))`,
    "i",
  ),
  phone: /\b(?:telefon\w*|handy\w*|nummern?|rufnummer\w*|mobil\w*|durchwahl|whatsapp)\b/i,
  tier: /\b(?:zweite[nr]?|erste[nr]?|dritte[nr]?|second|primary|secondary|l[123]|level|linie|stufe|backup|ersatz|vertretung|eskalationsstufe)\b/i,
  byWhom:
    /\b(?:von|durch) (?:wem|wen|welche[mnr])\b|\bwer (?:war das|war es|wars|hat (?:das|die|es) (?:gemacht|ausgerollt|deployt|gepusht))\b|\b(?:und|,) wer\??\W*$/i,
  otherCluster:
    /\b(?:ander[enrs]+|falsche[nrs]?) (?:[\w-]+[ -]){0,2}cluster\b|\bmein(?:te|e)? (?:den|die|das) ander/i,
  more: /^\W*(?:(?:ok(?:ay)?|und|bitte|geht(?:['’]?s| es| das)|kann(?:st du|s)?|kannst|zeig(?:e)?|sag|gib|mir|mal|noch|was|etwas|ein bisschen|auch|das|die|den|ein|bissl|bisschen|alles|nochmal)[ ,]+)*(?:mehr(?: (?:details?|infos?|informationen|davon|dazu|bitte|ausgabe))*|details?|ausführlicher|ausfuehrlicher|genauer|(?:die )?nächste seite|naechste seite|weiter|den rest|(?:zeig )?alle[sn]?|komplett|vollständig|(?:geh )?tiefer|näher|mehr ins detail|im detail)(?: bitte| zeigen| anzeigen| sagen| erklären)?\W*$/iu,
  bare: /^[^\p{L}]*(?:(?:und|also|aber|ok|hm+|sorry|moment)[ ,]+)*(?:was|hä+|häh|bitte was|wie|wie denn|wie das|wie bitte|wo|wo denn|wo genau|wann|wann denn|wann genau|welche[rsnm]?|welche[rsnm]? (?:denn|davon|genau|cluster|pod)|was denn|was jetzt|was nun|was heißt das|was meinst du(?: damit)?|dann|und|na und|sortier\w*(?: nach \w+)?|zähl (?:sie|die|mal)|(?:versteh|kapier|check)e? ich nicht|(?:das )?(?:versteh|kapier)e? (?:ich )?(?:das )?nicht|erklär(?:e|s| es| das)?(?: (?:mir|mal|bitte))*|wessen|wem|wen)[^\p{L}]*$/iu,
  noise:
    /^[^\p{L}\p{N}]*(?:lol|haha\w*|hihi|test(?:en|e)?(?: \d+)*|testnachricht|hm+|mhm+|aha|ach so|achso|aso|naja|na ja|tja|oje|uff|puh|egal|cool|super|toll|prima|klasse|spitze|läuft|passt|alles klar|verstanden|gut|interessant|soso|bist (?:du|no|noch) (?:da|wach)|hörst du mich|jemand (?:da|zuhause)|huhu|kuckuck|hab dich lieb|bla(?: bla)*)[^\p{L}\p{N}]*$/iu,
  scolds:
    /^[^\p{L}]*(?:(?:nein|ne+|nö|sorry|aber|ok|hm+|hey|bot|du|also|mann|ach)[ ,]+)*(?:(?:das|die|deine|es|du)(?: (?:antwort|karte|alles|war|ist|wieder|doch|aber|ja|leider|so|einfach|komplett|völlig|total|hast|liegst|ganz))* (?:falsch|quatsch|unsinn|blödsinn|käse|mist|verkehrt|daneben|stimmt nicht|nicht (?:richtig|wahr|das was ich (?:wollte|meinte|gefragt hab\w*)))|(?:das |es )?stimmt (?:so |doch |aber |gar |überhaupt )?nicht|falsch(?:e antwort)?|quatsch|blödsinn|unsinn|so ein (?:mist|quatsch|scheiß)|mist|schei(?:ß|ss)e?|verdammt|kacke|fuck|wtf|argh+|blöder bot|dummer bot|depp|trottel|nicht (?:hilfreich|das was ich (?:wollte|meinte))|falsch verstanden|(?:du )?hast mich falsch verstanden|das (?:wollte|meinte) ich nicht)[^\p{L}]*$|\b(?:du bist|bist du|du warst|der bot ist|der bot braucht|du brauchst|brauchst du|deine antworten? (?:ist|sind|dauer\w+|kommen?))\b.{0,25}(?:langsam|\blahm|schnarch\w*|\bträge|\bewig\b|\bso lang\w*|\bnervig)|\bdu nervst\b/iu,
  stops:
    /^[^\p{L}]*(?:(?:bitte|nein|ok|halt|jetzt|sofort|lieber)[ ,]+)*(?:stop+|halt|abbrechen|abbruch|warte|moment|stopp (?:das|es|alles|mal|bitte)|(?:mach|nimm) (?:das|es|des|ihn)(?: \p{L}+){0,2} (?:rückgängig|zurück)|rückgängig(?: machen)?|zurücknehmen|lass (?:es|das|gut sein|mal)|vergiss (?:es|das)|doch nicht)(?: bitte| jetzt)?[^\p{L}]*$/iu,
  sinceWhen:
    /^[^\p{L}]*(?:(?:und|aber|ok(?:ay)?|hm+|also)[ ,]+)*(?:seit wann(?: (?:genau|denn|ist das so|geht das so|schon|eigentlich))*|wann (?:hat|fing) (?:das|es)(?: denn| genau)? an(?:gefangen)?|wann ging das los|wie lange (?:schon|geht das (?:schon )?so|ist das (?:schon )?so))[^\p{L}]*$/iu,
  alsoOn:
    /^[^\p{L}]*(?:(?:ok(?:ay)?|hm+|ach|sorry|ne+|nein|ja|bitte)[ ,]+)*(?:und|was ist mit|wie (?:ist|sieht|siehts|schauts|schaut)|das ?gleiche|das ?selbe|auch|jetzt|dann|oder|nochmal|lieber|stattdessen)(?!\p{L})|(?<!\p{L})(?:auch|stattdessen|genauso|ebenfalls)[^\p{L}]*$/iu,
  bot: /\b(?:schläfst|träumst|isst|irrst|lügst) du\b|\bmachst du (?:auch |mal |je )*fehler\b|\bwie (?:heißt|heisst|alt bist) du\b|\bwie ist dein name\b|\bkann (?:ich|man) dir (?:\p{L}+ )?(?:ver)?trauen\b|\bbist du (?:zuverlässig|müde)\b/iu,
  data: /\b(?:speicherst|protokollierst|loggst|behältst|merkst|zeichnest) du\b.{0,25}\b(?:was|alles|meine|unsere|das|chats?|auf)\b|\b(?:wird|werden)\b.{0,30}\b(?:was ich|chats?|nachrichten|hier geschrieben\w*)\b.{0,30}\b(?:gespeichert|protokolliert|geloggt|mitgelesen|aufgezeichnet)/iu,
  upgrade:
    /^(?!.*\b(?:kann ich|darf ich|soll|welche|wann|warum|ob)\b).*(?:\bauf (?:k8s |version )?v?1\.[23]\d.{0,25}(?:hoch\w*|upgrad\w*|aktualisier\w*|heb\w*|bring\w*|zieh\w*)|\b(?:upgrad\w*|aktualisier\w*|heb\w*|bring\w*|zieh\w*)\b.{0,50}\bauf (?:k8s |version )?v?1\.[23]\d|\b(?:upgrade|aktualisiere?)\b.{0,30}\b(?:heute|morgen|nacht|um \d))/iu,
  languages:
    /\b(?:welche|wie viele|andere)\b.{0,12}\bsprachen?\b|\b(?:sprichst|verstehst|kannst|redest|checkst) (?:du|d|du auch|du eigentlich)\b.{0,25}(?:\bsprachen?\b|dialekt\w*|\bdeutsch\b|\benglisch\b|chinesisch|französisch|spanisch|italienisch|\bpolnisch\b|türkisch|russisch|denglisch|schw[iy]+zer\w*|schweizer\w*|bairisch|bayr?isch|boarisch|österreichisch|wienerisch|schwäbisch|sächsisch|\bplatt\w*|kölsch|hessisch|berlinerisch|fränkisch|hochdeutsch|hochdütsch|mundart|slang|tippfehler)|\b(?:kann|darf|soll|muss|muess) ich\b.{0,25}(?:\bauf\b.{0,12})?(?:dialekt|deutsch|englisch|französisch|spanisch|chinesisch|hochdeutsch|hochdütsch|schw[iy]+zer\w*|bairisch)\b.{0,15}(?:schreib\w*|schriib\w*|frag\w*|red\w*|tipp\w*)/iu,
  team: /\b(?:wer|wen|wem|an wen|bei wem|wo)\b.{0,40}(?:\bbetreibt|betreut|wartet|verantwortet|zuständig|gehörst|entwickelt|steckt hinter|pflegt)\b.{0,15}\b(?:dich|du|den bot|bot|dir)\b|\b(?:wen|wem|an wen|bei wem|wo|wie)\b.{0,40}(?:\b(?:bot|dir|dich|eurem|euer|euch|deinem?)\b.{0,25}(?:\bbugs?\b|fehler|\bspinnt|kaputt|problem\w*|feedback|entwickler\w*|betreiber\w*|team\b|macher\w*)|(?:\bbugs?\b|fehler|feedback|verbesserung\w*|wunsch|wünsche|vorschl\w+|beschwerde\w*)\b.{0,25}\b(?:bot|dir|dich|euch|geben|loswerden|einreichen|melden)\b)|\b(?:dein|euer|bot-?)\s?(?:team|entwickler|betreiber|support|admins?)\b|\bfeedback (?:geben|loswerden|hinterlassen|schicken)\b|\bwelche (?:version|release|build)\b.{0,12}\b(?:bist|hast|hat|läuft|ist)\b.{0,12}\b(?:du|der bot|bot|dir)\b|\b(?:deine|bot-?) ?version(?:snummer)?\b|\bversion (?:vom|des|von dem) bots?\b|\bwann wurdest du\b/iu,
  calls:
    /(?<!\p{L})(?:warum|wieso|weshalb|wie kann es sein|woran lag)(?!\p{L}).{0,40}(?<!\p{L})(?:keiner|niemand|nicht|nix|kein|keinen|keine)(?!\p{L}).{0,40}(?:angerufen|anruf|geweckt|gepaged?t?|paged|geklingelt|alarmiert|benachrichtigt|verständigt|informiert|bescheid|gerufen|gemeldet|angepingt|gepingt|klingelt)|(?<!\p{L})(?:keiner|niemand) (?:hat )?(?:mich|uns) .{0,20}(?:angerufen|geweckt|gepaged?t?|alarmiert|benachrichtigt|gerufen|verständigt)|(?:handy|telefon|pager|diensthandy).{0,25}(?:nicht|nie|stumm).{0,12}(?:geklingelt|geläutet|gebimmelt|klingelt|losgegangen)|(?:warum|wieso).{0,15}kam (?:kein|keine) (?:anruf|alarm|page|benachrichtigung|meldung)|\b(?:warum|wieso|weshalb)\b.{0,15}\b(?:wurden?|hat|ist|sind|wird)\b.{0,20}\b(?:niemand|keiner|kein mensch|keine?|(?:ich|wir|der bereitschaft\w*|die bereitschaft) nicht)\b.{0,20}\b(?:angerufen|gerufen|geweckt|alarmiert|benachrichtigt|gepaged|gepagt|verst(?:ä|ae)ndigt|informiert)\b|\b(?:niemand|keiner) (?:wurde|ist) (?:angerufen|geweckt|alarmiert|benachrichtigt|gerufen|gepaged)\b|\b(?:warum|wieso)\b.{0,20}\b(?:handy|telefon|pager)\b.{0,15}\b(?:still|stumm|nicht geklingelt|nicht gel(?:ä|ae)utet)\b/iu,
  remind:
    /(?:anstups\w*|stups\w*|erinner\w*|nerv\w*|anping\w*|\bping\w*|anschreib\w*|antreib\w*|drängel\w*|nachhak\w*|aufweck\w*|weck\w*|schubs\w*|mahn\w*).{0,30}(?:approver\w*|genehmiger\w*|freigeber\w*|reviewer\w*|wer (?:das )?(?:freigibt|genehmigt|freigeben|genehmigen)|die (?:das )?(?:freigeben|genehmigen))|(?:approver\w*|genehmiger\w*|freigeber\w*|reviewer\w*).{0,30}(?:anstups\w*|stups\w*|erinner\w*|anping\w*|pingen|anschreib\w*|antreib\w*|nerv\w*|nachhak\w*|anhau\w*|aufweck\w*|wecken|schubs\w*)|\berinner\w* (?:mich|uns|ihn|sie|alle)\b|\b(?:wecker|timer|erinnerung)\b.{0,12}\b(?:stell\w*|setz\w*)\b|\bstell\w*\b.{0,15}\b(?:wecker|timer|erinnerung)\b/iu,
  shift:
    /\bwas\b.{0,12}\b(?:hat|haben|war|lief|ist|wurde|gab)\b.{0,60}(?:schicht|dienst)\b(?!.{0,15}\bcluster)|\bwas\b.{0,12}\b(?:hat|haben)\b.{0,50}\bbevor (?:er|sie|die)\b.{0,20}\b(?:übergeben|gegangen|ging|abgegeben)|(?:schicht|dienst)?übergabe\w*.{0,25}(?:zusammenfass\w*|schreib\w*|protokoll|notiz\w*|bericht|erstell\w*|mach\w*|bitte|für)|(?:schreib|mach|erstell|gib)\w*\b.{0,20}(?:schicht|dienst)?übergabe(?! an\b)|übergabe(?:protokoll|notiz\w*|bericht)/iu,
  escalates: /eskalier\w*|eskalation|\bescalat\w*/iu,
  solved:
    /^\W*(?:danke|merci|super|passt|ok(?:ay)?|perfekt|top|ah|vielen dank)\b.{0,40}\b(?:das war(?:['’]?s| es| der| das| die)|daran lags?|lag an|gel(?:ö|oe)st|geht wieder|funktioniert wieder|war schuld)(?![\p{L}])(?!.*\?)/iu,
  wasOnCall: /\bwer (?:hatte|war)\b.{0,40}(?:bereitschaft|dienst\b|on[- ]?call|pager|schicht\b)/i,
  letsIn:
    /\b(?:freischalten|whitelisten|eintragen|hinzuf(?:ü|ue)gen|aufnehmen|austragen)\b|\b(?:f(?:ü|ue)ge?|trage?|nimm|setze?|schalte?|pack|hau|mach|tu)\b.{0,80}\b(?:hinzu|dazu|rein|ein|auf|frei|raus|weg|runter)\b|\b(?:erlaube?|whiteliste?)\b/i,
  before:
    /\b(?:vorfall|incident|störung|ausfall|ticket)\b.{0,15}(?:\bvon (?:gestern|letzter|heute nacht|vorgestern)|\bgestern).{0,40}(?:\bzu\b|geschlossen|zugemacht|abgeschlossen|erledigt|beendet|fertig|vorbei)|\b(?:gestrige[rn]?|letzte[rn]?) (?:vorfall|incident|störung|ausfall)\b.{0,30}(?:\bzu\b|geschlossen|zugemacht|abgeschlossen|erledigt|beendet|vorbei)|\bwie (?:lang\w*|schnell|viele minuten|viel zeit)\b.{0,50}(?:reagier\w*|reaktion\w*|gebraucht|behoben|gedauert|wieder (?:da|oben)|übernommen|geackt).{0,50}|\b(?:reaktionszeit|antwortzeit|wiederherstellungszeit)\b.{0,30}\b(?:vom|von|beim|letzte\w*|gestern|vorfall|ausfall)\b|\bwie lang\w*\b.{0,10}\bwar\b.{0,40}\b(?:weg|down|rot|unten|aus|offline|nicht erreichbar|kaputt)\b|(?<!\p{L})(?:hatten wir|gab(?:['’]?s| es)|kam (?:das|der|dieser|die|sowas)|war das)(?!\p{L}).{0,70}(?:schon ?mal|schonmal|schon öfter|schon einmal|früher schon|vorher schon|zuvor)(?!.{0,12}\b(?:gestartet|probiert|versucht|gefragt|gesagt)\b)/iu,
  alone:
    /\b(?:kannst|machst|tust|änderst|aenderst|l(?:ö|oe)sch(?:st|t)|startest|wirst|w(?:ü|ue)rdest|greifst|fasst|darfst|kann|macht|(?:ä|ae)ndert|wird|startet|f(?:ü|ue)hrst|skalierst) (?:du|der bot|das ding|er|dieser bot)\b.{0,60}\b(?:von (?:selbst|selber|alleine?|dir aus|sich aus)|selbst(?:ä|ae)?n?dig|eigenm(?:ä|ae)chtig|automatisch|unbeaufsichtigt|ungefragt|ohne (?:zu fragen|freigabe|genehmigung|r(?:ü|ue)ckfrage|dass|das|einen menschen|jemand\w*|uns|mich)|hinter (?:meinem|unserem) r(?:ü|ue)cken|alleine?|(?:wenn|falls) (?:keiner|niemand))\b|(?<!\p{L})(?:ä|ae)nderst du\b.{0,40}\b(?:was|etwas|irgendwas|irgendetwas)\b.{0,30}\bohne\b|\b(?:was|welche \w+) (?:machst|tust|kannst|darfst) du\b.{0,20}\b(?:von (?:selbst|alleine?|dir aus)|automatisch|ohne (?:zu fragen|freigabe|uns|mich))\b/iu,
  freeze:
    /\b(?:change|deploy\w*|code|release|config|weihnachts|jahresend)[- ]?freeze\b|\bfreeze\b|\b(?:(?:ä|ae)nderungs|deployment|deploy|release)[- ]?(?:stopp?|sperre|verbot)\b|\bfrozen zone\b|\b(?:d(?:ü|ue)rfen|darf|k(?:ö|oe)nnen|kann) (?:wir|ich|man)\b.{0,40}\b(?:abends?|nachts|heute nacht|wochenende|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|feiertag\w*)\b.{0,25}\b(?:deploy\w*|ausroll\w*|releas\w*|was (?:ä|ae)ndern|(?:ä|ae)nderungen|was machen)\b|\b(?:eingefroren|gefreezed|freezed)\b|\bwartungssperre\b|\b(?:ä|ae)nderungsfenster\b/i,
  expires:
    /\b(?:anfragen?|freigaben?|freigeben|genehmigung\w*|genehmigen|antrag|antr(?:ä|ae)ge|requests?|approvals?)\b.{0,50}\b(?:l(?:ä|ae)uft .{0,20}ab|abl(?:ä|ae)uft|abgelaufen|ablaufen|verf(?:ä|ae)llt|verfallen|g(?:ü|ue)ltig|timeout|expired?)\b|\bl(?:ä|ae)?au?f(?:t|en)\b.{0,20}\b(?:anfragen?|antr(?:ä|ae)ge|antrag|freigaben?)\b.{0,15}\bab\b|\b(?:wie lange|bis wann|wann)\b.{0,40}(?:g(?:ü|ue)ltig|genehm\w*|freigeb\w*|freigabe\w*|antrag|anfrage)\b|\bwie ?viel zeit\b.{0,20}(?:genehmig|freigeb|approv)\w*|\b(?:nochmals?|noch ?mal|erneut|neu|wieder) (?:beantragen|anfragen|stellen|einreichen|anfordern|requesten)\b|\b(?:beantrag\w*|stell\w*|reich\w*) .{0,30}\b(?:anfrage|antrag|request|restart|neustart|skalierung)\b.{0,20}\b(?:nochmals?|noch ?mal|erneut|neu)\b.{0,20}$/i,
  wish: /\bich (?:w(?:ü|ue)sste?|m(?:ö|oe)chte|will|wollte|h(?:ä|ae)tte|w(?:ü|ue)rde|muss)\b.{0,12}\b(?:gerne?|wissen|sehen|mal)\b|\bmich interessiert\b|\bmich w(?:ü|ue)rde interessieren\b/i,
  kubeconfig:
    /\b(?:wie|wo|woher|welche\w*|hol\w*|bekomm\w*|krieg\w*|brauch\w*|gib|schick\w*|neue?n?|frische?n?|erneuer\w*|runterlad\w*|herunterlad\w*|zeig\w*|meine?|unsere?|die)\b.{0,40}\bkube-?config\b(?!.{0,20}\b(?:stimmt|passt|ist ok|in ordnung)\b)|\bget-credentials\b.{0,30}\b(?:zeile|befehl|für|wie|bitte)\b|\b(?:zeile|befehl|wie)\b.{0,30}\bget-credentials\b|\b(?:kube-?config|kontext|context|get-credentials)\b.{0,60}-admin\b|-admin\b.{0,40}\b(?:kontext|context|kube-?config)\b/i,
  runCommand:
    /^(?!.*\b(?:geht nicht|fehler\w*|schl(?:ä|ae)gt|h(?:ä|ae)ngt|fehlgeschlagen|klappt nicht|liefert|bricht|timeout)\b).*(?:\b(?:command|aks) invoke\b|\brun[- ]?command (?:auf|von|für|noch|an|aus|aktiv\w*|verf(?:ü|ue)gbar|geht|ge?sperrt|funktioniert|h(?:ä|ae)ngt)\b|\b(?:geht|funktioniert|ist)\b.{0,12}\brun[- ]?command\b)/i,
  withoutEntra:
    /\b(?:falls|wenn|sollte|solange|ohne|was|wie|notfall\w*|break[- ]?glass|wer|plan b|sobald|bei)\b.{0,60}\b(?:entra(?:[- ]?id)?|azure[- ]?ad|aad)\b.{0,40}\b(?:ausf(?:ä|ae)llt|ausfall\w*|ausgefallen|down|tot|weg|nicht (?:da|geht|erreichbar|verf(?:ü|ue)gbar)|offline|kaputt|streikt|gest(?:ö|oe)rt|spinnt|steht)\b|\b(?:entra(?:[- ]?id)?|azure[- ]?ad|aad)\b.{0,30}\b(?:down|tot|weg|kaputt|ausgefallen|gest(?:ö|oe)rt|offline)\b.{0,50}\b(?:wie|was|weg|rein|komm\w*|zugang|plan b|anmeld\w*)\b|\bausfall (?:von|des) (?:entra|azure ad|aad)\b|\b(?:rein|zugang|anmeld\w*|komm\w*|zugriff)\b.{0,25}\bohne (?:entra|azure ad|aad)\b/i,
  publicAnswer:
    /\b(?:nslookup|dig|dns|aufl(?:ö|oe)s\w*|l(?:ö|oe)st|namen?|fqdn|hostname)\b.{0,60}(?:(?:ö|oe)ffentlich\w*|public) (?:ip\w*|adressen?|address)\b|(?:(?:ö|oe)ffentlich\w*|public) (?:ip\w*|adresse)\b.{0,50}\b(?:statt|nslookup|aufl(?:ö|oe)s\w*|aufgel(?:ö|oe)st|privaten?)|\bsplit[- ]?(?:horizon[- ]?)?dns\b/i,
  apiAddress:
    /^(?!.*\b(?:erlaubt\w*|bereich\w*|freigeschaltet\w*|freigegeben\w*|freigabe\w*|whitelist\w*|ausgehend\w*|egress|meine?|rein|drin|eingetragen)\b).*(?:\b(?:private\w*|interne\w*|(?:ö|oe)ffentliche\w*|public)? ?(?:ip(?:-?adresse)?|adresse)\b.{0,25}\b(?:api\b|api[- ]?servers?|control ?plane|masters?|private[nrs]? endpoints?)|\b(?:api(?:[- ]?servers?)?|control ?plane|private endpoint)\b.{0,12}\b(?:private |interne |(?:ö|oe)ffentliche )?(?:ip\b|adresse\b))/i,
  howIn:
    /\bwie (?:verbinde|komm\w*|kann|gelang\w*|connecte|geh\w*|logge|melde)\b.{0,60}\b(?:mich|ich|wir|man|auf|in|an|drauf|rein|ran|verbinden|zugreifen)\b/i,
  whoApproves:
    /\b(?:wer|wen|welche[rs]? (?:team|gruppe|person))\b.{0,30}\b(?:muss|m(?:ü|ue)ssen|soll|kann|darf|frag\w*|hat|braucht|gibt|entscheidet)\b.{0,40}\b(?:freigabe\w*|freigeben|freischalten|genehmig\w*|zustimm\w*|absegn\w*|abnick\w*|okay|ok geben|unterschreib\w*|approv\w*)\b/i,
  records:
    /\b(?:alle|jeden?|s(?:ä|ae)mtliche|liste?|zeig\w*|gib|export\w*|welche)\b.{0,20}(?:befehle?|kommandos?|aktionen|commands?|(?:ä|ae)nderungen|anfragen|antr(?:ä|ae)ge)\b.{0,15}\b(?:die |den |das |was )(?!(?:wir|ich|du|es|sie|man|azure)\b)[a-zäöüß][\wäöüß.@-]{1,30}\b.{0,60}\b(?:ausgef(?:ü|ue)hrt|abgesetzt|gemacht|gefahren|get(?:ä|ae)tigt|eingegeben|laufen lassen|geschickt|gestartet|gelaufen)\b|\bwas (?:hat|haben) (?!(?:wir|ich|du|es|sich|man|azure|das|der|die)\b)(?:der |die )?[a-zäöüß][\wäöüß.]{1,20}\b.{0,30}\b(?:schicht|nachts?|gestern|heute|wochenende|zwischen|dienst)\b.{0,30}\b(?:gemacht|getan|getrieben|ge(?:ä|ae)ndert|ausgef(?:ü|ue)hrt)\b|\b(?:genehmigte\w*|freigegebene\w*|alle|jede|abgelehnte\w*|verweigerte\w*|s(?:ä|ae)mtliche)\b.{0,25}(?:(?:ä|ae)nderungen|aktionen|befehle|anfragen|freigaben|genehmigungen|antr(?:ä|ae)ge)\b.{0,70}\b(?:q[1-4]|quartal\w*|monats?|jahr\w*|woche|audit\w*|revision|pr(?:ü|ue)fer\w*|genehmiger\w*|freigeber\w*|compliance|iso|export\w*)\b|\b(?:auditor\w*|audit|revision|pr(?:ü|ue)fer\w*|wirtschaftspr(?:ü|ue)fer|compliance|iso)\b.{0,80}\b(?:alle|jede|genehmigte\w*|freigegebene\w*|liste|export\w*|nachweis\w*|s(?:ä|ae)mtliche)\b.{0,25}(?:(?:ä|ae)nderungen|aktionen|befehle|anfragen|freigaben|genehmigungen)\b|\b(?:export\w*|auszug|csv)\b.{0,30}\b(?:audit-?(?:trail|log)|freigaben|abgelehnte\w*|verweigerte\w*)\b/i,
  rule: /^(?!.*\b(?:nsg|firewall\w*|ports?|traffic|\d*443|netz\w*|ip|alert\w*|alarm\w*|route|webhook|ingress|gatekeeper|rbac|kyverno)\b).*(?:\b(?:welche|was f(?:ü|ue)r eine|laut welcher|nach welcher) (?:regel|policy|richtlinie|policy-regel)\b|\bwo (?:steht|ist) (?:das|es|die regel|geschrieben)?\b.{0,50}\b(?:regel|policy|richtlinie|zwei (?:leute|personen)|freigabe|vier[- ]augen)\b|\b(?:regel|policy)\b.{0,15}\b(?:hei(?:ß|ss)t|namens|name der)\b)/i,
  device:
    /\b(?:eigene[nmrs]?|private[nmrs]?|verwaltete[nmrs]?|gemanagte[nmrs]?|managed|fremde[nmrs]?|pers(?:ö|oe)nliche[nmrs]?) (?:mac\w*|laptops?|notebooks?|rechner\w*|ger(?:ä|ae)te?n?|pcs?|handys?|ipads?|tablets?|macbooks?)\b.{0,60}\b(?:oder|nur|darf|auch|statt|erlaubt|geht)\b|\b(?:darf|d(?:ü|ue)rfen|erlaubt|kann|nur|oder|muss|geht)\b.{0,50}\b(?:eigene[nmrs]?|private[nmrs]?|verwaltete[nmrs]?|gemanagte[nmrs]?|managed) (?:mac\w*|laptops?|notebooks?|rechner\w*|ger(?:ä|ae)te?n?|pcs?|handys?|ipads?|tablets?)\b|\b(?:privat|firmen|dienst)(?:laptop|rechner|ger(?:ä|ae)t|handy|pc|notebook|mac)\b.{0,50}\b(?:oder|vs|versus)\b|\b(?:oder|nur|auch)\b.{0,30}\b(?:privat|firmen|dienst)(?:laptop|rechner|ger(?:ä|ae)t|handy|pc|notebook|mac)\b/i,
  supposed:
    /\b(?:falls|wenn|sollte|sobald|angenommen|selbst wenn|auch wenn|solange|w(?:ä|ae)hrend)\b.{0,50}\b(?:kaputt|down|tot|weg|ausf(?:ä|ae)llt|ausfallen|ausgefallen|streikt|nicht (?:geht|da|erreichbar|verf(?:ü|ue)gbar|funktioniert)|offline|abgeschaltet|aus ist|gel(?:ö|oe)scht|klemmt|h(?:ä|ae)ngt)\b/i,
  leftPath:
    /\b(?:bastion|vpn|jump-?(?:host|box)|sprungserver|expressroute|cloud ?shell|run[- ]?command|command invoke|avd|peering)\b.{0,30}\b(?:geht (?:ned|net|nicht|nix)|(?:ned|net|nicht) (?:geht|mehr)|down|kaputt|tot|weg|blockiert|gesperrt|streikt|ausgefallen|spinnt|offline)\b|\b(?:ohne|au(?:ß|ss)er|abgesehen von|statt|nicht (?:(?:ü|ue)ber|via)|neben)\b (?:de[nmr]s? |die |das |eine[nmr]? )*(?:bastion|vpn|jump-?(?:host|box)|jumphost\w*|sprungserver|expressroute|cloud ?shell|run[- ]?command|command invoke)/i,
  otherPerson:
    /\b(?:und|aber|w(?:ä|ae)hrend)\b.{0,10}\b(?:ich|wir|bei mir|bei uns)\b.{0,8}\b(?:nicht|nich|net|ned|schon|keine?n?)\b|\b(?:kolleg\w+|er|sie|alle anderen|die anderen)\b.{0,40}\b(?:aber|und|nur)\b.{0,12}\b(?:ich|mir|mich)\b/i,
  payload:
    /\b(?:nutzlast\w*|nutzdaten|payload|kundenverkehr|produktivverkehr|datenverkehr|user-?traffic|kundentraffic)\b/i,
  compares: /\b(?:vergleich\w*|unterschied\w*|versus|vs|besser|gegen(?:ü|ue)ber|anders)\b|\bbeide\b/i,
};
