// Draws one picture of every card, desktop beside phone, into docs/cards: `node scripts/render-cards.ts [NAME…]`.
import { mkdir, writeFile } from "node:fs/promises";
import { messages } from "../src/presenters/messages/messages.ts";
import { present } from "../src/presenters/present.ts";
import { answers, pictured } from "../test/fixtures/answers.ts";
import { modes } from "../test/fixtures/operations-answers.ts";
import { openRenderer, profiles } from "./cards/renderer.ts";

const folder = new URL("../docs/cards/", import.meta.url);
await mkdir(folder, { recursive: true });

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : pictured;
const renderer = await openRenderer();
for (const name of names) {
  const answer = answers[name];
  if (answer === undefined) throw new Error(`No answer is called ${name}; see test/fixtures/answers.ts`);
  const { card } = present(answer, messages("en"), modes[name]);
  const desktop = await renderer.picture(card, profiles.desktopLight);
  const phone = await renderer.picture(card, profiles.phoneLight);
  await writeFile(new URL(`${name}.png`, folder), await renderer.sideBySide([desktop, phone]));
}
await renderer.close();
console.log(`${names.length} pictures in docs/cards`);
