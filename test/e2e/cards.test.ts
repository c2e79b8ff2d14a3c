// Every card in a real browser: nothing clipped, nothing too faint to read, nothing the parser objects to.

import { openRenderer, profiles, type Renderer } from "../../scripts/cards/renderer.ts";
import { languages, messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers } from "../fixtures/answers.ts";
import { nightAnswers } from "../fixtures/nights.ts";
import { nodesOf } from "../presenters/card-rules.ts";

let renderer: Renderer;

beforeAll(async () => {
  renderer = await openRenderer();
});

afterAll(async () => {
  await renderer.close();
});

const good = { objections: [], clipped: [], faint: [] };

/** Without the light phone, which draws the other languages: its colours are theirs, its room is that of the dark one. */
const { desktopLight, desktopDark, phoneLight, phoneDark } = profiles;

describe.each([desktopLight, desktopDark, phoneDark])("$name", (profile) => {
  test.each(Object.entries(answers))("%s", async (_, answer) => {
    const { card } = present(answer, messages("en"));
    expect(await renderer.draw(card, profile)).toEqual(good);
  });
});

/** Colours are the same in every language; room is scarcest on a phone. */
test("every card in every language, on a phone", async () => {
  const { en: _english, ...others } = languages;
  for (const language of Object.keys(others))
    for (const [name, answer] of Object.entries(answers)) {
      const { card } = present(answer, messages(language));
      expect([language, name, await renderer.draw(card, phoneLight)]).toEqual([language, name, good]);
    }
});

/** Teams' own head takes the rest of the first screen of a phone. */
const firstScreen = 450;
/** Title, impact, cause, fix and what is pressed first. */
const firstLook = 400;

test.each([
  ["approval-view", "Approve once", "Reject"],
  ["fix-approval-view", "Approve once", "Reject"],
  ["change-review", "Approve once", "Reject"],
  ["fix-review", "Approve once", "Reject"],
  ["incident-diagnosed", "Request this fix"],
  ["incident-seen-before", "Request this fix"],
])("on the first screen of a phone stands what decides: %s", async (name, ...titles) => {
  const answer = answers[name];
  if (answer === undefined) throw new Error(name);
  const buttons = await renderer.buttons(present(answer, messages("en")).card, phoneLight);
  for (const title of titles) expect(buttons[title]).toBeLessThan(firstScreen);
});

test.each([
  ...["incident", "incident-acknowledged", "incident-diagnosed", "incident-read", "incident-approval"],
  ...Object.keys(nightAnswers),
])("of an incident, what is pressed first stands in the first 400 px: %s", async (name) => {
  const answer = answers[name];
  if (answer?.kind !== "incident") throw new Error(name);
  const { card } = present(answer, messages("en"));
  const buttons = await renderer.buttons(card, phoneLight);
  const loud = nodesOf(card).flatMap(({ style, title }) => (style === "positive" ? [String(title)] : []));
  const owner = answer.incident.owner === null ? ["I'm on it"] : [];
  for (const title of [...owner, ...loud]) expect(buttons[title]).toBeLessThan(firstLook);
});

/** With all that a press would unfold. */
const unfolded = (card: object): object =>
  JSON.parse(JSON.stringify(card).replaceAll('"isVisible":false', '"isVisible":true'));

describe.each([desktopLight, phoneDark])("unfolded, $name", (profile) => {
  const folded = Object.entries(answers).filter(([name]) =>
    /^(diagnosis|access|table|change-review)/.test(name),
  );
  test.each(folded)("%s", async (_, answer) => {
    const { card } = present(answer, messages("en"));
    expect(await renderer.draw(unfolded(card), profile)).toEqual(good);
  });
});

describe("the measurements can fail", () => {
  const card = (body: readonly object[], actions: readonly object[] = []) => ({
    type: "AdaptiveCard",
    version: "1.5",
    body,
    actions,
  });
  const links = ["Approve this request", "Deny this request", "Show all details"].map((title) => ({
    type: "Action.OpenUrl",
    title,
    url: "https://contoso.example",
  }));

  test("three long buttons are clipped on a phone", async () => {
    expect((await renderer.draw(card([], links), phoneLight)).clipped).not.toEqual([]);
  });

  test("a warning colour is too faint on white", async () => {
    const text = { type: "TextBlock", text: "Look here", color: "Warning" };
    expect((await renderer.draw(card([text]), desktopLight)).faint).not.toEqual([]);
  });

  test("the parser objects to a property that it cannot read", async () => {
    const text = { type: "TextBlock", text: "x", size: "Gigantic" };
    expect((await renderer.draw(card([text]), desktopLight)).objections).not.toEqual([]);
  });
});
