// What the bot understands, and what it did not.
export const helpTexts = {
  help: {
    welcome: "Hello, I am AKS On-Call",
    title: "AKS On-Call",
    subtitle: "What is wrong with reaching a cluster, which way in works now, and what the cluster answers.",
    rights: "Everything is read with your own rights. In a channel, mention me first.",
    also: (lines: readonly string[]) => `Also: ${lines.join(" · ")}`,
    say: "Say",
    does: "What happens",
    plainWords: "Plain words do as well: “why can't I reach prod-1 from home”, “logs of web/api on prod-1”.",
    /** The first six have a line of their own on the card. */
    commands: [
      ["diagnose prod-1", "Finds the cause, with evidence and the fix"],
      ["access prod-1", "The ways in, best first, with the steps"],
      ["kubectl get pods -n web on prod-1", "Runs one command as you and shows the output"],
      [
        "what nslookup, curl or kubectl printed",
        "Paste it as it is: it is read as a test from where you sit",
      ],
      ["can-i kubectl get nodes on prod-1", "Says what would decide, and runs nothing"],
      ["watch prod-1", "Posts the cluster's alerts in this channel, until: unwatch prod-1"],
      ['diagnose prod-1 from 20.50.0.9 with "i/o timeout"', "The same, seen from where you sit"],
      ["diagnose prod-1 without inside", "The same, and sends no command into the cluster"],
      ["clusters", "The clusters that you may see"],
      ["watches", "The clusters that this channel follows"],
      ["status", "Your latest requests"],
      ["who am I", "Your groups and what they allow"],
      ["sign out", "Forgets your sign-in"],
      ["mode", "What I may do at the moment, and who set it"],
      ["forget me", "Removes what I keep of you, once you confirm"],
    ],
  },
  notUnderstood: {
    title: "I did not understand that",
    examples: "Write for example",
    suggestions: "Did you mean one of these? Press it and I go on.",
    ask: (number: number) => `Ask ${number}`,
    suggestionsFooter: "Write help, and I say what can be asked.",
    exampleLines: ["diagnose prod-1", "access prod-1 from 20.50.0.9", "kubectl get pods -n web on prod-1"],
  },
};
