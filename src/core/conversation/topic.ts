// What is asked of the bot itself, and answered by a sentence.

export const conversationTopics = [
  /** By which address somebody comes. */
  "address",
  /** Who is called, and who is not. */
  "calls",
  /** In which languages it is spoken to. */
  "languages",
  /** More of what was shown. */
  "more",
  /** That somebody is reminded, or something is done later. */
  "remind",
  /** What somebody did in a shift. */
  "shift",
  /** Who runs us, and where a wish for us goes. */
  "team",
  // What an alert of the usual rules tells, and of any other.
  "alertApi",
  "alertJobs",
  "alertLimits",
  "alertNames",
  "alertNodeRoom",
  "alertNodes",
  "alertPending",
  "alertPods",
  "alertRestarts",
  "alertRule",
  "alertVolumes",
  /** How somebody decides on a request. */
  "approve",
  /** Who does, and that nobody decides on their own. */
  "approvers",
  /** What would change something in Azure. */
  "azure",
  /** What is done without being asked. */
  "alone",
  /** What we are. */
  "bot",
  /** What the words on a card mean. */
  "cards",
  /** When the certificates of all clusters end. */
  "certificates",
  /** What is kept, how long, and who sees it. */
  "data",
  "emergency",
  /** When a request ends, and how it is asked for again. */
  "expires",
  /** A session in a container. */
  "exec",
  /** An object that does not exist yet. */
  "file",
  "fix",
  /** Whether changes are allowed at some time. */
  "freeze",
  // What an answer about a way in leaves out of account.
  "asOfNow",
  "device",
  "otherPerson",
  "payload",
  /** What people did, in some time. */
  "records",
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
  /** How two incidents become one. */
  "merge",
  /** Less than a whole cluster cannot be muted. */
  "muteOne",
  /** Whether Azure itself fails. */
  "outage",
  /** What is remembered of where somebody is. */
  "place",
  /** What a part of a cluster's name says. */
  "names",
  /** Which rules there are. */
  "policy",
  /** A yes in words. */
  "press",
  /** What a private cluster is, and how people get to one. */
  "private",
  /** How a look at something in a cluster is asked for. */
  "reading",
  /** How somebody says no to a request. */
  "reject",
  /** What one needs to be allowed something, and who gives it. */
  "roles",
  /** What stands in a Secret. */
  "secrets",
  /** What cannot be set. */
  "settings",
  /** It leans on what was shown before, and nothing was. */
  "shown",
  /** Somebody complains of us. */
  "sorry",
  /** What a word means. */
  "terms",
  /** What would not work any more after an upgrade. */
  "upgrades",
  /** How full a volume is. */
  "volume",
  /** Who changed something. */
  "who",
  /** How a request is withdrawn, and what is done is taken back. */
  "withdraw",
] as const;

export type Topic = (typeof conversationTopics)[number];
