// The Teams app manifest is true to the product: what its menus offer is understood, and is what the help says.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseIntent } from "../src/core/chat/parse-intent.ts";
import { helpLines } from "../src/presenters/help.ts";
import { en } from "../src/presenters/messages/en.ts";

const command = z.object({ title: z.string(), description: z.string() });
const scopes = z.array(z.string());
const { bots, webApplicationInfo } = z
  .object({
    bots: z
      .array(
        z.object({
          botId: z.string(),
          scopes,
          commandLists: z.array(z.object({ scopes, commands: z.array(command) })),
        }),
      )
      .length(1),
    webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  })
  .parse(JSON.parse(readFileSync("manifest/manifest.json", "utf8")));

const [bot] = bots;
const commands = bot?.commandLists.flatMap((list) => list.commands) ?? [];

/** Offered by the menu alone: the help is where one is already, and cards carry the button to sign in. */
const onlyInMenu = ["help", "signIn"];

const kindOf = (text: string): string => {
  const understood = parseIntent(text);
  return understood.ok ? understood.intent.kind : understood.reason.is;
};

/** The first line of the help for each kind of question. */
const help = new Map(
  helpLines
    .toReversed()
    .flatMap(([line, text]) => (text === null ? [] : [[kindOf(text), en.help.does[line]] as const])),
);

test("the bot is in personal chats, teams and group chats, each with a menu", () => {
  const places = ["personal", "team", "groupChat"];
  expect(bot?.scopes).toEqual(places);
  expect(bot?.commandLists.flatMap((list) => list.scopes).toSorted()).toEqual(places.toSorted());
});

test("sign-in names the bot's own app, as Teams demands", () => {
  expect(webApplicationInfo).toEqual({ id: bot?.botId, resource: `api://botid-${bot?.botId}` });
});

test("the menu offers what the help explains, and nothing else", () => {
  const offered = [...new Set(commands.map(({ title }) => kindOf(title)))];
  expect(offered.toSorted()).toEqual([...help.keys(), ...onlyInMenu].toSorted());
});

test.each(commands.filter(({ title }) => !onlyInMenu.includes(kindOf(title))))(
  "the menu says of $title what the help says",
  ({ title, description }) => {
    expect(description).toBe(help.get(kindOf(title)));
  },
);
