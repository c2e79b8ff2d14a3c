// Tokens of Entra that Azure Database for PostgreSQL takes in place of a password:
// https://learn.microsoft.com/azure/postgresql/security/security-entra-configure
import { onceMade } from "../../core/text/once.ts";

/** What Entra calls the service, by the domain of its servers, one a cloud. */
const audiences = {
  "postgres.database.azure.com": "ossrdbms-aad.database.windows.net",
  "postgres.database.usgovcloudapi.net": "ossrdbms-aad.database.usgovcloudapi.net",
  "postgres.database.chinacloudapi.cn": "ossrdbms-aad.database.chinacloudapi.cn",
} as const;

/** Null: no server of Azure's, which is sent no token. */
export function databaseScope(host: string): string | null {
  const found = Object.entries(audiences).find(([domain]) => host.toLowerCase().endsWith(`.${domain}`));
  return found === undefined ? null : `https://${found[1]}/.default`;
}

/** Of the host's user-assigned identity with this client id. The credential keeps a token while it is good. */
export function databaseToken(clientId: string, scope: string): () => Promise<string> {
  const identity = onceMade(async () => {
    const { ManagedIdentityCredential } = await import("@azure/identity");
    return new ManagedIdentityCredential({ clientId });
  });
  return async () => (await (await identity()).getToken(scope)).token;
}
