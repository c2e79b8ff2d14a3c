// Somebody's stored sign-in, or the reason why there is none: an outage is not said to be theirs.
import type { CredentialResult } from "../../../src/app/ports/azure.ts";
import { createCredentials } from "../../../src/doors/teams/credentials.ts";
import type { TokenService } from "../../../src/doors/teams/port.ts";
import { memorySignIns } from "../../fakes/memory-store.ts";
import { alex, megan, userIdOf } from "../../fakes/people.ts";

const user = userIdOf(alex);
const theirs: CredentialResult = {
  ok: true,
  credential: { getToken: async () => null } as unknown as Extract<
    CredentialResult,
    { ok: true }
  >["credential"],
};

function world(token: (userId: string) => Promise<string | undefined>, store = memorySignIns()) {
  const seen: unknown[] = [];
  const logged: string[] = [];
  const log = { info: () => {}, warn: (line: string) => void logged.push(line), error: () => {} };
  const signOut = async (userId: string) => void seen.push(`signed out ${userId}`);
  const fromAssertion = (input: unknown) => {
    seen.push(input);
    return theirs;
  };
  const due: Readonly<{ milliseconds: number; act: () => void }>[] = [];
  const tokens = { token, signOut } as unknown as TokenService;
  const credentials = createCredentials(tokens, store, fromAssertion, log, (milliseconds, act) => {
    due.push({ milliseconds, act });
  });
  return { credentials, seen, logged, due };
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

describe("within a second of one question", () => {
  /** Alex and Megan with a sign-in each, that is a new one every time it is asked for. */
  function counted() {
    const asked: string[] = [];
    const fake = world(async (userId) => `${asked.push(userId)}`);
    const used = async (person = alex) => {
      await fake.credentials.forUser(userIdOf(person), person);
      return (fake.seen.at(-1) as { assertion: string }).assertion;
    };
    return { ...fake, used };
  }

  test("the same sign-in serves its parts, and is gone after that, whether or not anybody asks again", async () => {
    const { used, due } = counted();
    expect([await used(), await used()]).toEqual(["1", "1"]);
    expect(due.map(({ milliseconds }) => milliseconds)).toEqual([1_000]);
    due[0]?.act();
    expect(await used()).toBe("2");
  });

  test("nobody acts with another's", async () => {
    const { used } = counted();
    expect([await used(alex), await used(megan), await used(alex)]).toEqual(["1", "2", "1"]);
  });

  test("a sign-out ends it at once", async () => {
    const { used, credentials } = counted();
    await used();
    await credentials.signOut(user);
    expect(await used()).toBe("2");
  });

  test("one that was under way when somebody signed out serves nothing else", async () => {
    let answer: (assertion: string) => void = () => {};
    let asked = 0;
    const { credentials } = world(() => {
      asked += 1;
      return asked === 1 ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(undefined);
    });
    const before = credentials.forUser(user, alex);
    await credentials.signOut(user);
    answer("ended");
    await before;
    expect(await credentials.forUser(user, alex)).toMatchObject({ ok: false });
  });

  test.each<readonly [string, () => Promise<string | undefined>]>([
    ["who was not signed in", async () => undefined],
    ["an outage", () => Promise.reject(new Error("down"))],
  ])("%s is not held: the next part asks again", async (_what, first) => {
    let asked = 0;
    const { credentials } = world(() => {
      asked += 1;
      return asked === 1 ? first() : Promise.resolve("assertion");
    });
    expect(await credentials.forUser(user, alex)).toMatchObject({ ok: false });
    expect(await credentials.forUser(user, alex)).toBe(theirs);
  });
});

describe("a sign-in that answers a challenge", () => {
  const answered = async () => {
    const store = memorySignIns();
    const [one, other] = [
      world(async () => "the stored one", store),
      world(async () => "the stored one", store),
    ];
    await one.credentials.hold(user, alex, "the better one");
    const usedBy = async ({ credentials, seen }: ReturnType<typeof world>, person = alex) => {
      seen.length = 0;
      await credentials.forUser(userIdOf(person), person);
      return seen;
    };
    return { one, other, usedBy };
  };
  const [better, stored] = ["the better one", "the stored one"].map((assertion) => [
    { assertion, expected: alex },
  ]);

  test("is used in place of the stored one, by every process, for this person alone", async () => {
    const { one, other, usedBy } = await answered();
    expect([await usedBy(one), await usedBy(other)]).toEqual([better, better]);
    expect(await usedBy(other, megan)).toEqual([{ assertion: "the stored one", expected: megan }]);
  });

  test("ends everywhere with a sign-out from any process", async () => {
    const { one, other, usedBy } = await answered();
    await other.credentials.signOut(user);
    expect(await usedBy(one)).toEqual(stored);
  });

  test("that cannot be read now is no reason to refuse the stored one", async () => {
    const store = { ...memorySignIns(), keptSignIn: () => Promise.reject(new Error("away")) };
    const { credentials, logged } = world(async () => "the stored one", store);
    expect(await credentials.forUser(user, alex)).toBe(theirs);
    expect(logged).toEqual(["sign-in that answered a challenge not read"]);
  });

  test("is not kept where it is another person's", async () => {
    const refused: CredentialResult = { ok: false, failure: { code: "otherAccount", why: "otherAccount" } };
    const tokens = { token: async () => "the stored one" } as unknown as TokenService;
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const asked: string[] = [];
    const fromAssertion = ({ assertion }: { assertion: string }) => {
      asked.push(assertion);
      return assertion === "the stored one" ? theirs : refused;
    };
    const credentials = createCredentials(tokens, memorySignIns(), fromAssertion, log, () => {});
    expect(await credentials.hold(user, alex, "somebody's")).toBe(refused);
    expect(await credentials.forUser(user, alex)).toBe(theirs);
    expect(asked).toEqual(["somebody's", "the stored one"]);
  });
});
