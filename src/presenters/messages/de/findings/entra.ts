// What findings about `entra.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { counted } from "../words.ts";

const notIntegrated = () => "Der Cluster ist nicht in Entra integriert.";

const adminGroups = counted(
  "{it, plural, one {Eine Gruppe ist Administrator} other {# Gruppen sind Administratoren}} des Clusters.",
);

export const entraFindings: FindingWords<"entra"> = {
  "entra.managed-aad": {
    title: "Der Cluster ist in Entra integriert",
    why: "Ohne Entra ist jeder, der die kubeconfig eines Nutzers hat, Administrator des Clusters.",
    remediation:
      "Lass den Besitzer ihn in Entra integrieren; das lässt sich nicht zurücknehmen, und jede kubeconfig muss neu geholt werden.",
    facts: {
      integrated: () => "Der Cluster ist in Entra integriert.",
      notIntegrated: ({ cluster }) =>
        `${cluster} ist nicht in Entra integriert: Wer seine kubeconfig hat, ist Administrator.`,
      legacy: ({ cluster }) =>
        `${cluster} nutzt die alte Integration, aus der Zeit vor der von Entra selbst; Azure unterstützt sie nicht mehr.`,
    },
  },
  "entra.azure-rbac": {
    title: "Vergabe der Berechtigungen im Cluster ist bekannt",
    why: "Davon hängt ab, wo eine fehlende Berechtigung zu vergeben ist: als Rollenzuweisung in Azure oder als Binding im Cluster.",
    remediation:
      "Vergib erst die Rollen in Azure, und schalte dann Azure RBAC ein; oder bewahre die Bindings so auf, dass du sie wiederherstellen kannst.",
    facts: {
      notIntegrated,
      byAzure: () => "Berechtigungen im Cluster werden als Rollenzuweisungen in Azure vergeben.",
      byKubernetes: ({ cluster }) =>
        `Berechtigungen in ${cluster} werden als Bindings darin vergeben, und Azure zeigt sie nicht.`,
      byNobody: ({ cluster }) =>
        `${cluster} fragt niemanden nach Berechtigungen: Wer hineinkommt, darf alles.`,
    },
  },
  "entra.local-accounts": {
    title: "Lokale Konten sind aus und ungenutzt",
    why: "Sind lokale Konten aus, wird „--admin“ verweigert; sind sie an, gibt es einen Zugang, der niemanden nennt.",
    remediation:
      "Lass „--admin“ weg und melde dich mit Entra an: kubelogin convert-kubeconfig -l azurecli lässt kubectl deine Anmeldung nutzen.",
    facts: {
      off: () => "Lokale Konten sind aus: Alle melden sich mit Entra an.",
      onlyWay: () => "Lokale Konten sind der Zugang, weil der Cluster nicht in Entra integriert ist.",
      backDoor: ({ cluster }) =>
        `Neben Entra sind lokale Konten von ${cluster} an: Wer sie nutzt, ist nicht zu sehen.`,
      nobody: ({ cluster }) =>
        `Lokale Konten von ${cluster} sind aus, und er ist nicht in Entra integriert: Niemand kann sich anmelden.`,
      adminRefused: ({ cluster }) =>
        `Lokale Konten von ${cluster} sind aus, deshalb gibt Azure niemandem die kubeconfig des Administrators: Das Netzwerk ist in Ordnung.`,
    },
  },
  "entra.tenant": {
    title: "Dein Mandant ist der des Clusters",
    why: "Der API-Server lehnt Token eines anderen Mandanten ab, wie Gäste sie bekommen, die sich zu Hause anmelden.",
    remediation: "Melde dich beim Mandanten des Clusters an, und hol die kubeconfig noch einmal.",
    facts: {
      notIntegrated,
      trustedUnsaid: () => "Der Cluster nennt seinen Entra-Mandanten nicht.",
      ownUnknown: () => "Aus welchem Mandanten dein Token kommt, ist nicht bekannt.",
      trusted: () => "Dein Token kommt aus dem Mandanten, dem der Cluster vertraut.",
      notTrusted: ({ own, trusted }) =>
        `Dein Token kommt aus dem Mandanten ${own}, aber der Cluster vertraut nur ${trusted}.`,
    },
  },
  "entra.admin-group": {
    title: "Eine Gruppe ist Administrator des Clusters",
    why: "Gehen Bindings im Cluster verloren, kommen nur noch seine Administratoren hinein.",
    remediation: "Nenne mit „az aks update --aad-admin-group-object-ids“ eine Gruppe von Administratoren.",
    facts: {
      notIntegrated,
      byAzure: () => "Administratoren werden als Rollenzuweisungen in Azure benannt.",
      set: ({ groups }) => adminGroups(groups),
      none: ({ cluster }) =>
        `Keine Gruppe ist Administrator von ${cluster}: Gehen seine Bindings verloren, kommt niemand hinein.`,
    },
  },
};
