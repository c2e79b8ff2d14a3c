// The message that asks for an approval, as the client of each person shows it by itself: with both buttons to those who may
// decide, and as it stands there to everybody else.
import { saidNote } from "../../said.ts";
import { elsewhere, inThread, press } from "../pressing.ts";
import {
  adele,
  alex,
  approving,
  asked,
  byLeads,
  hashOf,
  lee,
  mayChange,
  megan,
  policyWith,
  pressed,
  startChanging,
  trailOf,
} from "./changing.ts";

const view = (run: string) => ({ verb: "change.view", run });
const both = /Your approval is needed[\s\S]*replicas: 2 → 3/;

describe("who sees both buttons", () => {
  test.each([
    ["one of those who are asked", megan, true],
    ["whoever asked for it", alex, false],
    ["somebody in no group", adele, false],
  ])("%s: %#", async (_name, who, mayDecide) => {
    const fake = startChanging();
    const run = await asked(fake);
    const before = fake.memory.audit.length;
    const seen = JSON.stringify(await press(fake, inThread(who), view(run.id)));
    expect([seen.includes("seenBy"), seen.includes("approvalWanted")]).toEqual([mayDecide, true]);
    expect(fake.memory.audit.slice(before)).toEqual([]);
  });

  test("one who is signed out sees what everybody sees, and is not asked to sign in", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    fake.world.signedOut = new Set([megan.objectId]);
    expect(JSON.stringify(await press(fake, inThread(megan), view(run.id)))).not.toContain("seenBy");
    expect(fake.signInCards).toEqual([]);
  });

  test("one who has agreed, while another has to: no button to agree once more", async () => {
    const fake = startChanging({ policy: policyWith(mayChange(byLeads(2))) });
    const run = await asked(fake);
    await pressed(fake, megan, approving(run));
    const seen = async (who = megan) => JSON.stringify(await press(fake, inThread(who), view(run.id)));
    expect([await seen(), await seen(lee)].map((each) => each.includes("seenBy"))).toEqual([false, true]);
  });

  test("where the policy shows it to its requester alone: nobody, before they press Review", async () => {
    const fake = startChanging({ policy: policyWith(mayChange(byLeads(), "", "oncall", "personal")) });
    const run = await asked(fake);
    expect(await press(fake, inThread(megan), view(run.id))).toEqual({
      text: saidNote({ is: "noSuchChange" }),
    });
  });

  test("from another channel, or by an id that was guessed: nobody", async () => {
    const fake = startChanging();
    const run = await asked(fake);
    const none = await press(fake, inThread(megan), view("R-9999999999"));
    expect(await press(fake, elsewhere(megan), view(run.id))).toEqual(none);
  });
});

test("its card holds all that is agreed on; the press on it is decided like any other", async () => {
  const fake = startChanging();
  const run = await asked(fake);
  expect(await pressed(fake, megan, view(run.id))).toMatch(both);
  expect(await pressed(fake, adele, approving(run))).not.toMatch(/^Approved/);
  const outdated = {
    ...approving(run),
    hash: hashOf(run).replace(/^./, (first) => (first === "0" ? "1" : "0")),
  };
  expect(await pressed(fake, megan, outdated)).not.toMatch(/^Approved/);
  expect(await pressed(fake, megan, approving(run))).toMatch(/^Approved/);
  expect(JSON.stringify(await press(fake, inThread(megan), view(run.id)))).not.toContain("seenBy");
  expect(trailOf(fake, run.id)).toContain("Megan approve allowed");
});

test("sixty are asked at most: so many may have a view of their own in Teams", async () => {
  const members = Array.from({ length: 70 }, (_, at) => ({
    objectId: `00000000-0000-4000-8000-0000000000${String(at).padStart(2, "0")}`,
    userId: `29:${at}`,
    name: `Lead ${at}`,
  }));
  const leads = members.map(({ objectId }) => objectId);
  const fake = startChanging({ members });
  const id = fake.services.policy().groups.leads ?? "";
  fake.world.groups = { [id]: { name: "leads", members: leads } };
  await asked(fake);
  const wanted = fake.said.findLast(({ answer }) => answer.kind === "approvalWanted")?.answer;
  expect(wanted?.kind === "approvalWanted" && wanted.people).toHaveLength(60);
});
