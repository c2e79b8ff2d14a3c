// Each address that Entra sends browsers back to has to be registered, or a sign-in ends there.
import { type Application, judgeRegistration } from "../../../src/core/doctor/registration.ts";

const uris = [
  "https://token.botframework.com/.auth/web/redirect",
  "https://aks-oncall.example.com/signin/challenge/answer",
] as const;
const application: Application = {
  ...{ signInAudience: "AzureADMyOrg", identifierUris: ["api://botid-app"], scopes: [], tokenVersion: 2 },
  ...{ preAuthorized: [], redirectUris: uris, secrets: [] },
};
const wanted = { appId: "app", redirectUris: uris, secretHint: null, now: new Date(0) };
const statesOf = (redirectUris: readonly string[]) =>
  judgeRegistration({ ok: true, value: { ...application, redirectUris } }, wanted).filter(
    ({ check }) => check === "redirect",
  );

test("both are there", () => {
  expect(statesOf(uris).map(({ state }) => state)).toEqual(["right", "right"]);
});

test.each([...uris])(
  "only %s is there: the command gives both, since it replaces what was registered",
  (uri) => {
    const lines = statesOf([uri]);
    const wrong = lines.filter(({ state }) => state === "wrong");
    expect([lines.length, wrong.length]).toEqual([2, 1]);
    expect(JSON.stringify(wrong)).toContain(`--web-redirect-uris ${uris.join(" ")}`);
  },
);
