// Somebody's stored sign-in, or the reason why there is none: an outage is not said to be theirs.
import type { CredentialResult } from "../../../src/app/ports.ts";
import { createCredentials } from "../../../src/doors/teams/credentials.ts";
import type { TokenService } from "../../../src/doors/teams/token-service.ts";
import { alex, userIdOf } from "../../fakes/people.ts";

const user = userIdOf(alex);
const theirs: CredentialResult = {
  ok: true,
  credential: { getToken: async () => null } as unknown as Extract<
    CredentialResult,
    { ok: true }
  >["credential"],
};

function world(token: (userId: string) => Promise<string | undefined>) {
  const seen: unknown[] = [];
  const logged: string[] = [];
  const log = { info: () => {}, warn: (line: string) => void logged.push(line), error: () => {} };
  const signOut = async (userId: string) => void seen.push(`signed out ${userId}`);
  const fromAssertion = (input: unknown) => {
    seen.push(input);
    return theirs;
  };
  const credentials = createCredentials({ token, signOut } as unknown as TokenService, fromAssertion, log);
  return { credentials, seen, logged };
}

test("who is signed in acts with what the sign-in vouches for", async () => {
  const { credentials, seen, logged } = world(async (userId) => `assertion of ${userId}`);
  expect(await credentials.forUser(user, alex)).toBe(theirs);
  expect(seen).toEqual([{ assertion: `assertion of ${user}`, expected: alex }]);
  expect(logged).toEqual([]);
});

test.each([undefined, ""])("who is not signed in (%p) is asked to", async (none) => {
  const { credentials, seen, logged } = world(async () => none);
  expect(await credentials.forUser(user, alex)).toEqual({
    ok: false,
    failure: { code: "signInNeeded", why: "notSignedIn" },
  });
  expect([...seen, ...logged]).toEqual([]);
});

test("an outage of the token service is called one, and logged", async () => {
  const { credentials, logged } = world(() => Promise.reject(new Error("down")));
  expect(await credentials.forUser(user, alex)).toEqual({
    ok: false,
    failure: { code: "unavailable", why: "serviceSilent" },
  });
  expect(logged).toEqual(["token service failed"]);
});

test("a sign-out reaches the token service", async () => {
  const { credentials, seen } = world(async () => "assertion");
  await credentials.signOut(user);
  expect(seen).toEqual([`signed out ${user}`]);
});
