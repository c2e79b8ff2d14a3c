// What Teams is to this door, in our own types, and what an SDK does for it: it says who speaks, and it carries calls to
// the Bot Connector and to the token service. Each SDK stands in a folder beside this file and is named nowhere else.

/** A person or the bot. `aadObjectId`: of Entra. */
export type Account = Readonly<{ id: string; name?: string; aadObjectId?: string }>;

type Mention = Readonly<{
  type: string;
  text?: string;
  mentioned?: Readonly<{ id?: string; name?: string }>;
}>;

/** Also a file, where Teams says where it can be read. */
export type Attachment = Readonly<{
  contentType: string;
  name?: string;
  content?: unknown;
  contentUrl?: string;
}>;

type Place = Readonly<{
  id: string;
  conversationType?: string;
  isGroup?: boolean;
  tenantId?: string;
  name?: string;
}>;

/** What Teams sent, as far as it is read here. That its fields have these types, nobody checked. */
export type Activity = Readonly<{
  type: string;
  id?: string;
  /** Of an invoke. */
  name?: string;
  /** Of an installation. */
  action?: string;
  channelId: string;
  serviceUrl: string;
  locale?: string;
  from: Account;
  recipient: Account;
  conversation: Place;
  membersAdded?: readonly Account[];
  /** The message whose button was pressed. */
  replyToId?: string;
  text?: string;
  textFormat?: string;
  entities?: readonly Mention[];
  attachments?: readonly Attachment[];
  value?: unknown;
  channelData?: unknown;
}>;

/** What an invoke is answered with. */
export type InvokeReply = Readonly<{ status: number; body?: unknown }>;

/** A conversation as what is posted into it names it. */
export type Reference = Readonly<{
  channelId: string;
  serviceUrl: string;
  locale?: string;
  conversation: Place;
  bot: Account;
  user?: Account;
}>;

export type Message = Readonly<{
  type: "message" | "typing";
  text?: string;
  /** What its notification says. */
  summary?: string;
  entities?: readonly Mention[];
  attachments?: readonly Attachment[];
}>;

/** A message with its place, as it is sent. */
export type Addressed = Message &
  Omit<Reference, "bot" | "user"> &
  Readonly<{ from: Account; recipient?: Account; id?: string; replyToId?: string }>;

/** Addressed to the place that `to` names. */
export const addressed = (
  { channelId, serviceUrl, locale, conversation, bot, user }: Reference,
  message: Message,
): Addressed => ({
  ...message,
  ...{ channelId, serviceUrl, conversation, from: bot },
  ...(locale !== undefined && { locale }),
  ...(user !== undefined && { recipient: user }),
});

/** What is known of a call that was not answered as it should be. */
type CallFailure = Readonly<
  /** There was no token, or no connection, to send it with. */
  | { is: "notSent"; code: string }
  /** It may have been taken. */
  | { is: "unanswered" }
  /** `retryAfter`: the header. */
  | { is: "answered"; status: number; retryAfter?: string }
>;

/** What every call of an SDK ends in that does not end well. */
export class CallError extends Error {
  override name = "CallError";
  readonly failure: CallFailure;

  constructor(failure: CallFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** There was no connection, so nothing was sent over it. */
const unconnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

/** Of a call without an answer; `code` is that of the socket. */
export const noAnswer = (code: string | undefined): CallFailure =>
  code !== undefined && unconnected.includes(code) ? { is: "notSent", code } : { is: "unanswered" };

type Page = Readonly<{ pageSize: number; continuationToken: string | undefined }>;

/**
 * The Bot Connector of one service URL: one request a call, never repeated by itself, over at the latest when `ends` says
 * so. Throws a `CallError`.
 */
export type Connector = Readonly<{
  /** The id of the message, where the answer says one. */
  post(activity: Addressed, ends: AbortSignal): Promise<string | undefined>;
  edit(activity: Addressed & Readonly<{ id: string }>, ends: AbortSignal): Promise<void>;
  member(conversationId: string, userId: string, ends: AbortSignal): Promise<void>;
  members(
    conversationId: string,
    page: Page,
    ends: AbortSignal,
  ): Promise<Readonly<{ members: readonly unknown[]; continuationToken?: string | undefined }>>;
  /** What the team is called. */
  team(teamId: string, ends: AbortSignal): Promise<unknown>;
  /** Its channels that are open to all its members. */
  channels(teamId: string, ends: AbortSignal): Promise<unknown>;
  /** The id of the person's own chat with the bot. Asked again, Teams says the same one. */
  openChat(
    of: Readonly<{ bot: Account; member: Account; tenantId: string }>,
    ends: AbortSignal,
  ): Promise<string | undefined>;
}>;

/** `tokenExchangeResource`: what a client needs to sign in silently. */
export type SignInResource = Readonly<{ signInLink?: string | undefined; tokenExchangeResource?: unknown }>;

/**
 * The Bot Framework token service: holds each person's sign-in for this bot and hands it out as an assertion. Undefined
 * where nobody is signed in; throws on an outage.
 */
export type TokenService = Readonly<{
  token(userId: string, code?: string): Promise<string | undefined>;
  /** Trades the token that a Teams client sent for silent sign-in; undefined when consent is missing. */
  exchange(userId: string, clientToken: string): Promise<string | undefined>;
  /** For the person of the conversation, as if they had said something there. */
  signInResource(of: Reference): Promise<SignInResource>;
  signOut(userId: string): Promise<void>;
}>;

/** Whom the token of an activity speaks for, in its own words. `unavailable`: nobody can tell now. */
export type Caller = Readonly<
  | { ok: true; issuer: unknown; serviceUrl: unknown }
  | { ok: false; code: "refused" | "unavailable"; reason: string }
>;

export type TeamsSdk = Readonly<{
  /** `authorization` is the header that came with the activity. */
  callerOf(authorization: string, activity: Activity): Promise<Caller>;
  connector(serviceUrl: string): Connector;
  tokens: TokenService;
}>;

/** A folder for each. */
export const sdkNames = ["botbuilder", "teams-apps"] as const;
export type SdkName = (typeof sdkNames)[number];

/** Where the Bot Framework of a cloud is that no SDK knows. */
export type BotEndpoints = Readonly<{
  loginUrl: string;
  oauthScope: string;
  tokenIssuer: string;
  oauthUrl: string;
  openIdMetadataUrl: string;
  emulatorOpenIdMetadataUrl: string;
  callerId: string;
  validateAuthority: boolean;
}>;

export type SdkSettings = Readonly<{
  appId: string;
  tenantId: string;
  /** Name of the OAuth connection on the Azure Bot resource. */
  connection: string;
  cloud: "public" | "usGovernment" | "china";
  /** Null where the SDK knows those of the cloud. */
  endpoints: BotEndpoints | null;
  /** What the bot's own tokens for the Bot Connector are for. */
  audience: string;
  /** A token of the bot's own app registration; takes a resource, not a scope. */
  token: (audience: string) => Promise<string>;
}>;
