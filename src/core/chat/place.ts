// Which channel or chat a conversation is part of.

/** A channel's threads share their channel: Teams writes them as `CHANNEL;messageid=ROOT`. */
export const placeOf = (conversationKey: string): string => conversationKey.split(";")[0] ?? conversationKey;
