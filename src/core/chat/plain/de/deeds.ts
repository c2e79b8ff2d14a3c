// What is done to something in a cluster, in German, and what nothing here does.
import type { Deed } from "../language.ts";
import type { Phrases } from "../phrases.ts";

const many = "replicas|replica|replikas|replika|pods|instanzen|kopien|replicaset|stück";
const more =
  "setz|setze|setzen|erhöhe|erhöh|erhöhen|stell|stelle|stellen|mach|mache|machen|gib|brauche|brauchen|bräuchte|will|wollen|ändere|ändern|bring|dreh|drehe|fahr|fahre|fahren|reduziere|reduzieren|senk|senke|nimm";

export const deeds: Readonly<Record<Deed, Phrases>> = {
  resize: [
    "pvc|pvcs …vergrößern|vergrößer|erweitern|aufbohren|hochsetzen|erhöhen|wachsen|resizen",
    "vergrößere|vergrößer|erweitere|erhöhe|resize|setz|setze …pvc",
  ],
  undo: [
    "rollback|rollbacken|zurückrollen|zurückzurollen|zurücksetzen|zurückdrehen|rückgängig",
    "roll|rolle|rollen|geh|gehe|gehen|dreh|drehe|setz|setze|nimm …zurück",
    "zurück auf|zu|zur …version|stand|revision|release",
  ],
  image: [
    "setz|setze|setzen|änder|ändere|ändern|tausch|tausche|tauschen|wechsel|wechsle|wechseln|aktualisiere|aktualisieren|nimm …image",
    "image …setzen|ändern|tauschen|wechseln|aktualisieren",
    "image …zurück|zurücksetzen|hoch|runter auf|zu",
  ],
  autoscale: [
    "hpa|maxreplicas|minreplicas|autoscaler …auf …<number>",
    `${more} …maxreplicas|minreplicas|hpa|autoscaler …<number>`,
  ],
  limits: [
    "setz|setze|setzen|erhöh|erhöhe|erhöhen|änder|ändere|ändern|senk|senke|reduzier|reduziere|dreh|drehe|stell|stelle|heb|hebe …limit|limits|memory|speicher|ram|cpu|memory-limit|cpu-limit|speicherlimit|memorylimit|cpulimit",
    "limit|limits|memory|speicher|ram|cpu|memory-limit|cpu-limit|speicherlimit …setzen|erhöhen|ändern|senken|hochsetzen|raufsetzen|runtersetzen|raufdrehen|hochdrehen|anheben|hoch|runter",
  ],
  suspend: [
    "suspend|suspendiere|suspendieren|suspenden|suspende",
    "pausier|pausiere|pausieren|stoppe|stopp|stoppen|halte …cronjob|cronjobs",
    "cronjob|cronjobs …pausieren|anhalten|stoppen|aussetzen|suspendieren",
  ],
  resume: [
    "aktiviere|aktivieren|starte|setze …cronjob|cronjobs …wieder|fort",
    "rollout|deployment …fortsetzen|weiterlaufen|fortführen|weitermachen",
    "setz|setze|führ|führe …rollout|deployment …fort",
  ],
  scale: [
    "skalier|skaliere|skalieren|skaliert|skalierst|scale|scalen|scale|*skalieren",
    `${more} …<number> …${many}`,
    `${more} …${many} …<number>`,
    `${many} …auf <number>`,
    "auf <number> setzen|stellen|erhöhen|bringen|fahren|hochfahren|runterfahren|hochziehen|hochsetzen|drehen|reduzieren",
  ],
  restart: [
    "restart|restarte|restarten|neustart|neustarten|neuzustarten|durchstarten|durchzustarten|reboote|rebooten|bouncen",
    "start|starte|starten|startest|startet …neu|durch",
    "neu|durch starten|gestartet|hochziehen",
    "boote|boot …neu|durch",
  ],
  uncordon: [
    "uncordon|uncordone|uncordonen|entsperr|entsperre|entsperren|schedulbar",
    "freigeben|freigibst|freigib|freischalten …scheduling|pods",
    "wieder|scheduling|pods …freigeben|freischalten|schedulbar|schedulable|einplanbar",
    "gib|gebe …frei",
    "heb|hebe|heben …sperre|sperrung …auf",
    "sperre|sperrung …aufheben|aufzuheben|weg|raus",
  ],
  cordon: [
    "cordon|cordone|cordonen|sperr|sperre|sperren|cordonnen",
    "aus …scheduling|rotation|verteilung|lastverteilung",
    "nicht|un …schedulbar|schedulable|einplanbar",
    "kein|keine neuen|neue|mehr pods …auf",
  ],
  pause: [
    "pausier|pausiere|pausieren|pause …rollout|deployment",
    "rollout|deployment …pausieren|anhalten|pausier",
    "^pausier|pausiere",
    "halt|halte …rollout|deployment …an",
  ],
  drain: [
    "drain|draine|drainen|drainst|evakuiere|evakuieren|leerräumen|ausräumen|leerzuräumen|leeren|leere",
    "räum|räume|räumen|mach …leer|frei",
  ],
  delete: [
    "lösch|lösche|löschen|löschst|entfern|entferne|entfernen|kill|kille|killen|abschießen|weghauen|wegwerfen|plattmachen|delete|deleten|wegräumen|beseitige",
    "schieß|schieße|schieß|hau|wirf|mach …ab|weg|platt",
    "weg mit",
    "räum|räume|räumen|schmeiß|schmeiss|mach …weg|raus",
  ],
};

