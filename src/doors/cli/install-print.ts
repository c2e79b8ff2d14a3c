// What `install` and `uninstall` print of each step while they go on.
import type { StepNews } from "../../app/ports/install.ts";
import { installSays } from "../../presenters/messages/operator/install.ts";
import type { Io, OutputLine, OutputStyle } from "./io.ts";
import { renderText } from "./print.ts";

const signs = { there: "✔", made: "+", planned: "·", making: "…", toDelete: "-", deleted: "-" } as const;
const styles = {
  there: "green",
  made: "green",
  planned: "bold",
  making: "dim",
  toDelete: "yellow",
  deleted: "yellow",
} as const satisfies Readonly<Record<StepNews["is"], OutputStyle>>;

/** One step a block: what it makes, and how it is taken back. */
export const printing = (io: Io) => (news: StepNews) => {
  const lines = linesOf(news);
  if (lines.length > 0) io.out(renderText(lines, io));
};

function linesOf(news: StepNews): readonly OutputLine[] {
  const { is, step } = news;
  const head: OutputLine = [[styles[is], signs[is]], ` ${installSays.step(step.name)}${foundOf(news)}`];
  if ("gone" in news) return news.gone.length === 0 ? [] : [head, ...inner(news.gone)];
  const isThere = is === "there" || (is === "planned" && news.looked.is === "there");
  if (is === "making" || isThere) return [head];
  const undo = is === "made" ? step.undo(news.made) : null;
  return [
    head,
    ...inner(foreseen(news) ?? step.makes(news.made)),
    ...(is === "planned" && step.needs.length > 0 ? dimmed(installSays.needs(step.needs)) : []),
    ...(undo === null ? [] : dimmed(installSays.undo(undo))),
  ];
}

const inner = (lines: readonly string[]): readonly OutputLine[] => lines.map((line) => [`    ${line}`]);
const dimmed = (line: string): readonly OutputLine[] => [[["dim", `    ${line}`]]];

/** What Azure itself says will be there. */
const foreseen = (news: StepNews): readonly string[] | null =>
  news.is === "planned" && news.looked.is === "missing" ? (news.looked.how ?? null) : null;

function foundOf(news: StepNews): string {
  if (news.is === "there") return `: ${installSays.found.there}`;
  if (news.is !== "planned" && news.is !== "making") return "";
  const { looked } = news;
  return `: ${looked.is === "differs" ? installSays.differs(looked.how) : installSays.found[looked.is]}`;
}
