// Who may do what: the two locks, and how a missing right is given.

import { german } from "../catalogue.ts";
import type { rightsTexts as en } from "../en/rights.ts";
import { list, or } from "./words.ts";

const { calledCluster } = german.speech;

export const rightsTexts: typeof en = {
  /** What a right is held on; in the dative. */
  scopes: {
    subscription: (id) => `Abonnement ${id}`,
    resourceGroup: (name) => `Ressourcengruppe ${name}`,
  },
  /** How a missing right is given. */
  grant: {
    line: "Ein Besitzer des Bereichs kann sie vergeben mit",
    /** It looks the cluster up by its name. */
    lineByName: "Ein Besitzer des Clusters kann sie vergeben mit (im Abonnement des Clusters)",
    noLine: (role, cluster) => `Ein Besitzer von ${cluster} kann dir darauf ${role} geben.`,
  },
  denied: {
    title: (cluster) => `✖ Auf ${calledCluster(cluster)} nicht erlaubt`,
    subtitle: "Die Richtlinie dieses Bots hat es verweigert. Es wurde nichts ausgeführt.",
    why: "Warum",
    wouldAllow: "Wer darf",
    /** `known`: whoever reads it is in none of them; else that could not be found out. */
    whoMay: (names, known) => {
      if (names.length === 0) return "Niemand: Wer die Richtlinie dieses Bots pflegt, müsste sie ändern.";
      const members = `Mitglieder von ${or(names)}`;
      return known
        ? `${members}: Bitte jemanden von ihnen, oder einen Besitzer der Gruppe, dich aufzunehmen.`
        : `${members}.`;
    },
  },
  azureDenied: {
    title: (cluster) => `✖ Von Azure verweigert: ${cluster}`,
    subtitle:
      "Die Richtlinie dieses Bots erlaubt es, deine Berechtigungen in Azure nicht. Es wurde nichts ausgeführt.",
    action: "Es fehlt",
    scope: "Auf",
    /** Where Azure shows no cluster at all. */
    anyScope: (cluster) => `dem Cluster ${cluster} oder seinem Abonnement (Azure zeigt dir keinen Cluster)`,
    role: "Rolle",
    /** Stands where the object id of the person would be. */
    someone: "OBJECT_ID",
  },
  whoAmI: {
    title: (name) => `Du bist ${name}`,
    objectId: "Objekt-ID",
    tenant: "Mandant",
    groups: "Gruppen",
    noGroups: "Keine, die die Richtlinie kennt",
    groupsUnknown: (reason) => `? Nicht zu lesen. ${reason}`,
    diagnose: "Diagnose",
    lookInside: "Hineinsehen",
    watch: "Folgen",
    run: "Ausführen",
    change: "Ändern",
    fix: "Behebungen ausführen lassen",
    nothing: "Nichts",
    rest: "Die Zugriffssteuerung von Azure und die des Clusters entscheiden mit.",
  },
  canI: {
    approval: "Genehmigung",
    yes: (cluster) => `✔ Ja, auf ${cluster}`,
    no: (cluster) => `✖ Nein, nicht auf ${cluster}`,
    maybe: (cluster) => `? Nicht sicher auf ${cluster}`,
    bothOpen: "Richtlinie und Azure erlauben es beide. Es wurde nichts ausgeführt.",
    onlyReads: "Es wurde nichts ausgeführt.",
    modeShut: "Der geltende Modus erlaubt es nicht. Es wurde nichts ausgeführt.",
    mode: "Modus",
    policyShut: "Die Richtlinie dieses Bots erlaubt es nicht. Es wurde nichts ausgeführt.",
    azureShut:
      "Die Richtlinie erlaubt es, deine Berechtigungen in Azure aber nicht. Es wurde nichts ausgeführt.",
    azureUnknown:
      "Die Richtlinie erlaubt es, deine Berechtigungen in Azure waren aber nicht zu lesen. Es wurde nichts ausgeführt.",
    policy: "Bot-Richtlinie",
    policyAllows: (rule) => `✔ Regel ${rule} erlaubt es`,
    policyPersonal: "Die Ausgabe kommt nur zu dir",
    output: "Ausgabe",
    outputThread: "Im Thread gezeigt",
    azure: "Azure",
    azureAllows: "✔ Erlaubt",
    azureMissing: (action, scope) => `✖ ${action} auf ${scope} fehlt`,
    need: (action, scope) => `${action} auf ${scope}`,
    azureOpen: (needs) => (needs.length === 0 ? "? Nicht zu lesen" : `? Nicht zu lesen: ${list(needs)}`),
    role: "Rolle",
  },
};
