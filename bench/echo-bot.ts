// The least that a bot can be: an SDK of Teams and the HTTP server, with the product's authentication, saying back what it
// hears.
import { createAppToken } from "../src/azure/entra/app-token.ts";
import { azureEnvironment } from "../src/azure/entra/cloud.ts";
import { sdks } from "../src/composition/teams.ts";
import { type HttpRoute, readJsonBody } from "../src/doors/http/http.ts";
import { serve } from "../src/doors/http/restify/serve.ts";
import { type Activity, addressed } from "../src/doors/teams/port.ts";

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
const sdk = await sdks.botbuilder({
  ...{ appId, tenantId, connection: "", cloud: "public", audience: setting("BOT_OAUTH_SCOPE") },
  token: (audience) => token(`${audience}/.default`),
  endpoints: {
    loginUrl: setting("BOT_LOGIN_URL"),
    oauthScope: setting("BOT_OAUTH_SCOPE"),
    tokenIssuer: setting("BOT_TOKEN_ISSUER"),
    oauthUrl: setting("BOT_OAUTH_URL"),
    openIdMetadataUrl: setting("BOT_OPENID_METADATA_URL"),
    emulatorOpenIdMetadataUrl: setting("BOT_EMULATOR_OPENID_METADATA_URL"),
    callerId: setting("BOT_CALLER_ID"),
    validateAuthority: false,
  },
});

const answer: HttpRoute["answer"] = async (request) => {
  const body = await readJsonBody(request, 256 * 1024);
  if (!body.ok) return body.reply;
  const activity = body.value as Activity;
  const caller = await sdk.callerOf(request.headers.authorization ?? "", activity);
  if (!caller.ok) return { status: 401 };
  const { recipient: bot, from: user, id: replyToId = "", ...place } = activity;
  const said = addressed({ ...place, bot, user }, { type: "message", text: `You said: ${activity.text}` });
  await sdk.connector(activity.serviceUrl).post({ ...said, replyToId }, AbortSignal.timeout(10_000));
  return { status: 200 };
};

const log = { info: () => {}, warn: () => {}, error: () => {} };
const server = serve(
  [
    { method: "get", path: "/readyz", answer: async () => ({ status: 200, body: { status: "ready" } }) },
    { method: "post", path: "/api/messages", answer },
  ],
  log,
);
await server.listen(Number(setting("PORT")), setting("HOST"));
process.once("SIGTERM", () => process.exit(0));
