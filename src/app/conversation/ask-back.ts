// A change in words is never sent: its command is asked back, and a press on it asks for the change as if it had been typed.

import { parseChange } from "../../core/command/change/parse-change.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { unreadIn } from "../../core/conversation/plain-words/unread-words.ts";
import { type AskBack, lineOf } from "../../core/conversation/reading/ask-back.ts";
import { redact } from "../../core/redact/redact.ts";
import { refuseCommand } from "../cluster/refuse-command.ts";
import { resolveCluster } from "../cluster/resolve-cluster.ts";
import { deniedEverywhere } from "../identity/authorize-request.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

export async function askBack(
  services: Services,
  asker: ConversationContext,
  credential: RequesterCredential,
  intent: AskBack,
  asked: string,
): Promise<Answer> {
  const { command, cluster: written } = intent;
  const parsed = parseChange(command);
  if (!parsed.ok) return refuseCommand(services, asker, command, parsed);
  const { request } = parsed;
  const closed = await deniedEverywhere(services, credential, {
    ...{ asked, written },
    action: (cluster) => ({ kind: "change", cluster, request, clusterAdmin: false }),
  });
  if (closed !== null) return closed;
  const resolved = await resolveCluster(services, asker, credential, asked, written);
  if (!resolved.ok) return resolved.answer;
  const line = lineOf(intent, resolved.cluster.name);
  const unread = unreadIn(asked, line).map((words) => redact(words).text);
  return { kind: "askBack", asked, line: redact(line).text, ...(unread.length > 0 && { unread }) };
}
