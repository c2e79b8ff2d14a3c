// Who is hurt, in one sentence: the title of a diagnosis.
import { gravityOf, type Hurt, type Impact } from "../../../core/diagnosis/impact.ts";
import { say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

/** `person`: who asked, where somebody else reads it; null where it is said to them. */
export type ImpactOf = Readonly<{ cluster: string; person: string | null }>;

type On<K extends Hurt["on"]> = Extract<Hurt, Readonly<{ on: K }>>;

export function impactSpeech(
  { impact: texts, diagnosis: { places } }: Catalogue,
  closeUp: (text: string) => string,
) {
  const people = ({ at, over, everyone }: On<"people">, cluster: string): string => {
    if (over !== null) return texts.people[over]({ cluster });
    if (at.length > 0) return texts.people.at({ at, cluster });
    return texts.people[everyone ? "everyone" : "some"]({ cluster });
  };
  const requester = ({ from, cannot }: On<"requester">, { cluster, person }: ImpactOf): string => {
    const { ip, virtualNetwork, stands } = from;
    const place = ip ?? virtualNetwork ?? (stands === undefined ? null : places[stands]);
    if (cannot === "beListed" && place !== null) return texts.requester.beListed({ person, cluster, place });
    return texts.requester[cannot === "beListed" ? "reachApi" : cannot]({ person, cluster, place });
  };
  const hurtOf = (impact: Impact, of: ImpactOf): string => {
    const { cluster } = of;
    switch (impact.on) {
      case "apiServer":
        return texts.apiServer[impact.cannot]({ cluster });
      case "nodes":
        return texts.nodes[impact.cannot]({ who: say(texts.who.nodes, { ...impact.which, cluster }) });
      case "pods":
        return texts.pods[impact.cannot]({ who: say(texts.who.pods, { ...impact.which, cluster }) });
      case "operations":
        return texts.operations[impact.cannot]({ cluster });
      case "people":
        return people(impact, cluster);
      case "requester":
        return requester(impact, of);
    }
  };
  return {
    sayImpact: (impact: Impact, of: ImpactOf): string => {
      const hurt = hurtOf(impact, of);
      const said = impact.works === null ? hurt : texts.works[impact.works]({ hurt });
      const isStopped = impact.on === "apiServer" && impact.cannot === "run";
      return closeUp(texts.signs[isStopped ? "stopped" : gravityOf(impact)]({ said }));
    },
  };
}
