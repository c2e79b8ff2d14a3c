import { readdirSync } from "node:fs";
import { findingIds } from "../../../src/core/finding/kit/finding-id.ts";
import { languages, messages } from "../../../src/presenters/messages/messages.ts";
import { pseudo } from "./pseudo.ts";

const others = { ...languages, de: pseudo, zh: pseudo };

test.each([
  ["en-US", "Help"],
  ["de", "⟦Help⟧"],
  ["de-AT", "⟦Help⟧"],
  ["DE-at", "⟦Help⟧"],
  ["de_DE.UTF-8", "⟦Help⟧"],
  ["zh-CN", "⟦Help⟧"],
  ["zh-Hans", "⟦Help⟧"],
  ["zh-TW", "⟦Help⟧"],
  ["zh_CN.UTF-8@pinyin", "⟦Help⟧"],
  ["fr-FR", "Help"],
  ["C", "Help"],
  ["C.UTF-8", "Help"],
  ["POSIX", "Help"],
  ["constructor", "Help"],
  ["", "Help"],
  [undefined, "Help"],
  [7, "Help"],
])("the locale %j says %s", (locale, help) => {
  expect(messages(locale, others).buttons.help).toBe(help);
});

test("every folder of texts is a language that is spoken", () => {
  const folder = new URL("../../../src/presenters/messages/", import.meta.url);
  const names = readdirSync(folder).filter((name) => /^[a-z]{2}$/.test(name));
  expect(names.toSorted()).toEqual(Object.keys(languages));
});

/** Han and full-width letters are as wide as two others. */
const widthOf = (text: string): number => text.replace(/[\u2e80-\u9fff\uff00-\uff60]/g, "xx").length;

test.each(Object.entries(languages))("two buttons fit beside each other on a phone: %s", (_name, texts) => {
  for (const title of Object.values(texts.buttons)) expect(widthOf(title)).toBeLessThanOrEqual(12);
});

// It stands on cards of channels and in reports, which others read than whoever asked.
test.each(Object.entries(languages))(
  "no check is named after whoever reads its title: %s",
  (_name, texts) => {
    const { titleOfFinding, inClusterFindings } = texts;
    const titles = [...findingIds, ...Object.keys(inClusterFindings)].map((id) => titleOfFinding(id) ?? "");
    expect(titles.filter((title) => /\b(?:you|your|du|dir|dich|dein\w*)\b|[你您]/iu.test(title))).toEqual([]);
  },
);
