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

test("a text that is a section of its own, and one within a group, are laid over too", () => {
  const texts = translated({
    remembered: (cluster) => `Auf ${cluster}:`,
    failures: { done: { nothingSent: "Nichts wurde gesendet." } },
  });
  expect(texts.remembered("prod-1")).toBe("Auf prod-1:");
  expect(texts.failures.done).toEqual({ ...en.failures.done, nothingSent: "Nichts wurde gesendet." });
  expect(texts.failures.next).toBe(en.failures.next);
  expect(texts.notAnAlert(null)).toBe(en.notAnAlert(null));
});

test("two buttons fit beside each other on a phone", () => {
  for (const title of Object.values(en.buttons)) expect(title.length).toBeLessThanOrEqual(12);
});
