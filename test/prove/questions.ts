// Questions that are told from each other, and how each of them was answered in the end.
import { wordsOf } from "../flow/harness.ts";
import { deliver, until, type World } from "./product-process.ts";

export type Questions = Readonly<{
  ask(): void;
  /** Waits until every question has its answer: a result, or an error. */
  settled(seconds: number): Promise<void>;
  count(): number;
  /** How many were told of an error of ours. */
  errors(): number;
  /** How many were answered more than once. */
  doubled(): number;
}>;

let words = 0;
const ours = /Something failed on my side|My database does not tell me/;

/** Each holds a word of its own, which stands in every answer but an error of the turn itself. */
export function questions(world: World): Questions {
  const mine: string[] = [];
  const delivering: Promise<number>[] = [];
  const before = world.teams.shown().length;
  const texts = () =>
    world.teams
      .shown()
      .slice(before)
      .map(({ activity }) => wordsOf(activity));
  const errors = () => texts().filter((text) => ours.test(text));
  const answers = () => mine.map((word) => texts().filter((text) => text.includes(word)).length);
  const answered = () =>
    answers().filter((count) => count > 0).length +
    errors().filter((text) => !mine.some((word) => text.includes(word))).length;
  const underWay = () => texts().some((text) => /… Queued|… Running|Running on/.test(text));
  const report = (error: unknown): never => {
    const open = mine.filter((word) => !texts().some((text) => text.includes(word)));
    const cards = texts().map((text) => text.slice(0, 80).replaceAll("\n", " | "));
    throw new Error(`${error} Without an answer: ${open.join(" ")}\n${cards.join("\n")}`);
  };
  return {
    ask() {
      words += 1;
      const word = `q${words}w`;
      mine.push(word);
      const text = words % 2 === 0 ? `diagnose ${word}` : `run \`kubectl get ns -l a=${word}\` on prod-1`;
      delivering.push(deliver(world, text));
    },
    async settled(seconds) {
      await Promise.all(delivering);
      const done = () => answered() >= mine.length && !underWay();
      await until("every question answered.", done, seconds).catch(report);
    },
    count: () => mine.length,
    errors: () => errors().length,
    doubled: () => answers().filter((count) => count > 1).length + Math.max(0, answered() - mine.length),
  };
}
