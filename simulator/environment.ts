// The variables that make the product talk to the simulator: its own names, so that no code knows of it.
import { armAudience, botFrameworkAudience } from "./entra/audiences.ts";
import { alertSecrets, botSecret, connectionName } from "./people.ts";

type Addresses = { url: string; appId: string; tenantId: string; caFile: string };

/** Environment of the bot and of the command line. */
export function environmentFor({ url, appId, tenantId, caFile }: Addresses): Record<string, string> {
  return {
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_TENANT_ID: tenantId,
    MICROSOFT_APP_PASSWORD: botSecret,
    OAUTH_CONNECTION_NAME: connectionName,
    AZURE_AUTHORITY_HOST: url,
    ARM_ENDPOINT: url,
    ARM_SCOPE: `${armAudience}/.default`,
    GRAPH_ENDPOINT: url,
    BOT_LOGIN_URL: `${url}/${tenantId}`,
    BOT_OAUTH_SCOPE: botFrameworkAudience,
    BOT_TOKEN_ISSUER: botFrameworkAudience,
    BOT_OAUTH_URL: url,
    BOT_OPENID_METADATA_URL: `${url}/v1/.well-known/openidconfiguration`,
    BOT_EMULATOR_OPENID_METADATA_URL: `${url}/v1/.well-known/openidconfiguration`,
    ALERTS_APP_ID: appId,
    ALERTS_ALERTMANAGER_TOKEN: alertSecrets.alertmanager,
    ALERTS_GRAFANA_SIGNING_SECRET: alertSecrets.grafana,
    ALERTS_PAGERDUTY_SIGNING_SECRET: alertSecrets.pagerDuty,
    BOT_CALLER_ID: "urn:botframework:azure",
    BOT_VALIDATE_AUTHORITY: "false",
    NODE_EXTRA_CA_CERTS: caFile,
  };
}
