// A refused sign-in in words: what is wrong, and who can help.
import type { Resource, SignInCode, SignInFailure, SignInReason } from "../../../core/requester.ts";

type Api = Readonly<{ name: string; permission: string }>;

export const apis: Readonly<Record<Resource, Api>> = {
  arm: { name: "Azure Resource Manager", permission: "Azure Service Management: user_impersonation" },
  kubernetes: {
    name: "Azure Kubernetes Service",
    permission: "Azure Kubernetes Service AAD Server: user.read",
  },
  graph: { name: "Microsoft Graph", permission: "Microsoft Graph: User.Read und GroupMember.Read.All" },
};

/** What helps on a machine; whatever else Entra wants of a person, it asks for it in the sign-in. Behind a colon. */
export const advice: Partial<Record<SignInCode, string>> = {
  consentMissing: "Ein Entra-Administrator muss dieser Anmeldung zustimmen",
  unavailable:
    "Versuch es in einer Minute noch einmal; kommt es wieder, führ az login aus, und frag noch einmal",
};

export const words: Readonly<Record<SignInReason, (api: Api, failure: SignInFailure) => string>> = {
  consentMissing: (api) =>
    `AKS On-Call darf ${api.name} noch nicht für dich aufrufen: Ein Entra-Administrator muss ihm die Berechtigung „${api.permission}“ geben.`,
  otherDirectory: () =>
    "Dein Konto gehört nicht zum Verzeichnis dieses Bots: Melde dich mit einem an, das dazugehört.",
  otherTenant: () =>
    "Du hast dich mit einem Konto aus einem anderen Verzeichnis angemeldet: Melde dich mit dem an, das du in Teams nutzt.",
  otherAccount: () =>
    "Du hast dich mit einem anderen Konto angemeldet als dem, das du in Teams nutzt: Melde dich hier ab, und mit jenem an.",
  expired: () => "Deine Anmeldung ist abgelaufen oder wurde widerrufen: Melde dich wieder an.",
  ranOut: () => "Deine Anmeldung ist abgelaufen: Melde dich wieder an.",
  armRejects: () => "Azure akzeptiert deine Anmeldung nicht mehr: Melde dich wieder an.",
  botRefused: (api) =>
    `Entra lehnt die Registrierung des Bots für ${api.name} ab: Ein Administrator muss ihr Geheimnis oder Zertifikat und ihre API-Berechtigungen prüfen.`,
  wrongAudience: () =>
    "Die Anmeldeverbindung des Bots gibt Tokens für eine andere Anwendung aus: Ein Administrator muss ihren Scope auf das eigene access_as_user des Bots setzen.",
  conditionalAccess: (api) =>
    `Conditional Access verlangt für ${api.name} mehr von dir (mehrstufige Authentifizierung oder ein verwaltetes Gerät), als diese Anmeldung gezeigt hat: Melde dich hier ab und wieder an; kommt es wieder, frag den Administrator der Richtlinie.`,
  signInNeeded: () => "Deine Anmeldung ist nötig: Melde dich wieder an.",
  notSignedIn: () => "Du bist nicht angemeldet.",
  cancelled: () => "Die Anmeldung wurde abgebrochen, oder ihr Code gilt nicht mehr.",
  entraSilent: (api) =>
    `Microsoft Entra hat auf die Frage nach einem Token für ${api.name} nicht geantwortet: Versuch es in einer Minute noch einmal.`,
  serviceSilent: () => "Der Anmeldedienst des Bot Framework hat nicht geantwortet.",
  machineNobody: () =>
    "Auf dieser Maschine ist niemand bei Azure angemeldet: Führ az login aus, und frag noch einmal.",
  machineUnclear: () =>
    "Das Token für Azure sagt nicht, wessen es ist: Führ az login aus, und frag noch einmal.",
  machineRefused: (api, { code, detail }) =>
    `Microsoft Entra gab kein Token für ${api.name}${detail === undefined ? "" : ` (${detail})`}: ${advice[code] ?? "Führ az login aus, und frag noch einmal"}.`,
};

/** One sentence. */
export const saySignIn = (failure: SignInFailure): string =>
  words[failure.why](apis[failure.resource ?? "arm"], failure);

export const signInFailureTexts = { saySignIn };
