// What is asked of the bot itself, and answered by a sentence.

export const conversationTopics = [
  /** How somebody decides on a request. */
  "approve",
  /** Who does, and that nobody decides on their own. */
  "approvers",
  /** What would change something in Azure. */
  "azure",
  /** What is kept, how long, and who sees it. */
  "data",
  "emergency",
  /** A session in a container. */
  "exec",
  /** An object that does not exist yet. */
  "file",
  "fix",
  /** With whose rights it asks. */
  "identity",
  /** Thanks and greetings. */
  "hello",
  /** What a change would do, before anybody makes it. */
  "impact",
  /** How what is done with an incident is written. */
  "incident",
  /** A run of a cron job by hand. */
  "job",
  /** A yes in words. */
  "press",
  /** What one needs to be allowed something, and who gives it. */
  "roles",
  /** What cannot be set. */
  "settings",
  /** What a word means. */
  "terms",
  /** When Azure updates a cluster, and what of it would not work any more. */
  "upgrades",
  /** How full a volume is. */
  "volume",
  /** Who changed something. */
  "who",
] as const;

export type Topic = (typeof conversationTopics)[number];
