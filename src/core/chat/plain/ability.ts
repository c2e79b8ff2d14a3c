// How the words for one ability are written down: data, so that another language is another set of these files.

/**
 * A phrase is words in their order, with others between them or none: `a|b` is one word of several, `^` before the first
 * says that the line begins with it, `$` behind the last that it ends with it, `~` before one that it may hold a typing mistake. Words are in small letters, without
 * apostrophes: `cant`.
 */
export type Phrases = readonly string[];

export type AbilityWords = Readonly<{
  /** Each is enough, also where no cluster is named. */
  phrases: Phrases;
  /** Enough only where the line names a cluster that can be seen: people say as much of anything. */
  withCluster?: Phrases;
  /** Enough in a question about a named cluster. */
  ifAsked?: Phrases;
  /** Words that often stand beside these and change nothing, separated by spaces. */
  beside: string;
  /** The same where the line names a cluster. */
  besideCluster?: string;
}>;

/** The ways to say "not", for use in phrases. */
export const not =
  "cant|cannot|couldnt|cudnt|wont|wouldnt|doesnt|doesn|dont|didnt|isnt|arent|wasnt|not|unable|never|nobody|noone|impossible|fail|fails|failing|failed|trouble|problem|problems|issue|issues";
