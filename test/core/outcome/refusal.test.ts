// Error bodies in every shape × status: the code that tells, the kind of refusal, Azure's words, and what to do.
import fc from "fast-check";
import { azureWords, parseErrorBody } from "../../../src/core/outcome/error-text.ts";
import { isTransientRefusal, kindOf, tellingCode } from "../../../src/core/outcome/refusal.ts";
import type { ArmFailure } from "../../../src/core/snapshot/section.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { meaningRows } from "./refusal-meanings.ts";
import { shapeRows } from "./refusal-shapes.ts";

const { nextAfter, sayRefusal, whyRefused, wordsOf } = messages();

const refusalRows = [...shapeRows, ...meaningRows];

const failureOf = (status: number, body: unknown): ArmFailure => {
  const { codes, said } = parseErrorBody(typeof body === "string" ? body : JSON.stringify(body));
  return { status, code: tellingCode(codes, status), ...azureWords(said) };
};

describe("each shape of an error body", () => {
  test.each(refusalRows)("$status $name", ({ status, body, made, next }) => {
    const failure = failureOf(status, body);
    expect(failure.status).toBe(status);
    const said = wordsOf(failure);
    expect(`${failure.code} ${kindOf(failure)}${said && `: ${said}`}`).toBe(made);
    expect(nextAfter(failure)).toMatch(next);
  });

  const quoted =
    /^\S+ (?:policyDenied|denyAssigned|forbidden|locked|busy|changed|badRequest|conflict): (.*)$/s;
  test.each(
    refusalRows.flatMap((each) => {
      const [, said] = quoted.exec(each.made) ?? [];
      return said === undefined ? [] : [{ ...each, said }];
    }),
  )("$status $name: Azure's words are in the sentence", ({ status, body, said }) => {
    expect(sayRefusal(failureOf(status, body))).toContain(said);
  });

  test("what to put right stands above, or is not spoken of", () => {
    for (const { status, body } of refusalRows) {
      const failure = failureOf(status, body);
      if (/what Azure says above/.test(nextAfter(failure)))
        expect(whyRefused(failure)).toContain("Azure says: ");
    }
  });

  test("only what may pass is asked again", () => {
    const passing = refusalRows.filter(({ status, body }) => isTransientRefusal(failureOf(status, body)));
    expect([...new Set(passing.map(({ status }) => status))].toSorted()).toEqual([429, 500, 503, 504]);
  });
});

describe("Azure's words", () => {
  test("are one line of at most 300 characters", () => {
    const { message: words } = azureWords([`first\r\n\tsecond ${"word ".repeat(200)}`]);
    expect(words).toMatch(/^first second word .*…$/);
    expect(words.length).toBeLessThanOrEqual(300);
  });
  test("are masked before they are cut", () => {
    const secret = "xK9vQ2mL8pR4tW7z";
    expect(azureWords([`Invalid value: password=${secret}`]).message).not.toContain(secret);
  });
});

test("whatever a body holds, it is read without an exception, and there is something to do", () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 9 }).map((value) => JSON.stringify(value)),
    fc.string(),
  );
  const names = fc.constantFrom(
    "error",
    "code",
    "Message",
    "details",
    "innererror",
    "additionalInfo",
    "info",
  );
  const shaped = fc
    .dictionary(names, fc.jsonValue({ maxDepth: 4 }))
    .map((value) => JSON.stringify({ error: value }));
  fc.assert(
    fc.property(fc.oneof(anything, shaped), fc.integer({ min: 400, max: 599 }), (body, status) => {
      const failure = failureOf(status, body);
      expect(whyRefused(failure)).toMatch(/[.!?…]$/);
      expect(nextAfter(failure)).not.toBe("");
      expect(failure.message).not.toMatch(/\n/);
      expect(failure.message.length).toBeLessThanOrEqual(300);
    }),
  );
});
