// Each line that the first pages tell people to write is understood, as what stands beside it.
import { runHere } from "../doors/cli/terminal.ts";
import { pageOf, tablesOn } from "./pages.ts";

const columns = ["write", "your line"];
const lines = ["README.md", "docs/start-here.md", "docs/demo.md"].flatMap((path) =>
  tablesOn(pageOf(path)).flatMap(({ head, rows }) => {
    const at = head.findIndex((title) => columns.includes(title));
    return rows.flatMap((row) =>
      [...(row[at] ?? "").matchAll(/`([^`]+)`/g)].map(([, line = ""]) => [
        path,
        line.replace("…", "of the orders"),
      ]),
    );
  }),
);

test("there are lines", () => expect(lines.length).toBeGreaterThan(20));

test.each(lines)("%s: %s", async (_path, line = "") => {
  const ran = await runHere(["understand", "--clusters", "prod-1,edge-1", line]);
  const { reading } = JSON.parse(ran.out);
  expect(["notUnderstood", "refused", "beyond", "unseen", "which", "changeInWords"]).not.toContain(reading);
});
