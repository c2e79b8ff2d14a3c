// Entra's token endpoint: client credentials, on-behalf-of, authorization code, device code and refresh token.
import type { Call, Reply } from "../http.ts";
import { type JsonObject, listOf, objectOf, parseJson, textOf } from "../json.ts";
import { azureMonitorAppId, botSecret } from "../people.ts";
import type { Principal } from "../scenario/schema.ts";
import type { World } from "../world.ts";
import { audienceOf } from "./audiences.ts";

const onBehalfOf = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/** As the documents write it, and as MSAL sends it. */
const deviceCode = ["urn:ietf:params:oauth:grant-type:device_code", "device_code"];

/** Answers `POST /{tenant}/oauth2/v2.0/token`. */
export async function tokenEndpoint(world: World, call: Call): Promise<Reply> {
  const form = new URLSearchParams(call.body);
  const scope = form.get("scope") ?? form.get("resource") ?? "";
  const grant = form.get("grant_type");
  if (grant === "client_credentials") return clientCredentials(world, form, scope);
  if (grant === onBehalfOf) return exchange(world, form, scope);
  if (grant === "authorization_code") return redeemCode(world, form, scope);
  if (deviceCode.includes(grant ?? "")) return redeemDeviceCode(world, form, scope);
  if (grant === "refresh_token") return redeemRefreshToken(world, form, scope);
  return oauthError(
    "unsupported_grant_type",
    `AADSTS70003: The app requested an unsupported grant type '${grant}'.`,
    70003,
  );
}

/**
 * The bot as itself, or Azure Monitor or any person of the scenario with its id as client id and any secret. A service
 * principal has a federated credential and no secret.
 */
async function clientCredentials(world: World, form: URLSearchParams, scope: string): Promise<Reply> {
  const clientId = (form.get("client_id") ?? "").toLowerCase();
  const service = world.scenario.servicePrincipals.find(({ appId }) => appId === clientId);
  if (service !== undefined && form.has("client_assertion")) return grantToken(world, service.id, scope);
  const isBot = clientId === world.scenario.appId;
  const isKnown =
    isBot || clientId === azureMonitorAppId || world.directory.principal(clientId) !== undefined;
  if (!isKnown) return unknownClient(world, clientId);
  const refusal = isBot ? checkBotSecret(world, form) : null;
  return refusal ?? grantToken(world, clientId, scope);
}

async function exchange(world: World, form: URLSearchParams, scope: string): Promise<Reply> {
  const clientId = (form.get("client_id") ?? "").toLowerCase();
  if (clientId !== world.scenario.appId) return unknownClient(world, clientId);
  const refusal = checkBotSecret(world, form);
  if (refusal !== null) return refusal;
  const verified = await world.tokens.verify(form.get("assertion") ?? "");
  if (!verified.ok && verified.reason === "expired") {
    return oauthError("invalid_grant", "AADSTS500133: Assertion is not within its valid time range.", 500133);
  }
  if (!verified.ok) {
    return oauthError("invalid_grant", "AADSTS50013: Assertion failed signature validation.", 50013);
  }
  if (verified.identity.audience !== world.scenario.appId) {
    const message = `AADSTS50013: Assertion audience claim does not match the app that does the exchange: '${verified.identity.audience}'.`;
    return oauthError("invalid_grant", message, 50013);
  }
  if (world.directory.principal(verified.identity.oid) === undefined) {
    return oauthError(
      "invalid_grant",
      "AADSTS50034: The user account does not exist in the directory.",
      50034,
    );
  }
  const { oid, shown } = verified.identity;
  return unmetClaims(world, form, oid, shown) ?? (await grantToken(world, oid, scope, undefined, shown));
}

/** What a resource has asked for, brought by the middle tier: a sign-in that has not shown it cannot give it. */
function unmetClaims(world: World, form: URLSearchParams, oid: string, shown: string | null): Reply | null {
  const { armClaims } = world.directory.principal(oid) ?? {};
  if (armClaims === undefined || shown === armClaims) return null;
  const asked = objectOf(objectOf(parseJson(form.get("claims") ?? "")).access_token);
  const wanted = Object.keys(objectOf(objectOf(parseJson(armClaims)).access_token));
  if (!wanted.some((name) => name in asked)) return null;
  return {
    status: 400,
    body: {
      ...{ error: "interaction_required", suberror: "basic_action", error_codes: [50076], claims: armClaims },
      error_description:
        "AADSTS50076: Due to a configuration change, you must use multi-factor authentication.",
    },
  };
}

async function redeemCode(world: World, form: URLSearchParams, scope: string): Promise<Reply> {
  const proof = { verifier: form.get("code_verifier"), redirect: form.get("redirect_uri") };
  const issued = await world.authorizationCodes.redeem(form.get("code") ?? "", proof);
  if (issued === null)
    return oauthError("invalid_grant", "AADSTS70008: The code is expired or was redeemed.", 70008);
  const { oid, claims } = issued;
  return grantToken(world, oid, scope, await world.tokens.issue(oid, refreshAudience), claims);
}

