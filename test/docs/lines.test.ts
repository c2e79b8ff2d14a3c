// Each line that the pages tell people to write is understood, in a channel that spoke of a cluster.
import { runHere } from "../doors/cli/terminal.ts";
import { pageOf, tablesOn } from "./pages.ts";

const columns = ["write", "write or press", "write in a channel"];
/** Names a file that the sender has sent. */
const needsFile = / -f /;

const lines = [
  "README.md",
  "docs/start-here.md",
  "docs/demo.md",
  "docs/chat.md",
  "docs/incidents.md",
].flatMap((path) =>
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

test.each(lines.filter(([, line = ""]) => !needsFile.test(line)))("%s: %s", async (_path, line = "") => {
  const ran = await runHere(["understand", "--clusters", "prod-1,edge-1", "--spoken-of", "prod-1", line]);
  const { reading } = JSON.parse(ran.out);
  expect(["notUnderstood", "refused", "beyond", "unseen", "which"]).not.toContain(reading);
});
