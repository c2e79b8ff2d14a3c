// The least that a bot can be: botbuilder and restify, with the product's authentication, saying back what it hears.
import type { Request as BotRequest } from "botbuilder";
import restify, { type Request, type Response } from "restify";
import { createAppToken } from "../src/azure/entra/app-token.ts";
import { azureEnvironment } from "../src/azure/entra/cloud.ts";
import { botAuthentication, createAdapter } from "../src/doors/teams/adapter.ts";

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the bench starts this bot with it.`);
  return value;
};

const appId = setting("MICROSOFT_APP_ID");
const tenantId = setting("MICROSOFT_APP_TENANT_ID");
const token = createAppToken({
  environment: azureEnvironment({ cloud: "public", authorityHost: setting("AZURE_AUTHORITY_HOST") }),
  tenantId,
  clientId: appId,
  clientAuth: { kind: "secret", secret: setting("MICROSOFT_APP_PASSWORD") },
});
const endpoints = {
  ToChannelFromBotLoginUrl: setting("BOT_LOGIN_URL"),
  ToChannelFromBotOAuthScope: setting("BOT_OAUTH_SCOPE"),
  ToBotFromChannelTokenIssuer: setting("BOT_TOKEN_ISSUER"),
  OAuthUrl: setting("BOT_OAUTH_URL"),
  ToBotFromChannelOpenIdMetadataUrl: setting("BOT_OPENID_METADATA_URL"),
  ToBotFromEmulatorOpenIdMetadataUrl: setting("BOT_EMULATOR_OPENID_METADATA_URL"),
  CallerId: setting("BOT_CALLER_ID"),
  ValidateAuthority: false,
};
const adapter = createAdapter(
  botAuthentication({ appId, tenantId, endpoints }, (audience) => token(`${audience}/.default`)),
);

const server = restify.createServer({ name: "echo-bot" });
server.get("/readyz", async (_request: Request, response: Response) => {
  response.json(200, { status: "ready" });
});
server.post(
  "/api/messages",
  restify.plugins.bodyParser({ mapParams: false }),
  async (request: Request, response: Response) =>
    adapter.process(request as BotRequest, response, async (context) => {
      await context.sendActivity(`You said: ${context.activity.text}`);
    }),
);
server.listen(Number(setting("PORT")), setting("HOST"));
process.once("SIGTERM", () => process.exit(0));
