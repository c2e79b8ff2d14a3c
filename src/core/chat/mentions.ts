// Takes the bot's own mention out of a message and leaves other people's as their names.

export type MentionEntity = Readonly<{
  type: string;
  mentioned?: Readonly<{ id?: string; name?: string }>;
  text?: string;
}>;

/**
 * `opensMessage`: the text is the beginning of a message. A mention there that no entity identifies is the
 * bot's, since in a channel that is how one speaks to it.
 */
export function resolveMentions(
  text: string,
  entities: readonly MentionEntity[],
  recipientId: string,
  opensMessage: boolean,
): string {
  const mentions = entities.filter((entity) => entity.type === "mention");
  const ids = new Map(mentions.map((mention) => [mention.text, mention.mentioned?.id]));
  const own = new Set(
    mentions.filter((mention) => mention.mentioned?.id === recipientId).map((mention) => mention.text),
  );
  const start = opensMessage ? text.length - text.trimStart().length : -1;
  return text.replace(/<at[^<>]*>([^<>]*)<\/at>/gi, (whole: string, name: string, at: number) => {
    const unidentified = ids.get(whole) === undefined;
    return own.has(whole) || (unidentified && at === start) ? " " : name;
  });
}
