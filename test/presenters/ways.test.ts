// What a card says of the ways in: which to try, which are closed and why, and none in the wrong list.
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { inWords } from "../diagnosed.ts";
import { answers } from "../fixtures/answers.ts";
import { nodesOf } from "./card-rules.ts";

const en = messages("en");

function cardOf(name: string) {
  const answer = answers[name];
  if (answer?.kind !== "run" || answer.run.status.state !== "succeeded") throw new Error(`no card ${name}`);
  const { card } = present(answer, en);
  const texts = nodesOf(card).flatMap(({ text }) => (typeof text === "string" ? [text] : []));
  const titles = nodesOf(card)
    .filter(({ type }) => type === "Action.Execute")
    .map(({ title }) => title);
  const [band] = (card as { body: { style: string }[] }).body;
  return { texts, titles, style: band?.style, diagnosis: inWords(answer.run.status.diagnosis as Diagnosis) };
}

test.each([
  [
    "diagnosis",
    "warning",
    "▲ Engineers behind vnet-hub cannot reach the API server of prod-1; nodes reach it",
  ],
  ["diagnosis-stopped", "attention", "■ prod-1 is stopped"],
  ["access-none", "attention", "■ prod-1 is stopped: no access path"],
  ["diagnosis-outside", "warning", "▲ You cannot reach prod-1 from 20.50.0.9; nodes reach it"],
  ["diagnosis-run-command-off", "good", "✔ Reachable: prod-1"],
])("%s: the headline", (name, style, title) => {
  const card = cardOf(name);
  expect([card.style, card.texts[0]]).toEqual([style, title]);
});

test("a run command that is off is said among the ways, and nowhere called a failure", () => {
  const { texts, titles } = cardOf("diagnosis-run-command-off");
  expect(texts).toContainEqual(
    expect.stringContaining("Switched off for this cluster: Run command through Azure."),
  );
  expect(texts.join("\n")).not.toMatch(/\d failed|What fails|✖ /);
  expect(titles).not.toContain("Get pods");
});

test.each(["diagnosis", "access"])(
  "%s: where the run command is the best way, two presses and no az line",
  (name) => {
    const { texts, titles } = cardOf(name);
    expect(titles).toEqual(expect.arrayContaining(["Get pods", "Events"]));
    expect(texts.join("\n")).not.toContain("az aks command invoke");
  },
);

test.each(["access", "access-from", "access-none"])(
  "%s: “Not usable now” holds none that is usable",
  (name) => {
    const { texts, diagnosis } = cardOf(name);
    const closed = texts.slice(texts.indexOf(en.access.closed) + 1);
    const usable = diagnosis.accessPaths.filter(({ state }) => state === "available" || state === "probable");
    expect(texts).toContain(en.access.closed);
    for (const { title } of usable) expect(closed.filter((text) => text.includes(`${title}:`))).toEqual([]);
    for (const { title } of usable.slice(3)) expect(texts.join("\n")).toContain(title);
  },
);

test("no way in: the cause, its fix, and who may do it stand on the card", () => {
  const { texts } = cardOf("access-none");
  expect(texts.join("\n")).toMatch(/Starts prod-1[.]/);
  expect(texts.join("\n")).toMatch(/Who may: Azure Kubernetes Service Contributor Role on prod-1[.]/);
});

test.each([
  ["diagnosis", "✔ Available", "kubectl works here"],
  ["diagnosis-unknown", "? Probable", "kubectl may work here"],
])("%s: no more is promised than is known", (name, word, text) => {
  expect(cardOf(name).texts).toContainEqual(expect.stringContaining(`**${word}** ${text}`));
});

test.each(["diagnosis-stopped", "diagnosis-outside"])(
  "%s: nothing is left open beside the headline",
  (name) => {
    expect(cardOf(name).texts).not.toContain(en.diagnosis.unknown);
  },
);

test("a fix that interrupts something is marked, in a word and a shape", () => {
  const answer = answers.diagnosis;
  if (answer?.kind !== "run" || answer.run.status.state !== "succeeded") throw new Error("no card");
  const whole = JSON.parse(JSON.stringify(answer).replaceAll('"disruptive":false', '"disruptive":true'));
  const textOf = (shown: typeof answer) => JSON.stringify(present(shown, en).card);
  expect([textOf(answer).includes("▲ Disruptive."), textOf(whole).includes("▲ Disruptive.")]).toEqual([
    false,
    true,
  ]);
});
