// A command: its output, masked and as it is, and why it is not accepted.
import { counted, message } from "./words.ts";

const firstLines = message<{ lines: number; total: number }>(
  "Only the first {lines, plural, one {# line} other {# lines}} of {total} fit here: ask for less, for example one object or a filter, then press again.",
);

const leftOut = message<{ characters: number }>(
  "▲ I left out {characters, plural, one {# character} other {# characters}} of the output, since I look through 512 kB at most for secrets. Ask for less: a namespace, a name, a label, `--tail 100`.",
);

export const commandTexts = {
  commandResult: {
    exit: (code: number, cluster: string) => `${code === 0 ? "✔" : "✖"} Exit ${code} on ${cluster}`,
    exitUnknown: (cluster: string) => `? Finished on ${cluster}, exit code unknown`,
    code: (code: number | null) => (code === null ? "Exit code unknown" : `Exit ${code}`),
    ran: (time: string) => `Ran ${time}`,
    empty: "The command printed nothing.",
    lines: (first: number, last: number, total: number) => `Lines ${first} to ${last} of ${total}.`,
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    truncated:
      "▲ AKS cut the output at its own limit of 512 kB. Ask for less: a namespace, a name, a label, `--tail 100`.",
    leftOut: (characters: number) => leftOut({ characters }),
    /** Lines of a log that kubectl did not print. */
    lastLines: (lines: number) =>
      `▲ kubectl printed at most the last ${lines} lines (--tail=${lines}): name another number, or --since=1h.`,
    lastOfEach: "▲ kubectl prints the last 10 lines of each pod that labels select: add --tail=100 for more.",
    between: (first: number, last: number) =>
      `Lines ${first} to ${last} are not shown here: press “As text” for all that came.`,
    none: (what: string, where: string, cluster: string) => `– No ${what} ${where} on ${cluster}`,
    inNamespace: (namespace: string) => `in namespace ${namespace}`,
    inAllNamespaces: "in any namespace",
    inCluster: "",
    kubectlSays: (text: string) => `kubectl says: ${text}`,
    noneMatch: "None that the command's selector or name fits: without it there may be some.",
    noneOrNoNamespace: "kubectl says the same of a namespace that does not exist.",
    masked: counted("{it, plural, one {# value was} other {# values were}} masked."),
    cutLines: counted("{it, plural, one {# long line was} other {# long lines were}} cut at 200 characters."),
    risk: (text: string) => `▲ ${text}`,
    clusterAdmin: "▲ Ran as cluster-admin: this cluster has no Entra integration.",
  },
  forbidden: {
    title: (cluster: string) => `✖ Kubernetes refused this on ${cluster}`,
    subtitle: (verb: string, what: string, where: string) => `You may not ${verb} ${what} ${where}.`,
    inNamespace: (namespace: string) => `in namespace ${namespace}`,
    inCluster: "in the cluster as a whole",
    others: counted(
      "{it, plural, one {# other kind of object was} other {# other kinds of objects were}} refused with it.",
    ),
    reached: "The cluster was reached and answered: the network is fine.",
    missing: "Missing",
    whoMay: "Who may",
    next: "Next",
    kubernetesRight: (verb: string, what: string) => `${verb} on ${what}, by a Role that is bound to you`,
    whoMayByAzure: (role: string) =>
      `Whoever holds the role ${role} there, or a wider one. A role that is given takes up to five minutes to hold.`,
    whoMayByAction: (action: string) => `Whoever holds a role with ${action} there.`,
    whoMayByBinding: (namespace: string) =>
      `Whoever a binding allows it: \`kubectl get rolebindings,clusterrolebindings -n ${namespace}\` lists them.`,
    whoMayByClusterBinding: "Whoever a binding allows it: `kubectl get clusterrolebindings` lists them.",
    nextByAzure: "Ask an owner of the cluster for that role; it takes up to five minutes to hold.",
    nextByBinding: "Ask whoever administers the cluster for that right, with the message below.",
    nextNarrower:
      "Name a namespace that is yours with -n: a right there does not show in the cluster as a whole.",
    said: "What Kubernetes says",
  },
  unmasked: {
    /** Stands in the overflow menu, where there is room. */
    button: "Show as it is",
    asked: (asked: string) => `Show as it is: ${asked}`,
    title: (heading: string) => `${heading}, as it is`,
    warning: "▲ Not masked. Not kept: this card is the only copy; delete it when you are done.",
    cut: (lines: number, total: number) => firstLines({ lines, total }),
    footer: (run: string, name: string) => `${run} run again as ${name}`,
  },
  sentPrivately: {
    title: "Sent privately",
    subtitle: (name: string) => `The output is for ${name} alone. It is in the chat with me.`,
  },
  refused: {
    instead: "Answered once",
    ask: "Run this",
    title: "✖ Command not accepted",
    subtitle: "Nothing was run.",
  },
};
