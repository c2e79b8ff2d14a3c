// The ways in, and the way drawn.
import { way } from "./way.ts";
import { plural } from "./words.ts";

export const wayTexts = {
  way,
  access: {
    titleUnread: (cluster: string) => `? Ways in unknown: ${cluster}`,
    title: (available: number, probable: number, cluster: string) => {
      if (available === 0 && probable === 0) return `✖ No way in: ${cluster}`;
      if (available === 0) return `? ${plural(probable, "probable way in", "probable ways in")}: ${cluster}`;
      const unsure = probable > 0 ? ` and ${probable} probable` : "";
      return `✔ ${plural(available, "way in", "ways in")}${unsure}: ${cluster}`;
    },
    best: (title: string) => `Best now: ${title}`,
    none: "Every way that I know is blocked or not set up: “Other ways” says why for each.",
    way: (rank: number, title: string) => `${rank}. ${title}`,
    lines: "Lines to copy",
    further: "Also usable",
    closed: "Not usable now",
    stopped: (cluster: string) => `■ ${cluster} is stopped: no way in`,
    from: (place: string) => `Seen from ${place}.`,
    fromUnknown: (cluster: string) =>
      `I do not know where you connect from. Say it for an exact answer: access ${cluster} from 20.50.0.9`,
  },
};
