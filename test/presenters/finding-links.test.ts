// A finding is explained somewhere, always: on the page of its group where the documents stand, else on the public page.
import { readFileSync } from "node:fs";
import { fixPart } from "../../src/presenters/diagnosis/fix.ts";
import { linksOf, sayDiagnosis } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { brokenDiagnosis } from "../fixtures/diagnoses.ts";

const here = messages("en");
const there = { ...here, docsUrl: "https://git.example.com/bot (1)/docs" };

const causeLine = (texts: typeof here): string =>
  fixPart(sayDiagnosis(brokenDiagnosis, texts), texts).causeLine;

test("the id of the cause leads to its page where the documents stand", () => {
  expect(causeLine(there)).toContain(
    "Certain · [dns.link-client](https://git.example.com/bot%20%281%29/docs/findings/dns.md#dns.link-client) · ",
  );
  expect(causeLine(there)).not.toContain("Why");
});

test("elsewhere the cause leads to the public page that says why it is the rule", () => {
  expect(causeLine(here)).toMatch(
    /^Certain · dns\.link-client · .* · \[Why\]\(https:\/\/learn\.microsoft\.com\//,
  );
});

test("the place that it leads to is there", () => {
  const { page = "" } = linksOf("dns.link-client", { docsUrl: new URL("../../docs", import.meta.url).href });
  const [file = "", anchor] = page.split("#");
  expect(readFileSync(new URL(file), "utf8")).toContain(`<a id="${anchor}"></a>`);
});

test("a finding of another release leads nowhere", () => {
  expect(linksOf("dns.of-tomorrow", there)).toEqual({});
});
