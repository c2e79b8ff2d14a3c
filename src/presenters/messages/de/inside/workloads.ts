// What findings about pods and what they wait for say.
import type { FirstNames } from "../../../../core/inside/findings/define-finding.ts";
import type { ClaimTrouble } from "../../../../core/inside/findings/k8s.claims.ts";
import type { Lack } from "../../../../core/inside/findings/k8s.evicted-pods.ts";
import type { PullTrouble } from "../../../../core/inside/findings/k8s.image-pull.ts";
import type { Missing } from "../../../../core/inside/findings/k8s.pending-pods.ts";
import type { NotMade } from "../../../../core/inside/findings/k8s.pods-not-made.ts";
import type { SchedulingFact } from "../../../../core/inside/findings/k8s.sched-events.ts";
import type { workloadFindings } from "../../../../core/inside/findings/workloads.ts";
import type { InsideWords } from "../../inside-words.ts";
import { and, counted, few, list, sentences } from "../words.ts";

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
  `in CrashLoopBackOff${outOfMemory > 0 ? `, ${outOfMemory} aus Speichermangel` : ""}`;

const ofWorkloads = counted("{it, plural, one {# Workload} other {# Workloads}}");
const ofJobs = counted("{it, plural, one {# Job} other {# Jobs}}");
const jobsFailed = counted("{it, plural, one {# Job ist} other {# Jobs sind}}");
const workloadsShort = counted("{it, plural, one {# Workload hat} other {# Workloads haben}}");
const claimsWait = counted("{it, plural, one {# Volume-Claim hat} other {# Volume-Claims haben}}");
const podsNotStarted = counted("{it, plural, one {# Pod wird} other {# Pods werden}}");
const podsPutOut = counted("{it, plural, one {# Pod wurde} other {# Pods wurden}}");

const notMadeWords: Readonly<Record<NotMade, string>> = {
  quota: "ein Kontingent des Namespace ist erschöpft",
  quotaAsks: "ein Kontingent verlangt Requests und Limits, die sie nicht nennen",
  limits: "ein LimitRange des Namespace erlaubt ihre Größen nicht",
  policy: "eine Richtlinie weist sie zurück",
  podSecurity: "die Pod-Security-Stufe des Namespace erlaubt sie nicht",
  webhookSilent: "ein Webhook, der gefragt werden muss, antwortet nicht",
  serviceAccount: "ihr Dienstkonto gibt es nicht",
  other: "warum, steht in ihrer Beschreibung und ihren Events",
};

const lackWords: Readonly<Record<Lack, string>> = {
  memory: "zu wenig Speicher",
  disk: "zu wenig Platz auf dem Datenträger",
  inodes: "zu wenige Inodes",
  processes: "zu wenige Prozessnummern",
  ownLimit: "mehr Platz belegt als erlaubt",
  other: "was in ihrer Beschreibung steht",
};

const claimWords: Readonly<Record<ClaimTrouble, string>> = {
  noSuchClass: "die genannte StorageClass gibt es nicht",
  noDefaultClass: "sie nennen keine StorageClass, und keine ist die voreingestellte",
  notProvided: "ihre StorageClass hat noch keines angelegt, warum, steht in ihren Events",
  noVolume: "sie wollen eines, das jemand von Hand anlegt",
  lost: "das Volume, das sie hatten, ist weg",
};

/** Behind a name: those that turn something down. */
const byNames = ({ names, left }: FirstNames): string => (names.length === 0 ? "" : ` (${few(names, left)})`);

const first = ({ names, left }: FirstNames): string => few(names, left);

