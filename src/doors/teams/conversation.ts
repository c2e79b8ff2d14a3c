// What is kept of a turn: who spoke and where, as plain data. The turn's context is dead once the turn has ended.
import { z } from "zod";
import type { Places } from "../../app/ports/incidents.ts";
import type { ConversationContext, Log } from "../../app/ports/services.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Account, Activity, Reference } from "./port.ts";

/** The conversation as it is stored and later used to post and edit. */
export function conversationOf(activity: Activity): ConversationRef {
  const { conversation } = activity;
  return {
    key: conversation.id,
    userId: activity.from.id,
    personal: conversation.conversationType === "personal",
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    locale: activity.locale ?? "en-US",
    conversation: {
      id: conversation.id,
      conversationType: conversation.conversationType,
      isGroup: conversation.isGroup ?? false,
      tenantId: tenantOf(activity),
      name: "",
    },
    ...teamOf(activity),
    bot: { id: activity.recipient.id, name: activity.recipient.name },
    user: { id: activity.from.id, name: activity.from.name, aadObjectId: activity.from.aadObjectId },
  };
}

/** Teams' nesting: a channel's threads are `CHANNEL;messageid=ROOT`, and a post to the channel itself begins one. */
export const places: Places = {
  channelOf: ({ user: _nobody, ...conversation }) => within(conversation, placeOf(conversation.key)),
  threadOf: (conversation, messageId) =>
    isChannel(conversation)
      ? within(conversation, `${placeOf(conversation.key)};messageid=${messageId}`)
      : conversation,
};

const within = (conversation: ConversationRef, key: string): ConversationRef => ({
  ...conversation,
  key,
  conversation: { ...Object(conversation.conversation), id: key },
});

export const isChannel = ({ conversation }: ConversationRef): boolean =>
  Object(conversation).conversationType === "channel";

const account = z.object({
  id: z.string(),
  name: z.string().default(""),
  aadObjectId: z.string().optional(),
});
const storedSchema = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  locale: z.string().optional(),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().default(""),
    isGroup: z.boolean(),
    tenantId: z.string().optional(),
    name: z.string(),
  }),
  bot: account,
  user: account.optional(),
});

/**
 * A stored conversation as what is posted into it names it, or null where it is none of ours.
 */
export function toReference(stored: ConversationRef): Reference | null {
  const parsed = storedSchema.safeParse(stored).data;
  if (parsed === undefined) return null;
  const { channelId, serviceUrl, locale, conversation, bot, user } = parsed;
  const { tenantId, ...place } = conversation;
  return {
    channelId,
    serviceUrl,
    conversation: { ...place, ...(tenantId === undefined ? {} : { tenantId }) },
    bot: toAccount(bot),
    ...(locale === undefined ? {} : { locale }),
    ...(user === undefined ? {} : { user: toAccount(user) }),
  };
}

const toAccount = ({ aadObjectId, ...who }: z.infer<typeof account>): Account =>
  aadObjectId === undefined ? who : { ...who, aadObjectId };

const channelData = z.object({ tenant: z.object({ id: z.string() }) });
const ofTeam = z.object({ team: z.object({ id: z.string().min(1) }) });

/** The id of the team that its channel belongs to. */
function teamOf({ channelData: told }: Activity): Readonly<{ team?: string }> {
  const { team } = ofTeam.safeParse(told).data ?? {};
  return team === undefined ? {} : { team: team.id };
}

/** The tenants that the activity names: of its conversation, and of Teams' own data. */
export const tenantsOf = (activity: Activity): readonly string[] =>
  [activity.conversation?.tenantId, channelData.safeParse(activity.channelData).data?.tenant.id].filter(
    (id): id is string => typeof id === "string" && id !== "",
  );

const tenantOf = (activity: Activity): string | undefined => tenantsOf(activity)[0];

/** The person behind the activity as Teams verified them; null where Teams does not say (outgoing webhooks, other bots). */
export function askerOf(activity: Activity): ConversationContext | null {
  const tenantId = tenantOf(activity);
  const objectId = activity.from?.aadObjectId;
  if (!tenantId || !objectId) return null;
  return {
    userId: activity.from.id,
    requester: {
      objectId: objectId.toLowerCase(),
      tenantId: tenantId.toLowerCase(),
      displayName: activity.from.name || "You",
    },
    conversation: conversationOf(activity),
  };
}

// Where a bearer token may go for a conversation that was stored, and as what.

type Parts = Readonly<{ trusted: (serviceUrl: string) => boolean; log: Log }>;

/** The place, or why nothing may be sent there. */
export function placeFor(
  { trusted, log }: Parts,
  to: ConversationRef,
): Reference | Readonly<{ code: "conversation" | "serviceUrl" }> {
  const reference = toReference(to);
  if (!reference) {
    log.error("stored conversation is not readable", { conversation: to.key });
    return { code: "conversation" };
  }
  if (trusted(reference.serviceUrl)) return reference;
  log.error("service URL is not one of Teams'", { conversation: to.key });
  return { code: "serviceUrl" };
}

// Which `serviceUrl`s are Teams': the bot's bearer token is sent there, so a stored one is checked before every use.

/** `hosts` are exact names, or `.suffix` for every host below it. Plain http and other ports are for loopback alone. */
export const trustedServiceUrl =
  (hosts: readonly string[]) =>
  (serviceUrl: string): boolean => {
    const url = URL.parse(serviceUrl);
    if (url === null || !isPlain(url, serviceUrl)) return false;
    const { protocol, hostname, port } = url;
    const loopback = hostname === "localhost" || hostname === "127.0.0.1";
    if (!loopback && (protocol !== "https:" || port !== "")) return false;
    return hosts.some((host) => (host.startsWith(".") ? hostname.endsWith(host) : hostname === host));
  };

/**
 * Written as every reader of URLs writes it: whoever reads a backslash, a dot of another script or a name before an
 * `@` in another way than we do would send the token elsewhere. The slash at the end may be left out.
 */
const isPlain = ({ protocol, host, pathname }: URL, text: string): boolean =>
  ["http:", "https:"].includes(protocol) && [text, `${text}/`].includes(`${protocol}//${host}${pathname}`);
