// The Teams app manifest is true to the product: what its menus offer is understood, and is what the help says.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseIntent } from "../src/core/conversation/grammar/parse-intent.ts";
import { helpRows, verbEntries } from "../src/core/conversation/verbs.ts";
import { languages, messages } from "../src/presenters/messages/messages.ts";

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

/** Of one menu, as the schema has it. */
const mostCommands = 12;

/** Offered by the menu alone: the help is where one is already, and cards carry the button to sign in. */
const onlyInMenu = ["help", "signIn"];

/** The menu of a channel is full; the help, which stands in it, has them. */
const onlyInHelp = ["pastIncidents", "weekly", "week", "mute"];

/** A reason behind a change is read off before all else; an incident is declared with one. */
const kindOf = (text: string): string => {
  const understood = parseIntent(/^incident/.test(text) ? text : text.replace(/ because .*$/, ""));
  return understood.ok ? understood.intent.kind : understood.reason.is;
};

/** The first line of the help for each kind of question. */
const help = new Map(
  helpRows
    .toReversed()
    .flatMap(({ line, write: text }) =>
      text === null ? [] : [[kindOf(text), messages().help.does[line]] as const],
    ),
);

test("the bot is in personal chats, teams and group chats, each with a menu", () => {
  const places = ["personal", "team", "groupChat"];
  expect(bot?.scopes).toEqual(places);
  expect(bot?.commandLists.flatMap((list) => list.scopes).toSorted()).toEqual(places.toSorted());
});

test("sign-in names the bot's own app, as Teams demands", () => {
  expect(webApplicationInfo).toEqual({ id: bot?.botId, resource: `api://botid-${bot?.botId}` });
});

test.each([
  [0, "own"],
  [1, "shared"],
] as const)("menu %i offers the verbs that say so, and has room for them", (at, menu) => {
  const offered = bot?.commandLists[at]?.commands.map(({ title }) => kindOf(title)) ?? [];
  const wanted = verbEntries.flatMap(([kind, verb]) => (verb.menu?.includes(menu) ? [kind] : []));
  expect(offered.toSorted()).toEqual(wanted.toSorted());
  expect(offered.length).toBeLessThanOrEqual(mostCommands);
});

test("what the help explains stands in a menu, as far as there is room", () => {
  const offered = new Set(commands.map(({ title }) => kindOf(title)));
  expect([...help.keys(), ...onlyInMenu].filter((kind) => !offered.has(kind))).toEqual(onlyInHelp);
  expect(bot?.commandLists[1]?.commands).toHaveLength(mostCommands);
});

test.each(commands.filter(({ title }) => !onlyInMenu.includes(kindOf(title))))(
  "the menu says of $title what the help says",
  ({ title, description }) => {
    expect(description).toBe(help.get(kindOf(title)));
  },
);

const filesOf = z
  .object({
    localizationInfo: z.object({
      additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
    }),
  })
  .parse(JSON.parse(readFileSync("manifest/manifest.json", "utf8"))).localizationInfo.additionalLanguages;

test("the languages of the menu are those of the cards", () => {
  const tags = filesOf.map(({ languageTag }) => languageTag.split("-")[0]);
  expect([...tags, "en"].toSorted()).toEqual(Object.keys(languages).toSorted());
});

describe.each(filesOf)("the menu in $languageTag", ({ languageTag, file }) => {
  const texts = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(`manifest/${file}`, "utf8")));
  const { help } = messages(languageTag);
  const does = new Map(
    helpRows
      .toReversed()
      .flatMap(({ line, write: text }) => (text === null ? [] : [[kindOf(text), help.does[line]] as const])),
  );

  test("says of each command what the help says in that language, and leaves none out", () => {
    const said = (bot?.commandLists ?? []).flatMap(({ commands: listed }, list) =>
      listed.map(({ title, description }, at) => {
        const text = texts[`bots[0].commandLists[${list}].commands[${at}].description`];
        const expected = does.get(kindOf(title));
        // Of those that the help does not have, that they are not the English words.
        return expected === undefined ? text !== undefined && text !== description : text === expected;
      }),
    );
    expect(said.every((is) => is)).toBe(true);
    const described = Object.keys(texts).filter((name) => name.startsWith("bots"));
    expect(described).toHaveLength(said.length);
  });
});