const azure =
  "cluster|clusters|nodepool|nodepools|knotenpool|pool|subscription|vm|vms|vnet|subnetz|subnet|peering|firewall|firewallregel|nsg|registry|vault|zertifikat|datenbank";
const inside =
  "namespace|namespaces|namensraum|rolebinding|rolebindings|clusterrole|rolle|rollen|serviceaccount|secret|configmap|deployment|service|ingress";
const make =
  "erstell|erstelle|erstellen|erzeug|erzeuge|leg|lege|legst|anlegen|anlegst|anzulegen|bau|baue|bauen|aufsetzen|hochziehen|zieh|ziehe|aufziehen|machen";
const manage =
  "lösch|lösche|löschen|entferne|entfernen|upgrade|upgraden|update|updaten|aktualisiere|aktualisieren|starte|start|starten|stopp|stoppe|stoppen|fahr|fahre|vergrößer|vergrößere|vergrößern|verkleinere|verkleinern|skaliere|skalieren|füg|füge|hinzufügen|umbenennen|verschiebe|verschieben|migriere|migrieren|neustarten|restarte";

export const beyond: Phrases = [
  "cluster|clusters machen|anlegen|bauen|bestellen",
  `${make} …${azure}|${inside}`,
  `${manage} ${azure}`,
  `${azure}|${inside} …anlegen|anlegst|erstellen|erzeugen|aufsetzen|aufziehen|hochziehen|bauen`,
  `${azure} löschen|upgraden|updaten|vergrößern|verkleinern|machen|hochfahren|runterfahren|starten|stoppen|hoch|runter`,
  "brauche|brauchen|bräuchte|will|wollen|mach noch|neuen|neues|weiteren|mehr|größeren cluster|node|nodes|pool|nodepool",
  "node|nodes|knoten mehr|dazu",
  "nodepool|nodepools|knotenpool|pool …auf …<number>",
  "stoß|stoss|stosse|stoße|trigger|triggere|triggern|lass|starte …manuell|hand|nochmal|an|durchlaufen",
  "manuell|nochmal|nocheinmal|hand …anstoßen|triggern|ausführen|starten|laufen|durchlaufen",
  "roll|rolle …app|anwendung|version|release|build|chart …aus",
  "deploy|deploye|deployen|ausrollen|installier|installiere|installieren …app|anwendung|version|release|build|chart",
];

/** The same, whatever else the line says. */
export const topics: Phrases = [
  "adminrechte|admin|cluster-admin|rolle|rollen|rechte …geben|erteilen|zuweisen|gibst",
  "kannst|könntest|bitte …übersetzen|übersetzt|dolmetschen",
  "gib|geben|füg|füge|weis|mach|erteil|erteile|entzieh|entziehe …adminrechte|admin|admins|adminrolle|rolle|rollen|berechtigung|berechtigungen|rechte|cluster-admin|owner|contributor",
  "kostet|kosten|teuer|preis|preise|rechnung|abrechnung|ausgaben|billiger|euro",
  "gedicht|witz|geschichte|lied|aufsatz|wetter|pizza|mittagessen|rezept|fußball|übersetze|übersetz|übersetzen|übersetzung",
  "eks|gke|aws|gcp|openshift|rancher|ecs|minikube|digitalocean",
  "support ticket|fall",
  "ticket|fall bei|an …microsoft",
  "fass|fasse|zusammenfassen|zusammenfassung …zusammen|incident|störung|gestern|bericht",
  "schreib|schreibe|schreiben|verfasse …mail|email|bericht|text|brief|script|skript|code|modul|vorlage",
  "wer …bereitschaft|rufbereitschaft|dienst",
  "buch|buche|plane|organisiere|bestell|bestelle …meeting|termin|raum|tisch|flug|pizza|essen",
  "erinner|erinnere|ruf|rufe mich|uns|ihn",
  "ruf|rufe …microsoft|support|hotline",
  "schreib|schreibe|erstell|erstelle|mach …rca|postmortem|word|pdf|excel|powerpoint|folien",
  "rebase|rebasen|rebas|cherry-pick|merge|merged|mergen|mergst|squash …branch|pr|main|master|develop|pull-request|mr",
  "branch|pull-request|pr|mr …rebasen|mergen|reviewen|approven",
  "trag|trage|stell|stelle|setz|setze …kalender|schichtplan|dienstplan|termin",
  "jira|ticket|issue …anlegen|erstellen|aufmachen|schreiben|schließen|eröffnen|schliessen",
  "mach|erstell|erstelle|leg|lege|schließ|schließe|öffne …ticket|jira|issue",
  "erklär|erkläre|erklären …unterschied",
  "unterschied zwischen",
  "schichtplan|dienstplan|bereitschaftsplan",
];
