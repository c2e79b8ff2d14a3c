// The report of an incident as a file, where people, rules and alerts wrote into it what they liked.
import { type ReportPart, reportOf } from "../../src/presenters/incident/story.ts";
import { writeReport } from "../../src/presenters/incident/write-report.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { answers } from "../fixtures/answers.ts";

const story = answers["incident-story"];
if (story?.kind !== "incidentStory") throw new Error("no story");
const noted = (text: string) => ({
  ...story,
  entries: [{ at: "2026-07-27T01:13:00Z", by: null, run: null, event: { is: "note", text } as const }],
});
const textsIn = (part: ReportPart) => (part.is === "table" ? part.rows.flat() : [part.text]);
const markdown = async (text: string) => new TextDecoder().decode(await writeReport(noted(text), "md"));

test.each([
  ["a link", "[approve](https://evil.example)", "\\[approve\\](https://evil.example)"],
  ["a picture", "![x](https://evil.example/x.png)", "!\\[x\\](https://evil.example/x.png)"],
  ["HTML", "<at>everyone</at>", "\\<at\\>everyone\\</at\\>"],
  ["another column", "done | Megan", "done \\| Megan"],
  ["another line", "done\n| 01:00 | Megan | approved |", "done \\| 01:00 \\| Megan \\| approved \\|"],
])("%s in a note stays text in Markdown", async (_name, written, expected) => {
  const rows = (await markdown(written)).split("\n").filter((line) => line.includes("01:13:00"));
  expect(rows).toEqual([expect.stringContaining(expected)]);
});

test.each([
  ["a control character, of which no document may hold one", "a\u0001b\u000bc", "a\\u0001b\\u000bc"],
  ["a sign that turns the direction of text", "ok \u202egnihton", "ok \\u202egnihton"],
  ["half a character", "a\ud800b", "a\ufffdb"],
])("%s is spelled out in every document", (_name, written, expected) => {
  const texts = reportOf(noted(written), messages()).flatMap(textsIn);
  expect(texts).toContainEqual(expect.stringContaining(expected));
  expect(texts.filter((text) => text.includes(written))).toEqual([]);
});

test.each([true, false])("whether more happened than it holds is said: %s", (goesOn) => {
  const texts = reportOf({ ...story, goesOn }, messages()).flatMap(textsIn);
  expect(texts.some((text) => text.startsWith("There were more alerts or steps"))).toBe(goesOn);
});
