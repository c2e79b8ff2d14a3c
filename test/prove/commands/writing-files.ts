// Files of objects by chance, and a line that names each: as people write them, and as somebody would who wants a file to
// pass for less. Nothing here is taken from the guard's own tables.
import { type Chance, chanceFrom } from "../redaction/chance.ts";
import { makeObject, mostly, oneIn } from "./file-objects.ts";
import { twists } from "./file-twists.ts";
import { blockLines, flow, type Hand, json, map, type Pair, raw, type Value } from "./yaml-by-hand.ts";

/** `words`: what is typed. */
export type NamedFile = Readonly<{ name: string; text: string; words: readonly string[] }>;

export function makeFiles(count: number, seed: number): readonly NamedFile[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => makeFile(chance));
}

function makeFile(chance: Chance): NamedFile {
  const place = mostly<readonly Value[]>(
    chance,
    25,
    [[], [], [], ["pay"], ["shop"], ["kube-system"]],
    [
      "",
      null,
      "Pay",
      "a/b",
      raw("1"),
      raw("no"),
      raw("[pay]"),
      "pay ",
      "\u043a\u043b\u044e\u0447",
      "0123",
    ].map((odd) => [odd]),
  );
  const many = mostly(chance, 30, [1, 1, 1, 2, 2, 3, 4], [0, 9, 20, 21, 30]);
  const objects = Array.from({ length: many }, (_, nth) =>
    makeObject(chance, nth, oneIn(chance, 60) ? [chance.pick(["pay", "vault"])] : place),
  );
  const text = together(chance, oneIn(chance, 6) ? listed(chance, objects) : objects);
  const name = chance.pick(["web.yaml", "web.yml", "web.json", "all-1.yaml"]);
  const [same = "pay"] = place.filter((each) => typeof each === "string" && each !== "");
  const typed = mostly<readonly Value[]>(
    chance,
    12,
    [[], ["-n", same]],
    [["-n", "vault"], ["--namespace=shop"]],
  );
  const verb = chance.pick(["apply", "apply", "create", "replace"]);
  return { name, text, words: ["kubectl", verb, "-f", name, ...typed.map(String)] };
}

function together(chance: Chance, objects: readonly Value[]): string {
  const hand: Hand = {
    chance,
    step: mostly(chance, 6, [2, 2, 4], [1, 3, 7]),
    listStep: chance.pick([0, 2]),
    odd: chance.pick([0, 0, 60, 40, 25, 12]),
  };
  const isJson = oneIn(chance, 6);
  const documents = objects.map((object) => {
    if (isJson) return `${json(object, chance.pick(["", " ", "\n ", "\n\t"]))}\n`;
    if (oneIn(chance, 25)) return `${flow(hand, object)}\n`;
    return `${blockLines(hand, object).join("\n")}\n`;
  });
  const start = mostly(chance, 16, ["", "", "---\n", "# of the shop\n"], starts);
  const text = documents
    .reduce((all, each) => `${all}${between(chance, isJson)}${each}`, "")
    .replace(/^(?:[-.][^\n]*\n)+/, "");
  const whole = `${start}${text}${mostly(chance, 16, ["", "", "\n"], ends)}`;
  return oneIn(chance, 4) ? chance.pick(twists)(chance, whole) : whole;
}

const between = (chance: Chance, isJson: boolean): string =>
  isJson && oneIn(chance, 6)
    ? chance.pick(["", " ", ",\n"])
    : mostly(
        chance,
        12,
        ["---\n"],
        [
          ...[
            "--- # next\n",
            "---\n---\n",
            "...\n---\n",
            "...\n",
            "---\n...\n---\n",
            "--- \n",
            "---\t\n",
            "---#\n",
          ],
          ...[
            " ---\n",
            "--- !!map\n",
            "--- {}\n---\n",
            "---\r\n",
            "----\n",
            "--- &a\n",
            "---\n# none\n---\nnull\n---\n",
          ],
          ...[
            "...\n%YAML 1.1\n---\n",
            "%YAML 1.1\n---\n",
            "... # end\n",
            "---\n%x\n",
            "---\n- a\n---\n",
            "--- |\n a\n---\n",
          ],
        ],
      );

const starts: readonly string[] = [
  ...[
    "%YAML 1.1\n---\n",
    "%YAML 1.2\n---\n",
    "%TAG ! tag:yaml.org,2002:\n---\n",
    "\n\n",
    "\ufeff",
    "\ufeff---\n",
  ],
  ...[
    "--- # a\n",
    "...\n",
    "---\n---\n",
    " ",
    "\t",
    "--- ",
    "# \u2028x: y\n",
    "#\r",
    "\r\n",
    "{}\n---\n",
    "#!/bin/sh\n",
  ],
  ...["%YAML 1.1 # x\n---\n", "%FOO bar\n---\n", "null\n---\n", "~\n---\n"],
];
const ends = [
  "\n---\n",
  "...\n",
  "---",
  "\n...",
  "...\n# end",
  "--- ",
  "---\nnull\n",
  "\t",
  "\n\t\n",
  "#",
  "---\n{}\n",
  "\u0000",
  "%\n",
];

/** In a List, or in what looks like one, or in one more. */
function listed(chance: Chance, objects: readonly Value[]): readonly Value[] {
  const list = (items: readonly Value[], kind: string, more: readonly Pair[] = []): Value =>
    map(
      ["apiVersion", mostly<Value>(chance, 8, ["v1"], ["apps/v1", "v2", raw("1"), ""])],
      ["kind", kind],
      ...more,
      ["items", items],
    );
  const kind = mostly(
    chance,
    6,
    ["List"],
    ["list", "LIST", "ConfigMapList", "SecretList", "DeploymentList", "Lists"],
  );
  const more: readonly Pair[] = oneIn(chance, 2) ? [["metadata", map(["resourceVersion", ""])]] : [];
  if (oneIn(chance, 12)) return [list([list(objects, "List")], kind)];
  if (oneIn(chance, 12)) return [list(objects, kind, more), ...objects.slice(0, 1)];
  return [list(objects, kind, more)];
}
