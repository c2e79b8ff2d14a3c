// What many findings say alike.
import { needsOf } from "../../../core/network/model/step.ts";
import type { Operation, Passage, Thing, ThingKind } from "../../../core/outcome/check.ts";
import { withoutIds } from "../../../core/snapshot/resource-id.ts";
import type { Permission } from "../../../core/snapshot/rights.ts";
import type { WhyUnread } from "../../../core/snapshot/section.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { Says } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";
import type { Common } from "./finding-words.ts";
import type { stepSpeech } from "./steps.ts";

type Speech = ReturnType<typeof stepSpeech> & Readonly<{ sayUnread: (why: WhyUnread) => string }>;

/** `isOf`: whose something is. */
type ThingWords = Readonly<
  Record<ThingKind, string | ((values: Readonly<{ name: string; isOf: boolean }>) => string)>
>;

export function commonSpeech(texts: Catalogue, { sayStep, sayStop, sayUnread }: Speech) {
  /** Of a kind that a newer release kept, the name alone. */
  const thingSaid = ({ kind, name }: Thing, isOf: boolean): string => {
    const things: ThingWords = texts.findings.common.things;
    const said = lookUp(things, kind) ?? things.named;
    return typeof said === "string" ? said : said({ name, isOf });
  };

  /** Always with the action and the scope that would settle it, where one is known and not said. */
  function withNeeds(said: string, needs: readonly Permission[]): string {
    const { common } = texts.findings;
    const unsaid = needs.filter(({ action, scope }) => !said.includes(action) || !said.includes(scope));
    const all = unsaid.map(common.need);
    if (all.length === 0) return withoutIds(said);
    const joined = all.reduce((before, need, at) =>
      common.needAnd({ before, need, isLast: at === all.length - 1 }),
    );
    return withoutIds(common.withNeeds({ said, needs: joined }));
  }

  function commonFacts(): Says<Common> {
    const { facts, passing, unsaidWord } = texts.findings.common;
    const passings: Readonly<Record<Passage, (values: Readonly<{ cluster: string }>) => string>> = passing;
    return {
      ...facts,
      ...texts.absences,
      unread: ({ why, needs }) => withNeeds(sayUnread(why), needs),
      strangeWord: (fact) => (fact.word === "" ? unsaidWord(fact) : facts.strangeWord(fact)),
      inState: (fact) => facts.inState({ ...fact, isNamed: fact.of.kind === "named" }),
      passing: ({ cluster, passage }) => passings[passage]({ cluster }),
      stop: sayStop,
      openStep: ({ step }) => withNeeds(sayStep(step), needsOf(step)),
      openStop: sayStop,
    };
  }

  return {
    sayThing: (thing: Thing): string => thingSaid(thing, false),
    /** Whose something is. */
    sayOwner: (thing: Thing): string => thingSaid(thing, true),
    sayOperation: (operation: Operation): string => texts.findings.common.operation(operation),
    commonFacts,
    withNeeds,
  };
}
