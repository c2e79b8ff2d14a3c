// Text on its way into PostgreSQL, which refuses two things that chats and command output may hold.

/** Replaces NUL and lone surrogates by U+FFFD: PostgreSQL stores neither, in text nor in jsonb. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");

/** A value as JSON for a jsonb column. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === "string" ? storableText(member) : member,
  );
