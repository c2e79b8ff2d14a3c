// Nobody is asked for something that they cannot look up: their own address comes with where to see it, and a cluster is
// asked for by its name.
import { globSync, readFileSync } from "node:fs";
import { say } from "../../src/presenters/messages/catalogue/says.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers } from "../fixtures/answers.ts";

const site = "https://api.ipify.org";
const en = messages("en");

test.each([
  ["nothing behind from", say(en.misread, { is: "fromMissing" })],
  ["a range", say(en.misread, { is: "addressRange", written: "20.50.0.0/24" })],
  ["IPv6", say(en.misread, { is: "addressIpv6", written: "::1" })],
  ["ways in, seen from nowhere", JSON.stringify(answers.access && present(answers.access, en))],
])("%s", (_name, text) => {
  expect(text).toContain(site);
});

test("the product itself never asks it", () => {
  const naming = globSync("src/**/*.ts").filter((file) => readFileSync(file, "utf8").includes("ipify"));
  expect(naming).toEqual(["src/presenters/messages/speech/speech.ts"]);
});

/** `az role assignment create --scope /subscriptions/…` is a line to copy, and asks nothing. */
test("no card asks for a resource id", () => {
  const asking = Object.entries(answers).filter(([, answer]) =>
    /its (?:full )?resource id/i.test(JSON.stringify(present(answer, en))),
  );
  expect(asking.map(([name]) => name)).toEqual([]);
  const catalogue = globSync(
    "src/presenters/messages/en/{misread,rights,clusters,findings/client}.{ts,json}",
  );
  expect(catalogue).toHaveLength(4);
  for (const file of catalogue) expect(readFileSync(file, "utf8")).not.toMatch(/resource id/i);
});
