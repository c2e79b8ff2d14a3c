// The Bot Framework token service: keeps people's sign-ins for the bot and hands out their tokens.
import { botFrameworkAudience } from "../entra/audiences.ts";
import { bearerToken, type Call, jsonBody, type Reply } from "../http.ts";
import { objectOf, parseJson, textOf } from "../json.ts";
import { connectionName } from "../people.ts";
import type { World } from "../world.ts";
import { teamsUserId } from "./sign-ins.ts";

/** The reply to a request for the token service, or `null` where the path is not its own. */
export async function handleTokenService(world: World, call: Call): Promise<Reply | null> {
  const route = `${call.method} ${call.path.toLowerCase()}`;
  const operations: Record<string, () => Reply | Promise<Reply>> = {
    "GET /api/usertoken/gettoken": () => getToken(world, call),
    "POST /api/usertoken/exchange": () => exchangeToken(world, call),
    "DELETE /api/usertoken/signout": () => signOut(world, call),
    "GET /api/usertoken/gettokenstatus": () => tokenStatus(world, call),
    "GET /api/botsignin/getsigninresource": () => signInResource(world, call),
  };
  const operation = operations[route];
  if (operation === undefined) return null;
  return (await refuseCaller(world, call)) ?? operation();
}

async function refuseCaller(world: World, call: Call): Promise<Reply | null> {
  const verified = await world.tokens.verify(bearerToken(call) ?? "");
  const isBot =
    verified.ok &&
    verified.identity.audience === botFrameworkAudience &&
    verified.identity.oid === world.scenario.appId;
  return isBot ? null : failure(401, "Unauthorized", "Authorization has been denied for this request.");
}

async function getToken(world: World, call: Call): Promise<Reply> {
  const userId = call.query.get("userId") ?? "";
  const code = call.query.get("code") ?? "";
  if (call.query.get("connectionName") !== connectionName) return unknownConnection(call);
  if (code !== "" && !world.signIns.redeem(userId, code)) return notSignedIn();
  const oid = world.signIns.account(userId);
  return oid === undefined ? notSignedIn() : tokenReply(world, oid, call);
}

/** Single sign-on: the Teams client's own token for the bot's API becomes a kept sign-in. */
async function exchangeToken(world: World, call: Call): Promise<Reply> {
  const userId = call.query.get("userId") ?? "";
  if (call.query.get("connectionName") !== connectionName) return unknownConnection(call);
  const verified = await world.tokens.verify(textOf(jsonBody(call).token));
  if (!verified.ok || verified.identity.audience !== world.scenario.appId) {
    return failure(400, "BadArgument", "The token cannot be exchanged.");
  }
  if (userId !== teamsUserId(verified.identity.oid)) {
    return failure(400, "BadArgument", "The token is another user's.");
  }
  world.signIns.signIn(userId, verified.identity.oid);
  return tokenReply(world, verified.identity.oid, call);
}

function signOut(world: World, call: Call): Reply {
  world.signIns.signOut(call.query.get("userId") ?? "");
  return { status: 200, body: {} };
}

function tokenStatus(world: World, call: Call): Reply {
  const hasToken = world.signIns.account(call.query.get("userId") ?? "") !== undefined;
  const status = {
    channelId: "msteams",
    connectionName,
    hasToken,
    serviceProviderDisplayName: "Microsoft Entra ID",
  };
  return { status: 200, body: [status] };
}

// The page is served by the gateway, over plain http: a browser does not trust the simulator's CA.
function signInResource(world: World, call: Call): Reply {
  const state = call.query.get("state") ?? "";
  const asked = textOf(objectOf(parseJson(Buffer.from(state, "base64").toString("utf8"))).connectionName);
  const isThere = world.store
    .all()
    .some(
      ({ type, name }) => /^Microsoft\.BotService\/botServices\/connections$/i.test(type) && name === asked,
    );
  if (!isThere) return failure(404, "ServiceError", `Could not find Connection Setting with name ${asked}`);
  const { appId } = world.scenario;
  return {
    status: 200,
    body: {
      signInLink: `${world.gatewayBase}/signin?state=${encodeURIComponent(state)}`,
      tokenExchangeResource: { id: crypto.randomUUID(), uri: `api://botid-${appId}`, providerId: appId },
    },
  };
}

async function tokenReply(world: World, oid: string, call: Call): Promise<Reply> {
  const { value, expiresOn } = await world.signIns.token(call.query.get("userId") ?? "", async () => ({
    value: await world.tokens.issue(oid, world.scenario.appId),
    expiresOn: Date.now() + world.tokens.lifetimeSeconds * 1000,
  }));
  return {
    status: 200,
    body: {
      channelId: call.query.get("channelId") ?? "msteams",
      connectionName,
      token: value,
      expiration: new Date(expiresOn).toISOString(),
    },
  };
}

function unknownConnection(call: Call): Reply {
  const name = call.query.get("connectionName") ?? "";
  return failure(
    404,
    "NotFound",
    `There is no connection setting named '${name}'; this one is '${connectionName}'.`,
  );
}

/** 404 is not a failure to the client: it means that the user must sign in. */
function notSignedIn(): Reply {
  return { status: 404 };
}

function failure(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}
