// The clusters this person may see in Azure.
import type { Answer } from "../core/chat/answer.ts";
import type { RequesterCredential } from "./ports.ts";
import { unavailableFailure } from "./say.ts";
import type { Services } from "./services.ts";

export async function listClusters(
  services: Services,
  credential: RequesterCredential,
  asked: string,
): Promise<Answer> {
  const listed = await services.reader.list(credential);
  if (listed.status === "collected") {
    const { clusters, problem } = listed.data;
    return { kind: "clusters", clusters, problem };
  }
  return { kind: "failure", asked, failure: unavailableFailure(listed), id: null };
}
