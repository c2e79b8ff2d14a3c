// The report of an incident as Markdown and as a Word document: the same rows, and text of others stays text.
// `UPDATE_GOLDEN=1` writes the golden files.
import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { signedReports } from "../../../src/app/incident/story.ts";
import { readReport } from "../../../src/core/audit/anchor.ts";
import type { IncidentStory } from "../../../src/core/conversation/answer.ts";
import { personKey } from "../../../src/core/requester.ts";
import type { ResourceChange } from "../../../src/core/snapshot/snapshot.ts";
import { writeReport } from "../../../src/presenters/incident/write-report.ts";
import { checkWith, ephemeralKey } from "../../../src/store/audit/trail-key.ts";
import { megan } from "../../fixtures/asked-runs.ts";
import { nowOf, stories } from "../../fixtures/incident-stories.ts";

const told = stories.fixed;

const markdown = async (story: IncidentStory, locale = "en") =>
  new TextDecoder().decode(await writeReport(story, "md", { locale }));

/** What Word shows: its paragraphs, none of its marks. */
async function paragraphs(story: IncidentStory): Promise<readonly string[]> {
  const files = unzipSync(await writeReport(story, "docx", {}));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = ""]) =>
    [...inner.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text = ""]) => unescaped(text)).join(""),
  );
}
const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** One each in the other languages: between them they have nearly every sentence. */
const goldens: readonly (readonly [file: string, story: IncidentStory, language: string])[] = [
  ...Object.entries(stories).map(([name, story]) => [name, story, "en"] as const),
  ["fixed.de", stories.fixed, "de"],
  ["restarted.zh", stories.restarted, "zh"],
];

test.each(goldens)("%s as Markdown is its golden file", async (name, story, language) => {
  const file = new URL(`../../golden/reports/${name}.md`, import.meta.url);
  const written = await markdown(story, language);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, written);
  expect(written).toBe(readFileSync(file, "utf8"));
});

describe("signed", () => {
  const { signer, publicKey } = ephemeralKey();
  const errors: unknown[] = [];
  const written = async (story: IncidentStory, by = signer) => {
    const reports = signedReports(writeReport, by, (error) => errors.push(error));
    return new TextDecoder().decode(await reports.write(story, "md", story.now.incident.conversation));
  };
  const checked = (file: string) => readReport(file, checkWith([publicKey]));

  test.each(Object.entries(stories))(
    "%s is proved with its head, and without one of its words not",
    async (_name, story) => {
      const file = await written(story);
      expect(file).toContain((await markdown(story)).trimEnd());
      expect(checked(file)).toEqual({ state: "unchanged", head: story.head });
      expect(checked(file.replace(" the ", " "))).toEqual({ state: "changed" });
    },
  );

  test("what people write is no signature", async () => {
    const { head } = told;
    const [line = ""] = (await written({ ...told, head: null })).trimEnd().split("\n").slice(-1);
    const story = { ...told, names: told.names.map((one) => ({ ...one, name: `\n${line}\n` })) };
    expect(checked(await written(story))).toEqual({ state: "unchanged", head });
  });

  test("while the key cannot be used, the report comes without", async () => {
    const why = new Error("the vault does not answer");
    const file = await written(told, { ...signer, sign: () => Promise.reject(why) });
    expect([file, errors, checked(file)]).toEqual([await markdown(told), [why], { state: "unsigned" }]);
  });
});