export const workloadWords: InsideWords<(typeof workloadFindings)[number]> = {
  "k8s.pods-not-made": {
    title: "Pods von Workloads werden angelegt",
    why: "Weist Kubernetes die Pods eines Workloads zurück, gibt es keinen Pod, an dem man es sähe.",
    remediation:
      "Behebe, was sie zurückweist: Erhöhe oder leere das Kontingent, nenne Requests und Limits, oder ändere, was die Richtlinie nennt. kubectl describe replicaset oder job sagt es ganz.",
    facts: {
      allMade: () => "Kubernetes legt die Pods jedes Workloads an.",
      notMade: ({ count, workloads, why, by }) =>
        `Kubernetes legt für ${ofWorkloads(count)} keine Pods an, ${first(workloads)}: ${and(why.map((each) => notMadeWords[each]))}${byNames(by)}.`,
    },
  },
  "k8s.container-config": {
    title: "Container finden ihre Konfiguration",
    why: "Ein Container, dessen Secret oder ConfigMap fehlt, wird nie gestartet.",
    remediation:
      "Leg das Secret oder die ConfigMap im Namespace des Pods an, mit dem verlangten Schlüssel, oder berichtige den Namen im Workload.",
    facts: {
      allStart: () => "Jeder Container findet die Secrets und ConfigMaps, mit denen er konfiguriert ist.",
      notStarted: ({ count, pods: which, missing, keysIn }) =>
        sentences([
          `${podsNotStarted(count)} mangels Konfiguration nicht gestartet: ${first(which)}.`,
          missing.names.length === 0 ? "" : `Es fehlt: ${first(missing)}.`,
          keysIn.names.length === 0 ? "" : `Ohne den verlangten Schlüssel: ${first(keysIn)}.`,
        ]),
    },
  },
  "k8s.claims": {
    title: "Volume-Claims bekommen ein Volume",
    why: "Ein Pod, dessen Claim kein Volume hat, startet nicht.",
    remediation:
      "Nenne eine StorageClass, die es gibt (kubectl get storageclass), oder sieh dir die Events des Claims an: kubectl describe pvc.",
    facts: {
      allBound: () => "Kein Volume-Claim wartet auf ein Volume, das da sein sollte.",
      unbound: ({ count, claims, why, classes }) =>
        `${claimsWait(count)} kein Volume, ${first(claims)}: ${and(why.map((each) => claimWords[each]))}${byNames(classes)}.`,
    },
  },
  "k8s.pending-pods": {
    title: "Pods finden einen Node",
    why: "Ein Pod ohne Node tut nichts.",
    remediation:
      "Ergänze, was fehlt: Nodes, eine größere Größe, eine Toleration, ein Volume. Können keine Nodes kommen, sieh dir Subnetz und Kontingent an.",
    facts: {
      none: () => "Kein Pod wartet länger als fünf Minuten.",
      pending: ({ count, pods: which, inSystem, missing }) =>
        `${podsWait(count)} länger als fünf Minuten${inSystem > 0 ? `, ${inSystem} in kube-system` : ""}: ${first(which)}. Es fehlt: ${list(missing.map((each) => missingWords[each]))}.`,
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
      others: ({ count, pods, outOfMemory }) =>
        `${ofPods(count)} ${inCrashLoop(outOfMemory)}: ${first(pods)}.`,
      components: ({ count, pods, outOfMemory }) =>
        `${ofPods(count)} von AKS selbst ${inCrashLoop(outOfMemory)}: ${first(pods)}.`,
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
  "k8s.workloads": {
    title: "Workloads haben die Pods, die sie wollen",
    why: "Ein Deployment ohne Pods tut nichts, und bei einem hängenden Rollout läuft eine ältere Version.",
    remediation: "Sieh dir seine Events und die seines ReplicaSets an: kubectl describe deployment.",
    facts: {
      allThere: () =>
        "Jedes Deployment, StatefulSet und DaemonSet hat seine Pods, oder die Pods sagen, warum nicht.",
      short: ({ count, workloads, stuck }) =>
        sentences([
          count === 0
            ? ""
            : `${workloadsShort(count)} weniger verfügbare Pods als gewünscht: ${first(workloads)}.`,
          stuck.names.length === 0 ? "" : `Ein Rollout kommt nicht voran: ${first(stuck)}.`,
        ]),
    },
  },
  "k8s.jobs": {
    title: "Jobs enden gut",
    why: "Ein gescheiterter Job hat seine Arbeit nicht getan.",
    remediation: "Sieh nach, was seine Pods sagten: kubectl describe job, kubectl logs job/NAME.",
    facts: {
      noneFailed: () => "Kein Job ist gescheitert, der noch nicht fertig ist.",
      failed: ({ count, jobs }) =>
        `${jobsFailed(count)} in den letzten 24 Stunden gescheitert: ${first(jobs)}.`,
      failedBefore: ({ count, jobs }) =>
        `${jobsFailed(count)} vor mehr als 24 Stunden gescheitert: ${first(jobs)}.`,
      retried: ({ count, jobs }) =>
        `Pods von ${ofJobs(count)} scheitern und werden neu angelegt: ${first(jobs)}.`,
    },
  },
  "k8s.evicted-pods": {
    title: "Kein Node wirft Pods hinaus",
    why: "Ein Node, dem etwas ausgeht, beendet Pods, und den nächsten geht es vielleicht genauso.",
    remediation:
      "Gib den Pods Requests, die stimmen, oder den Nodes mehr von dem, was fehlt; lösch die hinausgeworfenen Pods, sobald die Ursache klar ist.",
    facts: {
      none: () => "Kein Node hat einen Pod hinausgeworfen.",
      evicted: ({ count, pods: which, lacks }) =>
        `${podsPutOut(count)} in den letzten 24 Stunden hinausgeworfen (Evicted), ${first(which)}. Grund: ${list(lacks.map((each) => lackWords[each]))}.`,
      evictedBefore: ({ count, pods: which, lacks }) =>
        `${podsPutOut(count)} vor mehr als 24 Stunden hinausgeworfen (Evicted), ${first(which)}. Grund: ${list(lacks.map((each) => lackWords[each]))}.`,
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
