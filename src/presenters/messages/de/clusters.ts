// Which clusters there are, and which one is meant.
import type { ClusterGaps } from "../../../core/conversation/cluster-gaps.ts";
import { german } from "../catalogue.ts";
import type { clusterTexts as en } from "../en/clusters.ts";
import type { Says } from "../says.ts";
import { counted, dotted, few, message, sentences } from "./words.ts";

const { sayUnread } = german.speech;

const visible = message<{ count: number; names: string }>(
  "Du siehst {count, plural, one {einen} other {mehrere}} Cluster namens {names}. Es wurde nichts ausgeführt.",
);
const unlisted = message<{ count: number; names: string; why: string }>(
  "Es wurde nichts ausgeführt: Ob {names} {count, plural, one {ein Cluster ist} other {Cluster sind}}, war nicht zu lesen. {why}",
);

const notListed = message<{ unlisted: number; subscriptions: number; said: string }>(
  "{unlisted, plural, =0 {} one {# von {subscriptions} Abonnements ließ sich nicht auflisten. } other {# von {subscriptions} Abonnements ließen sich nicht auflisten. }}{said}",
);

export const clusterGaps: Says<ClusterGaps> = {
  notListed: ({ unlisted, subscriptions, said }) =>
    notListed({ unlisted, subscriptions, said: sentences(said.map(sayUnread)) }).trim(),
  unread: ({ said }) => sayUnread(said),
  noSubscription: () => "Du siehst kein Azure-Abonnement.",
};

export const clusterTexts: typeof en = {
  clusterGaps,
  clusters: {
    title: counted("{it, plural, one {# Cluster} other {# Cluster}}"),
    none: "Keine Cluster",
    noneText:
      "Du siehst in Azure keinen AKS-Cluster. Mit Reader auf einem Cluster oder seiner Ressourcengruppe würdest du ihn sehen.",
    incomplete: (problem) => `? Die Liste ist vielleicht unvollständig: ${problem}`,
    name: "Cluster",
    where: "Wo",
    state: "Zustand",
    whereText: (group, location, version = "") => dotted([group, location, version]),
    stateText: (power, isPrivate) => dotted([power, isPrivate ? "privat" : "öffentlich"]),
    more: (count) => `${count} weitere stehen in der Liste unten.`,
    pick: "Cluster",
    pickError: "Wähl einen Cluster",
    pickPlaceholder: "Namen eingeben",
    choice: (name, group, location) => `${name} (${dotted([group, location])})`,
  },
  pickCluster: {
    title: (wanted) => (wanted === "" ? "Welcher Cluster?" : `Welcher Cluster ${wanted}?`),
    subtitle: {
      name: (count) => `${count} Cluster heißen so. Wähl einen, und ich mache weiter.`,
      beginning: (count) => `${count} Cluster beginnen so. Wähl einen, und ich mache weiter.`,
      line: (count) =>
        `Du nennst ${count} Cluster, und ich sehe mir einen nach dem anderen an. Wähl einen, und ich mache weiter.`,
      paste: (count) =>
        `Was du eingefügt hast, nennt die API-Server von ${count} Clustern. Wähl einen, und ich mache weiter.`,
      any: (count) => `Du hast keinen genannt und siehst ${count}. Wähl einen, und ich mache weiter.`,
      followed: (count) =>
        `Du hast keinen genannt, und dieser Kanal folgt ${count}. Wähl einen, und ich mache weiter.`,
    },
    row: (row, name, where, state) => `${row}. ${dotted([name, where, state])}`,
    /** On a button, where the name does not fit or several have it. */
    number: (row) => `Wähle ${row}`,
    choice: (name, group, subscription) => `${name} in ${group}, ${subscription}`,
    where: (group, location, subscription) => dotted([group, location, subscription]),
  },
  /** A word of a command that may be a cluster. Nothing is run before one of the buttons is pressed. */
  whichCluster: {
    title: "Auf welchem Cluster?",
    visible: (words) => visible({ count: words.length, names: few(words) }),
    space: (words) => `${few(words)} kann ein Cluster oder ein Namespace sein. Es wurde nichts ausgeführt.`,
    unlisted: (words, why) => unlisted({ count: words.length, names: few(words), why }),
    word: (cluster, where) => `Auf ${cluster} (${where})`,
    remembered: (cluster) => `Auf ${cluster} (von dem zuvor die Rede war), mit den Worten, wie sie dastehen`,
    button: {
      title: (cluster) => `Auf ${cluster}`,
      number: (index) => `Wie in ${index}`,
    },
    footer: "Schreib „on NAME“ ans Ende eines Befehls, und ich muss nicht fragen.",
  },
  /** First of all, where nobody named the cluster. */
  remembered: (cluster) => `Auf ${cluster} (von dem zuvor die Rede war):`,
  onlyOne: (cluster) => `Auf ${cluster} (dem einzigen Cluster, den du siehst):`,
  clusterUnknown: {
    title: (wanted) => `Kein Cluster ${wanted}`,
    subtitle:
      "Du siehst keinen Cluster dieses Namens. Vielleicht gibt es ihn nicht, oder du hast nicht Reader darauf.",
    closest: "Meintest du einen davon?",
  },
};
