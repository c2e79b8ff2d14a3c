// Which clusters there are, and which one is meant.
import type { ClusterGaps } from "../../../core/conversation/cluster-gaps.ts";
import { english } from "../catalogue.ts";
import type { Says } from "../says.ts";
import { counted, dotted, few, list, message, sentences } from "./words.ts";

const { sayUnread } = english.speech;

const visible = message<{ count: number; names: string }>(
  "You can see {count, plural, one {a cluster} other {clusters}} called {names}. Nothing was run.",
);
const unlisted = message<{ count: number; names: string; why: string }>(
  "Nothing was run: whether {names} {count, plural, one {is} other {are}} a cluster could not be read. {why}",
);

const notListed = message<{ unlisted: number; subscriptions: number; said: string }>(
  "{unlisted, plural, =0 {} other {# of {subscriptions} subscriptions could not be listed. }}{said}",
);

export const clusterGaps: Says<ClusterGaps> = {
  notListed: ({ unlisted, subscriptions, said }) =>
    notListed({ unlisted, subscriptions, said: sentences(said.map(sayUnread)) }).trim(),
  unread: ({ said }) => sayUnread(said),
  noSubscription: () => "You can see no Azure subscription.",
};

export const clusterTexts = {
  clusterGaps,
  clusters: {
    title: counted("{it, plural, one {# cluster} other {# clusters}}"),
    none: "No clusters",
    noneText:
      "You can see no AKS cluster in Azure. Reader on a cluster or on its resource group would show it.",
    incomplete: (problem: string) => `? The list may be incomplete: ${problem}`,
    name: "Cluster",
    where: "Where",
    state: "State",
    whereText: (group: string, location: string, version = "") => dotted([group, location, version]),
    stateText: (power: string, isPrivate: boolean) => list([power, isPrivate ? "private" : "public"]),
    more: (count: number) => `${count} more are in the list below.`,
    pick: "Cluster",
    pickError: "Choose a cluster",
    pickPlaceholder: "Type a name",
    choice: (name: string, group: string, location: string) => `${name} (${list([group, location])})`,
  },
  pickCluster: {
    title: (wanted: string) => (wanted === "" ? "Which cluster?" : `Which ${wanted}?`),
    subtitle: {
      name: (count: number) => `${count} clusters have this name. Choose one and I go on.`,
      beginning: (count: number) => `${count} clusters begin like this. Choose one and I go on.`,
      line: (count: number) =>
        `You name ${count} clusters, and I look at one at a time. Choose one and I go on.`,
      paste: (count: number) =>
        `What you pasted names the API servers of ${count} clusters. Choose one and I go on.`,
      any: (count: number) => `You named none, and can see ${count}. Choose one and I go on.`,
      followed: (count: number) =>
        `You named none, and this channel follows ${count}. Choose one and I go on.`,
    },
    row: (row: number, name: string, where: string, state: string) =>
      `${row}. ${dotted([name, where, state])}`,
    /** On a button, where the name does not fit or several have it. */
    number: (row: number) => `Choose ${row}`,
    choice: (name: string, group: string, subscription: string) => `${name} in ${group}, ${subscription}`,
    where: (group: string, location: string, subscription: string) => dotted([group, location, subscription]),
  },
  /** A word of a command that may be a cluster. Nothing is run before one of the buttons is pressed. */
  whichCluster: {
    title: "On which cluster?",
    visible: (words: readonly string[]) => visible({ count: words.length, names: few(words) }),
    /** Another name of a cluster, behind a word that leads to a namespace as well. */
    space: (words: readonly string[]) => `${few(words)} may be a cluster or a namespace. Nothing was run.`,
    unlisted: (words: readonly string[], why: string) =>
      unlisted({ count: words.length, names: few(words), why }),
    word: (cluster: string, where: string) => `On ${cluster} (${where})`,
    remembered: (cluster: string) =>
      `On ${cluster} (the cluster spoken of before), with the words as they stand`,
    button: {
      title: (cluster: string) => `On ${cluster}`,
      number: (index: number) => `As in ${index}`,
    },
    footer: "Write “on NAME” at the end of a command, and I need not ask.",
  },
  /** First of all, where nobody named the cluster. */
  remembered: (cluster: string) => `On ${cluster} (the cluster spoken of before):`,
  onlyOne: (cluster: string) => `On ${cluster} (the only cluster that you can see):`,
  clusterUnknown: {
    title: (wanted: string) => `No cluster ${wanted}`,
    subtitle: "You can see no cluster of this name. It may not exist, or you may not have Reader on it.",
    closest: "Did you mean one of these?",
  },
};
