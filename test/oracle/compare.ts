// Where the product and the oracle disagree about one change, and in which way.
import type { Answer } from "./answer.ts";
import type { Opinion } from "./oracle.ts";

/** What the product said, as far as it is compared. */
export type Said = Readonly<{
  verdict: "healthy" | "degraded" | "broken" | "unknown";
  cause: Readonly<{ check: string; resourceId?: string }> | null;
}>;

export type Disagreement =
  /** Something that is needed is broken, and the product calls all healthy. */
  | "silent"
  /** … or says that it cannot tell. */
  | "undecided"
  /** … or names another component. */
  | "other cause"
  /** A need of the cluster itself is broken, and only `degraded` is said. */
  | "too mild"
  /** All that is needed works. */
  | "false alarm"
  | "unsure though well";

const within = (inner: string, outer: string): boolean =>
  inner.toLowerCase() === outer.toLowerCase() || inner.toLowerCase().startsWith(`${outer.toLowerCase()}/`);

const names = (said: Said, blame: readonly string[]): boolean => {
  const id = said.cause?.resourceId ?? "";
  return id !== "" && blame.some((each) => each !== "" && (within(id, each) || within(each, id)));
};

const withState = (needs: Opinion["cluster"], state: Answer["state"]): Opinion["cluster"] =>
  needs.filter(({ answer }) => answer.state === state);

export const stateOf = ({ cluster, parts }: Opinion): Answer["state"] => {
  const needs = [...cluster, ...parts];
  if (withState(needs, "broken").length > 0) return "broken";
  return withState(needs, "cannot tell").length > 0 ? "cannot tell" : "works";
};

export function disagreement(said: Said, opinion: Opinion): Disagreement | null {
  const state = stateOf(opinion);
  if (state === "cannot tell" || (state === "works" && said.verdict === "healthy")) return null;
  if (state === "works") return said.verdict === "unknown" ? "unsure though well" : "false alarm";
  if (said.verdict === "healthy") return "silent";
  if (said.verdict === "unknown") return "undecided";
  const broken = withState([...opinion.cluster, ...opinion.parts], "broken");
  if (
    !names(
      said,
      broken.flatMap(({ answer }) => answer.blame),
    )
  )
    return "other cause";
  return withState(opinion.cluster, "broken").length > 0 && said.verdict === "degraded" ? "too mild" : null;
}

/** What the oracle found, in one line. */
export const inShort = ({ cluster, parts }: Opinion): string =>
  [...cluster, ...parts]
    .filter(({ answer }) => answer.state !== "works")
    .map(({ id, answer }) => `${id.split("/").at(-1)} ${answer.state} (${answer.why.split(";")[0]})`)
    .join(", ");
