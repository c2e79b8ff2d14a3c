// Draws a picture of every card into docs/cards, `node scripts/render-cards.ts [NAME…]`: in English desktop beside phone,
// in each other language the phone alone, where its words have least room.
import { mkdir, writeFile } from "node:fs/promises";
import { languages, messages } from "../src/presenters/messages/messages.ts";
import { present } from "../src/presenters/present.ts";
import { answers, pictured } from "../test/fixtures/answers.ts";
import { modes } from "../test/fixtures/operations-answers.ts";
import { openRenderer, profiles, type Renderer } from "./cards/renderer.ts";

const folder = new URL("../docs/cards/", import.meta.url);

function cardOf(name: string, language: string): object {
  const answer = answers[name];
  if (answer === undefined) throw new Error(`No answer is called ${name}; see test/fixtures/answers.ts`);
  return present(answer, messages(language), modes[name]).card;
}

async function drawEnglish(renderer: Renderer, name: string): Promise<void> {
  const card = cardOf(name, "en");
  const desktop = await renderer.picture(card, profiles.desktopLight);
  const phone = await renderer.picture(card, profiles.phoneLight);
  await writeFile(new URL(`${name}.png`, folder), await renderer.sideBySide([desktop, phone]));
}

async function drawIn(language: string, renderer: Renderer, name: string): Promise<void> {
  const picture = await renderer.small(cardOf(name, language), profiles.phoneLight, language);
  await writeFile(new URL(`${language}/${name}.webp`, folder), picture);
}

const others = Object.keys(languages).filter((language) => language !== "en");
for (const language of others) await mkdir(new URL(`${language}/`, folder), { recursive: true });
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : pictured;
const renderer = await openRenderer();
for (const name of names) {
  await drawEnglish(renderer, name);
  for (const language of others) await drawIn(language, renderer, name);
}
await renderer.close();
console.log(`${names.length * (1 + others.length)} pictures in docs/cards`);
