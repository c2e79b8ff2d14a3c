// Draws every card, or those that are named, into pictures/cards: `npm run cards -- [NAME…]`. In English desktop beside
// phone, in each other language the phone alone, where its words have least room. One of each kind goes to docs/cards.
import { mkdir, writeFile } from "node:fs/promises";
import { languages, messages } from "../src/presenters/messages/messages.ts";
import { present } from "../src/presenters/present.ts";
import { answers, cardKinds } from "../test/fixtures/answers.ts";
import { modes } from "../test/fixtures/operations-answers.ts";
import { openRenderer, profiles, type Renderer } from "./cards/renderer.ts";

const folder = new URL("../pictures/cards/", import.meta.url);
const documented = new URL("../docs/cards/", import.meta.url);

function cardOf(name: string, language: string): object {
  const answer = answers[name];
  if (answer === undefined) throw new Error(`No answer is called ${name}; see test/fixtures/answers.ts`);
  return present(answer, messages(language), modes[name]).card;
}

async function drawEnglish(renderer: Renderer, name: string): Promise<void> {
  const card = cardOf(name, "en");
  const desktop = await renderer.picture(card, profiles.desktopLight);
  const phone = await renderer.picture(card, profiles.phoneLight);
  const isOfKind = cardKinds.some((kind) => kind === name);
  const file = new URL(`${name}.png`, isOfKind ? documented : folder);
  await writeFile(file, await renderer.sideBySide([desktop, phone]));
}

async function drawIn(language: string, renderer: Renderer, name: string): Promise<void> {
  const picture = await renderer.small(cardOf(name, language), profiles.phoneLight, language);
  await writeFile(new URL(`${language}/${name}.webp`, folder), picture);
}

const others = Object.keys(languages).filter((language) => language !== "en");
for (const language of others) await mkdir(new URL(`${language}/`, folder), { recursive: true });
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(answers);
const renderer = await openRenderer();
for (const name of names) {
  await drawEnglish(renderer, name);
  for (const language of others) await drawIn(language, renderer, name);
}
await renderer.close();
console.log(`${names.length * (1 + others.length)} pictures in pictures/cards and docs/cards`);