function redeemDeviceCode(world: World, form: URLSearchParams, scope: string): Promise<Reply> | Reply {
  const oid = world.deviceCodes.redeem(form.get("device_code") ?? "");
  if (oid === "pending")
    return oauthError("authorization_pending", "AADSTS70016: The user has not signed in yet.", 70016);
  if (oid === null)
    return oauthError("expired_token", "AADSTS70020: The provided device code has expired.", 70020);
  return world.tokens.issue(oid, refreshAudience).then((token) => grantToken(world, oid, scope, token));
}

// A refresh token is a token like the others, for an audience no API accepts.
const refreshAudience = "urn:local-azure:refresh";

async function redeemRefreshToken(world: World, form: URLSearchParams, scope: string): Promise<Reply> {
  const token = form.get("refresh_token") ?? "";
  const verified = await world.tokens.verify(token);
  if (!verified.ok || verified.identity.audience !== refreshAudience) {
    return oauthError("invalid_grant", "AADSTS70000: The refresh token is not valid.", 70000);
  }
  return grantToken(world, verified.identity.oid, scope, token);
}

/** `shown`: the claims that the person was asked for at the sign-in, and has shown. */
async function grantToken(
  world: World,
  oid: string,
  scope: string,
  refreshToken?: string,
  shown: string | null = null,
): Promise<Reply> {
  const audience = audienceOf(scope, world.url, world.scenario.appId);
  if (audience === null) {
    const message = `AADSTS500011: The resource principal named ${scope} was not found in the tenant.`;
    return oauthError("invalid_resource", message, 500011);
  }
  const planned = plannedError(world.directory.principal(oid), audience);
  // A challenge is met by a sign-in that has shown its claims.
  const isMet = shown !== null && planned?.claims === shown;
  if (planned !== undefined && !isMet)
    return { status: 400, body: { ...planned, correlation_id: crypto.randomUUID() } };
  return {
    status: 200,
    headers: { "cache-control": "no-store" },
    body: {
      token_type: "Bearer",
      scope,
      expires_in: world.tokens.lifetimeSeconds,
      ext_expires_in: world.tokens.lifetimeSeconds,
      access_token: await world.tokens.issue(oid, audience, shown),
      ...(refreshToken === undefined ? {} : await interactiveParts(world, oid, refreshToken)),
    },
  };
}

/** What a client that signed a person in gets besides: it reads the account out of these. */
async function interactiveParts(
  world: World,
  oid: string,
  refreshToken: string,
): Promise<Record<string, string>> {
  const clientInfo = Buffer.from(JSON.stringify({ uid: oid, utid: world.scenario.tenantId })).toString(
    "base64url",
  );
  return {
    refresh_token: refreshToken,
    id_token: await world.tokens.issue(oid, world.scenario.appId),
    client_info: clientInfo,
  };
}

/** The error a scenario plans for a person's token, without the fields it leaves out. */
function plannedError(principal: Principal | undefined, audience: string): JsonObject | undefined {
  const errors = principal?.tokenErrors;
  const planned = errors?.[audience] ?? errors?.[audience.replace(/\/$/, "")] ?? errors?.["*"];
  return planned && objectOf(parseJson(JSON.stringify(planned)));
}

function checkBotSecret(world: World, form: URLSearchParams): Reply | null {
  const { appId } = world.scenario;
  const application = world.apps.application.find((each) => each.appId === appId);
  if (application === undefined) return unknownClient(world, appId);
  const ended = listOf(application.passwordCredentials)
    .map((each) => Date.parse(textOf(objectOf(each).endDateTime)))
    .some((end) => end < Date.now());
  if (ended && !form.has("client_assertion")) {
    const message = `AADSTS7000222: The provided client secret keys for app '${appId}' are expired.`;
    return { ...oauthError("invalid_client", message, 7000222), status: 401 };
  }
  if (form.has("client_assertion") || form.get("client_secret") === botSecret) return null;
  const message = `AADSTS7000215: Invalid client secret provided for app '${world.scenario.appId}'.`;
  return { ...oauthError("invalid_client", message, 7000215), status: 401 };
}

function unknownClient(world: World, clientId: string): Reply {
  const message = `AADSTS700016: Application with identifier '${clientId}' was not found in the directory '${world.scenario.tenantId}'.`;
  return oauthError("unauthorized_client", message, 700016);
}

function oauthError(error: string, description: string, code: number): Reply {
  return {
    status: 400,
    body: { error, error_description: description, error_codes: [code], correlation_id: crypto.randomUUID() },
  };
}
