// What findings about pods and what they wait for say.
import type { workloadFindings } from "../../../../core/inside/findings/workloads/all.ts";
import type { PullTrouble } from "../../../../core/inside/findings/workloads/k8s.image-pull.ts";
import type { Missing } from "../../../../core/inside/findings/workloads/k8s.pending-pods.ts";
import type { SchedulingFact } from "../../../../core/inside/findings/workloads/k8s.sched-events.ts";
import type { InsideWords } from "../../inside-words.ts";
import { and, counted, few, list } from "../words.ts";

const ofPods = counted("{it, plural, one {# Pod} other {# Pods}}");
const podsWait = counted("{it, plural, one {# Pod wartet} other {# Pods warten}}");
const podsNotReady = counted(
  "{it, plural, one {# Pod läuft, ist aber} other {# Pods laufen, sind aber}} seit mehr als zehn Minuten nicht bereit",
);
const times = counted("{it, plural, one {einmal} other {#-mal}}");

const missingWords: Readonly<Record<Missing, string>> = {
  taint: "ein Node ohne so einen Taint",
  cpu: "CPU",
  memory: "Speicher",
  podSlots: "Platz für einen weiteren Pod auf einem Node",
  affinity: "ein Node, wie sie ihn verlangen",
  volume: "ein Volume",
  addresses: "eine Adresse",
  other: "was in ihrer Beschreibung steht",
};

const pullWords: Readonly<Record<PullTrouble, string>> = {
  mayNot: "die Registry lässt den Cluster nicht herein",
  noAnswer: "die Registry antwortet nicht",
  notThere: "die Registry hat kein solches Image",
  other: "warum, steht in ihrer Beschreibung",
};

/** Of the registry, or of the pods. */
const whyNotPulled = (why: readonly PullTrouble[]): string =>
  why.length === 0 ? "" : ` (${and(why.map((each) => pullWords[each]))})`;

const reporters = (by: SchedulingFact["by"]): string =>
  list(by.map(({ from, count }) => `${from === "" ? "ohne Absender" : from} ${count}`));

const turnedAway = (count: number, by: SchedulingFact["by"]): string =>
  `Events der letzten Stunde melden ${times(count)}, dass ein Pod keinen Node fand (${reporters(by)}).`;

const inCrashLoop = (outOfMemory: number): string =>
  `in CrashLoopBackOff${outOfMemory > 0 ? `, ${outOfMemory} aus Speichermangel` : ""}.`;

export const workloadWords: InsideWords<(typeof workloadFindings)[number]> = {
  "k8s.pending-pods": {
    title: "Pods finden einen Node",
    why: "Ein Pod ohne Node tut nichts.",
    remediation:
      "Ergänze, was fehlt: Nodes, eine größere Größe, eine Toleration, ein Volume. Können keine Nodes kommen, sieh dir Subnetz und Kontingent an.",
    facts: {
      none: () => "Kein Pod wartet länger als fünf Minuten.",
      pending: ({ count, inSystem, missing }) =>
        `${podsWait(count)} länger als fünf Minuten${inSystem > 0 ? `, ${inSystem} in kube-system` : ""}. Es fehlt: ${list(missing.map((each) => missingWords[each]))}.`,
    },
  },
  "k8s.sched-events": {
    title: "Pods fanden in der letzten Stunde einen Node",
    why: "Was zuletzt keinen Platz fand, kann wieder auftreten.",
    remediation: "Sieh nach, welche Pods: kubectl get events -A --field-selector=reason=FailedScheduling.",
    facts: {
      few: ({ count, by }) =>
        count === 0
          ? "Kein Event der letzten Stunde meldet einen Pod, der keinen Node fand."
          : turnedAway(count, by),
      many: ({ count, by }) => turnedAway(count, by),
      inSystem: ({ count, by }) =>
        `Events der letzten Stunde melden ${times(count)}, dass ein Pod von AKS selbst keinen Node fand (${reporters(by)}).`,
    },
  },
  "k8s.image-pull": {
    title: "Nodes können Images holen",
    why: "Ein Pod, dessen Image sich nicht holen lässt, startet nicht.",
    remediation:
      "Bei der Registry von Microsoft sieh dir den Ausgang der Nodes an. Bei einer eigenen: ihre Rolle für die Identität des Clusters, ihren privaten Endpunkt und den Namen des Images.",
    facts: {
      allPulled: () => "Kein Pod wartet auf ein Image.",
      ownImages: ({ pods: count, why }) =>
        `${podsWait(count)} auf Images von mcr.microsoft.com${whyNotPulled(why)}.`,
      notPulled: ({ pods: count, registries, why }) =>
        registries.names.length === 0
          ? `${podsWait(count)} auf ein Image${whyNotPulled(why)}.`
          : `${podsWait(count)} auf Images von ${few(registries.names, registries.left)}${whyNotPulled(why)}.`,
    },
  },
  "k8s.crashloop": {
    title: "Kein Container endet immer wieder",
    why: "Was immer wieder endet, tut keine Arbeit.",
    remediation:
      "Sieh nach, was er vor dem Ende sagte: kubectl logs --previous. Fehlt Speicher, erhöhe sein Limit.",
    facts: {
      none: () => "Kein Container endet immer wieder.",
      others: ({ count, outOfMemory }) => `${ofPods(count)} ${inCrashLoop(outOfMemory)}`,
      components: ({ count, outOfMemory }) => `${ofPods(count)} von AKS selbst ${inCrashLoop(outOfMemory)}`,
    },
  },
  "k8s.pods-ready": {
    title: "Laufende Pods sind bereit",
    why: "Ein Pod, der nicht bereit ist, bekommt keine Anfrage: Sein Service kommt ohne ihn aus.",
    remediation:
      "Sieh nach, was sein Readiness-Probe fragt und was er antwortet: kubectl describe pod, und sein Log. Oft wartet er auf etwas anderes, etwa eine Datenbank.",
    facts: {
      none: () => "Jeder laufende Pod ist bereit oder läuft noch nicht lange.",
      notReady: ({ count, pods }) => `${podsNotReady(count)}: ${few(pods.names, pods.left)}.`,
    },
  },
  "k8s.pdb-blocking": {
    title: "Kein PodDisruptionBudget hindert Nodes am Leeren",
    why: "Lässt eines keinen Pod gehen, wartet ein Upgrade an diesem Node, bis es scheitert.",
    remediation: "Lass ein Replikat mehr laufen, oder lockere das Budget für die Zeit des Upgrades.",
    facts: {
      noneBlocks: () => "Kein PodDisruptionBudget hindert einen Node am Leeren.",
      blocks: ({ budgets, blocksNow }) =>
        blocksNow
          ? `Lässt keinen Pod gehen: ${few(budgets)}. Ein Vorgang von Azure läuft und wartet womöglich darauf.`
          : `Lässt keinen Pod gehen: ${few(budgets)}. Das nächste Upgrade wartet darauf.`,
    },
  },
  "k8s.warning-events": {
    title: "Wovor Kubernetes zuletzt gewarnt hat",
    why: "Das ist der Hintergrund für alles andere.",
    remediation: "Für sich genommen nichts.",
    facts: {
      none: () => "Kubernetes hat in der letzten Stunde vor nichts gewarnt.",
      warned: ({ reasons }) =>
        `In der letzten Stunde hat Kubernetes gewarnt: ${list(reasons.map(({ reason, count }) => `${reason} (${count})`))}.`,
    },
  },
};
