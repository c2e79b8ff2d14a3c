// Pictures show what the product does, and nothing that it would never say: their answers are held against its own parts.

import { offered } from "../../src/core/chat/suggestions.ts";
import { understandLine } from "../../src/core/chat/understand-line.ts";
import { parseChange } from "../../src/core/command/change/parse-change.ts";
import { commandText } from "../../src/core/command/command-text.ts";
import { parseArgv, parseKubectl } from "../../src/core/command/parse-kubectl.ts";
import { movableFrom } from "../../src/core/run/transition.ts";
import { answers, pictured } from "../fixtures/answers.ts";

const goingOn = ["queued", "running", "pendingApproval", "approved", "applying"] as const;

const shown = pictured.flatMap((name) => {
  const answer = answers[name];
  return answer === undefined ? [] : [[name, answer] as const];
});

test.each(shown)("%s", (_name, answer) => {
  if ("run" in answer) {
    const { task, status } = answer.run;
    // A command is one that is accepted, and only reads.
    if (task.kind === "command") {
      expect(parseArgv(task.request.argv)).toMatchObject({ ok: true, request: { access: "read" } });
    }
    // A change is one that is accepted as it stands there.
    if (task.kind === "change")
      expect(parseChange(commandText(task.request), task.request.file)).toMatchObject({
        ok: true,
        request: { argv: task.request.argv },
      });
    // Only the policy and the mode deny what was taken; what Azure refuses has failed.
    if (status.state === "denied") expect(["denied", "mode"]).toContain(status.failure.code);
    expect(status.state === "queued" || movableFrom(goingOn, status.state)).toBeTruthy();
  }
  if (answer.kind === "status")
    for (const { task } of answer.runs)
      if (task.kind === "command") expect(parseArgv(task.request.argv).ok).toBe(true);
  if (answer.kind === "refused") expect(parseKubectl(answer.asked)).toEqual(answer.refusal);
  if (answer.kind === "notUnderstood") {
    const line = understandLine(answer.asked);
    expect(line).toMatchObject({ is: "misread", reason: answer.reason });
    expect(offered(answer.reason, []).suggestions).toEqual(answer.suggestions ?? []);
  }
  if (answer.kind === "azureDenied") expect(answer.needs.action).toMatch(/managedClusters\/read$/);
});

test("every picture has its answer", () => {
  expect(shown.map(([name]) => name)).toEqual([...pictured]);
});
