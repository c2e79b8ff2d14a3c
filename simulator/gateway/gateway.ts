// Teams' side of the wire: takes unsigned activities from this machine, signs them, and passes them to the bot.
// So the bot never has to run with authentication off.
import { importJWK, type JWK, SignJWT } from "jose";
import { publicPart } from "../entra/tokens.ts";
import type { Call, Reply } from "../http.ts";
import { isObject, type JsonObject, objectOf, parseJson, textOf } from "../json.ts";

const channelIssuer = "https://api.botframework.com";

export type Gateway = {
  handle(call: Call): Promise<Reply>;
  /** To the bot as it came, unsigned: what an https front does. */
  pass(call: Call): Promise<Reply>;
  /** Signs and sends an activity; the bot's status and body come back. */
  deliver(activity: Record<string, unknown>): Promise<{ status: number; body: string }>;
  signActivity(activity: Record<string, unknown>): Promise<string>;
  /** The channel's published keys. */
  keySet(): { keys: JsonObject[] };
  setBotUrl(url: string): void;
  /** From now on this person writes and presses, whoever the client says; null: who the client says. */
  setSender(person: Sender | null): void;
};

type Sender = Readonly<{ oid: string; displayName: string }>;

type Options = {
  key: JWK;
  identity: () => { appId: string; tenantId: string };
  botUrl: string | undefined;
  /** The language that each client is set to, in place of what it says: the Playground always says `en-US`. */
  locale: string | undefined;
};

/** A gateway in front of the bot at `botUrl` (`…/api/messages`). */
export async function createGateway({ key, identity, botUrl, locale }: Options): Promise<Gateway> {
  const signActivity = await createSigner(key, () => identity().appId);
  const published: JsonObject = { ...stringsOf(publicPart(key)), endorsements: ["msteams"] };
  let target = botUrl;
  let sender: Sender | null = null;
  const deliver: Gateway["deliver"] = async (activity) => {
    const said = locale === undefined ? activity : { ...activity, locale };
    const complete = completeActivity(said, identity().tenantId, sender);
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${await signActivity(complete)}`,
    };
    return forward(target, target, { method: "POST", headers, body: JSON.stringify(complete) });
  };
  return {
    deliver,
    signActivity,
    keySet: () => ({ keys: [published] }),
    setBotUrl: (url) => {
      target = url;
    },
    setSender: (person) => {
      sender = person;
    },
    pass: async (call) => textReply(await forward(target, call.path, asItCame(call))),
    handle: async (call) => {
      const isHealth = call.path === "/healthz" || call.path === "/readyz";
      if (isHealth) return textReply(await forward(target, call.path, {}));
      if (call.path.startsWith("/api/alerts/"))
        return textReply(await forward(target, call.path, asItCame(call)));
      return messages(call, deliver);
    },
  };
}

/** Signs as the Bot Framework channel does: the token is good for one service URL. */
async function createSigner(key: JWK, appId: () => string): Promise<Gateway["signActivity"]> {
  const signingKey = await importJWK(key, "RS256");
  return (activity) =>
    new SignJWT({ serviceurl: String(activity.serviceUrl ?? "") })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.kid ?? "" })
      .setIssuer(channelIssuer)
      .setAudience(appId())
      .setIssuedAt()
      .setNotBefore("0s")
      .setExpirationTime("1h")
      .sign(signingKey);
}

/** Sends to the bot; `target` is absolute, or a path on the bot's host. */
async function forward(
  botUrl: string | undefined,
  target: string | undefined,
  init: RequestInit,
): Promise<{ status: number; body: string }> {
  if (botUrl === undefined || target === undefined) {
    return { status: 503, body: "The gateway was not told where the bot is." };
  }
  try {
    const response = await fetch(new URL(target, botUrl), init);
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { status: 502, body: `The bot at ${botUrl} cannot be reached: ${String(error)}` };
  }
}

/** Alerts come signed by whoever sends them: nothing is added here. */
function asItCame({ method, headers, body }: Call): RequestInit {
  const passed = /^(?:authorization|content-type|x-.+-(?:signature|timestamp|dry-run))$/;
  return {
    method,
    headers: {
      ...Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) =>
          passed.test(name) && typeof value === "string" ? [[name, value]] : [],
        ),
      ),
      // Each on its own connection: the bot may close one that was idle just now.
      connection: "close",
    },
    ...(body === "" ? {} : { body }),
  };
}

async function messages(call: Call, deliver: Gateway["deliver"]): Promise<Reply> {
  if (call.path !== "/api/messages")
    return { status: 404, body: { error: "The gateway takes POST /api/messages and /api/alerts/…." } };
  if (call.method !== "POST") return { status: 405, headers: { allow: "POST" } };
  // Only JSON: a page in somebody's browser cannot post that without asking first.
  if (!/^application\/json\b/i.test(call.headers["content-type"] ?? "")) return { status: 415 };
  const activity = parseJson(call.body);
  if (!isObject(activity))
    return { status: 400, body: { error: "The body must be an activity, a JSON object." } };
  if (!isLoopbackUrl(textOf(activity.serviceUrl))) {
    return {
      status: 400,
      body: { error: "serviceUrl must be on this machine: the gateway signs for no one else." },
    };
  }
  return textReply(await deliver(activity));
}

/** What Teams always says about sender and tenant, where a test client does not. */
function completeActivity(
  activity: Record<string, unknown>,
  tenantId: string,
  sender: Sender | null,
): Record<string, unknown> {
  const said = record(activity.from);
  const isPerson = /^29:/.test(String(said.id ?? ""));
  const from =
    sender === null || !isPerson
      ? said
      : { id: `29:${sender.oid}`, name: sender.displayName, aadObjectId: sender.oid };
  const conversation = record(activity.conversation);
  const channelData = record(activity.channelData);
  const oid = /^29:([0-9a-f-]{36})$/i.exec(String(from.id ?? ""))?.[1];
  return {
    ...activity,
    from: { ...(oid === undefined ? {} : { aadObjectId: oid }), ...from },
    conversation: { tenantId, ...conversation },
    channelData: { ...channelData, tenant: { id: tenantId, ...record(channelData.tenant) } },
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function stringsOf(key: JWK): JsonObject {
  return objectOf(Object.fromEntries(Object.entries(key).filter(([, value]) => typeof value === "string")));
}

export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[?::1\]?|::ffff:127(\.\d+){3})$/i.test(host);
}

function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && isLoopback(url.hostname);
}

function textReply({ status, body }: { status: number; body: string }): Reply {
  return { status, ...(body === "" ? {} : { body: parseJson(body) ?? body }) };
}
