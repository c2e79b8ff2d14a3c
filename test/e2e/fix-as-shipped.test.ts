// The demo as it starts and the example policy as it stands: two people, two presses, and what was broken is healthy.
import { people } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import { scenarioFile } from "../simulator/support.ts";
import { openPressing, type Pressing } from "./fix-pressing.ts";

let pressing: Pressing;
beforeAll(async () => {
  pressing = await openPressing(true);
});
afterAll(() => pressing?.close());

test("whoever is on call is offered no fix that would fail; who has the rights asks for it, and the one on call agrees", async () => {
  await pressing.load(await loadScenario(scenarioFile("dns-link-missing")));
  const place = pressing.newThread();
  expect((await pressing.diagnose(people.alex, "diagnose prod-1", place)).offersFix).toBe(false);
  const before = await pressing.diagnose(people.megan, "diagnose prod-1", place);
  expect([before.diagnosis.verdict, before.offersFix]).toEqual(["broken", true]);
  const waiting = await pressing.ask(people.megan, place, "fix.request", before.id);
  expect(waiting.status.state).toBe("pendingApproval");
  const { status } = await pressing.agree(place, waiting, people.alex);
  expect(status).toMatchObject({ state: "succeeded", diagnosis: { verdict: "healthy" } });
});
