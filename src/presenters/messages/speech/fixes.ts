// What a fix does, what it costs or changes besides, and who may make it.
import { effectOfFix } from "../../../core/fix/write/actions.ts";
import type { CommandEffect, FixEffect } from "../../../core/fix/write/command-effect.ts";
import type { Fix, RoleOn, RolePlace } from "../../../core/fix/write/fix.ts";
import type { FixRisk } from "../../../core/fix/write/risk.ts";
import { type Says, say, sayEach } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

/** `sentences`: one after the other. */
export function fixSpeech(
  { fixes, risks, whatItDoes, lists }: Catalogue,
  sentences: (all: readonly string[]) => string,
) {
  const places: Says<RolePlace> = fixes.place;
  const risksSaid: Says<FixRisk> = risks;
  const effects: Says<CommandEffect> = whatItDoes.effect;

  const sayRole = ({ role, on, and: besides, orOwnWith }: RoleOn): string =>
    fixes.role({
      role,
      on: "is" in on ? [say(places, on)] : on,
      besides: besides && sayRole(besides),
      orOwnWith,
    });

  function sayEffect(effect: FixEffect): string {
    if (effect.is === "peeringAgain") return whatItDoes.fix.peeringAgain(effect);
    const said = effect.effects.map((each) => say(effects, each));
    const last = said.length - 1;
    const steps = said.reduce((before, next, at) => whatItDoes.then({ before, next, isLast: at === last }));
    return whatItDoes.fix.steps({ steps });
  }

  return {
    sayRisks: (all: Fix["risks"]): string => sentences(sayEach(risksSaid, all)),
    sayRoles: (all: Fix["roles"]): string => [...new Set(all.map(sayRole))].join(lists.between.semicolon),
    /** In one sentence. */
    whatItDoes: (fix: Pick<Fix, "steps">): string => sayEffect(effectOfFix(fix)),
  };
}
