// What the oracle says of one need.

export type Answer = Readonly<{
  state: "works" | "broken" | "cannot tell";
  /** Ids of resources, each of which is a right name for what broke. */
  blame: readonly string[];
  why: string;
}>;

export const works: Answer = { state: "works", blame: [], why: "" };
export const broken = (why: string, ...blame: readonly string[]): Answer => ({ state: "broken", blame, why });
export const cannotTell = (why: string): Answer => ({ state: "cannot tell", blame: [], why });

const withState = (answers: readonly Answer[], state: Answer["state"]): readonly Answer[] =>
  answers.filter((each) => each.state === state);

/** All of them are needed. */
export function all(answers: readonly Answer[]): Answer {
  const bad = withState(answers, "broken");
  if (bad.length > 0)
    return broken(bad.map(({ why }) => why).join("; "), ...bad.flatMap(({ blame }) => blame));
  return withState(answers, "cannot tell")[0] ?? works;
}

/** Each of them would do; that some are broken shows now and then, and nothing says how often. */
export function oneOf(answers: readonly Answer[]): Answer {
  const bad = withState(answers, "broken");
  if (bad.length === answers.length) return all(bad);
  if (bad.length > 0) return cannotTell(`some only: ${bad[0]?.why ?? ""}`);
  return withState(answers, "cannot tell")[0] ?? works;
}
