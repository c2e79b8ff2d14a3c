// What would change something, in German.
import type { ChangeWords } from "../language.ts";

const verbs =
  "scale|scalen|rollback|starte|start|starten|neustarten|neustart|restarte|restart|restarten|reboote|rebooten|boote|lösche|lösch|löschen|entferne|entfernen|skaliere|skalier|skalieren|stoppe|stopp|stoppen|stop|beende|beenden|aktualisiere|aktualisieren|update|updaten|upgrade|upgraden|patche|patchen|deploye|deploy|deployen|drain|draine|cordon|erhöhe|erhöhen|verringere|vergrößere|vergrößern|verkleinere|aktiviere|aktivieren|deaktiviere|deaktivieren|öffne|öffnen|erlaube|erlauben|ändere|ändern|erstelle|erstellen|installiere|installieren|kill|kille|killen|whiteliste|whitelisten|freischalten|freigeben|ausrollen|zurückrollen|hochfahren|herunterfahren|runterfahren|hochskalieren|runterskalieren|durchstarten|bearbeite|bearbeiten|editiere";

export const change: ChangeWords = {
  verbs: verbs.replaceAll("|", " "),
  phrases: [
    `^${verbs}`,
    "starten|neustarten|restarten|rebooten|booten|löschen|entfernen|skalieren|stoppen|beenden|aktualisieren|updaten|upgraden|patchen|deployen|ausrollen|zurückrollen|hochfahren|herunterfahren|runterfahren|hochskalieren|freischalten|freigeben|whitelisten|installieren|durchstarten|killen|drainen|cordonen|dazugeben|hinzufügen|hinzunehmen|wegnehmen|erhöhen|vergrößern|öffnen|ändern|erstellen|abschießen|rausnehmen|plattmachen|wiederbeleben|anlegen|austauschen|*skalieren|*starten|*setzen|*drehen|*ziehen|*nehmen|*schalten|*spielen|*rollen|*löschen|*installieren$",
    "den|die|das|ihn|sie|es cordonen|drainen|löschen|neustarten|skalieren|entfernen|stoppen",
    "^fahr|fahre hoch|runter|herunter",
    "^roll|rolle …zurück|aus",
    "^starte|start|boote …neu|durch",
    "^fahr|fahre …hoch|runter|herunter",
    "^gib|gebe|trag|trage|füg|füge|nimm|schalt|schalte|lass <address>",
    "^gib|schalt|schalte frei",
    "^schalt|schalte an|ein|aus|ab",
    "<address> …eintragen|aufnehmen|hinzufügen|freischalten|freigeben|whitelisten|reinnehmen|dazunehmen|zulassen|erlauben|ergänzen",
    "^setz|setze|änder|ändere|tausch|tausche replicas|replikas|auf|image|limit|limits|memory|umgebungsvariable|env",
    "umgebungsvariable|env …setzen|setz|setze|ändern|auf",
    "^mach|mache neustart|restart|update|upgrade|rollback|neu",
  ],
  unlessAsked: [
    "brauche|brauchen|benötige|benötigen|will|wollen|möchte|möchten|hätte|hätten <address> …freigeschaltet|freigegeben|erlaubt|zugelassen|gewhitelistet|gesperrt|blockiert|eingetragen|entfernt",
    "^sperr|sperre|blockier|blockiere|blocke|verbiete <address>",
    "^mach|mache <address> frei|zugänglich|erlaubt",
  ],
  inside:
    "pool pools nodepool nodepools knotenpool replica replicas replikas container umgebungsvariable umgebungsvariablen env variable workload app anwendung yaml yml manifest datei",
  never:
    "oft wieoft häufig unterschied erklär erkläre erklären bedeutet diagnose überwachung beobachtung prüfung check welche welcher",
  noOrder: [
    "warum|wieso|weshalb|weswegen|woran|dauernd|ständig|andauernd",
    "habe|hab|haben|hast|hat|wurde|wurden|wird|werden …gestartet|neugestartet|restartet|gelöscht|skaliert|hochskaliert|runterskaliert|zurückgerollt|gedraint|cordoned|gecordont|deployt|ausgerollt|gepatcht|gestoppt|gekillt|geändert|erhöht",
    "drain|drainen|neustart|restart|rollback|löschen|neustarten|skalieren|hochskalieren …hängt|bringt|brachte|hilft|half|lief|scheitert|dauert|schlägt|schlug|klappt",
    "gestartet|gelöscht|skaliert und …jetzt|trotzdem|immer|weiterhin",
    "skaliert|startet|löscht|draint …nicht|nich|nimmer",
    "was passiert wenn|falls",
    "gibt es",
    "startet|startete|restartet …immer|ständig|dauernd|laufend",
    "nicht|nich|nie|bloß|keinesfalls drain|drainen|neustarten|restarten|löschen|killen|skalieren|scalen|cordonen|zurückrollen",
    "upgrade|update|rollout|rollback|release …hängt|failed|fehlgeschlagen|scheitert",
    "blockt|blockiert|verhindert …drain|drainen|neustart|rollout",
    "muss|soll|sollte ich|man|wir",
  ],
  alone: "neu restarte neustarten neustart restart reboote skaliere drain upgrade upgraden starten starte",
  kubectl: {
    löschen: "delete",
    lösche: "delete",
    entfernen: "delete",
    neustarten: "rollout restart",
    restarten: "rollout restart",
    starten: "rollout restart",
    skalieren: "scale",
    skaliere: "scale",
    drain: "drain",
    draine: "drain",
    cordon: "cordon",
    bearbeiten: "edit",
    editieren: "edit",
    ändern: "edit",
    patchen: "patch",
    erstellen: "create",
    killen: "delete",
  },
};
