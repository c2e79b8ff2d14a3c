// Which channel or chat a conversation is part of.

/** A channel's threads share their channel: Teams writes them as `CHANNEL;messageid=ROOT`. */
export const placeOf = (conversationKey: string): string => conversationKey.split(";")[0] ?? conversationKey;

/** The message that a thread stands below; null in what is no thread. */
export const rootOf = (conversationKey: string): string | null =>
  /;messageid=([^;]+)/.exec(conversationKey)?.[1] ?? null;
