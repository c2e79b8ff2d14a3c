// The Azure Bot, its OAuth connection and its channels, as Azure Resource Manager and the token service show them.
import { asExpected, type DoctorLine, notKnown, type Reading, right, value, wrong } from "./line.ts";

export type AzureBot = Readonly<{
  id: string;
  name: string;
  resourceGroup: string;
  appType: string;
  tenantId: string;
  endpoint: string;
}>;

export type OAuthConnection = Readonly<{
  clientId: string;
  scopes: string;
  /** Null where Azure does not show it. */
  exchangeUrl: string | null;
  tenantId: string | null;
}>;

/** `bot`: null where none of the subscriptions that can be read has it. */
export type FoundBot = Readonly<{ bot: AzureBot | null; subscriptions: number }>;

export type BotReadings = Readonly<{
  connection: Reading<OAuthConnection | null>;
  /** Whether the channel of Microsoft Teams is on; null where it is not there. */
  channel: Reading<boolean | null>;
}>;

export type BotWanted = Readonly<{ appId: string; tenantId: string; connection: string }>;

/** One that is in a subscription which cannot be read is there all the same. */
export function judgeSubscriptions(found: Reading<FoundBot>): readonly DoctorLine[] {
  if (!found.ok) return [notKnown("subscriptions", found.why), notKnown("bot", found.why)];
  const { subscriptions, bot } = found.value;
  const seen =
    subscriptions === 0
      ? wrong("subscriptions", { is: "nothing" })
      : right("subscriptions", value(String(subscriptions)));
  return bot === null
    ? [seen, notKnown("bot", { is: "notAllowed", right: "Microsoft.BotService/botServices/read" })]
    : [seen];
}

export function judgeBot(
  bot: AzureBot,
  { connection, channel }: BotReadings,
  wanted: BotWanted,
): readonly DoctorLine[] {
  const of = `-g ${bot.resourceGroup} -n ${bot.name}`;
  return [
    asExpected("bot", bot.appType, "SingleTenant", null),
    asExpected("botTenant", bot.tenantId, wanted.tenantId, null),
    endpointLine(bot, of),
    channelLine(channel, of),
    ...connectionLines(connection, wanted),
  ];
}

function endpointLine({ endpoint }: AzureBot, of: string): DoctorLine {
  const url = URL.parse(endpoint);
  const isOurs = url?.protocol === "https:" && url.pathname === "/api/messages";
  return isOurs
    ? right("endpoint", value(endpoint))
    : wrong("endpoint", value(endpoint), {
        command: `az bot update ${of} --endpoint https://HOST/api/messages`,
      });
}

function channelLine(channel: Reading<boolean | null>, of: string): DoctorLine {
  if (!channel.ok) return notKnown("channel", channel.why);
  return channel.value === true
    ? right("channel")
    : wrong("channel", channel.value === null ? { is: "nothing" } : value("isEnabled: false"), {
        command: `az bot msteams create ${of}`,
      });
}

function connectionLines(
  read: Reading<OAuthConnection | null>,
  { appId, connection: name }: BotWanted,
): readonly DoctorLine[] {
  if (!read.ok) return [notKnown("oauthClient", read.why, { about: name })];
  // That it is missing, the token service says with the bot's own credential.
  if (read.value === null) return [];
  const { clientId, scopes, exchangeUrl } = read.value;
  const uri = `api://botid-${appId}`;
  const scope = scopes.split(/[\s,]+/).find((each) => each.startsWith(`${uri}/`));
  return [
    asExpected("oauthClient", clientId, appId, null),
    exchangeUrl === null
      ? notKnown("oauthExchange", { is: "strange", said: "parameters" }, { expected: uri })
      : // Teams compares it letter by letter.
        exchangeUrl === uri
        ? right("oauthExchange", value(uri), { expected: uri })
        : wrong("oauthExchange", value(exchangeUrl), { expected: uri }),
    scope === undefined
      ? wrong("oauthScope", value(scopes), { expected: `${uri}/access_as_user` })
      : right("oauthScope", value(scope), { expected: `${uri}/access_as_user` }),
  ];
}

/** The token service knows a connection by its name; it is asked as the bot itself. */
export function judgeConnection(read: Reading<boolean>, name: string): DoctorLine {
  const more = { about: name, expected: name };
  if (!read.ok) return notKnown("connection", read.why, more);
  return read.value ? right("connection", value(name), more) : wrong("connection", { is: "nothing" }, more);
}
