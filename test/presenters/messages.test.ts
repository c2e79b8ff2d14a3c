import { en } from "../../src/presenters/messages/en.ts";
import { messages, translated } from "../../src/presenters/messages/messages.ts";

const german = { buttons: { help: "Hilfe" }, signedOut: { title: "✔ Abgemeldet" } };

test.each([
  ["en-US", "Help"],
  ["de", "Hilfe"],
  ["de-AT", "Hilfe"],
  ["DE-at", "Hilfe"],
  ["fr-FR", "Help"],
  ["constructor", "Help"],
  ["", "Help"],
  [undefined, "Help"],
])("the locale %j says %s", (locale, help) => {
  expect(messages(locale, { de: german }).buttons.help).toBe(help);
});

test("what a translation leaves out stays English", () => {
  const texts = translated(german);
  expect(texts.signedOut).toEqual({ ...en.signedOut, title: "✔ Abgemeldet" });
  expect(texts.buttons.next).toBe(en.buttons.next);
  expect(texts.canI).toEqual(en.canI);
});

test("two buttons fit beside each other on a phone", () => {
  for (const title of Object.values(en.buttons)) expect(title.length).toBeLessThanOrEqual(12);
});
