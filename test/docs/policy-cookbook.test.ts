// Each recipe of the cookbook is asked of the policy engine, as its table says, with all recipes in one file.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes } from "../../src/doors/cli/stop.ts";
import { runHere } from "../doors/cli/terminal.ts";
import { bare, blocksOn, pageOf, tablesOn } from "./pages.ts";

type Decision = Readonly<{
  effect: "allow" | "deny";
  show?: "thread" | "personal";
  approval?:
    | Readonly<{ by: "requester" }>
    | Readonly<{ by: "others"; count: number; groups: readonly string[]; runAs?: "approver" }>;
}>;

const page = pageOf("docs/policy-cookbook.md");
const recipes = tablesOn(page).filter(({ heading }) => /^\d+\. /.test(heading));
const questions = recipes.flatMap(({ heading, rows }) =>
  rows.map((row) => [heading, ...row.map(bare)] as const),
);

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-cookbook-"));
  file = join(folder, "policy.yaml");
  const yaml = blocksOn(page).filter(({ language }) => language === "yaml");
  await writeFile(file, yaml.map(({ lines }) => lines.join("\n")).join("\n"));
});
afterAll(() => rm(folder, { recursive: true }));

test("there are ten recipes, each with a table, and a valid policy of all of them", async () => {
  expect(recipes).toHaveLength(10);
  expect(await runHere(["policy", "check", file])).toMatchObject({ code: exitCodes.good });
});

function inWords({ effect, show, approval }: Decision): string {
  if (effect === "deny") return "no";
  const where = show === "personal" ? ", in their own chat" : "";
  if (approval === undefined) return `yes${where}`;
  if (approval.by === "requester") return `yes, once they confirm it${where}`;
  const lent = approval.runAs === "approver" ? ", with the approver's rights if need be" : "";
  return `yes, if ${approval.count} of ${approval.groups.join(", ")} approves${lent}${where}`;
}

test.each(questions)("%s %s, %s: %s", async (_recipe, who = "", on = "", asks = "", answer) => {
  const asked = ["--policy", file, "--group", who, "--cluster", ...on.split(" "), "-o", "json"];
  const { out, err } = await runHere(["policy", "can", ...asked, "--", ...asks.split(" ")]);
  expect(err).toBe("");
  expect(inWords(JSON.parse(out))).toBe(answer);
});
