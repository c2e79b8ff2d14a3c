// The incident's card: what is pressed first, where it goes on once it was merged, and how its times are written.
import type { Answer } from "../../../src/core/conversation/answer.ts";
import { knownOf, titleOf } from "../../../src/presenters/incident/words.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { incidentAnswers } from "../../fixtures/incident-answers.ts";
import { stories } from "../../fixtures/incident-stories.ts";
import { nightAnswers } from "../../fixtures/nights.ts";
import { nodesOf } from "../card-rules.ts";

const answers: Readonly<Record<string, Answer>> = { ...incidentAnswers, ...nightAnswers };

function cardOf(name: string, language = "en"): object {
  const answer = answers[name];
  if (answer === undefined) throw new Error(name);
  return present(answer, messages(language)).card;
}

/** Those above the facts, in their order; a loud one with its style. */
const pressedFirst = (name: string): readonly string[] => {
  const { body } = cardOf(name) as { body: readonly object[] };
  return nodesOf(body)
    .filter(({ type }) => type === "Action.Execute")
    .map(({ title, style }) => (style === "default" ? String(title) : `${title} (${style})`));
};

test.each([
  ["nobody has looked", "incident", ["I'm on it", "Diagnose"]],
  ["a fix of what was alerted", "incident-read", ["Request this fix (positive)", "I'm on it"]],
  ["the same, and somebody is on it", "incident-diagnosed", ["Request this fix (positive)"]],
  [
    "a fix of something else than the alert",
    "night-link-deleted",
    ["Diagnose (positive)", "I'm on it", "Request this fix"],
  ],
  [
    "the same, of what keeps one person out",
    "night-address-not-listed",
    ["Diagnose (positive)", "I'm on it", "Request this fix"],
  ],
  ["no fix is known", "night-node-pressure", ["I'm on it (positive)", "Diagnose"]],
  ["a container crashes", "night-crash-loop", ["Previous log (positive)", "I'm on it"]],
  ["too little could be read", "night-hub-unreadable", ["Diagnose (positive)", "I'm on it"]],
  ["the fix waits for its approval", "incident-approval", []],
  ["it is over", "incident-resolved-fixed", []],
])("what is pressed first: %s", (_name, answer, buttons) => {
  expect(pressedFirst(answer)).toEqual(buttons);
});

test.each(Object.keys(nightAnswers))("no button stands twice on %s", (name) => {
  const titles = nodesOf(cardOf(name)).flatMap(({ type, title }) =>
    type === "Action.Execute" ? [title] : [],
  );
  expect(titles).toEqual([...new Set(titles)]);
});

/** The titles of facts on a desktop. */
const labels = (name: string, language: string): readonly string[] =>
  nodesOf(cardOf(name, language)).flatMap(({ type, facts }) =>
    type === "FactSet" ? (facts as readonly { title: string }[]).map(({ title }) => title) : [],
  );

test("a label of Chinese letters does not break between two of them", () => {
  const all = labels("night-crash-loop", "zh");
  expect(all.length).toBeGreaterThan(2);
  for (const label of all) expect(label).not.toMatch(/\p{Script=Han}\p{Script=Han}/u);
  expect(all.map((label) => label.replaceAll("\u2060", ""))).toContain("处理人");
});

test("each step has the reader's own time, and how long after the first it was", () => {
  const facts = nodesOf(cardOf("incident-resolved-fixed")).flatMap(({ facts: all }) =>
    Array.isArray(all) ? (all as readonly { title: string; value: string }[]) : [],
  );
  expect(facts).toContainEqual({
    title: "+0:41",
    value: "{{TIME(2026-07-27T01:13:00Z)}} Megan Bowen is on it",
  });
});

test.each(["en", "de", "zh"])(
  "the card of a merged one names both and who did it in its title: %s",
  (language) => {
    const { body } = cardOf("incident-merged", language) as {
      body: readonly [{ items: readonly [{ text: string }] }];
    };
    const [{ text }] = body[0].items;
    for (const said of ["prod-1", "I-7QF2XW9K3B", "I-4M8ZT1C6QD", "Megan Bowen"])
      expect(text).toContain(said);
  },
);

test("one alert is one fact, with since when it fires; several are counted", () => {
  const titles = (name: string) => labels(name, "en").filter((title) => title.startsWith("Alert"));
  expect(titles("night-no-dns")).toEqual(["Alert"]);
  expect(titles("night-crash-loop")).toEqual(["Alert", "Alerts"]);
});

test.each([
  [undefined, "○ Healthy again after a restart · prod-1: the cause may come back"],
  ["de", "○ Wieder gesund nach einem Neustart · prod-1: Die Ursache kann wiederkommen"],
  ["zh", "○ 重启后恢复正常 · prod-1：原因可能再次出现"],
])("a restart is never called a fix, as in the report: %s", (locale, title) => {
  const { now } = stories.restarted;
  const texts = messages(locale);
  expect(titleOf(now, knownOf(now, texts), texts)).toBe(title);
});

