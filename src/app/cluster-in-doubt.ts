// A command that names no cluster for certain, and words in it that may be one: asked about, never taken for an
// argument, and never sent to the cluster that was spoken of before.
import type { Answer, ClusterOption, ClusterSummary } from "../core/chat/answer.ts";
import type { Chosen } from "../core/chat/choose-reading.ts";
import type { ClusterGaps } from "../core/chat/cluster-gaps.ts";
import type { Aliases } from "../core/chat/cluster-name.ts";
import {
  type ClusterWord,
  clusterWords,
  marks,
  type NamedClusters,
  namedClusters,
  withoutCluster,
} from "../core/chat/cluster-words.ts";
import type { Intent } from "../core/chat/intent.ts";
import { meantCluster } from "../core/chat/meant-cluster.ts";
import { parseKubectl } from "../core/command/parse-kubectl.ts";
import type { ClusterRef } from "../core/policy/decision.ts";
import { aliasesOf } from "../core/policy/policy.ts";
import { redact } from "../core/redact/redact.ts";
import { sameId } from "../core/snapshot/resource-id.ts";
import { keepForChoice } from "./keep-for-choice.ts";
import type { RequesterCredential } from "./ports.ts";
import type { Offered } from "./ports-outbox.ts";
import { refuseCommand } from "./refuse-command.ts";
import type { Asker, Services } from "./services.ts";

/** Readings shown at most; whoever has more writes `on group/name`. */
const mostOptions = 5;

/** `unknown`: a word that can be nothing but a cluster, and is none of those that the person can see. */
type Doubt = Readonly<
  | { unknown: string; clusters: readonly ClusterSummary[] }
  /** The line leads to it, as in `@ prod-1`: nobody writes an argument like that. */
  | { meant: ClusterSummary; command: string }
  | { answer: Answer }
>;

type Listed = Readonly<{ clusters: readonly ClusterSummary[]; unlisted: ClusterGaps | null }>;

/** Null where no word is a cluster that the asker can see; where Azure does not tell, every word may be one. */
export async function clusterInDoubt(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  asked: string,
  command: string,
): Promise<Doubt | null> {
  const words = clusterWords(command);
  if (words.length === 0) return null;
  const { clusters, unlisted } = await listed(services, credential);
  const named = namedClusters(words, clusters);
  const parsed = parseKubectl(command);
  const marked = words.find((word) => word.marked);
  if (named.length === 0 && unlisted === null && marked)
    return meantBy(marked, clusters, aliasesOf(services.policy())) ?? { unknown: marked.name, clusters };
  const led = unlisted === null ? ledTo(named) : null;
  if (led !== null) return led;
  const last = await services.store.lastCluster(asker.conversation.key);
  const inDoubt = named.length > 0 || unlisted !== null;
  const readings = [...asClusters(command, named), ...(parsed.ok ? asTyped(command, last) : [])];
  const only = unlisted === null && readings.length === 1 ? onlyOne(named) : null;
  if (only !== null) return only;
  if (inDoubt && readings.length > 0) {
    const doubtful = named.length > 0 ? named.map(({ word }) => word) : words;
    return { answer: await ask(services, asker, asked, doubtful, readings, unlisted) };
  }
  return parsed.ok ? null : { answer: await refuseCommand(services, asker, command, parsed) };
}

/** The only word that names a cluster, and the only cluster that it names. */
function ledTo([named, other]: readonly NamedClusters[]): Extract<Doubt, { meant: ClusterSummary }> | null {
  const [meant, twin] = named?.clusters ?? [];
  if (named === undefined || meant === undefined || other || twin || !named.word.marked) return null;
  return parseKubectl(named.word.without).ok ? { meant, command: named.word.without } : null;
}

/** By another of its names, its beginning, or with a slip in it. */
function meantBy(
  { name, without }: ClusterWord,
  clusters: readonly ClusterSummary[],
  aliases: Aliases,
): Extract<Doubt, { meant: ClusterSummary }> | null {
  const match = meantCluster(name, clusters, aliases);
  return "found" in match && parseKubectl(without).ok ? { meant: match.found, command: without } : null;
}

/** Nothing else can be meant: without it the command names no cluster, or is none. A word that leads to one is none. */
function onlyOne(named: readonly NamedClusters[]): Extract<Doubt, { meant: ClusterSummary }> | null {
  const found = named.flatMap(({ word, clusters }) =>
    !marks.has(word.name.toLowerCase()) && parseKubectl(word.without).ok
      ? clusters.map((meant) => ({ meant, command: word.without }))
      : [],
  );
  const [only, other] = found;
  return only !== undefined && other === undefined ? only : null;
}

async function ask(
  services: Services,
  asker: Asker,
  asked: string,
  doubtful: readonly ClusterWord[],
  options: readonly ClusterOption[],
  unlisted: ClusterGaps | null,
): Promise<Answer> {
  const pendingId = await keepForChoice(services, asker, asked, options.map(offeredAs));
  const words = [...new Set(doubtful.map(({ name }) => name))].slice(0, mostOptions);
  return { kind: "whichCluster", asked, words, options, unlisted, pendingId };
}

/** What the person may not list is no cluster that they can see; what Azure failed to list may be one. */
async function listed({ reader }: Services, credential: RequesterCredential): Promise<Listed> {
  const section = await reader.list(credential);
  if (section.status === "collected") {
    const { clusters, passing, problem } = section.data;
    return { clusters, unlisted: passing ? problem : null };
  }
  return {
    clusters: [],
    unlisted: section.reason === "denied" ? null : { is: "unread", said: section.message },
  };
}

/** Each cluster once: what its button asks is what is left without the first word that names it. */
function asClusters(command: string, named: readonly NamedClusters[]): readonly ClusterOption[] {
  const clusters = new Map(named.flatMap((each) => each.clusters.map((cluster) => [cluster.id, cluster])));
  return [...clusters.values()].slice(0, mostOptions).flatMap((cluster) => {
    const { id, name } = cluster;
    const without = withoutCluster(command, id);
    if (without === null) return [];
    return [{ cluster: { id, name }, command: redact(without).text, as: "word", where: whereOf(cluster) }];
  });
}

const whereOf = ({ resourceGroup, location }: ClusterSummary): string => `${resourceGroup}, ${location}`;

const asTyped = (command: string, last: ClusterRef | null): readonly ClusterOption[] =>
  last === null ? [] : [{ cluster: last, command: redact(command).text, as: "remembered", where: "" }];

const offeredAs = ({ cluster, as }: ClusterOption): Offered => ({ cluster: cluster.id, as });

/** Another name of one cluster may be a namespace of the one that was spoken of before: null where both are one. */
export async function spaceInDoubt(
  services: Services,
  asker: Asker,
  asked: string,
  ofCluster: Intent,
  { written, cluster, intent }: NonNullable<Extract<Chosen, { is: "one" }>["other"]>,
): Promise<Answer | null> {
  const last = await services.store.lastCluster(asker.conversation.key);
  if (last === null || sameId(last.id, cluster.id)) return null;
  if (!("command" in ofCluster) || !("command" in intent)) return null;
  const { id, name } = cluster;
  const options: readonly ClusterOption[] = [
    { cluster: { id, name }, command: redact(ofCluster.command).text, as: "word", where: whereOf(cluster) },
    ...asTyped(intent.command, last),
  ];
  const pendingId = await keepForChoice(services, asker, asked, options.map(offeredAs));
  return { kind: "whichCluster", asked, words: [written], unlisted: null, space: true, pendingId, options };
}
