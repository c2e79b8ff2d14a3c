// Where a person said that they are counts for their later questions, for half a day: what a sentence says comes first.

import { isSamePerson } from "../../core/change/decide.ts";
import { readClientTest } from "../../core/client/read-client-test.ts";
import { redact } from "../../core/redact/redact.ts";
import { clientOf, type Run } from "../../core/run/run.ts";
import { type Client, locationKeptMilliseconds } from "../../core/snapshot/snapshot.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import type { SaidPlace } from "../ports/store.ts";

const notBefore = ({ clock }: Services): string =>
  new Date(clock.now().getTime() - locationKeptMilliseconds).toISOString();

const hasPlace = ({ ip, virtualNetwork, stands }: Client): boolean =>
  [ip, virtualNetwork, stands].some((said) => said !== undefined);

/**
 * Words for a place mean the same for each cluster. An address or a network is often told of somebody else, or of one
 * cluster's own surroundings: it counts for the cluster that it was said with.
 */
function toKeep(
  { ip, virtualNetwork, stands }: Client,
  written: string | null,
): Omit<SaidPlace, "saidAt"> | null {
  if (ip === undefined && virtualNetwork === undefined)
    return stands === undefined ? null : { place: { stands }, clusterName: null };
  const clusterName = written?.split("/").at(-1)?.toLowerCase();
  if (clusterName === undefined) return null;
  const place = ip === undefined ? { virtualNetwork: virtualNetwork ?? "" } : { ip };
  return { place, clusterName };
}

/** It is a convenience: nothing fails for it. */
const warn = (services: Services, message: string) => (error: unknown) =>
  services.log.warn(message, { error: redact(String(error)).text });

/** `written`: the cluster, as it was named with the place; null where none was. */
export async function rememberPlace(
  services: Services,
  { requester }: ConversationContext,
  client: Client,
  written: string | null,
): Promise<void> {
  const kept = toKeep(client, written);
  if (kept === null) return;
  const said = { ...kept, saidAt: services.clock.now().toISOString() };
  await services.store
    .savePlace(requester, said, notBefore(services))
    .catch(warn(services, "a place was not kept"));
}

/** The client as it was said with this question, else with an earlier one. */
export async function resolveClientLocation(
  services: Services,
  { requester }: ConversationContext,
  client: Client,
  { name }: Pick<Run["cluster"], "name">,
): Promise<Client> {
  if (hasPlace(client)) return client;
  const found = await services.store
    .placeSaid(requester, notBefore(services))
    .catch(warn(services, "a place could not be read"));
  if (!found) return client;
  const { place, clusterName, saidAt } = found;
  return clusterName === null || clusterName === name.toLowerCase()
    ? { ...client, ...place, saidAt }
    : client;
}

/**
 * Of an earlier question, for whoever asks now: a place that was remembered then is looked up anew, and what somebody
 * else's machine has shown is nothing that one's own would show. What was seen then may be mended.
 */
export function clientAgain({ requester }: ConversationContext, run: Run): Client {
  const { symptom, symptomIsOld: _, ...place } = clientOf(run);
  const isOwn = isSamePerson(run.requester, requester);
  const isKept = symptom !== undefined && (isOwn || readClientTest(symptom).length === 0);
  return {
    ...(place.saidAt === undefined ? place : {}),
    ...(isKept ? { symptom, symptomIsOld: true } : {}),
  };
}

export async function forgetPlace(services: Services, asker: ConversationContext): Promise<void> {
  await services.store.forgetPlace(asker.requester);
  await enqueueAnswer(services, asker, { kind: "noted", text: { is: "placeForgotten" } });
}
