import type { Run } from "../../../src/core/run/run.ts";
import { askerIn, chatOf, otherChannelOf } from "../../fakes/people.ts";
import { inChat, inThread } from "../pressing.ts";
import { stored } from "../setup.ts";
import { alex, approved, asked, cardOf, megan, pressed, says, startChanging, trailOf } from "./changing.ts";

describe("in words", () => {
  test("status lists it, and leads to it", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(), "status")).toMatch(
      /Nothing is running\.[\s\S]*▲ Waits for approval[\s\S]*\[Open 1\]/,
    );
    expect(await pressed(fake, alex, { verb: "change.review", run: run.id })).toContain("[Withdraw]");
  });

  test.each(["no wait, cancel that", "doch nicht, abbrechen", "刚才那个取消"])(
    "%j stops nothing, and the one that waits can be withdrawn by a button",
    async (line) => {
      const fake = startChanging();
      const run = await asked(fake);
      expect(await says(fake, inThread(), line)).toMatch(/Nothing was stopped[\s\S]*\[Withdraw\]/);
      expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
      expect(await says(fake, inThread(megan), line)).not.toContain("[Withdraw]");
      await asked(fake);
      expect(await says(fake, inThread(), line)).not.toContain("[Withdraw]");
    },
  );

  test("whoever else is here sees that it waits, and opens it", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(megan), "status")).toMatch(
      /1 request waits here for an approval[\s\S]*Asked by Alex[\s\S]*\[Open 1\]/,
    );
    await pressed(fake, alex, { verb: "change.withdraw", run: run.id });
    expect(await says(fake, inThread(megan), "status")).toContain("No requests yet");
  });

  test.each([
    ["in another channel", otherChannelOf],
    ["in one's own chat", chatOf],
  ])("%s nothing is told of it", async (_where, conversation) => {
    const fake = startChanging();
    await asked(fake);
    const status = await says(fake, askerIn(conversation, megan), "status");
    expect(status).not.toMatch(/scale|rollout|\[Open/);
  });

  test.each(["review", "approve", "reject"])(
    "%s R-…: the card again, on which it is decided",
    async (word) => {
      const fake = startChanging();
      const run = await asked(fake);
      expect(await says(fake, inThread(megan), `${word} ${run.id}`)).toMatch(
        /^thread: ▲ Waits for approval[\s\S]*\[Review\]$/,
      );
      expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
    },
  );

  const typed = (form: string, { id }: Run): string => form.replaceAll("R-…", id);

  test.each([
    "reject R-… because it is too risky",
    "reject R-…: it's Friday",
    "approve R-… please",
    "approve R-… on prod-1",
    'approve "R-…"',
    "approve `R-…`",
    "approve: R-….",
    "genehmige R-…, bitte",
    "批准R-…",
    "拒绝 R-… 因为风险太大",
  ])("%s: the card, on which it is decided", async (form) => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(megan), typed(form, run))).toMatch(/^thread: ▲ Waits for approval/);
    expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
  });

  test.each([
    "withdraw R-… because I was wrong",
    "Withdraw R‑…; weil es falsch war",
    "cancel r-… please",
    "撤回 R-…",
  ])("%s: withdrawn", async (form) => {
    const fake = startChanging();
    const run = await asked(fake);
    const words = typed(form, run).replace(/(?:R‑|r-)…/, (each) => each.slice(0, 2) + run.id.slice(2));
    expect(await says(fake, inThread(), words)).toContain("Withdrawn. Nothing was changed.");
  });

  test.each(["withdraw R-… R-…", "withdraw R-… because of R-…", "withdraw R-… now", "withdraw R-…X"])(
    "%s: it is said how, and nothing becomes of it",
    async (form) => {
      const fake = startChanging();
      const run = await asked(fake);
      expect(await says(fake, inThread(), typed(form, run))).toMatch(/Nothing was stopped|about withdraw/);
      expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
    },
  );

  test("resume R-… of what waits for nobody's sign-in: its card, for whoever asked alone", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(), `resume ${run.id}`)).toMatch(/^thread: ▲ Waits for approval/);
    expect(await says(fake, inThread(megan), `resume ${run.id}`)).toContain("Only whoever asked for it");
    await pressed(fake, alex, { verb: "change.withdraw", run: run.id });
    expect(await says(fake, inThread(), `resume ${run.id}`)).toContain(
      "Nothing can be decided here any more",
    );
  });

  test("review R-… in the chat of whoever asked: theirs to take back", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inChat(), `review ${run.id}`)).toMatch(
      /^chat: ▲ Waits for approval[\s\S]*\[Withdraw\]$/,
    );
    expect(trailOf(fake, run.id).at(-1)).toBe("Alex review allowed");
  });

  test("review R-… in another channel, where others are: not even for whoever asked", async () => {
    const fake = startChanging();
    const run = await approved(fake, await asked(fake));
    expect(await says(fake, askerIn(otherChannelOf, alex), `review ${run.id}`)).toContain(
      "I know no such change here",
    );
  });

  test.each(["review", "approve", "withdraw"])(
    "%s R-… somewhere else: there is no such change",
    async (word) => {
      const fake = startChanging();
      const run = await asked(fake);
      for (const asker of [inChat(megan), askerIn(otherChannelOf, megan)])
        expect(await says(fake, asker, `${word} ${run.id}`)).toContain("I know no such change here");
      expect(await says(fake, inChat(megan), `${word} R-0000000000`)).toContain("I know no such change here");
    },
  );

  test("withdraw R-…: by whoever asked alone, from anywhere", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    expect(await says(fake, inThread(megan), `withdraw ${run.id}`)).toContain(
      "Only whoever asked for it can do that.",
    );
    expect(await says(fake, inChat(), `withdraw ${run.id}`)).toContain("Withdrawn. Nothing was changed.");
    expect(cardOf(fake, run.id)).toContain("Alex Wilber withdrew it.");
    expect(trailOf(fake, run.id).slice(3)).toEqual([
      "Megan withdraw denied notYourRequest",
      "Alex withdraw allowed",
    ]);
  });
});
