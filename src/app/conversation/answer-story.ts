// `timeline` and `report`, as somebody writes them: what the buttons of an incident's card do, for the incident that is meant.
import type { Answer } from "../../core/conversation/answer.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import { incidentToDiagnose } from "../incident/find-incident.ts";
import { storyFor } from "../incident/story.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { offerFile } from "../run/offer-file.ts";

export async function answerStory(
  request: SignedInRequest,
  { incident: id, cluster, as }: IntentOf<"story">,
): Promise<Answer> {
  const found = await incidentToDiagnose(request, { incident: id, cluster });
  if ("answer" in found) return found.answer;
  const { services, asker } = request;
  if (as === "timeline") {
    const story = await storyFor(services, asker, found.incident, "incident.timeline");
    return "text" in story ? { kind: "pressRefused", reason: story.text } : story;
  }
  const { text, begin } = await offerFile(services, asker, `${found.incident.id} ${as}`);
  if (begin === undefined) return { kind: "pressRefused", reason: text };
  await begin();
  return { kind: "noted", text };
}