test("as a Word document it holds what the Markdown holds, part by part", async () => {
  const cells = (line: string) =>
    line.startsWith("|") ? line.slice(1, -1).split(/(?<!\\)\|/) : [line.replace(/^#+ /, "")];
  const written = (await markdown(told))
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("| ---") && !/^\|(?: --- \|)+$/.test(line))
    .flatMap(cells)
    .map((cell) => cell.trim().replaceAll(/\\(.)/g, "$1"))
    .filter((cell) => cell !== "");
  const shown = (await paragraphs(told)).filter((text) => text !== "");
  expect(shown).toEqual(written);
});

const hostile = [
  "**[Click](https://evil.example)**",
  "![x](https://evil.example/x.png)",
  "<script>alert(1)</script>",
  "<at>everyone</at>",
  "a | b\n\n# Heading",
  "done\n| 01:00 | Megan | approved |",
  "`code` ~~gone~~ _so_",
  '</w:t></w:r><w:r><w:t>"&amp;',
];

describe("text of others", () => {
  const withNote = (text: string): IncidentStory => ({
    ...told,
    entries: [{ at: told.now.incident.openedAt, by: megan, run: null, event: { is: "note", text } }],
  });

  test.each(hostile)("stays text in Markdown: %j", async (text) => {
    const rows = (await markdown(withNote(text))).split("\n").filter((line) => line.includes("noted:"));
    expect(rows).toHaveLength(1);
    const [row = ""] = rows;
    expect(row.split(/(?<!\\)\|/)).toHaveLength(5);
    expect(row.replaceAll(/\\./g, "")).not.toMatch(/[[\]<>`*~_#]/);
  });

  test.each(hostile)("stays text in Word: %j", async (text) => {
    expect(await paragraphs(withNote(text))).toContain(`noted: ${text}`);
  });

  test.each([
    ["a control character, of which no document may hold one", "a\u0001b\u000bc", "a\\u0001b\\u000bc"],
    ["a sign that turns the direction of text", "ok \u202egnihton", "ok \\u202egnihton"],
    ["half a character", "a\ud800b", "a\ufffdb"],
  ])("%s is spelled out in every document", async (_name, text, expected) => {
    expect(await paragraphs(withNote(text))).toContain(`noted: ${expected}`);
    const rows = (await markdown(withNote(text))).split("\n").filter((line) => line.includes("noted:"));
    expect(rows.map((row) => row.replaceAll("\\\\", "\\"))).toEqual([expect.stringContaining(expected)]);
  });
});

describe("what whoever was not there would ask", () => {
  const ofTeam = { is: "channel", team: "Platform", channel: null, isGeneral: false } as const;

  test.each<[string, IncidentStory["place"], string | null]>([
    ["a channel", { ...ofTeam, channel: "a|b" }, "| Place | The channel a\\|b, in the team Platform |"],
    [
      "the first channel",
      { ...ofTeam, isGeneral: true },
      "| Place | The channel General, in the team Platform |",
    ],
    ["a private channel", ofTeam, "| Place | A channel, in the team Platform |"],
    [
      "a channel that Teams does not name",
      { is: "unread" },
      "| Place | A channel whose name Teams did not tell |",
    ],
    ["a chat", { is: "chat" }, "| Place | A chat in Teams |"],
    ["what was kept before", undefined, null],
  ])("where it lived: %s", async (_what, place, expected) => {
    const { place: _, ...story } = told;
    const written = await markdown({ ...story, ...(place && { place }) });
    if (expected === null) expect(written).not.toContain("| Place |");
    else expect(written).toContain(expected);
  });

  /** Made by the approver, with their rights. */
  const lent = (now: IncidentStory["now"]): IncidentStory["now"] => {
    const { change } = now;
    if (change?.status.state !== "succeeded" || change.status.proposed === undefined)
      throw new Error("not made");
    const proposed = { ...change.status.proposed, ranBy: megan };
    return { ...now, change: { ...change, status: { ...change.status, proposed } } };
  };
  const fixed = nowOf("incident-resolved-fixed");
  /** Its cause follows another change, without an application. */
  const changedBy = (more: Partial<ResourceChange>): IncidentStory["now"] => {
    const { diagnosis } = fixed;
    const cause = diagnosis?.status.state === "succeeded" ? diagnosis.status.diagnosis?.rootCause : null;
    if (!cause?.changed || diagnosis?.status.state !== "succeeded" || !diagnosis.status.diagnosis)
      throw new Error("no cause that follows a change");
    const { application: _none, ...change } = cause.changed;
    const changed = { ...change, ...more };
    const found = { ...diagnosis.status.diagnosis, rootCause: { ...cause, changed } };
    return { ...fixed, diagnosis: { ...diagnosis, status: { ...diagnosis.status, diagnosis: found } } };
  };
  const { change: restart } = stories.restarted.now;
  if (restart?.status.state !== "succeeded" || restart.status.result === null) throw new Error("no restart");
  const { result } = restart.status;
  const unmade: IncidentStory["now"] = {
    ...nowOf("night-crash-loop"),
    change: { ...restart, status: { ...restart.status, result: { ...result, exitCode: 1 } } },
  };

  test.each<[string, IncidentStory["now"], readonly (string | RegExp)[]]>([
    [
      "who was hurt, and for how long",
      fixed,
      [
        "Engineers behind vnet-hub cannot reach the API server",
        /From 2026-07-27 01:12:24 UTC, when the first alert fired, .* it lasted 9 min 7 s/,
        "Whether customers were hurt is not known",
      ],
    ],
    [
      "who changed what before, and when",
      fixed,
      [/2026-07-27 00:47:05 UTC.*Megan Bowen deleted the DNS zone link/],
    ],
    [
      "since when, likely",
      fixed,
      [/likely began 25 min 19 s before the first alert, on 2026-07-27 00:47:05 UTC/, "34 min 26 s"],
    ],
    [
      "not since when, where the change came after it",
      changedBy({ time: "2026-07-27T01:13:00Z" }),
      ["Whether it had begun before that is not known"],
    ],
    [
      "whether it was the person",
      fixed,
      ["a person was signed in, with the Azure CLI; whether it was done by hand or by a script"],
    ],
    [
      "whether it was the person, with another application",
      changedBy({ application: "8c1b2f7e-0000-4000-8000-000000000000" }),
      ["with the application 8c1b2f7e…"],
    ],
    [
      "whether it was the person, where the log has no application",
      changedBy({}),
      ["with an application that it does not name"],
    ],
    [
      "whether it was an application",
      changedBy({ caller: "8c1b2f7e-0000-4000-8000-000000000000" }),
      ["an application did it, and no person was signed in"],
    ],
    ["that nobody knows who it was", changedBy({ caller: "" }), ["does not say who it was"]],
    [
      "what was split off, and how far it is",
      told.now,
      ["split I-7QF2XW9K3B (open, nobody is on it) from this incident"],
    ],
    ["what ended the earlier one", told.now, ["its alerts stopped, and nothing says why"]],
    [
      "how often it was, and who closed it why",
      { ...fixed, before: stories.restarted.now.before },
      [/in 3 earlier incidents of the 90 days.*closed by a person: “restarted by hand.*ended by a change;/],
    ],
    ["who follows up", fixed, ["Megan Bowen was on the incident last"]],
    ["that nobody was on it", nowOf("incident-resolved"), ["Nobody took the incident here"]],
    [
      "whether a cluster that does not do what was asked was changed",
      unmade,
      ["did not end well", "not proved that the cause is gone"],
    ],
    ["with whose rights", fixed, ["with the rights of Alex Wilber"]],
    ["with whose rights, where an approver lent them", lent(fixed), ["with the rights of Megan Bowen"]],
    [
      "what is left, where nothing was made",
      nowOf("incident-diagnosed"),
      ["Proposed, and not made", "It goes on since 2026-07-27 01:12:24 UTC"],
    ],
    [
      "what is left, where it still does not work",
      nowOf("incident-still-broken"),
      ["not proved that the cause is gone"],
    ],
    [
      "what was tried",
      nowOf("incident-rejected"),
      ["was rejected by Megan Bowen: wait for the change window"],
    ],
    [
      "since when, of one that was declared",
      nowOf("incident-declared"),
      ["when it was declared", "no cause is known", "with: “orders are stuck since the upgrade”"],
    ],
    [
      "who ended it, and why",
      nowOf("incident-resolved-by-hand"),
      [
        "# Incident report",
        /Closed by Megan Bowen after 11 min 52 s/,
        /closed by Megan Bowen on .*“the link of vnet-hub/,
      ],
    ],
  ])("%s", async (_question, now, said) => {
    const written = await markdown({ ...told, now });
    for (const each of said)
      expect(written).toEqual(
        typeof each === "string" ? expect.stringContaining(each) : expect.stringMatching(each),
      );
    // But for what was executed, which stands there to the letter.
    const read = (written.split("## Proof")[0] ?? "").replaceAll(/^ {4}.*$/gm, "");
    expect(read).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});

describe("nothing is called done well that nobody has shown", () => {
  const headline = async (story: IncidentStory) => (await markdown(story)).split("\n")[2] ?? "";

  test.each<[string, IncidentStory, RegExp]>([
    ["a fix after which a diagnosis reached the cluster", stories.fixed, /^✔ Fixed 9 min 7 s after/],
    [
      "a restart, whatever was found after it",
      stories.restarted,
      /^○ Mitigated .*is healthy again; the cause may come back/,
    ],
    [
      "that the alert stopped",
      stories.byItself,
      /^The alert stopped after 11 min 52 s; nobody looked into it with AKS On-Call/,
    ],
    [
      "that it stopped once somebody had looked",
      { ...stories.byItself, entries: stories.restarted.entries.slice(0, 4) },
      /^The alert stopped after .*; nothing was changed with AKS On-Call/,
    ],
    [
      "that it stopped after a fix in vain",
      {
        ...stories.fixed,
        now: { ...nowOf("incident-still-broken"), incident: stories.fixed.now.incident },
      },
      /^The alert stopped after .*; whether a change ended it is not known/,
    ],
    [
      "what goes on",
      { ...stories.fixed, now: nowOf("incident-acknowledged") },
      /^✖ Sev 1 · prod-1: api-server-availability/,
    ],
  ])("%s", async (_case, story, expected) => {
    expect(await headline(story)).toMatch(expected);
  });
});

describe("what people noted stands where it is looked for", () => {
  const at = "2026-07-27T01:19:34Z";
  const withNote = (text: string): IncidentStory => ({
    ...told,
    entries: [{ at, by: megan, run: null, event: { is: "note", text } }],
  });
  const section = async (text: string, name: string) =>
    (await markdown(withNote(text))).split(`## ${name}\n`)[1]?.split("\n## ")[0] ?? "";

  test.each(["customers cannot pay", "Kunden können nicht zahlen", "客户无法付款"])(
    "of customers: %s",
    async (text) => {
      const impact = await section(text, "Impact");
      expect(impact).toContain(`Megan Bowen reported on 2026-07-27 01:19:34 UTC: “${text}”`);
      expect(impact).not.toContain("Whether customers were hurt is not known");
    },
  );

  test("of the minute of the change, with the cause", async () => {
    expect(await section("the script ran at 00:47 UTC", "Cause")).toContain(
      "That is the minute of this change",
    );
    expect(await section("the script ran at 00:46 UTC", "Cause")).not.toContain("the script ran");
  });

  test("whatever it says, with what is left", async () => {
    expect(await section("ask Lee", "Left open")).toContain("“ask Lee” (Megan Bowen, ");
  });

  test.each([
    ["ask Lee, OPS-311", "the ticket OPS-311 says it"],
    ["AB#4711 and INC0012345", "the tickets AB#4711 and INC0012345 say it"],
  ])("what names a ticket, as a next step: %s", async (text, told) => {
    const left = await section(text, "Left open");
    expect(left).toContain("Next step, as Megan Bowen noted on 2026-07-27 01:19:34 UTC");
    expect(left.replaceAll("\\", "")).toContain(told);
  });

  test.each(["it speaks TLS with SHA-256", "CVE-2026-1234", "I-4M8ZT1C6QD", "prod-12"])(
    "and nothing else is a ticket: %s",
    async (text) => {
      expect(await section(text, "Left open")).not.toContain("Next step");
    },
  );
});

test("who was mentioned, and whether they did anything here after that", async () => {
  const called = async (story: IncidentStory) => (await markdown(story)).match(/\| Called \|.*/)?.[0];
  const { entries } = stories.byItself;
  expect(await called(stories.byItself)).toMatch(
    /Megan Bowen was mentioned.*schedule nights.*No step of theirs/,
  );
  const note = {
    at: "2026-08-05T01:20:00.000Z",
    by: megan,
    run: null,
    event: { is: "note", text: "x" },
  } as const;
  const answered = [...entries.slice(0, 3), note, ...entries.slice(3)];
  expect(await called({ ...stories.byItself, entries: answered })).toContain("Answered here: Megan Bowen");
  expect(await called({ ...stories.byItself, entries: entries.slice(0, 2) })).toContain(
    "Nobody was mentioned",
  );
  expect(await called(stories.fixed)).toBeUndefined();
});

describe("who was called", () => {
  const [fired, posted, call, ended] = stories.byItself.entries;
  const called = async (language: string, event: object, elsewhere: readonly string[]) => {
    if (call === undefined) throw new Error("nobody was called");
    const entries = [fired, posted, { ...call, event: { ...call.event, ...event } }, ended];
    const story = { ...stories.byItself, entries, elsewhere } as IncidentStory;
    const names = [...story.names, { key: personKey(lee), name: "Lee Gu" }];
    const file = await writeReport({ ...story, names }, "md", { locale: language });
    return new TextDecoder().decode(file);
  };
  const lee = { objectId: "1ee", tenantId: megan.tenantId };

  test.each([
    ["en", "1 more person on call was not found in the channel: Jo, by what the schedule says now"],
    ["de", "1 weitere Person mit Bereitschaft war im Kanal nicht zu finden: Jo, so sagt es der Plan heute"],
    ["zh", "另有 1 位值班人员在频道中找不到：Jo（依据值班表"],
  ])("by name also who was not in the channel, in %s", async (language, said) => {
    expect(await called(language, {}, ["Jo"])).toContain(said);
  });

  test.each([
    ["en", "keeps no names that only a schedule has"],
    ["de", "bewahrt der Bot nicht auf"],
    ["zh", "机器人不保留只出现在值班表中的姓名"],
  ])("why no name is there, and where it stands, in %s", async (language, said) => {
    expect(await called(language, {}, [])).toContain(said);
  });

  test.each([
    ["en", "1 more person on call was only named in that post: Lee Gu."],
    ["de", "1 weitere Person mit Bereitschaft wurde dort nur genannt: Lee Gu."],
    ["zh", "另有 1 位值班人员只列出了姓名，没有 @：Lee Gu。"],
  ])("apart from who was only named, in %s", async (language, said) => {
    expect(await called(language, { named: 1, also: [lee], elsewhere: 0 }, [])).toContain(said);
  });
});

test.each([
  [
    "en",
    "mentioned in the incident's thread (on call by the schedule leads)",
    "still nobody had taken it (call 2, leads)",
  ],
  ["de", "(Bereitschaft laut Plan leads)", "Noch immer hatte ihn niemand übernommen (2. Ruf, leads)"],
  ["zh", "（值班表 leads）", "仍然无人接手（第 2 次呼叫，leads）"],
])("every call is in the report and in its timeline, in %s", async (language, called, step) => {
  const [fired, posted, call, ended] = stories.byItself.entries;
  if (call?.event.is !== "escalated") throw new Error("nobody was called");
  const second = {
    ...{ ...call, at: "2026-08-05T01:20:00.000Z" },
    event: { ...call.event, step: 2, schedules: "leads", elsewhere: 0 },
  };
  const story = { ...stories.byItself, entries: [fired, posted, call, second, ended] } as IncidentStory;
  const report = await markdown(story, language);
  for (const said of ["nights", called, step]) expect(report).toContain(said);
});

test.each<[string, IncidentStory, readonly string[], readonly string[]]>([
  [
    "a cause that was there before, after a change by a person",
    stories.fixed,
    [
      "The same cause was there in an earlier incident of the 90 days before: what ended it did not keep the cause away.",
      "Why the change under “Cause” was made is not known here: Megan Bowen, under whose name it was made, can say.",
    ],
    ["on its card shows whether"],
  ],
  [
    "a cause that was there before, and no change",
    stories.restarted,
    ["in 3 earlier incidents of the 90 days before: what ended them did not keep the cause away"],
    ["Why the change"],
  ],
  [
    "nobody looked",
    stories.byItself,
    ["“Diagnose” on its card shows whether something is still wrong"],
    ["did not keep the cause away", "Why the change"],
  ],
])("what is left names whom to ask, and what to do next: %s", async (_case, story, said, unsaid) => {
  const left = (await markdown(story)).split("## Left open\n")[1]?.split("\n## ")[0] ?? "";
  for (const each of said) expect(left).toContain(each);
  for (const each of unsaid) expect(left).not.toContain(each);
});

test.each(["en", "de", "zh"])(
  "a report does not say “this thread” or “this channel”, in %s",
  async (locale) => {
    const files = await Promise.all(
      Object.values(stories).map((story) => writeReport(story, "md", { locale })),
    );
    for (const file of files)
      expect(new TextDecoder().decode(file)).not.toMatch(
        /this (?:thread|channel)|diese[mn] (?:Thread|Kanal)|此(?:会话|频道)/,
      );
  },
);

test("alerts that nothing tells apart are one row", async () => {
  const [fired] = stories.byItself.entries;
  if (fired === undefined) throw new Error("no alert");
  const rows = (await markdown({ ...stories.byItself, entries: [fired, fired, fired] })).match(
    /\| Alert \|.*/g,
  );
  expect(rows).toEqual([expect.stringContaining("api-server-availability · 3 alerts")]);
});

test.each([
  ["de-AT", "# Bericht zum Vorfall", "Behoben 9 min 7 s nach dem ersten Alarm"],
  ["zh-Hans-CN", "# 事件报告", "已修复（第一个警报后 9 分钟 7 秒）"],
  [undefined, "# Incident report", "Fixed 9 min 7 s after the first alert"],
])("in the language of its reader: %s", async (locale, title, headline) => {
  const written = new TextDecoder().decode(await writeReport(told, "md", { locale }));
  expect(written).toContain(title);
  expect(written).toContain(headline);
  // What ICU did not fill in.
  expect(written).not.toMatch(/[{}]|undefined|NaN|null/);
});

test("somebody who was forgotten is nobody by name", async () => {
  const names = told.names.map(({ key, name }) => ({ key, name: key === personKey(megan) ? null : name }));
  const timeline = (await markdown({ ...told, names })).split("## Timeline")[1] ?? "";
  expect(timeline).toContain(
    "| somebody whose name is not kept | approved the fix of “Zone link to the client's network” |",
  );
  expect(timeline).not.toContain(megan.displayName);
});

test.each([true, false])("whether more happened than it holds is said: %s", async (goesOn) => {
  expect((await markdown({ ...told, goesOn })).includes("There were more alerts or steps")).toBe(goesOn);
});

test("a trail that was not sealed yet is not called proved", async () => {
  expect(await markdown({ ...told, head: null })).toMatch(/not sealed yet/);
  expect(await markdown(told)).toMatch(/row 4711/);
});
