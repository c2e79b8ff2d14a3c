// A command of which it is not certain which cluster it is for: looked at with what its writer can see, and asked about.
import type { Answer } from "../../core/conversation/answer.ts";
import type { ClusterGaps, ClusterOption, ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import type { Chosen } from "../../core/conversation/reading/choose-reading.ts";
import { asTyped, clusterDoubt, whereOf } from "../../core/conversation/reading/cluster-doubt.ts";
import { clusterWords } from "../../core/conversation/reading/cluster-words.ts";
import { aliasesOf } from "../../core/policy/policy.ts";
import { redact } from "../../core/redact/redact.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Offered } from "../ports/outbox.ts";
import type { Services, SignedInRequest, UserRequest } from "../ports/services.ts";
import { refuseCommand } from "./refuse-command.ts";

// A question that waits until its requester has chosen a cluster.

/** The id that a button carries to find the question again. Nothing but what was `offered` can be chosen. */
export async function keepForChoice(
  { services, asker, asked }: UserRequest,
  offered: readonly Offered[],
): Promise<string> {
  const id = services.newId("Q");
  await services.store.savePending({
    id,
    userId: asker.userId,
    reason: "pickCluster",
    text: asked,
    conversation: asker.conversation,
    createdAt: services.clock.now().toISOString(),
    offered,
  });
  return id;
}

/** `unknown`: a word that can be nothing but a cluster, and is none of those that the person can see. */
type Doubt = Readonly<
  | { unknown: string; clusters: readonly ClusterSummary[] }
  /** The line leads to it. */
  | { meant: ClusterSummary; command: string }
  | { answer: Answer }
>;

type Listed = Readonly<{ clusters: readonly ClusterSummary[]; unlisted: ClusterGaps | null }>;

/** Null where no word is a cluster that the requester can see; where Azure does not tell, every word may be one. */
export async function clusterInDoubt(request: SignedInRequest, command: string): Promise<Doubt | null> {
  const { services, asker, credential, asked } = request;
  if (clusterWords(command).length === 0) return null;
  const { clusters, unlisted } = await listed(services, credential);
  const last = await services.store.lastCluster(asker.conversation.key);
  const aliases = aliasesOf(services.policy());
  const doubt = clusterDoubt(command, { clusters, isPartial: unlisted !== null, aliases, last });
  switch (doubt?.is) {
    case undefined:
      return null;
    case "unknown":
      return { unknown: doubt.written, clusters };
    case "meant":
      return { meant: doubt.cluster, command: doubt.command };
    case "refused":
      return { answer: await refuseCommand(services, asker, command, doubt.refusal) };
    case "several": {
      const { words, options } = doubt;
      const pendingId = await keepForChoice(request, options.map(offeredAs));
      return { answer: { kind: "whichCluster", asked, words, options, unlisted, pendingId } };
    }
  }
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

const offeredAs = ({ cluster, as }: ClusterOption): Offered => ({ cluster: cluster.id, as });

/** Another name of one cluster may be a namespace of the one that was spoken of before: null where both are one. */
export async function spaceInDoubt(
  request: UserRequest,
  ofCluster: Intent,
  { written, cluster, intent }: NonNullable<Extract<Chosen, { is: "one" }>["other"]>,
): Promise<Answer | null> {
  const { services, asker, asked } = request;
  const last = await services.store.lastCluster(asker.conversation.key);
  if (last === null || sameId(last.id, cluster.id)) return null;
  if (!("command" in ofCluster) || !("command" in intent)) return null;
  const { id, name } = cluster;
  const options: readonly ClusterOption[] = [
    { cluster: { id, name }, command: redact(ofCluster.command).text, as: "word", where: whereOf(cluster) },
    ...asTyped(intent.command, last),
  ];
  const pendingId = await keepForChoice(request, options.map(offeredAs));
  return { kind: "whichCluster", asked, words: [written], unlisted: null, space: true, pendingId, options };
}
