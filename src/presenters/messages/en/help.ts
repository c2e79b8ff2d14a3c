// What the bot understands, and what it did not.
export const helpTexts = {
  help: {
    welcome: "Hello, I am AKS On-Call",
    title: "AKS On-Call",
    subtitle: "What is wrong with reaching a cluster, which way in works now, and what the cluster answers.",
    rights: "Everything is read with your own rights. In a channel, mention me first.",
    say: "Say",
    does: "What happens",
    commands: [
      ["diagnose prod-1", "Finds the cause, with evidence and the fix"],
      ['diagnose prod-1 from 20.50.0.9 with "i/o timeout"', "The same, seen from where you sit"],
      [
        "what nslookup, curl or kubectl printed",
        "Paste it as it is: it is read as a test from where you sit",
      ],
      ["access prod-1", "The ways in, best first, with the steps"],
      ["kubectl get pods -n web on prod-1", "Runs one command as you and shows the output"],
      ["can-i kubectl get nodes on prod-1", "Says what would decide, and runs nothing"],
      ["clusters", "The clusters that you may see"],
      ["watch prod-1", "Posts the cluster's alerts in this channel, until: unwatch prod-1"],
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
    exampleLines: ["diagnose prod-1", "access prod-1 from 20.50.0.9", "kubectl get pods -n web on prod-1"],
  },
};
