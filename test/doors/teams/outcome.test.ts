// What is written down of a message that Teams did not take: Teams may repeat the message, secrets too.
import { outcomeOf } from "../../../src/doors/teams/outcome.ts";
import { CallError } from "../../../src/doors/teams/port.ts";
import { chatOf, megan } from "../../fakes/people.ts";

test("a secret in what Teams says is not in the log", async () => {
  const logged: unknown[] = [];
  const log = (...line: unknown[]) => void logged.push(line);
  const words = "BadSyntax near DB_PASSWORD: correct-horse-battery-staple";
  const refused = new CallError({ is: "answered", status: 400 }, words);
  const outcome = await outcomeOf({ info: log, warn: log, error: log }, chatOf(megan), () =>
    Promise.reject(refused),
  );
  expect(outcome).toEqual({ status: "refused", code: "400", again: false });
  expect(JSON.stringify(logged)).toContain("BadSyntax");
  expect(JSON.stringify(logged)).not.toContain("correct-horse");
});