test.each(["en", "de", "zh"])(
  "nobody is told to raise a limit of memory that was not the matter: %s",
  (language) => {
    const card = JSON.stringify(cardOf("night-crash-loop", language));
    expect(card).toContain("password authentication failed");
    expect(card).not.toMatch(/OOMKilled|memory limit|Speicherlimit|内存限制/);
  },
);

/** The style of the band, and the title in it. */
const bandOf = (name: string) => {
  const { body } = cardOf(name) as { body: readonly [{ style: string; items: readonly [{ text: string }] }] };
  return [body[0].style, body[0].items[0].text.split(" ").slice(0, 2).join(" ")];
};

test.each([
  ["a fix that was seen to work", "incident-resolved-fixed", "good", "✔ Fixed"],
  ["as somebody says, but an alert is open", "incident-resolved-by-hand", "emphasis", "✔ Resolved"],
  ["a restart, though all is well", "incident-resolved-restarted", "emphasis", "○ Healthy"],
  ["by itself, with a cause that nobody removed", "incident-resolved-cause-known", "emphasis", "○ Resolved"],
  ["by itself, and nobody looked", "incident-resolved", "emphasis", "○ Resolved"],
  ["what was open was split off", "incident-resolved-by-split", "emphasis", "○ Resolved"],
])("what is over is green only where it is over for good: %s", (_case, name, style, title) => {
  expect(bandOf(name)).toEqual([style, title]);
});

test("what ended by a split does not say that its last alert was resolved", () => {
  const card = JSON.stringify(cardOf("incident-resolved-by-split"));
  expect(card).toContain("its open alerts were split off, into I-7QF2XW9K3B");
  expect(card).not.toMatch(/last alert was resolved|may come back/);
});

test("a fix from before the newest diagnosis is not taken for what is done about what that found", () => {
  expect(JSON.stringify(cardOf("incident-other-cause-after-fix"))).toContain(
    "Earlier: The fix, asked for by",
  );
  for (const name of ["incident-still-broken", "incident-mitigated"])
    expect(JSON.stringify(cardOf(name))).not.toContain("Earlier:");
});

const posts = Object.entries(answers).filter(([, { kind }]) =>
  ["incident", "incidentRing", "incidentEscalated", "incidentHanded"].includes(kind),
);

describe.each(["en", "de", "zh"])("whatever is posted into a channel, in %s", (language) => {
  test.each(posts)("names its cluster in its title: %s", (name) => {
    const [title] = nodesOf(cardOf(name, language)).flatMap(({ type, text }) =>
      type === "TextBlock" ? [String(text)] : [],
    );
    expect(title).toMatch(/(?:prod|edge)-1/);
  });
});

test.each([
  ["incident-worse", "attention", "✖ Sev"],
  ["incident-ring-held", "warning", "▲ Sev"],
  ["incident-open-again", "warning", "▲ Open"],
  ["incident-ring-over", "emphasis", "○ Resolved"],
  ["incident-end", "good", "✔ Fixed"],
  ["incident-end-by-hand", "emphasis", "✔ Resolved"],
])("a later post has the sign and the colour that the card has: %s", (name, style, title) => {
  expect(bandOf(name)).toEqual([style, title]);
});

test.each([
  ["en", "on it"],
  ["de", "zuständig"],
  ["zh", "处理"],
])("a later post about what is over by then does not look for somebody, in %s", (language, word) => {
  expect(JSON.stringify(cardOf("incident-open-again", language))).toContain(word);
  expect(JSON.stringify(cardOf("incident-ring-over", language))).not.toContain(word);
});

test.each([
  ["en", "nights and platform: Alex Wilber.", "leads, not before", "Called before: "],
  ["de", "nights und platform: Alex Wilber.", "leads, nicht vor", "Schon gerufen: "],
  ["zh", "Alex Wilber。", "leads，不早于", "此前已呼叫："],
])(
  "whom it has called, and who is next and when, stand on the card and in the call, in %s",
  (language, ...all) => {
    const [called, next, before] = all;
    const [card, call] = ["incident-called", "incident-escalated-next"].map((name) =>
      JSON.stringify(cardOf(name, language)),
    );
    for (const said of [called, next]) expect(card).toContain(said);
    for (const said of [called, next, before]) expect(call).toContain(said);
  },
);

test.each([
  ["de", "du hast Bereitschaft", "ihr habt Bereitschaft"],
  ["zh", "，你正在为", "，你们正在为"],
])("one person is addressed as one, and several as several, in %s", (language, one, several) => {
  expect(JSON.stringify(cardOf("incident-escalated", language))).toContain(one);
  expect(JSON.stringify(cardOf("incident-escalated-many", language))).toContain(several);
});
