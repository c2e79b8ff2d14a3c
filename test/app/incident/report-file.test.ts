// The story of an incident, where much happened.
import { actOnIncident } from "../../../src/app/incident/act-on-incident.ts";
import { tellStory } from "../../../src/app/incident/story.ts";
import { takeFileConsent } from "../../../src/app/run/offer-file.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { elsewhere, inChat, inThread, press } from "../pressing.ts";
import { allClosed, setMode } from "../setup.ts";
import { another, receive, show, watching } from "./watching.ts";

const id = "I-0000000001";

test("a storm of alerts takes no room from what people did, and what is left out is said", async () => {
  const fake = await watching();
  for (let count = 0; count < 501; count += 1) await receive(fake, another(count));
  await show(fake);
  await actOnIncident(fake.services, inThread(), id, { act: "note", text: "the node pool is back" });
  const incident = await fake.services.store.incident(id);
  if (incident === null) throw new Error("no incident");
  const { entries, goesOn } = await tellStory(fake.services, incident);
  expect(entries.map(({ event }) => event)).toContainEqual({ is: "note", text: "the node pool is back" });
  expect(goesOn).toBe(true);
});

const noted = async () => {
  const fake = await watching();
  await receive(fake);
  await show(fake);
  await actOnIncident(fake.services, inThread(), id, { act: "note", text: "the node pool is back" });
  return fake;
};
const told = ({ said, files, put }: FakeServices) =>
  said.filter(({ answer }) => answer.kind === "incidentStory").length + files.length + put.length;

describe.each(["incident.timeline", "incident.report"])("%s", (verb) => {
  test("by whoever may diagnose the cluster is told", async () => {
    const fake = await noted();
    await press(fake, inThread(), { verb, incident: id });
    expect(told(fake)).toBe(1);
  });

  test.each<[string, ReturnType<typeof inThread>, (fake: FakeServices) => unknown]>([
    ["by somebody in no group", inThread(adele), () => null],
    ["from another channel", elsewhere(alex), () => null],
    [
      "by somebody to whom a rule closes the cluster",
      inThread(),
      ({ world }) => Object.assign(world, { policy: policyOf(allClosed) }),
    ],
    ["while the mode is off", inThread(), (fake) => setMode(fake, "off")],
    [
      "by somebody who is signed out",
      inThread(),
      ({ world }) => Object.assign(world, { signedOut: new Set([alex.objectId]) }),
    ],
  ])("%s tells nothing", async (_name, asker, change) => {
    const fake = await noted();
    await change(fake);
    await press(fake, asker, { verb, incident: id });
    expect(told(fake)).toBe(0);
  });
});

describe("the report's file, once offered", () => {
  const url = "https://contoso-my.sharepoint.com/personal/alex/up";
  const taken = { uploadUrl: url, contentUrl: url, name: "report.docx", uniqueId: "1", fileType: "docx" };
  const says = (fake: FakeServices, who = alex) => {
    const [card] = fake.files;
    if (card?.shown.show !== "offerFile") throw new Error("no file was offered");
    return takeFileConsent(fake.services, inChat(who), { pending: card.shown.pending, file: taken }, card.id);
  };

  test.each<[string, number, (fake: FakeServices) => unknown]>([
    ["by whom it was offered to: once", 1, async (fake) => Promise.all([says(fake), says(fake)])],
    ["by somebody else: never", 0, (fake) => says(fake, megan)],
    [
      "by whom a rule has closed the cluster to since: never",
      0,
      ({ world, ...fake }) => says({ ...fake, world: Object.assign(world, { policy: policyOf(allClosed) }) }),
    ],
  ])("is put where Teams said %s", async (_name, times, consent) => {
    const fake = await noted();
    await press(fake, inThread(), { verb: "incident.report", incident: id });
    await consent(fake);
    expect(fake.put).toHaveLength(times);
  });
});
