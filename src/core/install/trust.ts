// Whose tokens the app registration trusts in place of a secret, as federated identity credentials.
// https://learn.microsoft.com/microsoft-365/agents-sdk/azure-bot-create-federated-credentials
import type { Answers } from "./answers.ts";

export type Trust = Readonly<{ issuer: string; subject: string; audiences: readonly string[] }>;

/** The token store of the Bot Service, as its subjects name it. */
const tokenStore = "9ExAW52n_ky4ZiS_jhpJIQ";
const audiences = ["api://AzureADTokenExchange"];
const issuerOf = (authorityHost: string, { tenantId }: Answers): string =>
  `${authorityHost}/${tenantId}/v2.0`;

/** Of the OAuth connection of the Azure Bot. */
export const connectionName = "aks-oncall";
/** The same text stands in the OAuth connection, as its unique identifier. */
export const connectionIdentifierOf = ({ name }: Answers): string => `${name}-connection`;

export const connectionTrust = (authorityHost: string, answers: Answers): Trust => ({
  issuer: issuerOf(authorityHost, answers),
  subject: `/eid1/c/pub/t/${shortGuid(answers.tenantId)}/a/${tokenStore}/${connectionIdentifierOf(answers)}`,
  audiences,
});

/** `principalId`: of the user-assigned identity that the bot runs as. */
export const botTrust = (authorityHost: string, answers: Answers, principalId: string): Trust => ({
  issuer: issuerOf(authorityHost, answers),
  subject: principalId,
  audiences,
});

/** `subject`, as the issuer of the answers names the bot; null where the answers name no issuer. */
export const hostTrust = ({ issuer, subject }: Answers): Trust | null =>
  issuer === undefined ? null : { issuer, subject, audiences };

/** A GUID's sixteen bytes in base64url, its first three parts with the last byte first, as Microsoft writes it. */
export function shortGuid(guid: string): string {
  const [a = "", b = "", c = "", ...rest] = guid.split("-");
  const turned = (part: string) => part.match(/../g)?.toReversed().join("") ?? "";
  return Buffer.from([a, b, c].map(turned).concat(rest).join(""), "hex").toString("base64url");
}
