// A challenge is answered once, within ten minutes, with the newest state, by the person whose question it stopped.

import { beginChallenge, endChallenge } from "../../../src/app/conversation/answer-challenge.ts";
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { ChallengePage, CredentialResult } from "../../../src/app/ports/azure.ts";
import type { SignInCode } from "../../../src/core/requester.ts";
import { askerIn, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { start, trail } from "../setup.ts";

const claims = '{"access_token":{}}';
const challenged: CredentialResult = {
  ok: false,
  failure: { code: "conditionalAccess", why: "conditionalAccess", resource: "arm", claims },
};

const page: ChallengePage = {
  ...{ origin: "https://here", path: "/p", answerPath: "/p/a" },
  url: (id) => `https://here/${id}`,
  authorizeUrl: ({ state, claims: asked }) => `https://entra/${state}/${asked}`,
  redeem: async (code) => (code === "good" ? "assertion" : null),
};

/** Alex's question, stopped. */
async function stopped(code?: SignInCode) {
  const fake = start({ signIn: challenged });
  const hold = async (): Promise<CredentialResult> => ({
    ok: false,
    failure: { code: code ?? "otherAccount", why: "otherAccount" },
  });
  const credentials = code === undefined ? fake.services.credentials : { ...fake.services.credentials, hold };
  const services = { ...fake.services, credentials, challengePage: page };
  await answerQuestion(services, askerIn(threadOf), "diagnose prod-1");
  const answer = fake.said.at(-1)?.answer;
  const failure = answer?.kind === "signInFailed" ? answer.failure : null;
  const id = failure?.answerAt?.replace("https://here/", "") ?? "";
  fake.said.length = 0;
  return { fake, services, id, failure };
}

const begun = async (services: FakeServices["services"], id: string) => {
  const challenge = await beginChallenge(services, id);
  if (challenge === null) throw new Error("not begun");
  return { state: challenge.state, verifier: challenge.verifier, code: "good" };
};

test("the card leads to the page, and keeps nothing of the claims", async () => {
  const { failure } = await stopped();
  expect(failure).toEqual({
    ...{ code: "conditionalAccess", why: "conditionalAccess", resource: "arm" },
    answerAt: expect.stringMatching(/^https:\/\/here\/S-/),
  });
});

test("without a page it is said, as what it is", async () => {
  const fake = start({ signIn: challenged });
  await answerQuestion(fake.services, askerIn(threadOf), "diagnose prod-1");
  const { answer } = fake.said.at(-1) ?? {};
  expect(answer).toMatchObject({ kind: "signInFailed", failure: { code: "conditionalAccess" } });
  expect(JSON.stringify(answer)).not.toMatch(/answerAt|access_token/);
});

test("answered, the question goes on where it was asked", async () => {
  const { fake, services, id } = await stopped();
  const ended = await endChallenge(services, await begun(services, id));
  fake.world.signIn = null;
  if (ended.is !== "answered") throw new Error(ended.is);
  await ended.goOn();
  expect(fake.said.map(({ answer }) => answer.kind)).toEqual(["signedIn", "run"]);
  expect(trail(fake)).toContain("signIn succeeded null");
});

test.each<readonly [string, SignInCode, string]>([
  ["another person", "otherAccount", "otherPerson"],
  ["another tenant", "otherTenant", "otherPerson"],
  ["a sign-in for another application", "unavailable", "refused"],
])("%s: refused and on the trail, and the question waits on", async (_name, code, is) => {
  const { fake, services, id } = await stopped(code);
  expect(await endChallenge(services, await begun(services, id))).toEqual({ is });
  expect(trail(fake)).toEqual(["signIn failed null"]);
  expect(fake.signedOut).toEqual([]);
  expect(await beginChallenge(services, id)).not.toBeNull();
});

describe("a state", () => {
  test("counts once, also where Entra refused its code", async () => {
    const { services, id } = await stopped();
    const first = await begun(services, id);
    expect(await endChallenge(services, { ...first, code: "bad" })).toEqual({ is: "refused" });
    expect(await endChallenge(services, first)).toEqual({ is: "ended" });
  });

  test("counts no more once a newer one was given", async () => {
    const { services, id } = await stopped();
    const old = await begun(services, id);
    const fresh = await begun(services, id);
    expect(await endChallenge(services, old)).toEqual({ is: "ended" });
    expect((await endChallenge(services, fresh)).is).toBe("answered");
  });

  test("is never what the store keeps", async () => {
    const { services, id } = await stopped();
    const { state } = await begun(services, id);
    expect(await services.store.takeState(state, new Date(0).toISOString())).toBeNull();
  });

  test("counts for ten minutes", async () => {
    const { fake, services, id } = await stopped();
    const begunAt = await begun(services, id);
    const later = new Date(fake.services.clock.now().getTime() + 10 * 60_000 + 1);
    const tooLate = { ...services, clock: { ...services.clock, now: () => later } };
    expect(await endChallenge(tooLate, begunAt)).toEqual({ is: "ended" });
    expect(await beginChallenge(tooLate, id)).toBeNull();
  });
});

test("an answered challenge begins no more", async () => {
  const { fake, services, id } = await stopped();
  const ended = await endChallenge(services, await begun(services, id));
  fake.world.signIn = null;
  if (ended.is === "answered") await ended.goOn();
  expect(await beginChallenge(services, id)).toBeNull();
});
