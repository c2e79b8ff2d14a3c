// Which source folders are mutated, and which tests have to notice: a folder's own, not whole flows through it.

/**
 * `name` stands under `src` and under `test`. `postgres`: its tests need a server. `slow`: by test, the files that it is
 * about; where none of them is mutated it is not run.
 */
export type Folder = Readonly<{
  name: string;
  postgres?: boolean;
  notHere?: readonly string[];
  slow?: Readonly<Record<string, readonly string[]>>;
}>;

export const folders: readonly Folder[] = [
  { name: "core/policy" },
  { name: "core/command" },
  { name: "core/audit" },
  { name: "doors/teams" },
  { name: "doors/http" },
  {
    name: "store",
    postgres: true,
    // A flood of incidents, and a server of its own: too slow to run once a mutant.
    notHere: ["/database-role\\.test"],
    slow: {
      "delivery/outbox": ["delivery/outbox", "delivery/outbox-settle", "delivery/delivery-loop"],
      retention: ["retention", "audit/prune", "forget"],
      "kit/private-folder": ["kit/private-folder", "kit/folder-lock"],
    },
  },
];

/** Tens of thousands of random inputs cost too much for each mutant; a table of cases should notice as well. */
const generated = ["\\.properties\\.test"];

export const testsOf = ({ name, notHere = [], slow = {} }: Folder, mutated: readonly string[]) => ({
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testPathIgnorePatterns: [...generated, ...notHere, ...besideThePoint(name, slow, mutated)],
  // Where Jest looks for what has to do with what: in the whole project, that takes longer than the tests.
  roots: [`<rootDir>/src/${name}`, `<rootDir>/test/${name}`],
});

const besideThePoint = (
  folder: string,
  slow: NonNullable<Folder["slow"]>,
  mutated: readonly string[],
): readonly string[] =>
  Object.entries(slow)
    .filter(([, about]) => !about.some((file) => mutated.includes(`src/${folder}/${file}.ts`)))
    .map(([test]) => `/${test}\\.test`);

/** The folder that a source file lies in, if it is one that is mutated. */
export const folderOf = (file: string): Folder | undefined =>
  folders.find(({ name }) => file.startsWith(`src/${name}/`) && file.endsWith(".ts"));
