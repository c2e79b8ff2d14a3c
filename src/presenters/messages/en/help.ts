// What the bot understands, and what it did not. NAME is a cluster: on a card, the one that its chat spoke of last.
export const helpTexts = {
  /** Where no cluster is known yet. */
  exampleCluster: "NAME",
  help: {
    welcome: "Hello, I am AKS On-Call",
    title: "AKS On-Call",
    subtitle: "What is wrong with reaching a cluster, which way in works now, and what the cluster answers.",
    rights: "Everything is read with your own rights. In a channel, mention me first.",
    also: (lines: readonly string[]) => `Also: ${lines.join(" · ")}`,
    say: "Say",
    happens: "What happens",
    plainWords: "Plain words do as well: “why can't I reach NAME from home”, “logs of web/api on NAME”.",
    /** In place of what is written. */
    pasted: "what nslookup, curl or kubectl printed",
    does: {
      diagnose: "Finds the cause, with evidence and the fix",
      access: "The ways in, best first, with the steps",
      command: "Runs one command as you and shows the output",
      pasted: "Paste it as it is: it is read as a test from where you sit",
      change: "Looks at what it would do, has others approve it, and does it once",
      canI: "Says what would decide, and runs nothing",
      watch: "Posts the cluster's alerts in this channel, until you write unwatch",
      diagnoseFrom: "The same, seen from where you sit",
      withoutInside: "The same, and sends no command into the cluster",
      clusters: "The clusters that you may see",
      watches: "The clusters that this channel follows",
      status: "Your latest requests",
      whoAmI: "Your groups and what they allow",
      signOut: "Forgets your sign-in",
      mode: "What I may do at the moment, and who set it",
      forgetMe: "Removes what I keep of you, once you confirm",
    },
  },
  askBack: {
    title: "This would change something",
    subtitle:
      "Nothing was sent. Is this the command that you mean? Press the button, and it is asked for as if you had typed it.",
    unread: (words: readonly string[]) => `This command leaves out “${words.join("”, “")}”.`,
    ask: () => "Ask for it",
    footer: "Write it yourself to change it: `kubectl … on NAME because REASON`.",
  },
  notUnderstood: {
    title: "I did not understand that",
    examples: "Write for example",
    suggestions: "Did you mean one of these? Press it and I go on.",
    ask: (number: number) => `Ask ${number}`,
    suggestionsFooter: "Write help, and I say what can be asked.",
  },
};
