// What would change something, in German.
import type { ChangeWords } from "../language.ts";

const verbs =
  "scale|scalen|rollback|starte|start|starten|neustarten|neustart|restarte|restart|restarten|reboote|rebooten|boote|lösche|lösch|löschen|entferne|entfernen|skaliere|skalier|skalieren|stoppe|stopp|stoppen|stop|beende|beenden|aktualisiere|aktualisieren|update|updaten|upgrade|upgraden|patche|patchen|deploye|deploy|deployen|drain|draine|cordon|erhöhe|erhöhen|verringere|vergrößere|vergrößern|verkleinere|aktiviere|aktivieren|deaktiviere|deaktivieren|öffne|öffnen|erlaube|erlauben|ändere|ändern|erstelle|erstellen|installiere|installieren|kill|kille|killen|whiteliste|whitelisten|freischalten|freigeben|ausrollen|zurückrollen|hochfahren|herunterfahren|runterfahren|hochskalieren|runterskalieren|durchstarten|bearbeite|bearbeiten|editiere";

export const change: ChangeWords = {
  verbs: verbs.replaceAll("|", " "),
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
