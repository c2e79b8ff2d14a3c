// What findings about `identity.*` say.
import type { IdentityRoleFact } from "../../../../core/finding/rights/identity-findings.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";

/** `thing`: what its owner brought, in the accusative. `fails`: what AKS cannot do without the right, as a subject. */
const roleFacts = (thing: string, fails: string): Says<IdentityRoleFact> => ({
  nothingBrought: () =>
    `AKS hat ${thing} selbst erstellt, deshalb braucht seine Identität keine Rolle, die jemand wegnehmen könnte.`,
  identityUnsaid: () => "Azure nennt nicht, als welche Identität der Cluster handelt.",
  applicationUnknown: () =>
    `Der Cluster handelt als Dienstprinzipal, und Azure Resource Manager nennt davon die Anwendung, nicht das Objekt, das Rollen hat: Ob er ${thing} ändern darf, ist nicht bekannt.`,
  rolesUnlisted: ({ on }) => `Die Rollen der Identität des Clusters auf ${on} wurden nicht gelesen.`,
  may: ({ on }) => `Die Identität des Clusters darf auf ${on}, was AKS dort tut.`,
  roleUnclear: ({ role, on }) =>
    `Die Identität des Clusters hat die Rolle ${role} auf ${on}, und was die erlaubt, ist hier nicht bekannt.`,
  lacks: ({ action, on }) =>
    `Der Identität des Clusters fehlt ${action} auf ${on}: Was läuft, läuft weiter, aber ${fails} wird scheitern.`,
  failedFor: ({ action, on }) =>
    `Der Identität des Clusters fehlt ${action} auf ${on}, und daran ist der letzte Vorgang gescheitert.`,
  wasRefused: ({ on }) =>
    `Der letzte Vorgang ist gescheitert, weil die Identität des Clusters auf ${on} nicht durfte, was AKS dort tut.`,
});

const giveBack =
  "Gib der Identität ihre Rolle zurück, und lass AKS dann die Einstellungen des Clusters noch einmal anwenden.";
const subnetFacts = roleFacts("das Netzwerk", "der nächste Start, jedes Vergrößern oder das nächste Upgrade");
const zoneFacts = roleFacts(
  "die private DNS-Zone",
  "der nächste Start oder das nächste Upgrade, das den API-Server verlegt,",
);
const tableFacts = roleFacts(
  "die Routingtabelle",
  "der nächste Start, jedes Vergrößern oder das nächste Upgrade",
);

export const identityFindings: FindingWords<"identity"> = {
  "identity.kind": {
    title: "Der Cluster handelt als verwaltete Identität",
    why: "Das Geheimnis eines Dienstprinzipals läuft eines Tages ab; dann kann AKS nichts mehr ändern, während der API-Server noch antwortet.",
    remediation:
      "Ein Besitzer der Entra-Anwendung erstellt ein neues Geheimnis und gibt es dem Cluster mit „az aks update-credentials --reset-service-principal“, was jeden Node neu startet; eine verwaltete Identität hat kein Geheimnis, das zu erneuern wäre.",
    facts: {
      identityUnsaid: subnetFacts.identityUnsaid,
      managedIdentity: ({ kind }) =>
        kind === "system"
          ? "Der Cluster handelt als seine eigene verwaltete Identität."
          : "Der Cluster handelt als verwaltete Identität, die sein Besitzer ihm gegeben hat.",
      servicePrincipal: ({ application, cluster }) =>
        `${cluster} handelt als Dienstprinzipal ${application}, dessen Geheimnis eines Tages abläuft.`,
      secretExpired: ({ application, cluster }) =>
        `${cluster} handelt als Dienstprinzipal ${application}, dessen Geheimnis abgelaufen ist: AKS kann in Azure nichts ändern.`,
      secretUnsure: ({ application, cluster }) =>
        `Laut der Fehlermeldung ist ein Geheimnis abgelaufen, aber nicht, von welcher Anwendung: Ob es der Dienstprinzipal ${application} ist, als der ${cluster} handelt, ist offen (az ad app credential list --id ${application} zeigt, bis wann seine Geheimnisse gelten).`,
    },
  },
  "identity.subnet-role": {
    title: "Die Identität des Clusters darf in seine Subnetze",
    why: "AKS hängt neue Nodes als Identität des Clusters an ein Subnetz des Besitzers; ohne die Berechtigung scheitert jeder Start, jedes Vergrößern und jedes Upgrade.",
    remediation: giveBack,
    facts: subnetFacts,
  },
  "identity.dns-role": {
    title: "Die Identität des Clusters darf in seine DNS-Zone schreiben",
    why: "AKS schreibt den Eintrag des API-Servers in eine Zone des Besitzers; ohne die Berechtigung bleibt er, wie er war, wenn sich die Adresse ändert.",
    remediation: giveBack,
    facts: zoneFacts,
  },
  "identity.route-role": {
    title: "Die Identität des Clusters darf in seine Routingtabelle schreiben",
    why: "Mit kubenet schreibt AKS für jeden neuen Node eine Route; ohne die Berechtigung sind die Pods darauf nicht erreichbar.",
    remediation: giveBack,
    facts: {
      ...tableFacts,
      writesNone: () => "AKS schreibt nur mit kubenet Routen, und das nutzt dieser Cluster nicht.",
    },
  },
};
