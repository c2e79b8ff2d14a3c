// What a test gives to an SDK behind the port of Teams.
import type { SdkSettings } from "../../src/doors/teams/port.ts";
import { botAppId, issuer } from "./bot-connector.ts";

export const botTenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";

type Places = Readonly<{ metadataUrl: string; oauthUrl?: string; token?: SdkSettings["token"] }>;

export const sdkSettings = ({
  metadataUrl,
  oauthUrl = "https://oauth.example",
  token = async () => "token",
}: Places): SdkSettings => ({
  ...{ appId: botAppId, tenantId: botTenantId, connection: "sso", cloud: "public", audience: issuer, token },
  endpoints: {
    loginUrl: "https://login.example",
    oauthScope: issuer,
    tokenIssuer: issuer,
    oauthUrl,
    openIdMetadataUrl: metadataUrl,
    emulatorOpenIdMetadataUrl: metadataUrl,
    callerId: "urn:botframework:azure",
    validateAuthority: true,
  },
});
