// `timeline` and `report`, as somebody writes them: what the buttons of an incident's card do, for the incident that is meant.
import type { Answer } from "../../core/conversation/answer.ts";
import type { IntentOf } from "../../core/conversation/intent.ts";
import { deniedEverywhere } from "../identity/authorize.ts";
import { meantIncident } from "../incident/find-incident.ts";
import { storyFor } from "../incident/story.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { offerFile } from "../run/offer-file.ts";

export async function answerStory(
  request: SignedInRequest,
  { incident: id, cluster: written, as }: IntentOf<"story">,
): Promise<Answer> {
  const closed = await deniedEverywhere(request, {
    written,
    action: (cluster) => ({ kind: "diagnose", cluster }),
  });
  if (closed) return closed;
  const found = await meantIncident(request, { incident: id, cluster: written });
  if ("none" in found) return { kind: "pressRefused", reason: found.none };
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
