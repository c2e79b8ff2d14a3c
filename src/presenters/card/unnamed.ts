// Nobody named the cluster: which one it is stands before everything else.
import type { Answer, Unmasked } from "../../core/conversation/answer.ts";
import type { Messages } from "../messages/messages.ts";
import { clip } from "./text.ts";

/** Empty where somebody named it. */
export function unnamedLine(answer: Answer | Unmasked, { remembered, onlyOne }: Messages): string {
  if (answer.kind === "unmasked") return "";
  const ofRun = "run" in answer ? answer.run.cluster : undefined;
  const before = ofRun?.remembered ? ofRun.name : answer.remembered;
  const only = ofRun?.only ? ofRun.name : answer.only;
  if (before !== undefined) return remembered({ cluster: clip(before, 100) });
  return only === undefined ? "" : onlyOne({ cluster: clip(only, 100) });
}
