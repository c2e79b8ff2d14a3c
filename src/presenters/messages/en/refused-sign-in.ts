// A refused sign-in in words: what is wrong, and who can help.
import type { Resource, SignInCode, SignInFailure, SignInReason } from "../../../core/requester.ts";

type Api = Readonly<{ name: string; permission: string }>;

export const apis: Readonly<Record<Resource, Api>> = {
  arm: { name: "Azure Resource Manager", permission: "Azure Service Management: user_impersonation" },
  kubernetes: {
    name: "Azure Kubernetes Service",
    permission: "Azure Kubernetes Service AAD Server: user.read",
  },
  graph: { name: "Microsoft Graph", permission: "Microsoft Graph: User.Read and GroupMember.Read.All" },
};

/** What helps on a machine; whatever else Entra wants of a person, it asks for it in the sign-in. */
export const advice: Partial<Record<SignInCode, string>> = {
  consentMissing: "an Entra administrator has to consent to this sign-in",
  unavailable: "try again in a minute, and if it comes back run az login and ask again",
};

export const words: Readonly<Record<SignInReason, (api: Api, failure: SignInFailure) => string>> = {
  consentMissing: (api) =>
    `AKS On-Call may not call ${api.name} for you yet: an Entra administrator has to grant it the permission "${api.permission}".`,
  otherDirectory: () =>
    "Your account does not belong to the directory of this bot: sign in with one that does.",
  otherTenant: () =>
    "You signed in with an account of another directory: sign in with the one you use in Teams.",
  otherAccount: () =>
    "You signed in with another account than the one you use in Teams: sign out here and sign in with that one.",
  expired: () => "Your sign-in has expired or was revoked: sign in again.",
  ranOut: () => "Your sign-in has expired: sign in again.",
  armRejects: () => "Azure no longer accepts your sign-in: sign in again.",
  botRefused: (api) =>
    `Entra refuses the bot's own registration for ${api.name}: an administrator has to check its secret or certificate and its API permissions.`,
  wrongAudience: () =>
    "The bot's sign-in connection gives out tokens for another application: an administrator has to set its scope to the bot's own access_as_user.",
  conditionalAccess: (api) =>
    `Conditional Access wants more from you for ${api.name} (multi-factor authentication or a managed device) than this sign-in has shown: sign out here, sign in again, and if it comes back ask the administrator of the policy.`,
  signInNeeded: () => "Your sign-in is needed: sign in again.",
  notSignedIn: () => "You are not signed in.",
  cancelled: () => "The sign-in was cancelled, or its code is no longer valid.",
  entraSilent: (api) =>
    `Microsoft Entra did not answer when a token for ${api.name} was asked for: try again in a minute.`,
  serviceSilent: () => "The Bot Framework's sign-in service did not answer.",
  machineNobody: () => "Nobody is signed in to Azure on this machine: run az login and ask again.",
  machineUnclear: () => "The token for Azure does not say whose it is: run az login and ask again.",
  machineRefused: (api, { code, detail }) =>
    `Microsoft Entra gave no token for ${api.name}${detail === undefined ? "" : ` (${detail})`}: ${advice[code] ?? "run az login and ask again"}.`,
};

/** One sentence. */
export const saySignIn = (failure: SignInFailure): string =>
  words[failure.why](apis[failure.resource ?? "arm"], failure);

export const signInFailureTexts = { saySignIn };
