// A look at a change only reads: what Azure did not take, or never answered, is asked again before anybody hears of it.
import type { CommandStart } from "../../../src/app/ports/azure.ts";
import { asked, cardOf, startChanging } from "./changing.ts";

const arm = (status: number | null, retryAfterSeconds?: number) => ({
  ...{ status, code: status === null ? "NoAnswer" : "Code", message: "" },
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
});
const refused = (status: number, wait?: number): CommandStart => ({
  status: "refused",
  failure: arm(status, wait),
});
const unanswered: CommandStart = { status: "unknown", failure: arm(null) };

test.each<[string, CommandStart, number, string, number]>([
  ["too many requests, once", refused(429, 4), 1, "pendingApproval", 2],
  ["an outage, three times", refused(503), 3, "pendingApproval", 4],
  ["an answer that was lost, twice", unanswered, 2, "pendingApproval", 3],
  ["one that does not pass", refused(503), 9, "failed", 4],
  ["one that would end the same way", refused(400), 1, "failed", 1],
  ["a wait that is too long for anybody", refused(429, 600), 1, "failed", 1],
])("%s", async (_, first, times, state, tries) => {
  let count = 0;
  const accepted: CommandStart = { status: "accepted", operationId: "op" };
  const fake = startChanging({
    start: () => {
      count += 1;
      return count <= times ? first : accepted;
    },
  });
  const run = await asked(fake);
  expect([run.status.state, count]).toEqual([state, tries]);
  if (state === "failed") expect(cardOf(fake, run.id)).toContain("Nothing was changed in the cluster.");
});
